import Bytes
import Testing

struct LineCounterTests {
  static let text = Array("\u{FEFF}{\r\n  \"naïve\": \"日本😀\",\n\n\t\"é\": 1\r}\n".utf8)

  /// The place of every byte of `text`, counted one scalar after the other.
  private func places(of text: [UInt8]) -> [LineAndColumn] {
    var places: [LineAndColumn] = []
    var place = LineAndColumn(line: 1, column: 1)
    for (index, scalar) in String(decoding: text, as: UTF8.self).unicodeScalars.enumerated() {
      places.append(place)
      let isMark = index == 0 && scalar == "\u{FEFF}"
      if scalar == "\n" {
        place = LineAndColumn(line: place.line + 1, column: 1)
      } else if !isMark {
        place.column += 1
      }
      // A byte inside a character belongs to what follows the character's first byte.
      let inside = isMark ? LineAndColumn(line: 1, column: 2) : place
      for _ in 1..<UTF8.width(scalar) { places.append(inside) }
    }
    return places + [place]
  }

  @Test func `lines and columns count from one, in scalars`() {
    let bytes = LineCounterTests.text
    for (offset, expected) in places(of: bytes).enumerated() {
      let found = lineAndColumn(of: offset, in: bytes.span)
      #expect(found == expected, "offset \(offset)")
    }
    let end = lineAndColumn(of: 10_000, in: bytes.span)
    #expect(end.line == 5)
    #expect(end.column == 1)
  }

  @Test(arguments: 1...12)
  func `a file in pieces has the same places as in one`(size: Int) {
    let bytes = LineCounterTests.text + LineCounterTests.text
    let expected = places(of: bytes)
    for step in 1...5 {
      var counter = LineCounter()
      var found: [LineAndColumn] = []
      var wanted = 0
      for start in stride(from: 0, to: bytes.count, by: size) {
        let piece = bytes.span.extracting(start..<min(bytes.count, start + size))
        while let place = counter.lineAndColumn(of: wanted, in: piece) {
          found.append(place)
          wanted += step
        }
      }
      #expect(found == stride(from: 0, to: bytes.count, by: step).map { expected[$0] })
      #expect(counter.offset == bytes.count)
      #expect(counter.current == expected[bytes.count])
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 2031, 2032, 2033, 2040, 2041, 70_000])
  func `line feeds are counted exactly, however many stand together`(count: Int) {
    let all = [UInt8](repeating: 0x0A, count: count)
    #expect(LineCounter.lineFeeds(in: all.span) == count)
    let none = [UInt8](repeating: 0x8A, count: count)
    #expect(LineCounter.lineFeeds(in: none.span) == 0)
    let mixed = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131) }
    #expect(LineCounter.lineFeeds(in: mixed.span) == mixed.count { $0 == 0x0A })
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 130, 200])
  func `a line feed is counted wherever it stands in a line`(count: Int) {
    for place in 0..<count {
      // A tab is looked at like a line feed, and is none; the last byte may be one.
      for last in [UInt8(ascii: "x"), 0x0A, 0x09] {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        bytes[count - 1] = last
        bytes[place] = 0x0A
        let expected = bytes.count { $0 == 0x0A }
        #expect(LineCounter.lineFeeds(in: bytes.span) == expected, "\(place), \(last)")
      }
    }
  }

  @Test func `a thousand empty lines are counted one by one`() {
    let bytes = [0x8A, 0x0B, 0x09, 0x8A] + [UInt8](repeating: 0x0A, count: 1001) + [0x09, 0x0B]
    let places = [1004, 1007].map { lineAndColumn(of: $0, in: bytes.span) }
    #expect(places.map(\.line) == [1001, 1002])
    #expect(places.map(\.column) == [1, 3])
  }
}
