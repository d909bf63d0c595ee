internal import Crypto

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// The digest of nothing yet.
  public init() {}

  /// Takes the next bytes.
  public mutating func update(_ bytes: Span<UInt8>) { hash.update(bytes) }

  /// The digest of all bytes so far: 64 lower-case hexadecimal digits.
  public var hex: String { hexadecimal(hash.finalize()) }
}
