import FlatTables
import Testing

@testable import RosterRules

@Suite struct TextCheckTests {
  @Test(arguments: [
    ("5035550111", true), ("(503) 555-0111", true), ("1-(503) 555-0111", true),
    ("+1 503.555.0111", true), ("503/555\u{2013}0111", true), ("503\u{A0}5550111", true),
    ("", false), ("555-0111", false), ("503555011", false), ("50355501112", false),
    ("15035550111x2", false), ("+5035550111", false), ("++15035550111", false),
    ("0035550111", false), ("1035550111", false), ("11035550111", false), ("phone", false),
    ("5035550111 or 5035550112", false), ("\u{C2}", false), ("503\u{2212}5550111", false),
  ])
  func `a phone comes down to ten digits or not`(text: String, isPhone: Bool) {
    #expect(ContactReach.isPhone(Array(text.utf8).span) == isPhone)
  }

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

  private func pairs(
    _ texts: [TextRef],
    _ arena: TextArena,
    groups: [Int32]? = nil,
    ignoringCase: Bool = false
  ) -> [String] {
    RepeatedTexts.find(texts, groups: groups, in: arena, ignoringCase: ignoringCase)
      .map { "\($0.row)-\($0.other)" }
  }
}
