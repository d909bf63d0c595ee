import Foundation
import Pipeline
import TestSupport
import Testing

@testable import ImportStages

/// `why --pipeline` runs the stages as a run of the same day does.
@Suite struct WhyAnswerTests {
  private let samples = packageFolder.appending(path: "samples")

  private func why(_ id: String, on day: String, rules: String = "{}") async throws -> String {
    let text = """
      pipeline: test
      version: 1
      stages:
        - extract: { from: "\(samples.path)/lincoln/clever" }
        - select: { school: "0042" }
        - validate:
            operator: 66a100000000000000000001
            application: bloomz
            declared: { community-is-set-up: true }
            rules: \(rules)
        - transform: {}
      """
    let plan = try ImportPlan(
      PipelineFile(parsing: Array(text.utf8), path: "t"),
      registry: .standard
    )
    return try await WhyAnswer(why: id, in: plan, issueDate: day).text
  }

  @Test func `a term that was over on the issue date is found, as a run finds it`() async throws {
    #expect(!(try await why("SEC-001", on: "2026-08-20").contains("[section-term-ended]")))
    let later = try await why("SEC-001", on: "2030-01-01")
    #expect(later.contains("its term ended on 2026-12-18, and the run counts from 2030-01-01"))
    #expect(later.contains("[section-term-ended]"))
  }

  @Test func `a suppression ends for why on the day it ends for a run`() async throws {
    let rules = "{ teacher-without-email: { suppress: it is known, until: 2026-08-20 } }"
    let lastDay = try await why("T-0004", on: "2026-08-20", rules: rules)
    #expect(!lastDay.contains("[teacher-without-email]"))
    let dayAfter = try await why("T-0004", on: "2026-08-21", rules: rules)
    #expect(dayAfter.contains("[teacher-without-email]"))
  }
}
