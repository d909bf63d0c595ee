internal import Bytes
internal import SafeFiles

/// The SHA-256 of `text` in the form a content security policy wants: `sha256-` and base64
/// (Content Security Policy 3, section 2.3.1).
package func policyHash(of text: String) -> String {
  let hex = Array(SHA256Digest.hex(of: Array(text.utf8)))
  let bytes = stride(from: 0, to: hex.count - 1, by: 2).compactMap { index in
    UInt8(String(hex[index...index + 1]), radix: 16)
  }
  var text = Array("sha256-".utf8)
  text.append(base64: bytes.span)
  return String(decoding: text, as: UTF8.self)
}
