import BloomzModel
import FlatTables
import MailMessage
import SafeFiles
import Testing

@testable import InvitationMail

struct InvitationWriterTests {
  @Test func `every teacher gets a mail or a reason`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    #expect(written.outcome.invited.map(\.person) == [0, 6])
    #expect(
      written.outcome.withheld.map { "\($0.person) \($0.reason.code)" } == [
        "1 no-address", "2 control-character", "3 address-cannot-be-sent", "4 address-reserved",
      ]
    )
    #expect(
      written.entries.map(\.path) == [
        "teacher-T-1.eml", "teacher-T-7%2F%C3%A9.eml", "envelopes.csv", "mail.mbox", "merge.csv",
        "withheld.csv", "preview.html", "README.txt",
      ]
    )
  }

  @Test func `withheld people are named by key, with what to do`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    #expect(
      written.files["withheld.csv"] == """
        \u{FEFF}key,role,reason,what,what_to_do\r
        T-2,teacher,no-address,the address is missing,"put an address in the school's records, \
        or hand the invitation over on paper"\r
        T-3,teacher,control-character,the name has a control character,\
        type the name again in the school's records\r
        T-4,teacher,address-cannot-be-sent,the address has no '@',"put an address in the \
        school's records, or hand the invitation over on paper"\r
        T-5,teacher,address-reserved,"the address is in a domain reserved for tests, which \
        reaches nobody","put an address in the school's records, or hand the invitation over \
        on paper"\r

        """
    )
  }

  @Test func `the merge sheet guards cells that a spreadsheet would run`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    let code0 = written.outcome.invited[0].code
    let code1 = written.outcome.invited[1].code
    #expect(
      written.files["merge.csv"] == """
        \u{FEFF}key,role,email,first_name,last_name,school,code,last_date,join_link,code_source,\
        language\r
        T-1,teacher,jose@lincoln.example,José,Núñez,Lincoln Elementary,\(code0),2026-09-14,\
        https://www.bloomz.com,made-here,en\r
        T-7/é,teacher,max@lincoln.example,'=Max,\"\"\"Quote\"\" <Fox>\",\
        Lincoln Elementary and Roosevelt Middle,\(code1),2026-09-14,https://www.bloomz.com,\
        made-here,en\r

        """
    )
  }

  @Test func `envelopes name file, receiver and hash`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    #expect(
      written.files["envelopes.csv"] == """
        \u{FEFF}file,recipient,envelope_sender,kind,language,sha256\r
        teacher-T-1.eml,jose@lincoln.example,office@lincoln.example,teacher-invitation,en,\
        \(written.entries[0].sha256)\r
        teacher-T-7%2F%C3%A9.eml,max@lincoln.example,office@lincoln.example,teacher-invitation,en,\
        \(written.entries[1].sha256)\r

        """
    )
  }

  @Test func `the importer's sheet has each code as it is`() throws {
    let roster = try ExampleRoster.lincoln()
    let written = try Written(roster, exampleSettings(.teacher))
    let sheet = try invitationSheet(written.outcome, roster)
    #expect(
      sheet == """
        person_key,role,school_key,code,last_date,code_source\r
        T-1,teacher,100,\(written.outcome.invited[0].code),2026-09-14,made-here\r
        T-7/é,teacher,100,\(written.outcome.invited[1].code),2026-09-14,made-here\r

        """
    )
    #expect(
      written.outcome.invitations.map(\.code)
        == written.outcome.invited.map(\.code.description)
    )
  }

  @Test func `every mail stands in the mbox, with LF ends`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    let mails = ["teacher-T-1.eml", "teacher-T-7%2F%C3%A9.eml"].compactMap { written.files[$0] }
    let expected = mails.map {
      "From office@lincoln.example Sat Aug 15 12:00:00 2026\n"
        + $0.replacing("\r\n", with: "\n") + "\n"
    }
    #expect(written.files["mail.mbox"] == expected.joined())
  }

  @Test func `a second run gives the same bytes`() throws {
    let roster = try ExampleRoster.lincoln()
    let first = try Written(roster, exampleSettings(.teacher))
    let second = try Written(roster, exampleSettings(.teacher))
    #expect(first.entries == second.entries)
  }

  @Test func `a changed teacher changes one mail`() throws {
    let roster = try ExampleRoster.lincoln()
    var changed = roster
    changed.staff.firstName[0] = try changed.text.append("Josefa")
    let before = try Written(roster, exampleSettings(.teacher))
    let after = try Written(changed, exampleSettings(.teacher))
    let different = zip(before.entries, after.entries).filter { $0 != $1 }.map(\.0.path)
    #expect(different == ["teacher-T-1.eml", "envelopes.csv", "mail.mbox", "merge.csv"])
  }

  @Test func `a mail that some mail programs would cut is withheld`() throws {
    var example = try ExampleRoster()
    try example.addTeacher("T-1", "Ana", "Few", "ana@lincoln.example")
    try example.addTeacher("T-2", "Bo", "Many", "bo@lincoln.example")
    try example.addClass("Homeroom", teachers: [0])
    for number in 0..<2_500 {
      try example.addClass("Class \(number) of a teacher who is very busy", teachers: [1])
    }
    let written = try Written(example.roster, exampleSettings(.teacher))
    #expect(written.outcome.invited.map(\.person) == [0])
    #expect(
      written.outcome.withheld.map(\.reason) == [.notCorrect("the HTML is 90 KB or more")]
    )
    #expect(!written.entries.map(\.path).contains("teacher-T-2.eml"))
  }

  @Test func `codes that Bloomz gave are used, and who has none is withheld`() throws {
    let codes = CodeSource.given(["T-1": "bloomz-42", "T-9": "other"])
    let roster = try ExampleRoster.lincoln()
    let written = try Written(roster, exampleSettings(.teacher), codes: codes)
    #expect(written.outcome.invited.map(\.code) == [.given("bloomz-42")])
    #expect(written.outcome.withheld.last?.reason == .noCode)
    #expect(written.outcome.withheld.last?.person == 6)
    #expect(
      try invitationSheet(written.outcome, roster).hasSuffix(
        "T-1,teacher,100,bloomz-42,2026-09-14,from-bloomz\r\n"
      )
    )
    let mail = try #require(written.files["teacher-T-1.eml"])
    #expect(mail.contains("bloomz-42"))
    #expect(!mail.contains("made this code"))
    #expect(written.files["README.txt"]?.contains("The codes are those that Bloomz gave.") == true)
  }

  @Test func `a parent's mail names no child unless that is switched on`() throws {
    let roster = try ExampleRoster.lincoln()
    var settings = try exampleSettings(.parent)
    let silent = try Written(roster, settings)
    #expect(silent.outcome.invited.map(\.person) == [0])
    for (path, text) in silent.files {
      #expect(!text.contains("Zora") && !text.contains("Quentin"), "\(path)")
    }
    settings.namesChildren = true
    let naming = try Written(roster, settings)
    let mail = try #require(naming.files["parent-P-1.eml"])
    #expect(mail.contains("- Zora\r\n- Quentin\r\n"))
    #expect(mail.contains("Subject: Your family's invitation to Lincoln Elementary and Roosevelt"))
  }

  @Test func `the preview holds nobody`() throws {
    let written = try Written(ExampleRoster.lincoln(), exampleSettings(.teacher))
    let preview = try #require(written.files["preview.html"])
    for word in ["José", "Max", "jose@", "Homeroom &lt;b", "Kidd"] {
      #expect(!preview.contains(word), "\(word)")
    }
    for invited in written.outcome.invited {
      #expect(!preview.contains(invited.code.description))
    }
    #expect(preview.contains("Alex Rivera"))
    #expect(preview.contains("Content-Security-Policy"))
  }

  @Test func `a sender that would break the header is refused`() throws {
    var settings = try exampleSettings(.teacher)
    settings.sender.name = "Lincoln\r\nBcc: eve@evil.org"
    #expect(throws: HeaderFault(field: "From")) { try exampleWriter(settings) }
  }
}
