import MailChecks
import Testing

@testable import MailMessage

struct HeaderTests {
  func subject(_ text: String) -> String {
    var writer = HeaderWriter()
    writer.begin("Subject")
    writer.put(text: text)
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func to(_ name: String, _ address: String = "pat@lincoln.org") throws -> String {
    var writer = HeaderWriter()
    writer.begin("To")
    writer.put(Mailbox(name: name, address: try MailAddress(address)))
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Hello", "Subject: Hello\r\n"),
    ("", "Subject:\r\n"),
    ("Añadido", "Subject: =?utf-8?Q?A=C3=B1adido?=\r\n"),
    ("李小龍", "Subject: =?utf-8?B?5p2O5bCP6b6N?=\r\n"),
    ("Fun? =?us-ascii?Q?no?=", "Subject: =?utf-8?Q?Fun=3F_=3D=3Fus-ascii=3FQ=3Fno=3F=3D?=\r\n"),
    ("two  blanks", "Subject: =?utf-8?Q?two__blanks?=\r\n"),
    ("end ", "Subject: =?utf-8?Q?end_?=\r\n"),
  ])
  func `a subject is plain where it can be`(text: String, field: String) {
    #expect(subject(text) == field)
  }

  @Test func `a long subject is folded before 78 octets`() {
    #expect(
      subject("Your invitation to join Lincoln Elementary School and its many families on Bloomz")
        == """
        Subject: Your invitation to join Lincoln Elementary School and its many\r
         families on Bloomz\r

        """
    )
  }

  @Test(arguments: [
    ("", "To: pat@lincoln.org\r\n"),
    ("Pat Doe", "To: Pat Doe <pat@lincoln.org>\r\n"),
    ("Doe, Pat", "To: \"Doe, Pat\" <pat@lincoln.org>\r\n"),
    ("Pat \"P\" Doe", "To: \"Pat \\\"P\\\" Doe\" <pat@lincoln.org>\r\n"),
    ("Pat\\Doe", "To: \"Pat\\\\Doe\" <pat@lincoln.org>\r\n"),
    ("eve@evil.org", "To: \"eve@evil.org\" <pat@lincoln.org>\r\n"),
    ("<eve@evil.org>", "To: \"<eve@evil.org>\" <pat@lincoln.org>\r\n"),
    ("José Núñez", "To: =?utf-8?Q?Jos=C3=A9_N=C3=BA=C3=B1ez?= <pat@lincoln.org>\r\n"),
    ("Fun =?x?=", "To: =?utf-8?Q?Fun_=3D=3Fx=3F=3D?= <pat@lincoln.org>\r\n"),
  ])
  func `a name takes the plainest form that is safe`(name: String, field: String) throws {
    #expect(try to(name) == field)
  }

  @Test(arguments: [
    String(repeating: "é", count: 200), String(repeating: "龍", count: 150),
    String(repeating: "👩‍👩‍👧‍👦", count: 20), String(repeating: "🇺🇸", count: 30),
    String(repeating: "x", count: 300), String(repeating: "Zoë ", count: 60),
    "a" + String(repeating: "𝒳", count: 99), String(repeating: "=?", count: 80),
  ])
  func `an encoded word never breaks a rule of RFC 2047`(text: String) throws {
    for field in [subject(text), try to(text)] {
      let lines = field.dropLast().split(separator: "\r\n")
      for line in lines { #expect(line.utf8.count <= 76, "\(line)") }
      let words = field.split { $0 == " " || $0 == "\r\n" }.filter { $0.hasPrefix("=?") }
      #expect(!words.isEmpty)
      for word in words { #expect(word.utf8.count <= 75) }
      let payloads = try words.map { try #require(decoded(String($0))) }
      #expect(payloads.joined() == text)
    }
  }

  @Test(arguments: 1...70)
  func `an address behind an encoded word keeps the line within 76 octets`(length: Int) throws {
    let field = try to("é" + String(repeating: "x", count: length), "somebody@lincoln.org")
    for line in field.dropLast().split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
  }

  /// The text of one encoded word; nil when it is not whole characters.
  func decoded(_ word: String) -> String? {
    let payload = Array(word.utf8.dropFirst(10).dropLast(2))
    if word.hasPrefix("=?utf-8?B?") {
      return decodeBase64(payload).flatMap { String(validating: $0, as: UTF8.self) }
    }
    var bytes: [UInt8] = []
    var index = 0
    while index < payload.count {
      switch payload[index] {
      case UInt8(ascii: "_"): bytes.append(0x20)
      case UInt8(ascii: "="):
        guard let high = hexValue(payload[index + 1]), let low = hexValue(payload[index + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        index += 2
      default: bytes.append(payload[index])
      }
      index += 1
    }
    return String(validating: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (2026, 8, 15, "Sat, 15 Aug 2026 12:05:09 +0000", "Sat Aug 15 12:05:09 2026"),
    (2024, 2, 29, "Thu, 29 Feb 2024 12:05:09 +0000", "Thu Feb 29 12:05:09 2024"),
    (2000, 1, 1, "Sat, 1 Jan 2000 12:05:09 +0000", "Sat Jan  1 12:05:09 2000"),
    (1999, 12, 31, "Fri, 31 Dec 1999 12:05:09 +0000", "Fri Dec 31 12:05:09 1999"),
    (2100, 3, 1, "Mon, 1 Mar 2100 12:05:09 +0000", "Mon Mar  1 12:05:09 2100"),
  ])
  func `a date is English and has its day of the week`(
    year: Int,
    month: Int,
    day: Int,
    header: String,
    mbox: String
  ) throws {
    let date = try #require(
      MailDate(year: year, month: month, day: day, hour: 12, minute: 5, second: 9)
    )
    #expect(date.headerText == header)
    #expect(date.mboxText == mbox)
  }

  @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (1899, 1, 1)])
  func `a day that is in no calendar is refused`(year: Int, month: Int, day: Int) {
    #expect(MailDate(year: year, month: month, day: day) == nil)
  }
}
