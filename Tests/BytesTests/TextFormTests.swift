import Bytes
import Testing

struct TextFormTests {
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
