import PositionedJSON
import Testing

struct StringTests {
  @Test(arguments: [
    (#""""#, ""), (#""a""#, "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC\ud83d\uDE00""#, "Aé€😀"), (#""\u0000""#, "\0"),
    (#""\uFFFF\udbff\udfff""#, "\u{FFFF}\u{10FFFF}"), (#""日本\u8a9e""#, "日本語"),
    (
      "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\"",
      "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}"
    ),
  ])
  func `escapes are resolved and everything else stays`(json: String, text: String) {
    #expect(decoded(json) == text)
  }

  @Test(arguments: [
    (#""a\x""#, JSONFault(.badEscape, at: 2)), (#""\u12g4""#, JSONFault(.badEscape, at: 1)),
    (#""\U0041""#, JSONFault(.badEscape, at: 1)), ("\"a\tb\"", JSONFault(.controlInString, at: 2)),
    ("\"\0\"", JSONFault(.controlInString, at: 1)),
    (#""ab\ud800""#, JSONFault(.loneSurrogate, at: 3)),
    (#""\udc00""#, JSONFault(.loneSurrogate, at: 1)),
    (#""\udc00\udc00""#, JSONFault(.loneSurrogate, at: 1)),
    (#""\ud800\n""#, JSONFault(.loneSurrogate, at: 1)),
    (#""\ud800\u0041""#, JSONFault(.loneSurrogate, at: 1)),
    (#""\ud800\ud800""#, JSONFault(.loneSurrogate, at: 1)),
    (#""\ud800\u00""#, JSONFault(.badEscape, at: 7)),
  ])
  func `a bad escape or bare control character is refused where it stands`(
    json: String,
    expected: JSONFault
  ) {
    #expect(fault(in: json) == expected)
    #expect(faultOfWalk(in: Array(json.utf8)) == expected)
  }

  @Test(arguments: [
    [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xFF],
  ])
  func `bytes that are not UTF-8 are refused where they begin`(bad: [UInt8]) {
    for before in 0..<12 {
      let text = [0x22] + Array(repeating: 0x61, count: before) + bad + Array("bc\"".utf8)
      #expect(fault(in: text) == JSONFault(.invalidUTF8, at: 1 + before))
    }
  }

  /// A string's end is searched eight bytes at a time; this is the search one byte at a time.
  private func plainFault(_ bytes: [UInt8]) -> JSONFault? {
    var index = 1
    while bytes[index] != 0x22 {
      if bytes[index] < 0x20 { return JSONFault(.controlInString, at: index) }
      if bytes[index] == 0x5C {
        if bytes[index + 1] != 0x6E { return JSONFault(.badEscape, at: index) }
        index += 1
      }
      index += 1
    }
    return index + 1 == bytes.count ? nil : JSONFault(.trailing, at: index + 1)
  }

  @Test func `every byte at every place of a string of any length is seen`() {
    for length in 0..<20 {
      for place in 0..<length {
        for byte in UInt8(0)..<0x80 {
          var text = [0x22] + Array(repeating: UInt8(0x6E), count: length) + [0x22]
          text[1 + place] = byte
          // A quote may end up escaped, and then the string has no end.
          if byte == 0x5C && place == length - 1 { continue }
          #expect(fault(in: text) == plainFault(text), "\(text)")
        }
      }
    }
  }

  @Test func `flags tell of escapes and of bytes above ASCII`() throws {
    let bytes = Array(
      #"["plain, and long enough","\n","é","\u00e9 in a long string","ünder\n"]"#.utf8
    )
    var cursor = JSONCursor(bytes.span)
    var flags: [[Bool]] = []
    try cursor.enterArray()
    while try cursor.nextElement() {
      let text = try cursor.string()
      flags.append([text.hasEscapes, text.hasNonASCII])
      #expect(cursor.span(of: text).count == text.length)
    }
    #expect(
      flags == [[false, false], [true, false], [false, true], [true, false], [true, true]]
    )
  }

  @Test func `texts are compared escapes resolved`() throws {
    let bytes = Array(#"["Parent\/Guardian","Parent/Guardian","Parent"]"#.utf8)
    var cursor = JSONCursor(bytes.span)
    var answers: [Bool] = []
    try cursor.enterArray()
    while try cursor.nextElement() {
      answers.append(cursor.equals(try cursor.string(), "Parent/Guardian"))
    }
    #expect(answers == [true, true, false])
  }
}
