/// What all mails of one run have in common; its header fields are written once.
public struct MailSeries: Sendable {
  /// The sender: the school's name and an address of its domain (RFC 5322, section 3.6.2).
  public let from: Mailbox
  /// The moment every mail bears.
  public let date: MailDate
  /// The finished fields, each with its CRLF.
  let header: [UInt8]

  /// A series of mails.
  ///
  /// - Parameters:
  ///   - from: the school's name and address.
  ///   - replyTo: an address that a person reads; left out, answers go to `from`.
  ///   - date: the issue date; never the clock, so that a second run gives the same bytes.
  ///   - language: the language tags of the bodies (RFC 3282, RFC 5646), the main one first.
  ///   - kind: what sort of mail it is, as one word; goes into a field of our own.
  ///   - run: the run's id, as one word; goes into a field of our own.
  /// - Throws: ``HeaderFault`` when one of the values does not fit its field.
  public init(
    from: Mailbox,
    replyTo: MailAddress? = nil,
    date: MailDate,
    language: [String],
    kind: String,
    run: String
  ) throws(HeaderFault) {
    self.from = from
    self.date = date
    var writer = HeaderWriter()
    func field(_ name: String, _ put: (inout HeaderWriter) -> Void) {
      writer.begin(name)
      put(&writer)
      writer.end()
    }
    try HeaderFault.check(from.name, in: "From")
    field("Date") { $0.put(words: date.headerText) }
    field("From") { $0.put(from) }
    if let replyTo {
      field("Reply-To") { $0.put(Mailbox(address: replyTo)) }
    }
    field("MIME-Version") { $0.put(words: "1.0") }
    for tag in language { try HeaderFault.check(token: tag, in: "Content-Language") }
    field("Content-Language") { $0.put(words: language.joined(separator: ", ")) }
    // RFC 3834, section 5: keeps vacation programs from answering.
    field("Auto-Submitted") { $0.put(words: "auto-generated") }
    field("X-Auto-Response-Suppress") { $0.put(words: "OOF, AutoReply") }
    let office = replyTo ?? from.address
    field("List-Unsubscribe") { $0.put(words: "<\(office.mailto)>") }
    // Without X-: RFC 6648.
    try HeaderFault.check(token: kind, in: "Clever-To-Bloomz-Kind")
    try HeaderFault.check(token: run, in: "Clever-To-Bloomz-Run")
    field("Clever-To-Bloomz-Kind") { $0.put(words: kind) }
    field("Clever-To-Bloomz-Run") { $0.put(words: run) }
    header = writer.bytes
  }
}

extension MailAddress {
  /// The address as a `mailto:` link; signs that mean something in a link are percent-encoded
  /// (RFC 6068, section 2).
  fileprivate var mailto: String {
    var link = Array("mailto:".utf8)
    for byte in bytes {
      if isDigit(byte) || isLetter(byte) || "-._~@+".utf8.contains(byte) {
        link.append(byte)
      } else {
        link.append(contentsOf: [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)])
      }
    }
    return String(decoding: link, as: UTF8.self)
  }
}
