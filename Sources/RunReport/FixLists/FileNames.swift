internal import SafeFiles

/// File names made of ids, which are free text.
package enum FileNames {
  /// A name that is the same file on every system: small letters, digits and hyphens.
  ///
  /// An id of nothing else, and of at most 48 of them, is its own name. Any other keeps what it can
  /// and gets eight digits of its SHA-256, so that no two ids share a file, not even on a
  /// system that takes `A` and `a` for one.
  package static func safe(_ id: String) -> String {
    let bytes = Array(id.utf8)
    if !bytes.isEmpty, bytes.count <= 48, bytes.allSatisfy(isPlain) { return id }
    var name = ""
    for byte in bytes.prefix(48) {
      let small = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      name.unicodeScalars.append(isPlain(small) ? Unicode.Scalar(small) : "-")
    }
    return "\(name)-\(SHA256Digest.hex(of: bytes).prefix(8))"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
