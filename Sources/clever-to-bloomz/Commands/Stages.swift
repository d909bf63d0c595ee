import ArgumentParser
import ImportStages
import Pipeline
import RunReport
import SafeFiles
import Texts

/// The stages there are, or the page of one.
struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the stages, or shows the page of one.",
    discussion: """
      EXAMPLES
        clever-to-bloomz stages
        clever-to-bloomz stages validate
        clever-to-bloomz stages file
        clever-to-bloomz stages report
        clever-to-bloomz stages --schema > pipeline.schema.json
        clever-to-bloomz stages --report-schema > report.schema.json
      """
  )

  @Argument(
    help: "A stage, 'file' for the top of the file, or 'report'.",
    completion: .list(StageRegistry.standard.cards.map(\.name))
  )
  var name: String?

  @Flag(help: "Prints the JSON Schema of pipeline files, for editors.")
  var schema = false

  @Flag(help: "Prints the JSON Schema of report.json, for programs that read it.")
  var reportSchema = false

  func run() throws {
    let registry = StageRegistry.standard
    if schema {
      return try StandardOutput.write(PipelineSchema.json(registry: registry))
    }
    if reportSchema { return try StandardOutput.write(ReportSchema.json) }
    if name == "file" { return try StandardOutput.write(registry.sharedPage) }
    if name == "report" { return try StandardOutput.write(registry.reportPage) }
    guard let name else {
      let width = registry.cards.map(\.name.count).max() ?? 0
      let lines = registry.cards.map { card in
        card.name + String(repeating: " ", count: width - card.name.count) + "  \(card.summary)\n"
      }
      return try StandardOutput.write(lines.joined())
    }
    guard let page = registry.page(of: name) else {
      let help = suggestion(for: name, among: registry.cards.map(\.name))
      StandardError.write("error: there is no stage '\(name)'\n  help: \(help)\n")
      throw ImportExit.usage.code
    }
    try StandardOutput.write(page)
  }
}
