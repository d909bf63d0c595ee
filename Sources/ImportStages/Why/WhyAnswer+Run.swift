import CleverReader
import Findings
import FlatTables
public import Pipeline
import Roster
import RosterRules
internal import Texts

extension WhyAnswer {
  /// Follows the records with an id through the stages of a pipeline, up to what Bloomz gets.
  ///
  /// The stages run as in a dry run and nothing is written, the report included; bundle and mail
  /// come after what decides a record's fate and are left out.
  ///
  /// - Parameters:
  ///   - id: a Clever id, or the district's own (`sis_id`).
  ///   - plan: the pipeline.
  ///   - issueDate: the day the run counts from, `YYYY-MM-DD`: rules ask whether a term is over,
  ///     and a suppression has a last day.
  /// - Throws: what a stage throws.
  public init(why id: String, in plan: ImportPlan, issueDate: String) async throws {
    let context = RunContext(issueDate: issueDate, isDryRun: true)
    let outcome = await plan.run(context, through: Transform.card.name)
    if case .failed(_, let error) = outcome.ending { throw error }
    guard var record = outcome.record else { throw CancellationError() }
    record.closeFates(hasRefused: outcome.isRefused)
    var findings = outcome.findings
    var causes = record.causes
    causes.settle(&findings) { CodeCatalogue.title(of: $0) }
    let tracer = RecordTracer(
      record: record,
      handoff: outcome.output as? BloomzHandoff,
      findings: Array(findings),
      causes: causes.all
    )
    let paths = tracer.paths(of: id)
    guard paths.isEmpty else {
      self.init(paths)
      return
    }
    let help =
      nearest(to: id, in: tracer.ids).map { "did you mean '\($0)'?" }
      ?? "an id is Clever's 24 digits or the school's own 'sis_id', as the ledger has them"
    self.init(unknown: id, in: record.export, help: help)
  }
}
