import Findings
import Pipeline
import Testing

@Suite struct FaultyFileTests {
  @Test(
    arguments: FaultyFile.yaml + FaultyFile.keys + FaultyFile.parameters + FaultyFile.options
  )
  func `a faulty file is refused with all its faults`(file: FaultyFile) {
    #expect(faults(of: file.yaml, settings: file.settings) == file.expected)
  }

  @Test func `every code of the catalogue is in the table, or in a test of its own`() {
    let table =
      (FaultyFile.yaml + FaultyFile.keys + FaultyFile.parameters + FaultyFile.options)
      .map(\.expected).joined()
    let missing = PlanFault.allCases.filter { !table.contains("[\($0.code)]") }
    // Too big for a table, no faults but warnings, or a fault that only the file system shows.
    let elsewhere: [PlanFault] = [
      .fileTooLarge, .fileNotUTF8, .lookAlikeBlank, .textCut, .yamlTooDeep, .yamlTooManyValues,
      .resultsInsideExport,
    ]
    #expect(missing == elsewhere)
  }

  @Test(arguments: PlanFault.allCases)
  func `a code is in kebab case, and its words have no full stop`(fault: PlanFault) {
    #expect(fault.code.allSatisfy { ("a"..."z").contains($0) || "-8".contains($0) })
    for words in [fault.title, fault.help] {
      #expect(!words.isEmpty && !words.hasSuffix("."))
    }
  }

  @Test func `faults come in the order of their places, those of the command line first`() {
    let error = PlanError([
      Finding("b", .error, "later", help: "", at: Place(file: "p.yaml", line: 3, column: 9)),
      Finding("b", .error, "same place", help: "", at: Place(file: "p.yaml", line: 3, column: 1)),
      Finding("a", .error, "same place", help: "", at: Place(file: "p.yaml", line: 3, column: 1)),
      Finding("a", .error, "same place", help: "", at: Place(file: "p.yaml", line: 3, column: 1)),
      Finding("z", .error, "nowhere", help: ""),
    ])
    #expect(
      error.description == """
        error: nowhere [z]
        p.yaml:3:1: error: same place [a]
        p.yaml:3:1: error: same place [b]
        p.yaml:3:9: error: later [b]
        """
    )
  }
}
