import PositionedJSON
import Testing

/// The steps of the cursor as a reader of records uses them.
struct CursorTests {
  @Test func `a record is walked by a switch over its keys`() throws {
    let bytes =
      Array(
        #" { "email" : "ann@lincoln.example", "grade":"003", "year":2031, "active":true, "#.utf8
      )
      + Array(#""schools":["s1", "s2"], "home_language_other":null, "name":{"first":"Ann"}}x"#.utf8)
    var cursor = JSONCursor(bytes.span)
    var seen: [String] = []
    func text(_ text: JSONText, _ cursor: borrowing JSONCursor) -> String {
      var bytes: [UInt8] = []
      cursor.decode(text, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch (key.word, key.length) {
      case (word("email"), 5), (word("grade"), 5):
        seen.append(text(try cursor.string(), cursor))
      case (word("year"), 4): seen.append(text(try cursor.number(), cursor))
      case (word("active"), 6):
        seen.append("\(try cursor.kind())")
        try cursor.skipValue()
      case (word("schools"), 7):
        try cursor.enterArray()
        while try cursor.nextElement() { seen.append(text(try cursor.string(), cursor)) }
      case (word("home_language_other"), 19):
        let answers = [
          cursor.equals(key, "home_language_other"), cursor.equals(key, "home_language_Other"),
        ]
        #expect(answers == [true, false])
        try cursor.null()
      default: try cursor.skipValue()
      }
    }
    #expect(seen == ["ann@lincoln.example", "003", "2031", "true", "s1", "s2"])
    #expect(cursor.offset == bytes.count - 1)
    #expect(cursor.depth == 0)
    do throws(JSONFault) {
      try cursor.end()
      Issue.record("the 'x' after the record was accepted")
    } catch {
      #expect(error == JSONFault(.trailing, at: bytes.count - 1))
    }
  }

  @Test(arguments: [
    ("{}", JSONKind.object), ("[]", .array), ("\"\"", .string), ("0", .number), ("-1", .number),
    ("true", .true), ("false", .false), ("null", .null),
  ])
  func `a value's kind is told by its first character`(text: String, kind: JSONKind) throws {
    let bytes = Array(" \t\r\n\(text) ".utf8)
    var cursor = JSONCursor(bytes.span)
    let told = try cursor.kind()
    #expect(told == kind)
    #expect(cursor.offset == 4)
  }

  @Test func `what was not expected is refused, and the cursor stays`() {
    let bytes = Array(#"  7 "#.utf8)
    var cursor = JSONCursor(bytes.span)
    expectSyntax(&cursor) { cursor throws(JSONFault) in _ = try cursor.string() }
    expectSyntax(&cursor) { cursor throws(JSONFault) in try cursor.null() }
    expectSyntax(&cursor) { cursor throws(JSONFault) in try cursor.enterObject() }
    expectSyntax(&cursor) { cursor throws(JSONFault) in try cursor.enterArray() }
  }

  private func expectSyntax(
    _ cursor: inout JSONCursor,
    _ step: (inout JSONCursor) throws(JSONFault) -> Void
  ) {
    do throws(JSONFault) {
      try step(&cursor)
      Issue.record("accepted")
    } catch {
      #expect(error == JSONFault(.syntax, at: 2))
    }
    #expect(cursor.offset == 0)
    #expect(cursor.depth == 0)
  }

  @Test func `keys are told apart whatever their length and spelling`() throws {
    let names = ["", "a", "1234567", "12345678", "123456789", "1234567890123456", "é"]
    let spelled =
      [#""#, #"\u0061"#, #"123456\u0037"#, #"1234567\u0038"#, #"\u0031\u0032\u0033456789"#]
      + [#"123456789012345\u0036"#, #"\u00e9"#]
    for (name, spelling) in zip(names, spelled) {
      let plain = try key(of: "{\"\(name)\":0}")
      let escaped = try key(of: "{\"\(spelling)\":0}")
      #expect(plain.length == name.utf8.count)
      #expect(plain.word == littleEndian(name.utf8.prefix(8)))
      #expect(plain.tail == littleEndian(name.utf8.suffix(8)))
      #expect(escaped.word == plain.word)
      #expect(escaped.tail == plain.tail)
      #expect(escaped.length == plain.length)
    }
  }

  private func key(of text: String) throws -> JSONKey {
    let bytes = Array(text.utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterObject()
    return try next(&cursor)
  }

  /// The next key, which must be there.
  private func next(_ cursor: inout JSONCursor) throws -> JSONKey {
    let key = try cursor.nextKey()
    return try #require(key)
  }

  private func littleEndian(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
  }

  @Test func `a long key with an escape is recognised, and a long neighbour is not`() throws {
    let bytes = Array(#"{"student_\u0072elationships":1,"student_relatedonships":2}"#.utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterObject()
    let first = try next(&cursor)
    var answers = [
      cursor.equals(first, "student_relationships"),
      cursor.equals(first.text, "student_relationships"),
    ]
    #expect(answers == [true, true])
    try cursor.skipValue()
    let second = try next(&cursor)
    answers = [
      cursor.equals(second, "student_relationships"),
      cursor.equals(second, "student_relat1donships"),
      cursor.equals(second, "student_relatedonships"),
    ]
    #expect(answers == [false, false, true])
  }

  @Test func `an unreadable record is passed over by its structure, and reading goes on`() throws {
    let bytes = Array(#"[{"a":{"b":["\ud800","}\"]"]},"c":1},{"a":2}]"#.utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterArray()
    var hasNext = try cursor.nextElement()
    #expect(hasNext)
    let start = cursor.mark
    do throws(JSONFault) {
      try walk(&cursor)
      Issue.record("a lone surrogate was accepted")
    } catch {
      #expect(error == JSONFault(.loneSurrogate, at: 13))
      #expect(error.isContent)
    }
    cursor.rewind(to: start)
    try cursor.frameValue()
    hasNext = try cursor.nextElement()
    #expect(hasNext)
    try walk(&cursor)
    hasNext = try cursor.nextElement()
    #expect(!hasNext)
    #expect(cursor.depth == 0)
    try cursor.end()
  }

  @Test func `a record walked twice is not taken for one with double keys`() throws {
    let bytes = Array(#"[{"b":1,"a":{"d":1,"c":2},"e":3},{"b":1,"a":2}]"#.utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterArray()
    while try cursor.nextElement() {
      let start = cursor.mark
      try cursor.enterObject()
      let key = try next(&cursor)
      let value = cursor.mark
      for _ in 0..<3 {
        // The second key again, while its object is open; then the whole record again.
        cursor.rewind(to: value)
        try cursor.skipValue()
        _ = try next(&cursor)
        cursor.rewind(to: start)
        try cursor.skipValue()
        cursor.rewind(to: start)
        try cursor.enterObject()
        let again = try next(&cursor)
        #expect(again == key)
      }
      cursor.rewind(to: start)
      try walk(&cursor)
    }
  }

  @Test(arguments: [false, true])
  func `a value that can't be read leaves the object around it as it was`(isWalked: Bool) throws {
    let bytes = Array(#"{"b":{"x":"\ud800"},"a":1,"b":2}"#.utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterObject()
    _ = try next(&cursor)
    let start = cursor.mark
    do throws(JSONFault) {
      if isWalked { try walk(&cursor) } else { try cursor.skipValue() }
      Issue.record("a lone surrogate was accepted")
    } catch {
      #expect(error == JSONFault(.loneSurrogate, at: 11))
    }
    if isWalked { cursor.rewind(to: start) }
    try cursor.frameValue()
    _ = try next(&cursor)
    try cursor.skipValue()
    do throws(JSONFault) {
      _ = try cursor.nextKey()
      Issue.record("the second 'b' was accepted")
    } catch {
      #expect(error == JSONFault(.duplicateKey, at: 26))
    }
  }

  @Test func `an array can be looked into and walked from its start again`() throws {
    let bytes = Array("[1,2]".utf8)
    var cursor = JSONCursor(bytes.span)
    try cursor.enterArray()
    let start = cursor.mark
    for _ in 0..<2 {
      cursor.rewind(to: start)
      _ = try cursor.nextElement()
      try cursor.skipValue()
    }
    let hasNext = try cursor.nextElement()
    #expect(hasNext)
  }

  @Test func `raw bytes, the byte at hand and an empty text are what they say`() {
    let bytes = Array(#"{"a":1}"#.utf8)
    var cursor = JSONCursor(bytes.span)
    #expect(cursor.byte == UInt8(ascii: "{"))
    let raw = cursor.rawBytes(in: 1..<4)
    #expect(raw[1] == UInt8(ascii: "a"))
    #expect(raw.count == 3)
    cursor.offset = 7
    #expect(cursor.byte == nil)
    #expect(JSONText.empty.isEmpty)
  }
}
