internal import BloomzModel
internal import FlatTables
internal import Roster

/// A bundle's content while it is put together, and the maps from the export's rows to its own.
///
/// Each table is placed first (which records, in which order, with which keys), then filled, then
/// linked. Each extension does one table.
struct Assembly {
  let options: RosterTransform
  var bloomz: BloomzRoster
  var sources = SourceRows()
  var notes = TransformNotes()

  /// The bundle's row of each of the export's rows; -1 where the bundle has none.
  var schoolRows: [Int32]
  var teacherRows: [Int32]
  var adminRows: [Int32]
  var studentRows: [Int32]

  /// Whether a person teaches or attends a section of the bundle, by the export's rows.
  var teaches: [Bool]
  var attends: [Bool]

  /// Texts that were composed and that many classes have: terms.
  var words = TextInterner()

  init(_ options: RosterTransform, of roster: Roster) {
    self.options = options
    bloomz = BloomzRoster(
      text: TextArena(extending: roster.text),
      step: options.step,
      classOptions: options.classOptions
    )
    schoolRows = Array(repeating: -1, count: roster.schools.count)
    teacherRows = Array(repeating: -1, count: roster.teachers.count)
    adminRows = Array(repeating: -1, count: roster.schoolAdmins.count)
    studentRows = Array(repeating: -1, count: roster.students.count)
    teaches = Array(repeating: false, count: roster.teachers.count)
    attends = Array(repeating: false, count: roster.students.count)
  }
}

extension Assembly {
  /// The key of each of `rows`: what the district's own system calls it, else Clever's id.
  mutating func keys(
    of rows: [Int32],
    own: [TextRef],
    _ records: RecordColumns,
    _ roster: Roster
  ) throws -> [TextRef] {
    var keys = own.reordered(by: rows)
    var spelling: [UInt8] = []
    for index in keys.indices where keys[index].isEmpty {
      spelling.removeAll(keepingCapacity: true)
      roster.appendIDText(records.ids[Int(rows[index])], to: &spelling)
      keys[index] = try bloomz.text.append(spelling.span)
    }
    return keys
  }

  /// Gives `rows` their keys and sorts them by these.
  ///
  /// - Parameters:
  ///   - rows: those of the export's table that go into the bundle, ascending.
  ///   - own: the district's own keys, one for each row of that table.
  ///   - entity: what the rows are, to name them if keys clash.
  ///   - records: the table's ids.
  ///   - roster: the export.
  ///   - table: the bundle's table, to name it if keys clash.
  /// - Returns: the rows and their keys, in order.
  /// - Throws: ``TransformFault`` if two have the same key.
  mutating func place(
    _ rows: [Int32],
    keys own: [TextRef],
    _ entity: Entity,
    _ records: RecordColumns,
    of roster: Roster,
    in table: String
  ) throws -> PlacedRows {
    let keys = try keys(of: rows, own: own, records, roster)
    do throws(KeyClash) {
      let positions = try KeyOrder.positions(of: keys, in: bloomz.text)
      return PlacedRows(
        rows: positions.map { rows.reordered(by: $0) } ?? rows,
        keys: positions.map { keys.reordered(by: $0) } ?? keys,
        positions: positions,
        isWholeTable: positions == nil && rows.count == records.count
      )
    } catch {
      throw TransformFault.clash(
        of: bloomz.text.string(keys[error.first]),
        table: table,
        (entity, roster.idText(records.ids[Int(rows[error.first])])),
        (entity, roster.idText(records.ids[Int(rows[error.second])]))
      )
    }
  }
}
