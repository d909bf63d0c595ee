import Crypto

/// HMAC-SHA-256 (RFC 2104) under one key, for many short messages.
struct KeyedHash: Sendable {
  /// The state after the key, which each message goes on from: the key is hashed once.
  private let start: HMAC<SHA256>

  init(key: [UInt8]) { start = HMAC(key: SymmetricKey(data: key)) }

  /// A key of its own for each `purpose`, derived from the master key by HKDF without salt
  /// (RFC 5869).
  init(masterKey: [UInt8], purpose: String) {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: masterKey),
      info: Array(purpose.utf8),
      outputByteCount: 32
    )
    start = HMAC(key: key)
  }

  /// The 32 bytes for `message`.
  func digest(_ message: [UInt8]) -> [UInt8] {
    var hash = start
    hash.update(data: message)
    return Array(hash.finalize())
  }
}
