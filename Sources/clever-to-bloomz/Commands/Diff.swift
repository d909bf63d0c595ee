import ArgumentParser
import ImportStages
import RunReport
import SafeFiles

/// Compares two bundles, or two reports.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what differs between two bundles or two reports.",
    discussion: """
      Two bundles: which rows are new, changed, or no longer there. Two reports: which findings are
      new, fixed, still there. Ids only, no names.

      EXAMPLES
        clever-to-bloomz diff out/lincoln-may/bundle out/lincoln/bundle
        clever-to-bloomz diff out/lincoln-may/report out/lincoln/report --json
      """
  )

  @Argument(help: "The earlier bundle's or report's folder.", completion: .directory)
  var old: String

  @Argument(help: "The later one's.", completion: .directory)
  var new: String

  @Flag(help: "Prints JSON, with every key and finding.")
  var json = false

  func run() throws {
    do {
      let differences = try Differences(old: old, new: new)
      try StandardOutput.write(json ? differences.json : differences.text)
    } catch {
      StandardError.write("error: \(error)\n")
      throw error is EarlierReportFault ? ImportExit.badInput.code : ImportExit(error).code
    }
  }
}
