import Findings
import RunReport
import SafeFiles
import TestSupport
import Testing

@testable import ImportStages

/// How a run ends, in words and as an exit code.
@Suite struct VerdictTests {
  private static let gateCodes: Set<String> = ["importer-is-not-school-admin"]

  struct Refusal: Sendable, CustomTestStringConvertible {
    var stage: String
    var codes: [String]
    var exit: ImportExit
    var testDescription: String { "\(stage) \(codes) -> \(exit)" }
  }

  @Test(arguments: [
    Refusal(stage: "validate", codes: ["importer-is-not-school-admin"], exit: .notPermitted),
    // What is cut or missing may be the evidence, so it goes before a missing permission.
    Refusal(
      stage: "validate",
      codes: ["importer-is-not-school-admin", "page-missing"],
      exit: .badInput
    ),
    Refusal(stage: "extract", codes: ["page-missing"], exit: .badInput),
    Refusal(stage: "select", codes: ["page-missing", "school-not-in-export"], exit: .noInput),
    Refusal(stage: "invite", codes: ["sender-unknown"], exit: .badPipeline),
    Refusal(stage: "select", codes: ["importer-is-not-school-admin"], exit: .badPipeline),
  ])
  func `a refusal ends with the code of its gravest reason`(refusal: Refusal) {
    var findings = FindingList(refusal.codes.map { Finding($0, .blocker, "x", help: "") })
    // What is milder than a blocker has no say.
    findings.append(contentsOf: FindingList([Finding("name-has-digits", .error, "x", help: "")]))
    let exit = ImportExit(refusedBy: refusal.stage, findings, gateCodes: Self.gateCodes)
    #expect(exit == refusal.exit)
  }

  @Test(arguments: [
    (FileError.Kind.missing, ImportExit.noInput), (.cannotUse, .cannotCreate), (.failed, .ioError),
    (.busy, .busy), (.notPermitted, .notPermitted),
  ])
  func `an error of a file ends with the code of its kind`(kind: FileError.Kind, exit: ImportExit) {
    #expect(ImportExit(FileError(kind, tried: "read", path: "x", answer: "y")) == exit)
  }

  @Test func `any other error is a fault of the program`() {
    #expect(ImportExit(BooksOpen(stage: "select", before: 2, after: 1)) == .internalError)
  }

  @Test(arguments: [
    (ImportExit.notPermitted, Report.Verdict.Kind.refused, "Not permitted"),
    (.noInput, .failed, "The school is not there"),
    (.badPipeline, .failed, "The pipeline file asks for what cannot be"),
    (.badInput, .failed, "The export cannot be trusted"),
  ])
  func `a refusal says that nothing was written`(
    exit: ImportExit,
    kind: Report.Verdict.Kind,
    lead: String
  ) {
    let verdict = Report.Verdict(refusedWith: exit, LevelCounts(blockers: 2, errors: 7))
    #expect(verdict.kind == kind)
    #expect(verdict.sentence == "\(lead): 2 blockers. Nothing was written.")
    #expect(verdict.exitCode == Int(exit.rawValue))
  }

  private func verdict(
    _ counts: LevelCounts,
    withheld: Int = 0,
    failOn: Level = .error,
    isDryRun: Bool = false
  ) -> Report.Verdict {
    Report.Verdict(
      counts,
      withheld: withheld,
      failOn: failOn,
      isDryRun: isDryRun,
      nextStep: "Go on."
    )
  }

  @Test func `a run is done, ready or with findings`() {
    #expect(verdict(LevelCounts(notes: 3)).kind == .done)
    #expect(verdict(LevelCounts(warnings: 3), isDryRun: true).kind == .ready)
    #expect(verdict(LevelCounts(errors: 1)).kind == .findings)
    #expect(verdict(LevelCounts(errors: 1), isDryRun: true).kind == .findings)
  }

  @Test(arguments: [Level.note, .warning, .error, .blocker])
  func `findings count from the level that is asked for on`(failOn: Level) {
    for level in Level.allCases {
      var counts = LevelCounts()
      counts[level] = 1
      #expect(verdict(counts, failOn: failOn).exitCode == (level >= failOn ? 1 : 0))
    }
  }

  @Test func `the sentence counts errors, warnings and withheld records`() {
    let counts = LevelCounts(errors: 1, warnings: 1204, notes: 5)
    #expect(verdict(counts).sentence == "Done: 1 error, 1,204 warnings.")
    #expect(
      verdict(counts, withheld: 1).sentence
        == "Done: 1 error, 1,204 warnings. 1 record was withheld."
    )
    #expect(
      verdict(LevelCounts(), withheld: 2, isDryRun: true).sentence
        == "Ready: 0 errors, 0 warnings. 2 records were withheld."
    )
  }
}
