import Findings
import TestSupport
import Testing

@Suite struct FindingListTests {
  private static let plain = Finding(
    "teacher-without-email",
    .error,
    "teacher '5895' has no email address",
    help: "add 'email' in Clever",
    fixer: .recordsClerk,
    at: Place(file: "teachers.json", line: 41, column: 7),
    entity: "teacher",
    record: "5895",
    field: "email"
  )

  private static var noted: Finding {
    var finding = plain
    finding.code = "key-repeats"
    finding.message = "Schüler '17' steht zweimal da"
    finding.place = nil
    finding.notes = [
      Finding.Note("the other record", at: Place(file: "a.json", line: 3)),
      Finding.Note("and words alone"),
    ]
    finding.cause = 4
    return finding
  }

  @Test func `what went in comes out, in order`() {
    let findings = [Self.plain, Self.noted, Self.plain, Finding("a", .note, "", help: "")]
    let list = FindingList(findings)
    #expect(Array(list) == findings)
    #expect(list.count == 4)
    #expect(list == FindingList(findings))
    #expect(list != FindingList(findings.reversed()))
    #expect(FindingList().isEmpty)
  }

  @Test func `a place can be given later, to a finding or to one of its notes`() {
    var list = FindingList([Self.noted, Self.plain])
    list.setPlace(Place(file: "b.json", line: 2, column: 5), of: 0)
    list.setPlace(Place(file: "a.json", line: 9), of: 0, note: 1)
    list.setPlace(nil, of: 1)
    var first = Self.noted
    first.place = Place(file: "b.json", line: 2, column: 5)
    first.notes[1].place = Place(file: "a.json", line: 9)
    var second = Self.plain
    second.place = nil
    #expect(Array(list) == [first, second])
  }

  @Test func `more endings than are kept are no loss`() {
    let findings = (0..<3000).map { number in
      Finding("a", .note, "class '\(number % 7)' has \(number % 1500) students", help: "")
    }
    #expect(Array(FindingList(findings)) == findings)
  }

  @Test func `messages come out whole whatever they end with and whoever they name`() {
    let messages: [(message: String, record: String)] = [
      ("contact 'c-1' has no address", "c-1"), ("contact 'c-2' has no address", "c-2"),
      ("contact 'c-2' has no address", "c-3"), ("contact 'c-2' has an address", "c-2"),
      ("has no address", ""), (" has no address", "address"), ("'", "'"), ("", "c-1"),
      ("contact 'c-4' is the same as 'c-1'", "c-4"), ("contact 'c-5' is the same as 'c-1'", "c-1"),
      ("contact 'c-6' has no address", "contact 'c-6' has no address"),
      ("contact 'ü' heißt ’ü’ und nicht 'u'", "ü"), ("' has no address", "c-1"),
    ]
    let findings = messages.flatMap { message, record in
      ["a", "b"].map { Finding($0, .note, message, help: "", record: record) }
    }
    var list = FindingList()
    list.reserveCapacity(findings.count)
    for finding in findings { list.append(finding) }
    #expect(Array(list) == findings)
    #expect(Array(FindingList(findings.reversed())) == findings.reversed())
  }

  @Test func `lists one behind the other are the list of all findings`() {
    let mine = [
      Self.plain, Self.noted, Finding("a", .note, "it's 'x' here", help: "", record: "x"),
    ]
    var others = (0..<50).map { number in
      Finding(
        "b",
        number % 2 == 0 ? .error : .warning,
        "class '\(number)' has \(number % 7) students",
        help: "help \(number % 3)",
        at: Place(file: number % 5 == 0 ? "teachers.json" : "c\(number % 3).json", line: number),
        record: "\(number)",
        notes: number % 4 == 0 ? Self.noted.notes : []
      )
    }
    others[3].cause = 9
    for (left, right) in [(mine, others), (others, mine), ([], mine), (mine, []), (mine, mine)] {
      var list = FindingList(left)
      list.append(contentsOf: FindingList(right))
      #expect(Array(list) == left + right)
      // Places of files that both name, and what is added behind, are right as well.
      list.append(Self.noted)
      #expect(Array(list) == left + right + [Self.noted])
    }
  }

  @Test func `what a finding says of itself is told without it`() {
    let findings = [Self.plain, Self.noted, Finding("a", .note, "", help: "")]
    var list = FindingList(findings)
    for (index, finding) in findings.enumerated() {
      #expect(list.code(of: index) == finding.code)
      #expect(list.level(of: index) == finding.level)
      #expect(list.entity(of: index) == finding.entity)
      #expect(list.cause(of: index) == finding.cause)
      let id = list.withRecord(of: index) { bytes in bytes.indices.map { bytes[$0] } }
      #expect(id == Array(finding.record.utf8))
      list.setCause(Int32(index + 5), of: index)
    }
    #expect(list.map(\.cause) == [5, 6, 7])
  }

  @Test func `texts that differ in bytes alone stay apart`() {
    let spellings = ["\u{E9}.json", "e\u{301}.json", "\u{212B}", "A\u{30A}"]
    let findings = (spellings + spellings).map { text in
      Finding("a", .note, text, help: text, at: Place(file: text, line: 1), field: text)
    }
    var list = FindingList(findings)
    list.append(contentsOf: FindingList(findings.reversed()))
    for (found, finding) in zip(list, findings + findings.reversed()) {
      for text in [found.help, found.place?.file, found.field, found.message] {
        #expect(text?.utf8.elementsEqual(finding.message.utf8) == true)
      }
    }
    #expect(Set(spellings.map { ExactText($0) }).count == 4)
    #expect(Set(spellings.map { Place(file: $0, line: 1) }).count == 4)
    let order = list.inOrder(list.indices.map { Int32($0) }).map { Array($0.help.utf8) }
    #expect(order == list.sorted().map { Array($0.help.utf8) })
    #expect(ExactText("ab") == ExactText("ab") && ExactText("ab") != ExactText("abc"))
  }
}
