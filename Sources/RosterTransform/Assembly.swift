internal import BloomzModel
internal import FlatTables
internal import Roster

/// A bundle's content while it is put together, and what leads from the export's rows to its own.
///
/// Tables are placed first (who is in, in which order, under which key), then filled, then linked;
/// each extension does one table.
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

  /// Who teaches or attends a section of the bundle, by the export's rows.
  var teaches: [Bool]
  var attends: [Bool]

  /// What is left of the export's own ids of students and contacts while the bundle has those of
  /// its rows as keys; nil while the export has them itself.
  var studentKeys: KeyColumnAside?
  var contactKeys: KeyColumnAside?

  /// Texts that were made and come often: terms.
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
  /// The key of each of `rows`: what the source's own system calls it, else Clever's id.
  ///
  /// `rows` ascend, so keys are put where the column `own` has been looked at already.
  mutating func keys(
    of rows: [Int32],
    own: consuming [TextRef],
    _ records: RecordColumns,
    _ roster: Roster
  ) throws -> [TextRef] {
    var spelling: [UInt8] = []
    for (index, row) in rows.enumerated() {
      precondition(index <= row, "rows ascend")
      var key = own[Int(row)]
      if key.isEmpty {
        spelling.removeAll(keepingCapacity: true)
        roster.appendIDText(records.ids[Int(row)], to: &spelling)
        key = try bloomz.text.append(spelling.span)
      }
      own[index] = key
    }
    own.removeLast(own.count - rows.count)
    return own
  }

  /// Gives `rows` their keys and puts them in the order of these.
  ///
  /// - Parameters:
  ///   - rows: those of the export's table that go into the bundle, ascending.
  ///   - own: the source's own keys, by row of that table.
  ///   - entity: what the rows are, to name them if keys clash.
  ///   - records: the table's ids.
  ///   - roster: the export.
  ///   - table: the bundle's table, to name it if keys clash.
  /// - Returns: the rows and their keys, in order.
  /// - Throws: ``TransformFault`` if two have the same key.
  mutating func place(
    _ rows: consuming [Int32],
    keys own: consuming [TextRef],
    _ entity: Entity,
    _ records: RecordColumns,
    of roster: Roster,
    in table: String
  ) throws -> PlacedRows {
    var keys = try keys(of: rows, own: consume own, records, roster)
    let order: RowOrder
    do throws(KeyClash) {
      order = try KeyOrder.order(of: keys, in: bloomz.text)
    } catch {
      throw TransformFault.clash(
        of: bloomz.text.string(keys[error.first]),
        table: table,
        (entity, roster.idText(records.ids[Int(rows[error.first])])),
        (entity, roster.idText(records.ids[Int(rows[error.second])]))
      )
    }
    order.arrange(inPlace: &rows)
    order.arrange(inPlace: &keys)
    return PlacedRows(
      rows: rows,
      keys: keys,
      order: order,
      isWholeTable: order.isAsBefore && rows.count == records.count
    )
  }

  /// Sorts the rows in `links` ascending, each once; most lists are so already.
  static func makeAscending(_ links: inout [Int32]) {
    var isAscending = true
    for index in links.indices.dropFirst() where links[index - 1] >= links[index] {
      isAscending = false
      break
    }
    if isAscending { return }
    links.sort()
    var count = 1
    for index in 1..<links.count where links[index] != links[count - 1] {
      links[count] = links[index]
      count += 1
    }
    links.removeSubrange(count...)
  }
}
