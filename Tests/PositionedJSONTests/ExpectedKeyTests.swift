import PositionedJSON
import Testing

/// Keys that are tried before they are read.
struct ExpectedKeyTests {
  /// The first key of `text`, prepared.
  private func expected(_ name: String) throws -> ExpectedKey? {
    let bytes = Array("{\"\(name)\":0}".utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterObject()
    guard let key = try cursor.nextKey() else { return nil }
    return ExpectedKey(key, in: cursor.source)
  }

  /// Walks the object `text`, each key tried as one of `names`; how many were passed so.
  private func walk(_ text: String, trying names: [String]) throws -> Int {
    let expected = try names.map { try #require(try self.expected($0)) }
    let bytes = Array(text.utf8)
    var cursor = JSONCursor(bytes.span)
    var passed = 0
    try cursor.enterObject()
    walking: while true {
      for (name, key) in zip(names, expected) {
        let start = cursor.offset
        guard try cursor.passKey(key) else {
          #expect(cursor.offset == start)
          continue
        }
        passed += 1
        #expect(
          bytes[start..<cursor.offset].reversed().starts(with: "\"\(name)\":".utf8.reversed())
        )
        try cursor.skipValue()
        continue walking
      }
      if try cursor.passObjectEnd() { break }
      guard try cursor.nextKey() != nil else { break }
      try cursor.skipValue()
    }
    #expect(cursor.depth == 0)
    #expect(cursor.offset == bytes.count - padding.count)
    return passed
  }

  /// Behind the object, since nothing is tried at the very end of the bytes.
  private let padding = String(repeating: " ", count: 40)

  @Test func `a key of any length is passed, and none that differs in a byte`() throws {
    for length in 0...21 {
      let name = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
      #expect(try walk("{\"\(name)\":1}\(padding)", trying: [name]) == 1)
      #expect(try walk("{\"A\":0,\"\(name)\":\"x\"}\(padding)", trying: [name]) == 1)
      #expect(try walk("{\"\(name)z\":1}\(padding)", trying: [name]) == 0)
      #expect(try walk("{\"\(name)\" :1}\(padding)", trying: [name]) == 0)
      for place in 0..<length {
        var other = Array(name.utf8)
        other[place] = UInt8(ascii: "_")
        let spelling = String(decoding: other, as: UTF8.self)
        #expect(try walk("{\"\(spelling)\":1}\(padding)", trying: [name]) == 0)
      }
    }
    #expect(try expected("abcdefghijklmnopqrstuv") == nil)
    #expect(try expected("a\\u0062") == nil)
  }

  @Test func `white space, and the end of the bytes, are left to the ordinary step`() throws {
    #expect(try walk("{ \"a\":1}\(padding)", trying: ["a"]) == 0)
    #expect(try walk("{\"a\":1 ,\"b\":1}\(padding)", trying: ["a", "b"]) == 1)
    #expect(try walk("{\"a\":1, \"b\":1 }\(padding)", trying: ["a", "b"]) == 1)
    let bytes = Array("{\"a\":1}".utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterObject()
    let key = try #require(try expected("a"))
    let passed = try cursor.passKey(key)
    #expect(!passed)
  }

  @Test(arguments: ["{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":2,\"b\":3}", "{\"b\":1,\"a\":{},\"a\":3}"])
  func `a key that comes twice is refused also when it was expected`(text: String) {
    #expect {
      try walk(text + padding, trying: ["a", "b"])
    } throws: { error in
      (error as? JSONFault)?.kind == .duplicateKey
    }
  }

  /// Bits that differ in one word must not be hidden by those of the next.
  @Test func `a key is not taken for one that is expected where the two differ by less`() throws {
    for (met, name) in [
      ("school_number", "school_nomber"), ("phona_phone_type", "phone_phone_type"),
      ("student_relatiojships", "student_relationships"),
    ] {
      #expect(try walk("{\"\(met)\":1}\(padding)", trying: [name]) == 0)
    }
  }

  @Test func `keys in no order are passed too`() throws {
    let text = "{\"c\":1,\"b\":{\"c\":1,\"a\":2},\"a\":[{\"b\":1}]}\(padding)"
    #expect(try walk(text, trying: ["a", "b", "c"]) == 3)
  }

  @Test(arguments: [
    ("\"0123\"", true), ("\"012\"", false), ("\"01234\"", false), ("0123", false),
    (" \"0123\"", false), ("\"01x3\"", false), ("\"0123", false), ("\"", false), ("", false),
  ])
  func `a string of a known length is read by whoever knows its form`(text: String, isRead: Bool) {
    let bytes = Array(text.utf8)
    var cursor = JSONCursor(bytes.span)
    let value: Int? = cursor.string(ofLength: 4) { bytes in
      for index in bytes.indices where !(0x30...0x39).contains(bytes[index]) { return nil }
      return bytes.count
    }
    #expect(value == (isRead ? 4 : nil))
    #expect(cursor.offset == (isRead ? 6 : 0))
  }
}
