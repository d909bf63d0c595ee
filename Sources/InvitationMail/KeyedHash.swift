import Crypto

/// HMAC-SHA-256 (RFC 2104) with the key's two blocks hashed once.
///
/// Starting from copies of those states costs a tenth of a fresh HMAC for each short message.
struct KeyedHash: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// - Parameter key: at most 64 bytes.
  init(key: [UInt8]) {
    func state(_ pad: UInt8) -> SHA256 {
      var block = [UInt8](repeating: pad, count: 64)
      for (index, byte) in key.prefix(64).enumerated() { block[index] ^= byte }
      var state = SHA256()
      state.update(data: block)
      return state
    }
    inner = state(0x36)
    outer = state(0x5C)
  }

  /// A key of its own for each `purpose`, from the master key: HKDF-SHA-256 without salt, one
  /// block (RFC 5869, section 2). Written out because the library gives a derived key away only
  /// through an unsafe pointer.
  init(masterKey: [UInt8], purpose: String) {
    let extracted = KeyedHash(key: [UInt8](repeating: 0, count: 32)).digest(masterKey)
    self.init(key: KeyedHash(key: extracted).digest(Array(purpose.utf8) + [1]))
  }

  /// The 32 bytes for `message`.
  func digest(_ message: [UInt8]) -> [UInt8] {
    var hash = inner
    hash.update(data: message)
    var result = outer
    result.update(data: Array(hash.finalize()))
    return Array(result.finalize())
  }
}

extension [UInt8] {
  /// Appends a length in four bytes, highest first, and the bytes: so no two lists of fields give
  /// the same message.
  mutating func append(field: some Collection<UInt8>) {
    let length = UInt32(field.count)
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
    append(contentsOf: field)
  }
}
