internal import Findings

/// The sections a report can have, in the order a reader needs them.
enum ReportSection: CaseIterable {
  case permission, causes, comparison, records, completeness, schools, findings, changes, checks
  case passed, outputs, inputs, stages, limits, words

  /// The section's anchor on the page.
  var id: String {
    switch self {
    case .permission: "permission"
    case .causes: "causes"
    case .comparison: "comparison"
    case .records: "records"
    case .completeness: "completeness"
    case .schools: "schools"
    case .findings: "findings"
    case .changes: "rule-changes"
    case .checks: "checks"
    case .passed: "passed"
    case .outputs: "outputs"
    case .inputs: "inputs"
    case .stages: "stages"
    case .limits: "limits"
    case .words: "words"
    }
  }

  /// The heading; a dry run speaks of what would be.
  func title(of report: Report) -> String {
    let isDry = report.run.isDryRun
    return switch self {
    case .permission: "Permission"
    case .causes: "What to fix first"
    case .comparison: "Since the last run"
    case .records: "What was read, and what \(isDry ? "would become" : "became") of it"
    case .completeness: "Whether the export is complete"
    case .schools: "By school"
    case .findings: "Findings"
    case .changes: "Rules that the pipeline file changes"
    case .checks: "Checks that could not run"
    case .passed: "Checks that found nothing"
    case .outputs: isDry ? "What would be written" : "What was written"
    case .inputs: "Files that were read"
    case .stages: "Stage by stage"
    case .limits: "To keep in mind"
    case .words: "What the words mean"
    }
  }

  /// Whether the report has anything to say here.
  func isPresent(in report: Report) -> Bool {
    switch self {
    case .permission: !report.evidence.isEmpty
    case .causes: !report.causesToFix.isEmpty
    case .comparison: report.comparison != nil || report.bundleChanges != nil
    case .records: !report.tally.isEmpty
    case .completeness: !report.completeness.isEmpty
    case .schools: !report.schools.isEmpty
    case .findings: report.findingCounts.total > 0
    case .changes: !report.ruleChanges.isEmpty
    case .checks: !report.checksNotRun.isEmpty
    case .passed: !report.rulesPassed.isEmpty
    case .outputs: !report.outputs.isEmpty
    case .inputs: !report.inputs.isEmpty
    case .stages: !report.books.isEmpty
    case .limits: !report.limits.isEmpty
    case .words: true
    }
  }
}
