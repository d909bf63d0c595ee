import ArgumentParser
import ImportStages
import SafeFiles

/// The dry run, with the bundle's hash as it will be.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Does everything but publish, and predicts the bundle's SHA-256.",
    discussion: """
      The report is written; bundle and mail are not. An invitation key that is not there yet is \
      made, since the bundle's hash depends on it.

      EXAMPLES
        clever-to-bloomz plan pipelines/onboard-teachers.yaml --out out/plan.json
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var display: DisplayOptions

  @Option(help: "Writes the plan to this file.", completion: .file(extensions: ["json"]))
  var out: String?

  func run() async throws {
    let plan = try pipeline.plan(display)
    let settings = run.settings(isDryRun: true, display: display)
    let result = try await interruptible { await ImportRun(plan, settings).execute() }
    if let out {
      do throws(FileError) {
        try writeWhole(out, Array(PlanFile(result, of: pipeline.pipeline).text.utf8))
      } catch {
        StandardError.write("error: \(error)\n")
        throw ImportExit(error).code
      }
    }
    try show(result, run, display)
    guard result.exit == .done else { throw result.exit.code }
  }
}
