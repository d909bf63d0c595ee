import BloomzModel
import Testing
import Texts

@testable import InvitationMail

struct SmallPartsTests {
  @Test(arguments: [("2026-06-30", 2025), ("2026-07-01", 2026), ("2027-01-01", 2026)])
  func `a school year begins in July`(text: String, year: Int) throws {
    #expect(try #require(CalendarDay(text)).schoolYear == year)
  }

  @Test(arguments: [
    ("en", "September 4, 2026"), ("en-US", "September 4, 2026"),
    ("es", "4 de septiembre de 2026"), ("vi", "2026-09-04"),
  ])
  func `a day is written as the language writes it`(language: String, text: String) throws {
    #expect(try #require(CalendarDay("2026-09-04")).text(in: language) == text)
  }

  @Test(
    arguments: [
      ("Pat", .fine), ("", .fine), ("José Ñúñez", .fine), ("李小龍", .fine), ("محمد", .fine),
      ("O'Neil-Smith, Jr.", .fine), ("👩‍🏫", .hidden), ("می‌خواهم", .fine), ("क्‍ष", .fine),
      ("Pat\r\nBcc: x", .control), ("Pat\n", .control), ("Pat\0", .control), ("\tPat", .control),
      ("Pat\u{7F}", .control), ("Pat\u{85}", .control), ("Pat\u{1B}[1m", .control),
      ("Pat\u{202E}taP", .hidden), ("Pat\u{200F}", .hidden), ("Pa\u{200B}t", .hidden),
      ("Pa\u{200D}t", .hidden), ("می\u{200C}", .hidden), ("\u{FEFF}Pat", .hidden),
      ("Pat\u{E0041}", .hidden), ("Pat\u{2066}x\u{2069}", .hidden), ("Pat\u{2028}", .hidden),
      ("Pat\u{200E}\n", .control),
    ] as [(String, NameCheck)]
  )
  func `a name is fine or has what no mail should carry`(name: String, check: NameCheck) {
    #expect(NameCheck(Array(name.utf8).span) == check)
  }

  @Test(arguments: [
    ("T-1042", "teacher-T-1042.eml"), ("a b/c", "teacher-a%20b%2Fc.eml"),
    ("é", "teacher-%C3%A9.eml"),
    ("..", "teacher-...eml"), ("a%b", "teacher-a%25b.eml"), ("a~b", "teacher-a%7Eb.eml"),
    ("con:nul*", "teacher-con%3Anul%2A.eml"),
  ])
  func `a file's name is ASCII`(key: String, name: String) {
    let hash = KeyedHash(key: [1])
    #expect(MailFileName.make(role: "teacher", key: Array(key.utf8).span, hash: hash) == name)
  }

  @Test func `long keys get short names that differ`() {
    let hash = KeyedHash(key: [1])
    let keys = ["x", "y"].map { String(repeating: "k", count: 300) + $0 }
    let names = keys.map {
      MailFileName.make(role: "parent", key: Array($0.utf8).span, hash: hash)
    }
    #expect(names[0] != names[1])
    #expect(names.allSatisfy { $0.utf8.count <= 255 })
  }

  @Test func `names in a sentence`() {
    #expect(joined([], in: "en") == "")
    #expect(joined(["A"], in: "en") == "A")
    #expect(joined(["A", "B"], in: "en-US") == "A and B")
    #expect(joined(["A", "B", "C"], in: "es") == "A, B y C")
    #expect(joined(["A", "B", "C"], in: "vi") == "A, B, C")
  }
}
