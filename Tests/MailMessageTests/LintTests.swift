import MailChecks
import Testing

@testable import MailMessage

struct LintTests {
  /// The faults of the example after `old` has become `new`.
  func faults(_ old: String, _ new: String) throws -> [String] {
    let bytes = Array(exampleText.utf8)
    let old = Array(old.utf8)
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: old) },
      "the example has no '\(old)'"
    )
    let changed = bytes[..<place] + Array(new.utf8) + bytes[(place + old.count)...]
    return MailLint.faults(in: Array(changed)).map(\.description)
  }

  @Test func `the example has no fault`() {
    #expect(MailLint.faults(in: Array(exampleText.utf8)) == [])
  }

  @Test(arguments: [
    ("Your invitation\r\n", "Your invitation\n", "line 12: a CR or LF stands alone"),
    ("Your invitation\r\n", "Your invitation\r", "line 12: a CR or LF stands alone"),
    ("us =3D", "us\n", "line 23: a CR or LF stands alone"),
    ("Your invi", "Your\0invi", "line 12: there is a NUL"),
    ("Your invi", "Your\u{7}invi", "line 12: the header has a control character"),
    ("Your invitation", "Añadido", "line 12: the header has an octet that is not ASCII"),
    (
      "Your invitation", String(repeating: "long ", count: 20) + "x",
      "line 12: a header line is longer than 78 octets"
    ),
    ("Subject:", "Subject", "line 12: a header line is not a field"),
    ("Subject:", "Sub ject:", "line 12: a header line is not a field"),
    ("Subject: Your invitation", "Subject:", "line 12: the value does not fit the field 'subject'"),
    ("Date: Sat, 15 Aug 2026 12:00:00 +0000\r\n", "", "there is no field 'date'"),
    (
      "Message-ID: <00112233445566778899aabbccddeeff@lincoln.example>\r\n", "",
      "there is no field 'message-id'"
    ),
    ("From: Lincoln Elementary <office@lincoln.example>\r\n", "", "there is no field 'from'"),
    ("MIME-Version: 1.0\r\n", "", "there is no field 'mime-version'"),
    ("Auto-Submitted: auto-generated\r\n", "", "there is no field 'auto-submitted'"),
    ("Subject: Your", "Subject: One\r\nSubject: Your", "line 13: there are two fields 'subject'"),
    (
      "Subject: Your", "Bcc: eve@evil.org\r\nSubject: Your", "line 12: there must be no field 'bcc'"
    ),
    ("Subject: Your", "Cc: eve@evil.org\r\nSubject: Your", "line 12: there must be no field 'cc'"),
    (
      "Subject: Your", "Received: by here\r\nSubject: Your",
      "line 12: there must be no field 'received'"
    ),
    ("Sat, 15", "Sun, 15", "line 1: the value does not fit the field 'date'"),
    ("15 Aug", "15 ago", "line 1: the value does not fit the field 'date'"),
    ("1.0", "2.0", "line 4: the value does not fit the field 'mime-version'"),
    (
      "00112233445566778899aabbccddeeff@", "x",
      "line 13: the value does not fit the field 'message-id'"
    ),
    (
      "<jose@lincoln.example>", "<jose@lincoln.example>, <eve@evil.org>",
      "line 11: there is not exactly one address in the field 'to'"
    ),
    (
      "<jose@lincoln.example>", "<jose.lincoln.example>",
      "line 11: there is not exactly one address in the field 'to'"
    ),
    (
      "Lincoln Elementary <", "\"Lincoln\" eve <",
      "line 2: there is not exactly one address in the field 'from'"
    ),
    (
      "=?utf-8?Q?Jos=C3=A9_Doe?=", "=?utf-8?Q?Jos=C3?=",
      "line 11: an encoded word is not correct in the field 'to'"
    ),
    ("=?utf-8?Q?", "=?latin1?Q?", "line 11: an encoded word is not correct in the field 'to'"),
    (
      "Your invitation", "=?utf-8?Q?" + String(repeating: "x", count: 64) + "?=",
      "line 12: an encoded word is not correct in the field 'subject'"
    ),
    (
      "Your invitation", "x=?utf-8?Q?a?=",
      "line 12: an encoded word is not correct in the field 'subject'"
    ),
    (
      "multipart/alternative", "multipart/mixed",
      "line 14: the value does not fit the field 'content-type'"
    ),
    (
      "text/plain", "text/html",
      "line 17: the parts are not as they should be: 'head of text/plain'"
    ),
    (
      "--=_00112233445566778899aabb--", "--=_00112233445566778899aabb",
      "line 16: the parts are not as they should be: 'boundaries'"
    ),
    (
      "Hello", "--=_00112233445566778899aabb\r\nHello",
      "line 16: the parts are not as they should be: 'boundaries'"
    ),
    (
      "=2E", ".",
      "line 22: a body line begins or ends as it must not, or is too long, in 'text/plain'"
    ),
    (
      "=46rom", "From",
      "line 23: a body line begins or ends as it must not, or is too long, in 'text/plain'"
    ),
    (
      "you\r\n", "you \r\n",
      "line 23: a body line begins or ends as it must not, or is too long, in 'text/plain'"
    ),
    (
      "Hello", String(repeating: "x", count: 77),
      "line 20: a body line begins or ends as it must not, or is too long, in 'text/plain'"
    ),
    ("=3D", "=3d", "line 20: the encoding is broken in 'text/plain'"),
    ("Jos=C3=A9,", "Jos=C3,", "line 20: the encoding is broken in 'text/plain'"),
    ("2YXYr9ix", "2YXYr9i", "line 28: the encoding is broken in 'text/html'"),
    ("base64", "8bit", "line 25: the parts are not as they should be: 'head of text/html'"),
  ])
  func `a planted defect is found`(old: String, new: String, fault: String) throws {
    let faults = try faults(old, new)
    #expect(faults.contains(fault), "\(faults)")
  }

  @Test(arguments: [
    ("<img alt=\"x\">", "img"), ("<SCRIPT>", "script"), ("<a href=\"http://x\">", "http://"),
    ("<p style=\"background: URL(x)\">", "url("), ("<style>@import x</style>", "@import"),
    ("<a href=\"javascript:x\">", "javascript:"), ("<p title=x SRC=y>", "src="),
  ])
  func `HTML that fetches or runs something is found`(html: String, word: String) throws {
    var mail = try exampleMail()
    mail.html = Array(html.utf8)
    var bytes: [UInt8] = []
    try mail.append(to: &bytes, in: exampleSeries())
    #expect(MailLint.faults(in: bytes) == [MailFault(.activeHTML, word)])
  }

  @Test func `the same words in text are words`() throws {
    var mail = try exampleMail()
    mail.html = Array("<p>JavaScript: url(x), http://x, &lt;script>, @import</p>".utf8)
    var bytes: [UInt8] = []
    try mail.append(to: &bytes, in: exampleSeries())
    #expect(MailLint.faults(in: bytes) == [])
  }

  @Test func `HTML of 90 KB is too large`() throws {
    var mail = try exampleMail()
    mail.html = Array(String(repeating: "word ", count: 18_000).utf8)
    var bytes: [UInt8] = []
    try mail.append(to: &bytes, in: exampleSeries())
    #expect(MailLint.faults(in: bytes) == [MailFault(.largeHTML)])
  }

  @Test func `a mail that is cut off is found at every length`() {
    let bytes = Array(exampleText.utf8)
    for length in 0..<bytes.count {
      #expect(MailLint.faults(in: Array(bytes[..<length])) != [], "\(length)")
    }
  }

  @Test func `a mail with any octet changed is checked to its end`() {
    var found = 0
    let bytes = Array(exampleText.utf8)
    for place in bytes.indices {
      for byte in [0x00, 0x0A, 0x0D, 0x20, 0x22, 0x3C, 0x3D, 0xC3] as [UInt8] {
        var changed = bytes
        changed[place] = byte
        if !MailLint.faults(in: changed).isEmpty { found += 1 }
      }
    }
    // A blank or a sign inside a text is no fault; half of these octets always are.
    #expect(found > bytes.count * 4)
  }
}
