import CleverReader
import Findings
import FlatTables
import Roster
import RosterRules
public import SafeFiles

/// What `inspect` finds in an export: versions, records by kind, schools, and gaps.
public struct ExportInspection: Sendable {
  /// Whether a list is incomplete, or something could not be read.
  public let hasGaps: Bool
  /// The table and what follows it.
  public let text: String

  /// Reads the export at `path` whole.
  ///
  /// - Throws: `FileError` when it cannot be read.
  public init(of path: String) throws(FileError) {
    var roster = try CleverReader().read(path)
    let rows = ExportInspection.rows(roster)
    let outcome = RuleCatalogue.run(on: &roster, step: .parentsContacts)
    let texts = ExportInspection.structural
      .flatMap { outcome.hits(of: $0) }
      .map { outcome.text(of: $0, in: roster) }
    let findings = placed(texts, in: roster).sorted()
    hasGaps = findings.contains { $0.level >= .error }
    text =
      ExportInspection.table(rows)
      + ExportInspection.schools(roster)
      + findings.flatMap { $0.lines() }.map { "\($0)\n" }.joined()
  }

  /// The rules that judge files rather than people.
  private static let structural = [
    "error-answer-in-export", "file-broken", "list-count-differs", "page-missing",
    "record-unreadable",
  ]

  private static func rows(_ roster: Roster) -> [[String]] {
    var rows = [["kind", "records", "copies", "files", "versions"]]
    for entity in Entity.allCases {
      let index = Int(entity.rawValue)
      let files = roster.source.files.filter { $0.recordCounts[index] > 0 }
      guard !files.isEmpty else { continue }
      let read = files.reduce(0) { $0 + $1.recordCounts[index] }
      let copies = roster.source.copies.count { $0.entity == entity }
      let versions = Set(files.map(\.version).filter { !$0.isEmpty }).sorted()
      rows.append([
        entity.plural, String(read - copies), String(copies), String(files.count),
        versions.isEmpty ? "not told" : versions.joined(separator: ", "),
      ])
    }
    return rows
  }

  private static func table(_ rows: [[String]]) -> String {
    guard let columns = rows.first?.count else { return "" }
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return (1...3).contains(column) ? blanks + cell : cell + blanks
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private static func schools(_ roster: Roster) -> String {
    let rows = Array(roster.schools.recordRows)
    guard !rows.isEmpty else { return "\nno school is in the export\n" }
    var sectionCounts = [Int](repeating: 0, count: roster.schools.count)
    for section in roster.sections.recordRows where roster.sections.school[section] >= 0 {
      sectionCounts[Int(roster.sections.school[section])] += 1
    }
    let lines = rows.map { row in
      let id = roster.idText(roster.schools.records.ids[row])
      let sisID = roster.text.string(roster.schools.sisID[row])
      let count = sectionCounts[row]
      let name = printable(roster.text.string(roster.schools.name[row]))
      return "  \(printable(sisID))  \(id)  \(name), \(count) section\(count == 1 ? "" : "s")\n"
    }
    return "\nschools\n" + lines.sorted().joined()
  }
}
