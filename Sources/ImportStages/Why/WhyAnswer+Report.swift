import BloomzBundle
import Findings
import Pipeline
import Roster
import RosterRules
import RunReport
import SafeFiles
import Texts

extension WhyAnswer {
  /// Follows the records with an id by the ledger and the findings of a finished run.
  ///
  /// - Parameters:
  ///   - id: a Clever id, or the district's own (`sis_id`).
  ///   - folder: the folder with the run's `ledger.csv` and `report.json`.
  /// - Throws: `FileError` where one of the two is missing or damaged; `EarlierReportFault`.
  public init(why id: String, inReport folder: String) throws {
    let limit = 1 << 30
    let reportFile = ComparedReport.file(of: folder)
    let ledgerFile = "\(folder)/\(LedgerFile.name)"
    let report = try EarlierReport(
      parsing: readSmallFile(reportFile, limit: limit),
      path: reportFile
    )
    let bytes = try readSmallFile(ledgerFile, limit: limit)
    let ledger = try CSVRows(parsing: bytes, path: ledgerFile)
    guard ledger.header == LedgerFile.columns else {
      throw FileError(
        .failed,
        tried: "read",
        path: ledgerFile,
        answer: "its columns are not those of a ledger of this version"
      )
    }
    let lines = ledger.rows.map { LedgerLine($0) }
    let mine = lines.filter { $0.id == id || $0.sisID == id }
    let paths = mine.map { $0.path(report.findings) }
    guard paths.isEmpty else {
      self.init(paths)
      return
    }
    let ids = lines.flatMap { [$0.id, $0.sisID] }.filter { !$0.isEmpty }
    let help =
      nearest(to: id, in: ids).map { "did you mean '\($0)'?" }
      ?? "a record that only others name is not in the ledger; ask with --pipeline"
    self.init(unknown: id, in: folder, help: help)
  }
}

/// A line of a ledger.
private struct LedgerLine {
  private let cells: [String]

  /// - Parameter cells: as many as a ledger has columns.
  init(_ cells: [String]) { self.cells = cells.map(FormulaGuard.unguarded) }

  var entity: String { cells[0] }
  var id: String { cells[1] }
  var sisID: String { cells[2] }

  /// What the ledger and the findings tell of the record.
  func path(_ findings: [EarlierReport.Item]) -> RecordPath {
    let key = sisID.isEmpty ? "" : " (sis_id '\(sisID)')"
    var path = RecordPath("\(entity) '\(id)'\(key)")
    path.say("read", "\(cells[5]):\(cells[6])")
    for item in findings where item.record == id && item.entity == entity {
      path.say("found", "\(item.level): \(item.message) [\(item.code)]")
      path.say("  at", item.place?.description ?? "")
      path.say("  help", item.help)
      path.say("  cause", item.cause)
    }
    let kind = FateKind(text: cells[3])
    path.say("fate", kind.map { "\($0.text): \($0.meaning)" } ?? cells[3])
    if !cells[7].isEmpty { path.say("went into", "\(cells[7]):\(cells[8])") }
    let rule = RuleCatalogue.rule(cells[4])
    path.say("decided by", decider(cells[4]))
    path.say("to change", rule?.help ?? "")
    return path
  }
}
