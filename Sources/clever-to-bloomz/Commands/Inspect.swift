import ArgumentParser
import ImportStages
import SafeFiles

/// Tells what an export holds.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what an export holds: versions, records, schools, gaps.",
    discussion: """
      Files may be packed as .gz or .zip; what is in them is shown as dump.zip/students.json.

      A kind of record is proved complete when its list was saved from the first page to one \
      without 'next', or has as many records as Clever counted. Only then was a record that is \
      absent removed.

      EXAMPLES
        clever-to-bloomz inspect samples/lincoln/clever
        clever-to-bloomz inspect dump.zip
        clever-to-bloomz inspect dump.zip --json
        clever-to-bloomz inspect my-export --draft > my-school.yaml
        clever-to-bloomz inspect --schema > inspection.schema.json
      """
  )

  @Argument(
    help: "A file or folder with a Clever export, .gz and .zip too.",
    completion: .directory
  )
  var path: String?

  @Flag(help: "Prints JSON, with stable keys.")
  var json = false

  @Flag(help: "Prints a commented pipeline file for this export.")
  var draft = false

  @Flag(help: "Prints the JSON Schema of what --json prints; reads no export.")
  var schema = false

  func validate() throws {
    guard [json, draft, schema].count(where: { $0 }) <= 1 else {
      throw ValidationError("--json, --draft and --schema do not go together")
    }
    guard schema == (path == nil) else {
      throw ValidationError(
        schema ? "--schema reads no export" : "name the file or folder with the export"
      )
    }
  }

  func run() throws {
    guard let path else { return try StandardOutput.write(InspectionSchema.json) }
    do {
      let inspection = try ExportInspection(of: path)
      if draft {
        try StandardOutput.write(PipelineDraft(for: inspection).text)
      } else {
        try StandardOutput.write(json ? inspection.json : inspection.text)
      }
      if !inspection.hasGaps { return }
    } catch let error as FileError {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
    throw ImportExit.badInput.code
  }
}
