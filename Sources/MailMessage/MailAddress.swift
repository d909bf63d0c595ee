/// An e-mail address that a mail can be sent to: `local@host.domain`, in ASCII.
///
/// Stricter than RFC 5322 allows, on purpose: no quoted local parts, no comments, no address
/// literals, no host without a dot. What is left, every relay takes.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address as it was given, in ASCII.
  public let bytes: [UInt8]
  /// Where the `@` is.
  let at: Int

  /// The address in `bytes`.
  ///
  /// - Throws: ``AddressFault`` when the address is not well-formed. Reserved domains pass: see
  ///   ``AddressVerdict/isWellFormed``.
  public init(_ bytes: Span<UInt8>) throws(AddressFault) {
    let verdict = MailAddress.check(bytes)
    guard verdict.isWellFormed else { throw AddressFault(verdict: verdict) }
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    self.bytes = copy
    at = copy.firstIndex(of: UInt8(ascii: "@")) ?? 0
  }

  /// The address in `text`.
  ///
  /// - Throws: ``AddressFault`` when the address is not well-formed.
  public init(_ text: String) throws(AddressFault) {
    try self.init(Array(text.utf8).span)
  }

  /// The part after the `@`, as it was given.
  public var domain: String { String(decoding: bytes[(at + 1)...], as: UTF8.self) }

  /// The whole address as it was given.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// Text that is not an address.
public struct AddressFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why not; never a verdict that ``AddressVerdict/isWellFormed``.
  public let verdict: AddressVerdict

  /// What is wrong, without the address.
  public var description: String { "the address \(verdict.words)" }
}
