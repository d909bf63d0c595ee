import Findings
import FlatTables
import Roster
import SafeFiles

/// `ledger.csv`: one line a source record, with the one fate it had and why.
///
/// In the order of files and places in them, so that it reads like the export. For people: a byte
/// order mark, and no cell that a spreadsheet would run. Holds ids, never names.
struct LedgerFile {
  static let name = "ledger.csv"
  /// The names of its columns.
  static let columns = [
    "entity", "id", "sis_id", "fate", "reason", "file", "line", "into_file", "into_line",
  ]

  private let roster: Roster

  init(_ roster: Roster) { self.roster = roster }

  /// Writes the ledger, a run of lines of one source after the other.
  func write(to file: inout OutputFile) {
    file.put("\u{FEFF}\(LedgerFile.columns.joined(separator: ","))\r\n")
    var lines = LedgerLines(roster)
    var order = LedgerOrder(roster)
    while let (source, rows) = order.takeRun() {
      switch source {
      case .table(let entity):
        guard let records = roster.records(of: entity) else { continue }
        put(rows, of: records, entity, &lines, to: &file)
      case .copies:
        for row in rows { lines.put(copy: row, to: &file) }
      case .unreadable:
        for row in rows { lines.put(unreadable: row, to: &file) }
      case .others:
        for row in rows { lines.put(other: row, to: &file) }
      }
    }
  }

  private func put(
    _ rows: LedgerOrder.Run,
    of records: RecordColumns,
    _ entity: Entity,
    _ lines: inout LedgerLines,
    to file: inout OutputFile
  ) {
    let sisIDs = roster.sisIDs(of: entity)
    for row in rows {
      let line = LedgerEntry(
        entity: entity,
        id: records.ids[row],
        sisID: sisIDs.isEmpty ? .empty : sisIDs[row],
        fate: records.fates[row],
        file: records.places[row].file,
        number: records.lines[row]
      )
      lines.put(line, to: &file)
    }
  }
}

extension Roster {
  /// The district's own id of a record, if its kind has one.
  func sisID(of entity: Entity, _ row: Int) -> TextRef {
    let ids = sisIDs(of: entity)
    return ids.isEmpty ? .empty : ids[row]
  }

  /// The district's own ids of an entity's records; no elements if its kind has none.
  func sisIDs(of entity: Entity) -> [TextRef] {
    switch entity {
    case .school: schools.sisID
    case .student: students.sisID
    case .teacher: teachers.sisID
    case .schoolAdmin: schoolAdmins.staffID
    case .contact: contacts.sisID
    case .section: sections.sisID
    case .district, .districtAdmin, .course, .term, .user: []
    }
  }
}
