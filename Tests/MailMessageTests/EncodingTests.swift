import MailChecks
import Testing

@testable import MailMessage

struct EncodingTests {
  func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    TransferEncoding.quotedPrintable.append(Array(text.utf8).span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "\r\n"),
    ("plain\n", "plain\r\n"),
    ("no end", "no end\r\n"),
    ("a\nb\n", "a\r\nb\r\n"),
    ("a\r\nb\r\n", "a\r\nb\r\n"),
    ("a = b\n", "a =3D b\r\n"),
    ("blank \n", "blank=20\r\n"),
    ("blank ", "blank=20\r\n"),
    (" \n", "=20\r\n"),
    ("tab\t\n", "tab=09\r\n"),
    ("é\n", "=C3=A9\r\n"),
    (".\n", "=2E\r\n"),
    ("..\n", "=2E.\r\n"),
    (".hidden\n", "=2Ehidden\r\n"),
    ("a.\n", "a.\r\n"),
    ("From here\n", "=46rom here\r\n"),
    ("Fromage\n", "Fromage\r\n"),
    ("from here\n", "from here\r\n"),
    ("a\nFrom here\n", "a\r\n=46rom here\r\n"),
    ("bare\rCR\n", "bare=0DCR\r\n"),
  ])
  func `quoted-printable hides what mail would spoil`(text: String, encoded: String) {
    #expect(quoted(text) == encoded)
  }

  @Test func `a soft break hides a dot and a From that come to stand at the start of a line`() {
    let filler = String(repeating: "x", count: 75)
    #expect(quoted(filler + ".") == filler + "=\r\n=2E\r\n")
    #expect(quoted(filler + "From here") == filler + "=\r\n=46rom here\r\n")
  }

  @Test(arguments: 60...90)
  func `a line of any length stays within 76 octets and reads back`(length: Int) {
    for unit in ["x", "é", "x é=", ". ", "From "] {
      let text = String(String(repeating: unit, count: length).prefix(length)) + "\nnext\n"
      let encoded = quoted(text)
      for line in encoded.dropLast().split(separator: "\r\n") {
        #expect(line.utf8.count <= 76)
        #expect(line.last != " ")
        #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
      }
      #expect(unquoted(encoded) == text)
    }
  }

  func unquoted(_ encoded: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(encoded.utf8)
    var index = 0
    while index < source.count {
      if source[index] != UInt8(ascii: "=") {
        if source[index] != 0x0D { bytes.append(source[index]) }
        index += 1
      } else if source[index + 1] == 0x0D {
        index += 3
      } else {
        bytes.append((hexValue(source[index + 1]) ?? 0) << 4 | (hexValue(source[index + 2]) ?? 0))
        index += 3
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("Hello = world", .quotedPrintable),
      ("Buenos días a todas las familias de la escuela", .quotedPrintable),
      ("مرحبا بكم", .base64), ("欢迎", .base64), ("", .quotedPrintable),
    ] as [(String, TransferEncoding)]
  )
  func `the shorter encoding is taken`(text: String, encoding: TransferEncoding) {
    #expect(TransferEncoding(shorterFor: Array(text.utf8).span) == encoding)
  }

  @Test func `base64 has CRLF inside and lines of 76 octets`() throws {
    let text = String(repeating: "欢迎\n", count: 40)
    var bytes: [UInt8] = []
    TransferEncoding.base64.append(Array(text.utf8).span, to: &bytes)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.dropLast().allSatisfy { $0.utf8.count == 76 })
    let payload = try #require(decodeBase64(lines.joined().utf8))
    #expect(
      String(decoding: payload, as: UTF8.self) == String(repeating: "欢迎\r\n", count: 40)
    )
  }

  @Test(arguments: ["QQ", "QQ=", "QR==", "QUI", "QUK=A", "Q===", "Q Q=", "QQ==QQ=="])
  func `base64 that is not whole is refused`(text: String) {
    #expect(decodeBase64(text.utf8) == nil)
  }

  @Test(arguments: [("", ""), ("QQ==", "A"), ("QUI=", "AB"), ("QUJD", "ABC"), ("QUJDRA==", "ABCD")])
  func `base64 reads back`(text: String, plain: String) {
    #expect(decodeBase64(text.utf8) == Array(plain.utf8))
  }
}
