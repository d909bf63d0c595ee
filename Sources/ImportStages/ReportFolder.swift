import Pipeline
import Roster
import RunReport
import SafeFiles

/// The folder of a run's report, aside until it is published.
///
/// The ledger needs nothing of the report, so it is written while the report is put together.
struct ReportFolder {
  /// The folder itself, which is published with the run's other outputs.
  var folder: OutputFolder
  private let options: StageOptions
  private let ledger: FileUnderWay<Void>?

  /// Makes the folder and begins the ledger, where there is a roster to tell of.
  ///
  /// - Throws: `FileError`.
  init(_ path: String, _ options: StageOptions, _ roster: Roster?) throws {
    self.options = options
    var folder = try OutputFolder.staging(path, mark: ReportWriter.mark, isHashed: false)
    do {
      ledger = try roster.map { roster in
        try folder.begin(
          FileDraft(LedgerFile.name) { file in LedgerFile(roster).write(to: &file) }
        )
      }
    } catch {
      folder.discard()
      throw error
    }
    self.folder = folder
  }

  /// Writes the report, and waits for the ledger.
  ///
  /// - Parameters:
  ///   - report: what is to be said.
  ///   - named: the roster whose names the report may be asked to show.
  /// - Throws: `FileError`.
  mutating func write(_ report: Report, named: Roster?) throws {
    let formats = Set(options[ReportOptions.formats])
    let listed = formats.contains(.fixLists) ? report.rules : []
    let directory = RecordDirectory(
      named,
      of: listed.lazy.flatMap(\.findings),
      showsNames: options[ReportOptions.names]
    )
    _ = try folder.write(
      sideBySide: ReportWriter.drafts(of: report, formats: formats, facts: directory.facts(of:))
    )
    if let ledger { try folder.finish(ledger) }
  }

  /// Gives the folder up; the ledger may still be under way.
  func discard() { folder.discard() }
}
