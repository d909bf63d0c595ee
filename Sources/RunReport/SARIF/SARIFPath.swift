/// Paths as SARIF wants them: URI references (RFC 3986).
package enum SARIFPath {
  /// The name of what relative paths are relative to: the folder the program was started in, which
  /// the file does not give away.
  static let base = "STARTFOLDER"

  /// The path as a URI reference: an absolute one with its scheme, any other relative; every byte
  /// that is not unreserved is percent-encoded, so that a ':' makes no scheme and a '?' no query.
  package static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return result
  }
}
