import ArgumentParser
import ImportStages
import SafeFiles

/// Tells what an export holds.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what an export holds: versions, records, schools, gaps.",
    discussion: """
      EXAMPLES
        clever-to-bloomz inspect samples/lincoln/clever
      """
  )

  @Argument(help: "A file or folder with a Clever export.", completion: .directory)
  var path: String

  func run() throws {
    do throws(FileError) {
      let inspection = try ExportInspection(of: path)
      try StandardOutput.write(inspection.text)
      if !inspection.hasGaps { return }
    } catch {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
    throw ImportExit.badInput.code
  }
}
