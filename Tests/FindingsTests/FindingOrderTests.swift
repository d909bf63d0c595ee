import Findings
import TestSupport
import Testing

@Suite struct FindingOrderTests {
  @Test func `findings in order are what sorting them gives`() {
    var findings: [Finding] = []
    for number in 0..<400 {
      // Few files, lines and columns, so that all of them, and then ids and words, decide for some;
      // every ninth is nowhere.
      let place = Place(
        file: ["b.json", "a.json", "é.json"][number % 3],
        line: number * 7 % 5,
        column: number * 11 % 4
      )
      var finding = Finding(
        "code",
        .warning,
        "message \(number * 31 % 17)",
        help: "help",
        at: number % 9 == 0 ? nil : place,
        record: "\(number * 13 % 6)"
      )
      finding.cause = Int32(number)
      findings.append(finding)
    }
    let list = FindingList(findings)
    #expect(Array(list.inOrder(list.indices.map { Int32($0) })) == findings.sorted())
    let some = findings.indices.filter { $0 % 4 != 1 }
    #expect(Array(list.inOrder(some.map { Int32($0) })) == some.map { findings[$0] }.sorted())
    #expect(list.inOrder([]).isEmpty)
  }

  @Test func `findings are grouped by code and level, in the order in which those come`() {
    let findings = (0..<300).map { number in
      Finding(
        ["b", "a", "c"][number / 7 % 3],
        number % 5 == 0 ? .warning : .error,
        "message \(number % 17)",
        help: "help \(number % 2)",
        at: Place(file: "\(number % 4)", line: number * 7 % 40),
        entity: ["student", "contact"][number / 3 % 2],
        record: "\(number)"
      )
    }
    var expected: [[Finding]] = []
    for finding in findings {
      let group = expected.firstIndex {
        $0[0].code == finding.code && $0[0].level == finding.level
      }
      if let group { expected[group].append(finding) } else { expected.append([finding]) }
    }
    let groups = FindingList(findings).groups()
    #expect(groups.map { Array($0) } == expected.map { $0.sorted() })
    #expect(groups.count == 6)
    #expect(FindingList().groups().isEmpty)
    #expect(groups[0] == FindingSelection(expected[0].sorted()))
    #expect(groups[0] != groups[1])
    #expect(Set([groups[0], groups[1], FindingSelection(expected[1].sorted())]).count == 2)
  }
}
