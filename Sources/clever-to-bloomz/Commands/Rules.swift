import ArgumentParser
import ImportStages
import Pipeline
import SafeFiles
import Texts

/// The list of rules, or the page of any code that the program prints.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the rules, or shows the page of one code.",
    discussion: """
      EXAMPLES
        clever-to-bloomz rules
        clever-to-bloomz rules teacher-without-email
        clever-to-bloomz rules importer-is-not-school-admin
        clever-to-bloomz rules --markdown
      """
  )

  @Argument(
    help: "A code: a rule's id, or what is in brackets after another message.",
    completion: .list(CodeCatalogue.codes)
  )
  var id: String?

  @Flag(help: "All rules with all they say, as one page of Markdown.")
  var markdown = false

  func validate() throws {
    if markdown, id != nil { throw ValidationError("--markdown shows all rules: leave the id out") }
  }

  func run() throws {
    if markdown { return try StandardOutput.write(CodeCatalogue.ruleMarkdown) }
    guard let id else { return try StandardOutput.write(CodeCatalogue.ruleList) }
    guard let page = CodeCatalogue.page(of: id) else {
      let help = suggestion(for: id, among: CodeCatalogue.codes)
      StandardError.write("error: there is no code '\(id)'\n  help: \(help)\n")
      throw ImportExit.usage.code
    }
    try StandardOutput.write(page)
  }
}
