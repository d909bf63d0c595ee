import FlatTables
import TestSupport
import Testing

@testable import RosterRules

@Suite struct TextCheckTests {
  @Test(arguments: [
    ("Max Berg", false), ("José Ñandú", false), ("李小龍", false), ("Zoë 👩‍🏫", true),
    ("a\u{80}", true), ("a\u{9F}", true), ("a\u{A0}", false), ("a\u{200A}", false),
    ("a\u{200B}", true), ("a\u{200F}", true), ("a\u{2010}", false), ("a\u{2027}", false),
    ("a\u{2028}", true), ("a\u{202E}", true), ("a\u{202F}", false), ("a\u{205F}", false),
    ("a\u{2060}", true), ("a\u{2069}", true), ("a\u{206A}", false), ("\u{FEFF}a", true),
    ("\u{FEFE}", false), ("\u{E0000}", true), ("a\u{E007F}", true), ("a\u{E0080}", false),
    ("\u{DFFFF}", false), ("\u{10FFFF}", false),
  ])
  func `a mark that hides or turns letters is found by its bytes`(text: String, isFound: Bool) {
    #expect(holdsDeceivingMark(Array(text.utf8).span) == isFound)
  }

  @Test func `repeated texts are found in pairs, each row once`() throws {
    var arena = TextArena()
    let texts = try ["ann", "", "BEN", "ann", "", "ben", "Ann", "ann"].map { try arena.append($0) }
    #expect(pairs(texts, arena) == ["0-3", "3-0", "7-0"])
    #expect(pairs(texts, arena, ignoringCase: true) == ["0-3", "2-5", "3-0", "5-2", "6-0", "7-0"])
    let groups: [Int32] = [1, 1, 1, 2, 1, 1, 1, 1]
    #expect(pairs(texts, arena, groups: groups) == ["0-7", "7-0"])
  }

  @Test func `ten thousand texts are told apart`() throws {
    var arena = TextArena()
    var texts = try (0..<10_000).map { try arena.append("S-\($0)") }
    #expect(pairs(texts, arena) == [])
    texts.append(try arena.append("S-4321"))
    #expect(pairs(texts, arena) == ["4321-10000", "10000-4321"])
  }

  @Test(arguments: [1, 10, 300, 4_000], [false, true])
  func `texts that repeat are found among however many`(distinct: Int, ofFirst: Bool) throws {
    var random = SeededRandom(seed: distinct)
    var arena = TextArena()
    var names: [String] = []
    for _ in 0..<2_000 {
      names.append("S-\(random.below(distinct))")
    }
    let texts = try names.map { try arena.append($0) }
    let front = ofFirst ? 50 : nil
    let found = RepeatedTexts.find(OpenTexts(texts), in: arena, ofFirst: front)
    let rows = Dictionary(grouping: names.indices) { names[$0] }
    let expected = names.indices.flatMap { row -> [RepeatedTexts.Pair] in
      let same = rows[names[row]] ?? []
      guard same.count > 1, same[0] < front ?? .max else { return [] }
      return [.init(row: row, other: row == same[0] ? same[1] : same[0])]
    }
    // What stands in front is told of in full; of the rest no more than may be of one text with it.
    let told = ofFirst ? found.filter { min($0.row, $0.other) < 50 } : found
    #expect(told == expected)
  }

  @Test func `a sieve lets nothing go that came twice, and most that came once`() {
    var sieve = RepeatSieve(capacity: 10_000)
    func number(_ index: Int) -> UInt64 { UInt64(index) &* 0x9E37_79B9_7F4A_7C15 >> 32 }
    for index in 0..<10_000 { sieve.add(number(index)) }
    for index in stride(from: 0, to: 10_000, by: 10) { sieve.add(number(index)) }
    for index in stride(from: 0, to: 10_000, by: 10) { #expect(sieve.mayRepeat(number(index))) }
    let kept = (0..<10_000).count { sieve.mayRepeat(number($0)) }
    #expect(kept < 4_000)

    var told = RepeatSieve(capacity: 100, isTold: true)
    told.expect(number(5))
    #expect(told.mayRepeat(number(5)) && !told.mayRepeat(number(6)))
  }

  private func pairs(
    _ texts: [TextRef],
    _ arena: TextArena,
    groups: [Int32]? = nil,
    ignoringCase: Bool = false
  ) -> [String] {
    RepeatedTexts.find(OpenTexts(texts), groups: groups, in: arena, ignoringCase: ignoringCase)
      .map { "\($0.row)-\($0.other)" }
  }
}
