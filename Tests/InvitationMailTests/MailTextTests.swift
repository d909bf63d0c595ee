import BloomzModel
import Findings
import FlatTables
import MailChecks
import MailMessage
import MailTemplate
import TestSupport
import Testing

@testable import InvitationMail

struct MailTextTests {
  @Test func `a teacher's mail reads like this`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    let mail = try #require(written.files["teacher-T-1.eml"])
    let code = written.outcome.invited[0].code
    let start = """
      Date: Sat, 15 Aug 2026 12:00:00 +0000\r
      From: Lincoln Elementary <office@lincoln.example>\r
      Reply-To: help@lincoln.example\r
      MIME-Version: 1.0\r
      Content-Language: en\r
      Auto-Submitted: auto-generated\r
      X-Auto-Response-Suppress: OOF, AutoReply\r
      List-Unsubscribe: <mailto:help@lincoln.example>\r
      Clever-To-Bloomz-Kind: teacher-invitation\r
      Clever-To-Bloomz-Run: 2026-08-15-
      """
    #expect(mail.hasPrefix(start))
    let text = try plainText(of: mail)
    #expect(
      text == """
        Join Lincoln Elementary on Bloomz
        ---------------------------------

        Hello José Núñez,

        Lincoln Elementary invites you to join your school on Bloomz, the place where the school \
        and its families share news, messages and calendars. You get this mail because the \
        school's records list you as a teacher.

        These classes come to you when you join:

        - Grade 3 <b> Homeroom
        - Music & Art

        Your personal invitation code:

        \(code)

        Three steps:

        1. Open https://www.bloomz.com, or the Bloomz app, and choose Join.
        2. Create your account with this e-mail address, jose@lincoln.example. With another \
        address Bloomz would make a second account.
        3. Choose Join a class/group, enter the code in the box invitation / access code, and \
        choose Next.

        The school made this code and hands it to Bloomz with the list of its classes. It works \
        once Bloomz has taken that list in. If Bloomz does not know your code, ask the school's \
        office.

        Please join by September 14, 2026.

        The code is for you alone: please do not pass it on.

        Not for you? Then please do not use the code, and let us know: answer this mail or call \
        (555) 010-0199.

        Lincoln Elementary

        """
    )
  }

  /// The decoded plain text of a finished mail.
  func plainText(of mail: String) throws -> String {
    let lines = mail.replacing("=\r\n", with: "").split(
      separator: "\r\n",
      omittingEmptySubsequences: false
    )
    let start = try #require(lines.firstIndex(of: "Content-Transfer-Encoding: quoted-printable"))
    let end = try #require(lines[start...].firstIndex { $0.hasPrefix("--=_") })
    var bytes: [UInt8] = []
    for line in lines[(start + 2)..<end] {
      var rest = Array(line.utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "="), let value = UInt8(hex: rest.prefix(2)) else {
          bytes.append(byte)
          continue
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: InvitedRole.allCases, InvitationWording.languages)
  func `every wording is complete in every language`(role: InvitedRole, language: String) throws {
    let template = try #require(try InvitationWording.builtIn(role, language: language))
    #expect(template.language == language)
    var settings = try exampleSettings(role)
    settings.namesChildren = true
    let written = try Written(ExampleRoster.lincoln(), settings, language: language)
    let code = try #require(written.outcome.invited.first?.code.description)
    let file = role == .teacher ? "teacher-T-1.eml" : "parent-P-1.eml"
    let mail = try #require(written.files[file])
    #expect(mail.contains("\r\n\(code)\r\n"))
    #expect(mail.contains("Content-Language: \(language)\r\n"))
    let text = try plainText(of: mail)
    for words in [
      "https://www.bloomz.com", "(555) 010-0199", "1. ", "2. ", "3. ", "Lincoln Elementary",
      "Join a class/group", "invitation / access code",
      settings.lastDate.text(in: language),
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `a language without a wording has none`() throws {
    #expect(try InvitationWording.builtIn(.teacher, language: "tlh") == nil)
  }

  @Test func `a school's own template is held against the same placeholders`() {
    let source = """
      <html lang="en"><head><title>T</title></head><body><p data-text="student"/></body></html>
      """
    let faults = #expect(throws: TemplateFaults.self) {
      try InvitationWording.read(Array(source.utf8), file: "own.xhtml")
    }
    #expect(
      faults?.findings.map { $0.lines()[0] } == [
        "own.xhtml: blocker: the template nowhere uses 'code' [template-placeholder-missing]",
        "own.xhtml: blocker: the template nowhere uses 'inviter' [template-placeholder-missing]",
        "own.xhtml: blocker: the template nowhere uses 'link' [template-placeholder-missing]",
        "own.xhtml: blocker: the template nowhere uses 'school' [template-placeholder-missing]",
        "own.xhtml:1:55: blocker: 'data-text' names 'student', which is no placeholder "
          + "[template-unknown-placeholder]",
      ]
    )
  }

  @Test func `ten thousand strange names give correct mails or none`() throws {
    var random = SeededRandom(seed: 20_260_815)
    let pieces = [
      "a", "Z", "é", "龍", "ع", "👩‍👩‍👧", "\r", "\n", "\r\n", "\0", "\u{202E}", "\u{200F}", "\u{200B}",
      "<script>", "&", "\"", "'", "=", "?", "=?utf-8?Q?", "?=", ",", "<", ">", "@", "\\", ".",
      "From ", "\n.\n", " ", "  ", "\u{FEFF}", "(", ")", ":", ";", "%",
      String(repeating: "x", count: 90),
    ]
    var example = try ExampleRoster()
    for index in 0..<10_000 {
      let name = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let last = (0..<random.below(3)).map { _ in pieces[random.below(pieces.count)] }.joined()
      try example.addTeacher("T\(index)", name, last, "t\(index)@lincoln.example")
    }
    let people = InvitedPeople(example.roster, role: .teacher)
    let settings = try exampleSettings(.teacher)
    let template = try #require(try InvitationWording.builtIn(.teacher, language: "en"))
    var composer = InvitationComposer(
      settings: settings,
      template: template,
      series: try exampleWriter(settings).series,
      origin: .madeHere,
      hash: KeyedHash(key: masterKey)
    )
    var mail: [UInt8] = []
    var sent = 0
    for row in people.rows {
      if let reason = people.obstacle(row, namesChildren: false) {
        #expect(["control-character", "hidden-character"].contains(reason.code))
        continue
      }
      let code = IssuedCode.made(InvitationCode(data: UInt128(row)))
      let fault = composer.compose(row, of: people, id: [UInt8(row & 255)], code: code, into: &mail)
      #expect(fault == nil, "\(people.name(row))")
      #expect(MailLint.faults(in: mail) == [], "\(people.name(row))")
      sent += 1
    }
    #expect(sent > 500)
    #expect(sent < 9_500)
  }
}

extension UInt8 {
  /// The value of two hexadecimal digits.
  init?(hex digits: ArraySlice<UInt8>) {
    self.init(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
