import Crypto

/// The SHA-256 (FIPS 180-4) of small things that are in memory whole; files are hashed as they are
/// written.
///
/// A file that imports swift-crypto too calls it `SafeFiles.SHA256Digest`.
public enum SHA256Digest {
  /// The digest of `bytes`: 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes.span)
    return hexadecimal(hash.finalize())
  }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
