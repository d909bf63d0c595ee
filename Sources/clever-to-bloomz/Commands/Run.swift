import ArgumentParser
import ImportStages
import RunReport
import SafeFiles

/// Runs a pipeline: plan, then publish.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a pipeline: bundle, mail and report appear when all has gone well.",
    discussion: """
      EXAMPLES
        clever-to-bloomz run pipelines/onboard-teachers.yaml --dry-run
        clever-to-bloomz run pipelines/onboard-teachers.yaml --issue-date 2026-08-15
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Does everything but publish: the report says what would be written.")
  var dryRun = false

  func run() async throws {
    let plan = try pipeline.plan(display)
    let settings = run.settings(isDryRun: dryRun, display: display)
    let result = try await interruptible { await ImportRun(plan, settings).execute() }
    try show(result, run, display)
    guard result.exit == .done else { throw result.exit.code }
  }
}

/// Shows a run's report: JSON or text on standard output, an error on standard error.
func show(_ result: ImportRun.Result, _ run: RunOptions, _ display: DisplayOptions) throws {
  do throws(FileError) {
    if run.json {
      try StandardOutput.write(JSONReport.render(result.report))
    } else if display.quiet {
      try StandardOutput.write("\(result.report.verdict.sentence)\n")
    } else if result.error == nil {
      try StandardOutput.write(TerminalReport.render(result.report, style: display.outputStyle))
    }
    if let error = result.error { StandardError.write("error: \(error)\n") }
  } catch {
    StandardError.write("error: \(error)\n")
    throw ImportExit(error).code
  }
}
