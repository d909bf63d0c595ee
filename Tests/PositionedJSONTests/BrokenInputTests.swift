import Bytes
import PositionedJSON
import TestSupport
import Testing

/// Cut, overlong, deep and damaged input: always an answer, never a crash.
struct BrokenInputTests {
  @Test(arguments: documents)
  func `every cut of a document is told to be one`(document: String) {
    let bytes = Array(document.utf8)
    #expect(fault(in: bytes) == nil)
    #expect(faultOfWalk(in: bytes) == nil)
    for count in 0..<bytes.count {
      // The bytes behind the cut are there, so reading too far would be noticed.
      let cut = bytes.span.extracting(0..<count)
      for way in 0..<3 {
        var cursor = JSONCursor(cut)
        do throws(JSONFault) {
          switch way {
          case 0: try cursor.skipValue()
          case 1: try walk(&cursor)
          default: try cursor.frameValue()
          }
          Issue.record("\(count) bytes of \(document) were accepted")
        } catch {
          #expect(error == JSONFault(.truncated, at: count), "\(count) bytes of \(document)")
        }
        if way != 1 { #expect(cursor.offset == 0) }
      }
    }
  }

  @Test(arguments: documents)
  func `a document is framed to the same end as it is read`(document: String) throws {
    let bytes = Array(document.utf8)
    var framed = JSONCursor(bytes.span)
    try framed.frameValue()
    var read = JSONCursor(bytes.span)
    try read.skipValue()
    #expect(framed.offset == read.offset)
  }

  @Test(arguments: [",", ":", "}", "]", " ]"])
  func `nothing is framed where no value begins`(text: String) {
    let bytes = Array(text.utf8)
    var cursor = JSONCursor(bytes.span)
    do throws(JSONFault) {
      try cursor.frameValue()
      Issue.record("accepted")
    } catch {
      #expect(error == JSONFault(.syntax, at: bytes.count - 1))
    }
  }

  @Test func `64 levels are read and 65 are refused`() {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let innermost = open == "[" ? "" : "0"
      let deep =
        String(repeating: open, count: 64) + innermost + String(repeating: close, count: 64)
      #expect(fault(in: deep) == nil)
      #expect(faultOfWalk(in: Array(deep.utf8)) == nil)
      let deeper =
        String(repeating: open, count: 65) + innermost + String(repeating: close, count: 65)
      let place = 64 * open.utf8.count
      #expect(fault(in: deeper) == JSONFault(.depth, at: place))
      #expect(faultOfWalk(in: Array(deeper.utf8)) == JSONFault(.depth, at: place))
      let empty = String(repeating: "[", count: 64) + "{}" + String(repeating: "]", count: 64)
      #expect(fault(in: empty) == JSONFault(.depth, at: 64))
    }
  }

  /// Nothing in the room calls itself, so no stack is deep enough or too small: a level is a bit in
  /// a word for `skipValue`, and a count for `frameValue`.
  @Test func `a hundred thousand levels are refused at once, and can be passed over`() throws {
    let text = String(repeating: #"[{"a":"#, count: 50_000) + String(repeating: "}]", count: 50_000)
    let bytes = Array(text.utf8)
    // The fastest of a few: a busy machine is no fault of ours.
    let times = try (0..<5).map { _ in
      try ContinuousClock().measure {
        #expect(fault(in: bytes) == JSONFault(.depth, at: 64 / 2 * 6))
        #expect(fault(in: Array(repeating: 0x5B, count: 100_000)) == JSONFault(.depth, at: 64))
        var cursor = JSONCursor(bytes.span)
        try cursor.frameValue()
        try cursor.end()
      }
    }
    #expect(times.contains { $0 < .seconds(0.2) })
  }

  @Test func `a string of 64 KiB is read and a longer one is refused`() {
    let limit = JSONCursor.stringLimit
    for unit in ["a", "é", #"\n"#] {
      let whole = String(repeating: unit, count: limit / unit.utf8.count)
      #expect(fault(in: "[\"\(whole)\"]") == nil)
      #expect(fault(in: "[\"\(whole)b\"]") == JSONFault(.stringTooLong, at: 1))
      #expect(fault(in: "{\"\(whole)b\":1}") == JSONFault(.stringTooLong, at: 1))
      // No need to see its end.
      #expect(fault(in: "[\"\(whole)b") == JSONFault(.stringTooLong, at: 1))
    }
  }

  @Test(arguments: 0..<60)
  func `damaged documents get one verdict, however they are read`(seed: Int) {
    var random = SeededRandom(seed: seed)
    for document in documents {
      for _ in 0..<40 {
        var bytes = Array(document.utf8)
        for _ in 0..<1 + random.next() % 4 {
          let place = Int(random.next() % UInt64(bytes.count))
          switch random.next() % 4 {
          case 0: bytes[place] ^= 1 << UInt8(random.next() % 8)
          case 1: bytes[place] = Array("{}[]\",:\\0-e \n".utf8)[Int(random.next() % 13)]
          case 2: bytes.remove(at: place)
          default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
          }
        }
        let verdict = fault(in: bytes)
        #expect(faultOfWalk(in: bytes) == verdict, "seed \(seed): \(bytes)")
        var framed = JSONCursor(bytes.span, isFinal: true)
        do throws(JSONFault) {
          try framed.frameValue()
          framed.skipWhitespace()
          if verdict == nil { #expect(framed.offset == bytes.count, "seed \(seed): \(bytes)") }
        } catch {
          #expect(verdict != nil, "seed \(seed): \(bytes)")
        }
      }
    }
  }

  @Test(arguments: [
    ("", JSONFault(.truncated, at: 0)), (" \n", JSONFault(.truncated, at: 2)),
    ("[1,]", JSONFault(.syntax, at: 3)), ("[,1]", JSONFault(.syntax, at: 1)),
    (#"{"a":1,}"#, JSONFault(.syntax, at: 7)), ("{,}", JSONFault(.syntax, at: 1)),
    (#"{"a" 1}"#, JSONFault(.syntax, at: 5)), (#"{"a":}"#, JSONFault(.syntax, at: 5)),
    ("{1:2}", JSONFault(.syntax, at: 1)), ("[1}", JSONFault(.syntax, at: 2)),
    (#"{"a":1]"#, JSONFault(.syntax, at: 6)), ("[1 2]", JSONFault(.syntax, at: 3)),
    ("[]]", JSONFault(.trailing, at: 2)), ("{} // x", JSONFault(.trailing, at: 3)),
    ("/**/{}", JSONFault(.syntax, at: 0)), ("tru", JSONFault(.truncated, at: 3)),
    ("trie", JSONFault(.syntax, at: 2)), ("True", JSONFault(.syntax, at: 0)),
    ("'a'", JSONFault(.syntax, at: 0)), ("[\u{A0}1]", JSONFault(.syntax, at: 1)),
    ("[\u{C}1]", JSONFault(.syntax, at: 1)), ("\0", JSONFault(.syntax, at: 0)),
  ])
  func `a broken structure is refused where it breaks`(text: String, expected: JSONFault) {
    #expect(fault(in: text) == expected)
    #expect(faultOfWalk(in: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    (JSONFault.Kind.truncated, false, "an end in the middle of a value"),
    (.syntax, false, "a character that JSON does not allow here"),
    (.badNumber, false, "a number that is not written as JSON demands"),
    (.numberTooBig, true, "a number too big for a 64-bit integer or a double"),
    (.badEscape, false, "a backslash that begins no JSON escape"),
    (.controlInString, false, "a bare control character in a string"),
    (.depth, true, "more than 64 objects and arrays inside one another"),
    (.invalidUTF8, true, "bytes that are not UTF-8"),
    (.loneSurrogate, true, "half of a surrogate pair"),
    (.duplicateKey, true, "a key comes twice in one object"),
    (.stringTooLong, true, "a string of more than 64 KiB"),
    (.trailing, false, "more text after the end of the value"),
  ])
  func `a fault says what was found, and whether only its record is lost`(
    kind: JSONFault.Kind,
    isContent: Bool,
    words: String
  ) {
    let fault = JSONFault(kind, at: 0)
    #expect(fault.words == words)
    #expect(fault.isContent == isContent)
    #expect(JSONFault.Kind.allCases.count == 12)
  }

  @Test func `a fault is found again in an editor`() throws {
    let bytes = Array("[\n  {\"é\": 1},\n  {\"é\": 1, \"b\": 2, \"é\": 3}\n]".utf8)
    let found = try #require(fault(in: bytes))
    #expect(found.kind == .duplicateKey)
    let place = lineAndColumn(of: found.offset, in: bytes.span)
    #expect(place == LineAndColumn(line: 3, column: 20))
  }
}
