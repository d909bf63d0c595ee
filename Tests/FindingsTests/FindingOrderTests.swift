import Findings
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
    #expect(findings.inOrder(Array(findings.indices)) == findings.sorted())
    let some = Array(findings.indices.filter { $0 % 4 != 1 })
    #expect(findings.inOrder(some) == some.map { findings[$0] }.sorted())
    #expect(findings.inOrder([]).isEmpty)
  }
}
