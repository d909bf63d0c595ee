/// One mail to one person: `multipart/alternative`, plain text first and HTML last (RFC 2046,
/// section 5.1.4).
public struct OutgoingMail: Sendable {
  /// Exactly one receiver.
  public var to: Mailbox
  /// The subject; no child's name and no code, which servers log.
  public var subject: String
  /// What stands in the angle brackets of the Message-ID: `left@domain`, unique, in ASCII.
  public var messageID: String
  /// At most 70 signs. One that begins with `=_` can not occur in a part, since neither encoding
  /// ever writes these two (RFC 2045, section 6.7).
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

/// A value that no header field can carry. It is refused, not tidied: a line break in a name is
/// how further fields are smuggled in.
public struct HeaderFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The field the value was for.
  public let field: String

  /// A value that does not fit `field`.
  public init(field: String) {
    self.field = field
  }

  /// What is wrong, without the value.
  public var description: String {
    "a value for the field '\(field)' has a control character, or is not what the field takes"
  }

  /// Lets text without control characters through.
  static func check(_ text: String, in field: String) throws(HeaderFault) {
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F {
      throw HeaderFault(field: field)
    }
  }

  /// Lets visible ASCII through that needs no quoting inside quotes or angle brackets.
  static func check(token: String, in field: String) throws(HeaderFault) {
    var isFine = !token.isEmpty
    for byte in token.utf8
    where !(0x21..<0x7F).contains(byte) || [0x22, 0x3C, 0x3E, 0x5C].contains(byte) {
      isFine = false
    }
    guard isFine else { throw HeaderFault(field: field) }
  }
}
