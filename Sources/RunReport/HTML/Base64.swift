internal import SafeFiles

/// The SHA-256 of `text` in the form a content security policy wants: `sha256-` and base64
/// (Content Security Policy 3, section 2.3.1).
package func policyHash(of text: String) -> String {
  let hex = Array(SHA256Digest.hex(of: Array(text.utf8)))
  let bytes = stride(from: 0, to: hex.count - 1, by: 2).compactMap { index in
    UInt8(String(hex[index...index + 1]), radix: 16)
  }
  return "sha256-\(base64(bytes))"
}

/// `bytes` in base64 with padding (RFC 4648, section 4).
package func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var result = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      if place <= group.count {
        result.append(alphabet[bits >> (18 - 6 * place) & 63])
      } else {
        result.append("=")
      }
    }
  }
  return result
}
