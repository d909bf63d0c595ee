import PackedFiles
import PackedSamples
import Testing

@Suite struct GzipTests {
  private let text = "{\"id\":1}\n{\"id\":2}\n"

  @Test func `a gzip file is unpacked, and so are several joined ones`() throws {
    #expect(try Unpacking(gzipped(text)).lines == [": \(text)"])
    let joined = gzipped(text) + gzipped("") + gzipped("{}")
    #expect(try Unpacking(joined).lines == [": \(text){}"])
    #expect(try Unpacking(gzipped("")).lines == [": "])
  }

  @Test func `header fields are read over`() throws {
    // RFC 1952, section 2.3: FEXTRA, FNAME and FCOMMENT, with a name that means nothing here.
    var bytes = gzipped(text)
    bytes[3] = 0b1_1100
    bytes.insert(contentsOf: [2, 0, 7, 7] + Array("../../etc/x".utf8) + [0, 65, 0], at: 10)
    #expect(try Unpacking(bytes).lines == [": \(text)"])
  }

  @Test func `a gzip file cut anywhere says so, and keeps what came before`() throws {
    let whole = gzipped(text)
    for end in 2..<whole.count {
      let unpacking = try Unpacking(Array(whole[..<end]))
      #expect(unpacking.unpacked.parts.map(\.fault) == ["its packed data end too early"], "\(end)")
      #expect(text.hasPrefix(unpacking.texts[0]), "\(end)")
    }
  }

  @Test func `a byte changed anywhere is noticed, or changes nothing but the header`() throws {
    let whole = gzipped(text)
    for index in 2..<whole.count {
      var changed = whole
      changed[index] ^= 0x10
      let unpacking = try Unpacking(changed)
      let isSound = unpacking.unpacked.parts[0].fault == nil && unpacking.texts == [text]
      // Time, hints and system are not covered by the checksum, nor is the flag of a text.
      #expect(isSound == (4..<10).contains(index), "\(index): \(unpacking.lines)")
    }
  }

  @Test(arguments: [
    ([0, 0, 0], "it has 3 bytes behind the end of its gzip data"),
    ([65], "it has 1 byte behind the end of its gzip data"),
    ([0x1F, 0x8B], "its packed data end too early"),
    ([0x1F, 0x8C, 8, 0, 0], "its packed data are damaged"),
  ])
  func `what stands behind the end is a fault`(tail: [UInt8], fault: String) throws {
    let unpacking = try Unpacking(gzipped(text) + tail)
    #expect(unpacking.lines == ["! \(fault)"])
    #expect(unpacking.texts == [text])
  }

  @Test func `only one layer is unpacked`() throws {
    let twice = deflated(gzipped(text), gzip: true)
    let texts = { (bytes: [UInt8]) in [String(decoding: bytes, as: UTF8.self)] }
    #expect(try Unpacking(twice).texts == texts(gzipped(text)))
    let zip = Archive(["a": text]).bytes
    #expect(try Unpacking(deflated(zip, gzip: true)).texts == texts(zip))
  }

  @Test(arguments: ["", "{", "\u{1F}", "PK", "[{}]", "\u{FEFF}{}"])
  func `what is not packed is left alone`(text: String) throws {
    #expect(throws: NotPacked.self) { try Unpacking(Array(text.utf8)) }
  }
}
