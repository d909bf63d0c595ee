import ArgumentParser
import ImportStages
import Pipeline
import SafeFiles

/// The catalogue of rules, or the page of one.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the rules, or shows the page of one.",
    discussion: """
      EXAMPLES
        clever-to-bloomz rules
        clever-to-bloomz rules teacher-without-email
      """
  )

  @Argument(help: "A rule's id.", completion: .list(RulePages.ids))
  var id: String?

  func run() throws {
    guard let id else { return try StandardOutput.write(RulePages.list) }
    guard let page = RulePages.page(of: id) else {
      let help = suggestion(for: id, among: RulePages.ids)
      StandardError.write("error: there is no rule '\(id)'\n  help: \(help)\n")
      throw ImportExit.usage.code
    }
    try StandardOutput.write(page)
  }
}
