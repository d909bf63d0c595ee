/// One mail to one person: `multipart/alternative`, plain text first and HTML last (RFC 2046,
/// section 5.1.4).
public struct OutgoingMail: Sendable {
  /// Exactly one receiver.
  public var to: Mailbox
  /// The subject; no child's name and no code, which servers log.
  public var subject: String
  /// The Message-ID without its angle brackets: `left@domain`, unique, in ASCII.
  public var messageID: String
  /// At most 70 signs. One that begins with `=_` cannot occur in a part, since neither encoding
  /// ever writes `=_` (RFC 2045, section 6.7).
  public var boundary: String
  /// The plain text, UTF-8, lines ended by LF.
  public var text: [UInt8]
  /// The HTML, UTF-8, lines ended by LF.
  public var html: [UInt8]

  /// A mail.
  public init(
    to: Mailbox,
    subject: String,
    messageID: String,
    boundary: String,
    text: [UInt8],
    html: [UInt8]
  ) {
    self.to = to
    self.subject = subject
    self.messageID = messageID
    self.boundary = boundary
    self.text = text
    self.html = html
  }

  /// Appends the finished mail, CRLF line ends throughout.
  ///
  /// - Throws: ``HeaderFault`` when a value holds what no header may hold; nothing is appended.
  public func append(to bytes: inout [UInt8], in series: MailSeries) throws(HeaderFault) {
    try HeaderFault.check(to.name, in: "To")
    try HeaderFault.check(subject, in: "Subject")
    guard subject.utf8.contains(where: { $0 != 0x20 }) else { throw HeaderFault(field: "Subject") }
    try HeaderFault.check(token: messageID, in: "Message-ID")
    try HeaderFault.check(token: boundary, in: "Content-Type")
    var header = HeaderWriter()
    header.begin("To")
    header.put(to)
    header.end()
    header.begin("Subject")
    header.put(text: subject)
    header.end()
    header.begin("Message-ID")
    header.put(token: "<\(messageID)>".utf8)
    header.end()
    header.begin("Content-Type")
    header.put(words: "multipart/alternative;")
    header.put(token: "boundary=\"\(boundary)\"".utf8)
    header.end()

    bytes.append(contentsOf: series.header)
    bytes.append(contentsOf: header.bytes)
    bytes.put("\r\n")
    append(text, type: "text/plain", to: &bytes)
    append(html, type: "text/html", to: &bytes)
    bytes.put("--\(boundary)--\r\n")
  }

  private func append(_ part: [UInt8], type: String, to bytes: inout [UInt8]) {
    let encoding = TransferEncoding(shorterFor: part.span)
    bytes.put("--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n")
    bytes.put("Content-Transfer-Encoding: \(encoding.name)\r\n\r\n")
    encoding.append(part.span, to: &bytes)
  }
}
