import ArgumentParser
import ImportStages
import Pipeline
import SafeFiles
import Texts

/// The catalogue of rules, or the page of one.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the rules, or shows the page of one.",
    discussion: """
      EXAMPLES
        clever-to-bloomz rules
        clever-to-bloomz rules teacher-without-email
        clever-to-bloomz rules --markdown
      """
  )

  @Argument(help: "A rule's id.", completion: .list(RulePages.ids))
  var id: String?

  @Flag(help: "All rules with all they say, as one page of Markdown.")
  var markdown = false

  func validate() throws {
    if markdown, id != nil { throw ValidationError("--markdown shows all rules: leave the id out") }
  }

  func run() throws {
    if markdown { return try StandardOutput.write(RulePages.markdown) }
    guard let id else { return try StandardOutput.write(RulePages.list) }
    guard let page = RulePages.page(of: id) else {
      let help = suggestion(for: id, among: RulePages.ids)
      StandardError.write("error: there is no rule '\(id)'\n  help: \(help)\n")
      throw ImportExit.usage.code
    }
    try StandardOutput.write(page)
  }
}
