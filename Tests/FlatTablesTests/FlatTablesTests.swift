import FlatTables
import Testing

@Suite struct TextArenaTests {
  @Test func `text comes back as it went in, and empty text costs nothing`() throws {
    var arena = TextArena()
    let texts = ["003456", "", "Åkesson", "a,b", "=1+1", "5e1234567890123456789012"]
    let refs = try texts.map { try arena.append($0) }
    #expect(refs.map { arena.string($0) } == texts)
    #expect(refs[1] == .empty)
    #expect(arena.byteCount == texts.reduce(0) { $0 + $1.utf8.count })
  }

  @Test func `a text may be had with what follows it`() throws {
    var arena = TextArena()
    let texts = ["003456", "", "Åkesson", String(repeating: "long ", count: 9), "a", "b"]
    let refs = try texts.map { try arena.append($0) }
    let all = texts.joined().utf8
    let continued = TextArena(extending: arena)
    for arena in [arena, continued] {
      for (ref, text) in zip(refs, texts) {
        let ahead = arena.spanAhead(ref)
        #expect(ahead.count == max(text.utf8.count, 32) || text.isEmpty)
        #expect((0..<text.utf8.count).map { ahead[$0] } == Array(text.utf8))
      }
    }
    let ahead = continued.spanAhead(refs[2])
    #expect((0..<ahead.count).map { ahead[$0] } == Array(all.dropFirst(6).prefix(32)))
  }

  @Test(
    arguments: [
      ("plain", []),
      ("a,b", [.needsCSVQuotes]),
      ("a\"b", [.needsCSVQuotes, .needsJSONEscapes]),
      ("a\\b", [.needsJSONEscapes]),
      ("a\nb", [.needsCSVQuotes, .needsJSONEscapes, .hasControl]),
      ("é", [.hasNonASCII]),
      ("=1", [.startsFormula]),
      ("\tx", [.startsFormula, .needsJSONEscapes, .hasControl]),
      ("-1", [.startsLikeFormula]),
      ("@x", [.startsLikeFormula]),
      (" x", [.hasOuterSpace]),
      ("x ", [.hasOuterSpace]),
      ("a\u{7F}", [.hasControl]),
    ] as [(String, TextFlags)]
  )
  func `flags tell what a writer must know`(text: String, flags: TextFlags) throws {
    var arena = TextArena()
    #expect(try arena.append(text).flags == flags)
  }

  @Test func `a part that is printable goes in like the same bytes alone`() throws {
    var arena = TextArena()
    var plain = TextArena()
    for special in ["a", ",", " ", "=", "-", "@", "\u{7F}", "~"] {
      for length in Array(0...34) + [47, 63, 64, 65] {
        for place in 0..<max(length, 1) {
          var text = Array(String(repeating: "x", count: length).utf8)
          if place < length { text[place] = Array(special.utf8)[0] }
          // What stands before and behind it must not show.
          for behind in [[], Array(",=\"\u{1}".utf8), Array(repeating: 0xFF, count: 40)] {
            let bytes = Array("\",é".utf8) + text + behind
            let range = 4..<4 + text.count
            let ref = try arena.append(printable: range, of: bytes.span)
            let same = try plain.append(text.span)
            #expect(ref == same, "\(special) at \(place) of \(length)")
          }
        }
      }
    }
    #expect(arena.bytesForTests == plain.bytesForTests)
  }

  @Test func `a text of another arena comes with its flags, whatever that arena continues`() throws
  {
    var first = TextArena()
    let texts =
      ["", "a", "1,2", "Åkesson", "=eight=8", "a name of seventeen", "\"quoted\""]
      + [31, 32, 33, 64, 65, 200].map { String("an address, of some length ".cycled($0)) }
    var refs = try texts.map { try first.append($0) }
    var second = TextArena(extending: first)
    refs += try texts.map { try second.append($0) }
    var third = TextArena(extending: second)
    refs += try texts.map { try third.append($0) }
    var copy = TextArena()
    for (ref, text) in zip(refs, texts + texts + texts) {
      let copied = try copy.append(ref, of: third)
      #expect(copy.string(copied) == text)
      #expect(copied.flags == ref.flags)
    }
    #expect(copy.byteCount == third.byteCount)
  }

  @Test func `text that is forgotten makes way for other text`() throws {
    var arena = TextArena()
    let kept = try arena.append("kept")
    let count = arena.byteCount
    _ = try arena.append("forgotten, and longer than what comes")
    arena.truncate(to: count)
    let new = try arena.append("new")
    #expect([kept, new].map { arena.string($0) } == ["kept", "new"])
    #expect(arena.bytesForTests == Array("keptnew".utf8))
  }

  @Test func `an arena that continues another reads both and leaves the first as it was`() throws {
    var first = TextArena()
    let old = try first.append("old")
    var second = TextArena(extending: first)
    let new = try second.append("new")
    #expect(second.string(old) == "old")
    #expect(second.string(new) == "new")
    #expect(second.string(.empty) == "")
    #expect(first.byteCount == 3)
    var third = TextArena(extending: second)
    let newest = try third.append("newest")
    #expect([old, new, newest].map { third.string($0) } == ["old", "new", "newest"])
  }

  @Test func `a text longer than 65 535 bytes is refused`() throws {
    var arena = TextArena()
    _ = try arena.append(String(repeating: "x", count: 65_535))
    #expect(throws: TextArenaFull.self) {
      try arena.append(String(repeating: "x", count: 65_536))
    }
  }

  @Test func `a text that was interned is there once, also after many others`() throws {
    var arena = TextArena()
    var interner = TextInterner()
    let first = try interner.intern(Array("math".utf8).span, in: &arena)
    // Of all lengths, and alike except in the middle.
    let names = (0..<20_000).map { number in
      "Anna-\(String(repeating: "x", count: number % 30))\(number)-Anderson"
    }
    let refs = try names.map { try interner.intern(Array($0.utf8).span, in: &arena) }
    #expect(refs.map { arena.string($0) } == names)
    let byteCount = arena.byteCount
    #expect(try names.map { try interner.intern(Array($0.utf8).span, in: &arena) } == refs)
    #expect(try interner.intern(Array("math".utf8).span, in: &arena) == first)
    #expect(arena.byteCount == byteCount)
    #expect(try interner.intern(Array("".utf8).span, in: &arena) == .empty)
  }

  @Test func `an interned text has a number, and another has none`() throws {
    var arena = TextArena()
    var interner = TextInterner()
    let (known, unknown) = (Array("math".utf8), Array("mathe".utf8))
    _ = try interner.number(of: Array("art".utf8).span, in: &arena)
    #expect(try interner.number(of: known.span, in: &arena) == 1)
    #expect(try interner.number(of: known.span, in: &arena) == 1)
    #expect(arena.string(interner[1]) == "math")
    #expect(interner.existingNumber(of: known.span, in: arena) == 1)
    #expect(interner.existingNumber(of: unknown.span, in: arena) == nil)
  }
}

@Suite struct LinkTests {
  @Test func `texts that differ in one byte are told apart, whatever their length`() {
    func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool { equalBytes(left.span, right.span) }
    for length in 0..<40 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 1) }
      #expect(isEqual(bytes, bytes))
      #expect(!isEqual(bytes, bytes + [0]))
      for place in bytes.indices {
        var other = bytes
        other[place] ^= 0x10
        #expect(!isEqual(bytes, other))
      }
    }
  }

  @Test func `links keep each row's targets, and turn round`() {
    var links = Links()
    for row in [[2, 0], [], [0], [2, 2]] as [[Int32]] {
      for target in row { links.append(target) }
      links.closeRow()
    }
    #expect(links.rowCount == 4)
    #expect((0..<4).map { Array(links[$0]) } == [[2, 0], [], [0], [2, 2]])
    let inverse = links.inverted(count: 4)
    #expect((0..<4).map { Array(inverse[$0]) } == [[0, 2], [], [0, 3, 3], []])
  }

  @Test func `flags of long texts are those of their bytes one by one`() {
    // Each byte at each place of texts around two words' length, among plain ones.
    for length in 1...18 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
          bytes[place] = byte
          let flags = TextFlags(of: bytes.span)
          // A text of one byte has no words to go through; the inner marks of a longer one are its.
          let alone = TextFlags(of: [byte].span)
          let outer: TextFlags = [.startsFormula, .startsLikeFormula, .hasOuterSpace]
          #expect(flags.subtracting(outer) == alone.subtracting(outer))
          let isOuterSpace = byte == 0x20 && (place == 0 || place == length - 1)
          #expect(flags.contains(.hasOuterSpace) == isOuterSpace)
          let starts: TextFlags = [.startsFormula, .startsLikeFormula]
          #expect(flags.intersection(starts) == (place == 0 ? alone.intersection(starts) : []))
        }
      }
    }
  }

  @Test func `a part of a text stands in the whole and has flags of its own`() throws {
    var arena = TextArena()
    _ = try arena.append("before")
    let whole = try arena.append("=Ada, Zoë")
    let extended = TextArena(extending: arena)
    for arena in [arena, extended] {
      #expect(arena.string(arena.part(1..<4, of: whole)) == "Ada")
      #expect(arena.part(1..<4, of: whole).flags == [])
      #expect(arena.string(arena.part(6..<10, of: whole)) == "Zoë")
      #expect(arena.part(6..<10, of: whole).flags == .hasNonASCII)
      #expect(arena.part(2..<2, of: whole) == .empty)
    }
  }
}

extension String {
  /// Its characters again and again, `count` in all.
  fileprivate func cycled(_ count: Int) -> String {
    String((0..<count).map { self[index(startIndex, offsetBy: $0 % self.count)] })
  }
}
