import ArgumentParser
import ImportStages
import Pipeline
import SafeFiles

/// Tells what became of one record.
struct Why: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the path of one record: where it was read, what was found, its fate.",
    discussion: """
      From a finished run's report, or by running a pipeline's stages anew without writing \
      anything; that also tells which records it names, which name it, and which rows it became. \
      Ids only, no names.

      EXAMPLES
        clever-to-bloomz why 667100000000000000000004 --report out/lincoln/report
        clever-to-bloomz why T-0004 --pipeline pipelines/onboard-parents.yaml
      """
  )

  @Argument(help: "A record's Clever id, or the school's own (sis_id).")
  var id: String

  @Option(help: "The report's folder of a finished run.", completion: .directory)
  var report: String?

  @Option(help: "A pipeline file to run.", completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Sets a parameter of the pipeline file; may come several times.",
      valueName: "name=value"
    )
  )
  var settings: [ParameterSetting] = []

  @Option(
    help: ArgumentHelp(
      "With --pipeline: the day that the run counts from. Default: today.",
      valueName: "YYYY-MM-DD"
    )
  )
  var issueDate: String?

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try checkIssueDate(issueDate)
    guard (report == nil) != (pipeline == nil) else {
      throw ValidationError("name either a finished run with --report, or a file with --pipeline")
    }
  }

  func run() async throws {
    let answer: WhyAnswer
    do {
      if let report {
        answer = try WhyAnswer(why: id, inReport: report)
      } else {
        var options = PipelineOptions()
        options.pipeline = pipeline ?? ""
        options.settings = settings
        answer = try await WhyAnswer(
          why: id,
          in: options.plan(display),
          issueDate: issueDate ?? today()
        )
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
    guard answer.isFound else {
      StandardError.write(answer.text)
      throw ImportExit.noInput.code
    }
    try StandardOutput.write(answer.text)
  }
}
