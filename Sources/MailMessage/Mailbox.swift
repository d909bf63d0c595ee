/// A name and an address, as From, Reply-To and To hold them (RFC 5322, section 3.4).
public struct Mailbox: Sendable, Hashable {
  /// The shown name; empty for the bare address.
  public var name: String
  /// Where the mail goes, or comes from.
  public var address: MailAddress

  /// A mailbox.
  public init(name: String = "", address: MailAddress) {
    self.name = name
    self.address = address
  }
}

extension HeaderWriter {
  /// Puts a mailbox: the name as atoms, a quoted string or encoded words, then the address in
  /// angle brackets.
  mutating func put(_ mailbox: Mailbox) {
    let address = [UInt8(ascii: "<")] + mailbox.address.bytes + [UInt8(ascii: ">")]
    switch PhraseForm(mailbox.name) {
    case .none: put(token: mailbox.address.bytes)
    case .atoms:
      put(words: mailbox.name)
      put(token: address)
    case .quoted:
      put(token: quoted(mailbox.name))
      put(token: address)
    case .encoded:
      put(encodedWords: mailbox.name)
      put(token: address)
    }
  }

  private func quoted(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
    return bytes
  }
}

/// The plainest of the forms RFC 5322 (section 3.2.5) and RFC 2047 (section 5) have for a name.
private enum PhraseForm {
  case none, atoms, quoted, encoded

  /// Longer names are written as encoded words, between which a line may be folded. A quoted string
  /// stays on one line.
  static let longestName = 60
  /// The longest quoted string that fits a header line of 78 bytes with its field's name:
  /// `Reply-To: ` or shorter.
  static let longestQuoted = 68

  init(_ name: String) {
    guard !name.isEmpty else {
      self = .none
      return
    }
    var isAtoms = true
    var quotedLength = 2
    var previous: UInt8 = 0x20
    for byte in name.utf8 {
      guard (0x20..<0x7F).contains(byte) else {
        self = .encoded
        return
      }
      // There is one blank between atoms; `=?` could be taken for an encoded word.
      if !isAtomText(byte), byte != 0x20 || previous == 0x20 { isAtoms = false }
      if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") {
        self = .encoded
        return
      }
      quotedLength += byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 2 : 1
      previous = byte
    }
    if previous == 0x20 { isAtoms = false }
    let isLong =
      name.utf8.count > PhraseForm.longestName || quotedLength > PhraseForm.longestQuoted
    self = isLong ? .encoded : isAtoms ? .atoms : .quoted
  }
}
