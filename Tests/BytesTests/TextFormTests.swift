import Bytes
import Testing

struct TextFormTests {
  @Test(arguments: [
    ("a", "a"), ("", ""), (" a b ", "a b"), ("\t\r\na\n", "a"), ("\u{A0}é\u{202F}", "é"),
    ("\u{FEFF}a\u{200B}\u{2060}", "a"), (" \u{3000}\u{2003} ", ""), ("\u{85}a\u{2028}", "a"),
    ("à", "à"), ("\u{30A0}", "\u{30A0}"), ("a\u{A0}b", "a\u{A0}b"),
  ])
  func `white space at the ends of a text is left out`(text: String, inner: String) {
    let bytes = Array("x\(text)y".utf8)
    let range = bytes.span.withoutOuterSpace(in: 1..<bytes.count - 1)
    #expect(String(decoding: bytes[range], as: UTF8.self) == inner)
  }

  @Test(arguments: SingleByteEncoding.allCases)
  func `an encoding has a character for each byte, and none twice`(encoding: SingleByteEncoding) {
    let known = encoding.upperHalf.filter { $0 != "\u{FFFD}" }
    #expect(encoding.upperHalf.count == 128)
    #expect(Set(known).count == known.count)
    #expect(known.allSatisfy { !$0.isASCII })
    #expect(known.contains("é") && known.contains("ñ") && known.contains("ß"))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of RFC 4648, section 10`(plain: String, coded: String) {
    var text = Array("before ".utf8)
    text.append(base64: Array(plain.utf8).span)
    #expect(String(decoding: text, as: UTF8.self) == "before " + coded)
  }

  @Test func `base64 knows all 64 digits`() {
    // The six-bit numbers 0 to 63, one after the other.
    let bytes = stride(from: 0, to: 64, by: 4).flatMap { first -> [UInt8] in
      let group = (0..<4).reduce(0) { $0 << 6 | first + $1 }
      return [UInt8(group >> 16), UInt8(group >> 8 & 255), UInt8(group & 255)]
    }
    var text: [UInt8] = []
    text.append(base64: bytes.span)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF], 3), ([0xEF, 0xBB, 0xBF, 0x7B], 3), ([0xEF, 0xBB], 0), ([], 0),
    ([0xEF, 0xBB, 0xBE], 0), ([0xFF, 0xFE, 0x7B], 0), ([0x7B, 0xEF, 0xBB, 0xBF], 0),
  ])
  func `a byte order mark is three bytes at the start`(bytes: [UInt8], length: Int) {
    let found = ByteOrderMark.length(in: bytes.span)
    #expect(found == length)
  }
}
