import MailChecks
import Testing

@testable import MailMessage

struct MessageTests {
  @Test func `a mail is exactly these bytes`() throws {
    var bytes: [UInt8] = []
    try exampleMail().append(to: &bytes, in: exampleSeries())
    #expect(String(decoding: bytes, as: UTF8.self) == exampleText)
    #expect(MailLint.faults(in: bytes) == [])
  }

  @Test func `the fields of a series are exactly these bytes`() throws {
    let address = try MailAddress("office/b?x=1&y@lincoln.example")
    let series = try MailSeries(
      from: Mailbox(name: "St. Lincoln", address: address),
      date: .epoch,
      language: ["es", "en"],
      kind: "k",
      run: "r"
    )
    #expect(
      String(decoding: series.header, as: UTF8.self) == """
        Date: Thu, 1 Jan 1970 00:00:00 +0000\r
        From: "St. Lincoln" <office/b?x=1&y@lincoln.example>\r
        MIME-Version: 1.0\r
        Content-Language: es, en\r
        Auto-Submitted: auto-generated\r
        X-Auto-Response-Suppress: OOF, AutoReply\r
        List-Unsubscribe: <mailto:office%2Fb%3Fx%3D1%26y@lincoln.example>\r
        Clever-To-Bloomz-Kind: k\r
        Clever-To-Bloomz-Run: r\r

        """
    )
  }

  @Test(arguments: ["Pat\r\nBcc: eve@evil.org", "Pat\nX", "Pat\rX", "Pat\0", "Pat\u{1B}[1m", "\t"])
  func `a value with a control character stops the mail`(value: String) throws {
    let series = try exampleSeries()
    var bytes: [UInt8] = []
    var mail = try exampleMail()
    mail.to.name = value
    #expect(throws: HeaderFault(field: "To")) { try mail.append(to: &bytes, in: series) }
    mail = try exampleMail()
    mail.subject = value
    #expect(throws: HeaderFault(field: "Subject")) { try mail.append(to: &bytes, in: series) }
    mail = try exampleMail()
    mail.messageID = value
    #expect(throws: HeaderFault(field: "Message-ID")) { try mail.append(to: &bytes, in: series) }
    mail = try exampleMail()
    mail.boundary = value
    #expect(throws: HeaderFault(field: "Content-Type")) { try mail.append(to: &bytes, in: series) }
    #expect(bytes == [])
  }

  @Test(arguments: ["", " "])
  func `a mail without a subject is refused`(subject: String) throws {
    var mail = try exampleMail()
    mail.subject = subject
    var bytes: [UInt8] = []
    let series = try exampleSeries()
    #expect(throws: HeaderFault(field: "Subject")) { try mail.append(to: &bytes, in: series) }
  }

  @Test func `a name of many quotes still fits the lines of a header`() throws {
    let series = try exampleSeries()
    for count in 0...60 {
      var mail = try exampleMail()
      mail.to.name = "A \(String(repeating: "\"", count: count)) B"
      var bytes: [UInt8] = []
      try mail.append(to: &bytes, in: series)
      #expect(MailLint.faults(in: bytes) == [], "\(count) quotes")
    }
  }

  @Test func `a sender with a line break makes no series`() throws {
    let address = try MailAddress("office@lincoln.example")
    let fault = #expect(throws: HeaderFault.self) {
      try MailSeries(
        from: Mailbox(name: "School\r\nBcc: eve@evil.org", address: address),
        date: .epoch,
        language: ["en"],
        kind: "k",
        run: "r"
      )
    }
    #expect(
      fault?.description
        == "a value for the field 'From' has a control character, or is not what the field takes"
    )
  }

  @Test func `an mbox has LF ends and quotes what looks like a separator`() throws {
    var bytes: [UInt8] = []
    let mail = Array("Subject: x\r\n\r\nFrom a\r\n>From b\r\nfrom c\r\n>> From d\r\n".utf8)
    Mbox.append(mail.span, of: try exampleSeries(), to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        From office@lincoln.example Sat Aug 15 12:00:00 2026
        Subject: x

        >From a
        >>From b
        from c
        >> From d


        """
    )
  }
}
