import Findings
import TestSupport
import Testing
import Texts

@Suite struct FindingTextTests {
  @Test func `a finding reads place, level, what, code, then help and notes`() {
    let finding = Finding(
      "teacher-without-email",
      .error,
      "teacher 'T-1042' has no email address",
      help: "add 'email' in Clever, or share the field with Bloomz",
      at: Place(file: "clever/teachers.json", line: 41, column: 7),
      notes: [.init("teachers are shared for one school", at: Place(file: "p.json", line: 9))]
    )
    #expect(
      finding.lines() == [
        "clever/teachers.json:41:7: error: teacher 'T-1042' has no email address "
          + "[teacher-without-email]",
        "  help: add 'email' in Clever, or share the field with Bloomz",
        "  note: p.json:9: teachers are shared for one school",
      ]
    )
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1b}[31mb"),
    ("a\nb", "a\\u{a}b"),
    ("a\u{202E}b", "a\\u{202e}b"),
    ("a\u{200B}b", "a\\u{200b}b"),
    ("Åkesson 美玲", "Åkesson 美玲"),
  ])
  func `what would steer a terminal or deceive the eye is escaped`(text: String, shown: String) {
    #expect(printable(text) == shown)
  }

  @Test func `findings order by gravity, code, place, record`() {
    func finding(_ code: String, _ level: Level, _ line: Int) -> Finding {
      Finding(code, level, "m", help: "", at: Place(file: "f", line: line))
    }
    let sorted = [
      finding("b", .warning, 1), finding("a", .error, 9), finding("a", .error, 2),
      finding("z", .blocker, 5),
    ].sorted()
    #expect(sorted.map(\.code) == ["z", "a", "a", "b"])
    #expect(sorted.map(\.place?.line) == [5, 2, 9, 1])
  }

  @Test(arguments: [(0, 0), (7, 123), (RecordPlace.fileLimit - 2, RecordPlace.offsetLimit - 1)])
  func `a record's place keeps file and offset`(file: Int, offset: Int) {
    let place = RecordPlace(file: file, offset: offset)
    #expect(place.file == file)
    #expect(place.offset == offset)
    #expect(place.isKnown)
    #expect(!RecordPlace.none.isKnown)
  }

  @Test(arguments: Level.allCases)
  func `a level is read back from its spelling`(level: Level) {
    #expect(Level(level.description) == level)
    #expect(Level("fatal") == nil)
  }
}
