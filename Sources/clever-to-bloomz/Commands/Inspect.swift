import ArgumentParser
import ImportStages
import SafeFiles

/// Tells what an export holds.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what an export holds: versions, records, schools, gaps.",
    discussion: """
      Files may be packed as .gz or .zip; what is in them is shown as dump.zip/students.json.

      EXAMPLES
        clever-to-bloomz inspect samples/lincoln/clever
        clever-to-bloomz inspect dump.zip
      """
  )

  @Argument(
    help: "A file or folder with a Clever export, .gz and .zip too.",
    completion: .directory
  )
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
