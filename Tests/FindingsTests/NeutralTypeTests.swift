import Findings
import Testing

/// The words that every room shares: fates, steps, counts, completeness.
@Suite struct NeutralTypeTests {
  @Test func `the spellings of fates and steps are those of ledgers and pipeline files`() {
    #expect(
      FateKind.allCases.map(\.text) == [
        "undecided", "bundled", "merged-into", "withheld", "filtered", "out-of-scope",
        "unreadable",
      ]
    )
    #expect(FateKind.allCases.map { FateKind(text: $0.text) } == FateKind.allCases)
    #expect(FateKind(text: "lost") == nil)
    #expect(!FateKind.decided.contains(.undecided))
    #expect(FateKind.decided.count + 1 == FateKind.allCases.count)
    #expect(
      GuideStep.allCases.map(\.rawValue) == ["classes-teachers-students", "parents-contacts"]
    )
  }

  @Test func `counts by fate and by level keep each count apart`() {
    var fates = FateCounts(bundled: 5, mergedInto: 1, withheld: 2, outOfScope: 3)
    fates[.unreadable] += 4
    #expect(FateKind.allCases.map { fates[$0] } == [0, 5, 1, 2, 0, 3, 4])
    #expect(fates.total == 15)
    #expect(fates.leftOut == 9)

    var levels = LevelCounts(blockers: 1, errors: 2, warnings: 3)
    levels[.note] += 4
    #expect([levels.blockers, levels.errors, levels.warnings, levels.notes] == [1, 2, 3, 4])
    #expect(Level.allCases.map { levels[$0] } == [4, 3, 2, 1])
    #expect(levels.total == 10)
  }

  @Test func `a type is met when records of it are there, or are known to be missing`() {
    func isMet(_ records: Int, _ verdict: Completeness.Verdict, _ reason: Completeness.Reason)
      -> Bool
    {
      Completeness("student", records: records, verdict, [reason]).isMet
    }
    #expect(isMet(1, .notProved, .noList))
    #expect(isMet(0, .incomplete, .unreadable(1)))
    #expect(isMet(0, .notProved, .none))
    #expect(!isMet(0, .notProved, .noList))
  }
}
