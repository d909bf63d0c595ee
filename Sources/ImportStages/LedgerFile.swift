import Bytes
import Findings
import FlatTables
import Roster
import SafeFiles

/// `ledger.csv`: one line a source record, with the one fate it had and why.
///
/// In the order of files and places in them, so that it reads like the export. For people: a byte
/// order mark, and an apostrophe before whatever a spreadsheet would run. Holds ids, never names.
struct LedgerFile {
  static let name = "ledger.csv"
  /// The names of its columns.
  static let columns = [
    "entity", "id", "sis_id", "fate", "reason", "file", "line", "into_file", "into_line",
  ]

  private let roster: Roster
  private let tables: [Table]

  /// The lines of one table, or of one of the lists beside the tables, in the order of places.
  fileprivate struct Table {
    /// The list; nil for a table.
    var list: List?
    var entity: Entity = .user
    var records = RecordColumns()
    /// The districts' own ids of ``records``; empty where their kind has none.
    var sisIDs: [TextRef] = []
    /// Rows, or indices of the list; nil where all records have a line, and stand in order.
    var order: [Int32]?
    /// The places of a list; empty for a table, whose records have theirs.
    var listed: [RecordPlace] = []
    /// The next line's row, or its position in ``order``.
    private(set) var next = -1
    /// The place of the next line; none behind the last.
    private(set) var nextPlace = RecordPlace.none

    /// The place of a row, or of what stands at an index of the list.
    @inline(__always) func place(_ row: Int32) -> RecordPlace {
      list == nil ? records.places[Int(row)] : listed[Int(row)]
    }

    /// Goes to the first line.
    mutating func begin() { goOn() }

    /// The row of the next line, or its index in the list; goes on to the one behind.
    @inline(__always) mutating func takeNext() -> Int {
      let row = order.map { Int($0[next]) } ?? next
      goOn()
      return row
    }

    @inline(__always) private mutating func goOn() {
      next += 1
      if let order {
        nextPlace = next < order.count ? place(order[next]) : .none
      } else {
        while next < records.count, !records.isRecord(next) { next += 1 }
        nextPlace = next < records.count ? records.places[next] : .none
      }
    }
  }

  /// What of the records stands beside the tables.
  fileprivate enum List { case copies, unreadable, others }

  /// Gathers the records of `roster`, each once.
  init(_ roster: Roster) {
    self.roster = roster
    var tables: [Table] = []
    for entity in Entity.allCases {
      guard let records = roster.records(of: entity) else { continue }
      // Files are read in order, so most tables are in the order of places as they stand.
      let isInOrder = !entity.mayShareRecords && records.isInOrderOfPlaces
      let order =
        isInOrder
        ? nil
        : (0..<records.count)
          .filter { records.isRecord($0) && !roster.sharesRecord(entity, $0) }
          .map { Int32($0) }
      tables.append(
        Table(
          entity: entity,
          records: records,
          sisIDs: roster.sisIDs(of: entity),
          order: order
        )
      )
    }
    let lists: [(List, [RecordPlace])] = [
      (.copies, roster.source.copies.map(\.place)),
      (.unreadable, roster.source.unreadable.map(\.place)),
      (.others, roster.others.map(\.place)),
    ]
    for (list, places) in lists {
      tables.append(
        Table(list: list, order: places.indices.map { Int32($0) }, listed: places)
      )
    }
    for index in tables.indices {
      tables[index].sortByPlace()
      tables[index].begin()
    }
    self.tables = tables.filter { $0.nextPlace.isKnown }
  }

  /// Writes the ledger: of all tables always the line whose place comes first.
  func write(to file: inout OutputFile) {
    file.put("\u{FEFF}\(LedgerFile.columns.joined(separator: ","))\r\n")
    let words = Words(roster)
    var tables = tables
    var id: [UInt8] = []
    var ending = Ending()
    while true {
      // A table has the lines of whole files, mostly: they go out in one run.
      var first = -1
      var place = RecordPlace.none
      var end = RecordPlace.none
      for index in tables.indices where tables[index].nextPlace < end {
        if tables[index].nextPlace < place {
          (first, place, end) = (index, tables[index].nextPlace, place)
        } else {
          end = tables[index].nextPlace
        }
      }
      guard first >= 0 else { return }
      var table = tables[first]
      if let list = table.list {
        repeat {
          let place = table.nextPlace
          let index = table.takeNext()
          put(index, at: place, of: list, words, &id, &ending, to: &file)
        } while table.nextPlace < end
      } else {
        putRecords(of: &table, before: end, words, &id, &ending, to: &file)
      }
      tables[first] = table
    }
  }

  /// Writes the lines of a table's next records, up to the first whose place is not before `end`.
  private func putRecords(
    of table: inout Table,
    before end: RecordPlace,
    _ words: Words,
    _ id: inout [UInt8],
    _ ending: inout Ending,
    to file: inout OutputFile
  ) {
    // Fetched once: to each look-up in a column of the table belongs a copy of it.
    let records = table.records
    let sisIDs = table.sisIDs
    let entity = words.entities[Int(table.entity.rawValue)]
    repeat {
      let place = table.nextPlace
      let row = table.takeNext()
      let sisID = sisIDs.isEmpty ? .empty : sisIDs[row]
      ending.set(records.fates[row], place.file, words)
      if !putAtOnce(records.ids[row], sisID, of: entity, ending.bytes, to: &file) {
        putStart(table.entity, records.ids[row], row, words, &id, to: &file)
        file.put(ending.bytes.span())
      }
      file.put(decimal: Int(records.lines[row]))
      file.put(",,\r\n")
    } while table.nextPlace < end
  }

  /// Writes the line of what stands at an index of one of the lists.
  private func put(
    _ row: Int,
    at place: RecordPlace,
    of list: List,
    _ words: Words,
    _ id: inout [UInt8],
    _ ending: inout Ending,
    to file: inout OutputFile
  ) {
    switch list {
    case .copies:
      let copy = roster.source.copies[row]
      guard let records = roster.records(of: copy.entity) else { return }
      let goneOn = Int(copy.row)
      putStart(copy.entity, copy.id ?? records.ids[goneOn], goneOn, words, &id, to: &file)
      file.put(",merged-into,extract")
      putPlace(words.paths[place.file], copy.line, to: &file)
      putPlace(words.paths[records.places[goneOn].file], records.lines[goneOn], to: &file)
      file.put("\r\n")
    case .unreadable:
      file.put(roster.source.unreadable[row].entity?.text ?? Entity.user.text)
      file.put(",,,unreadable,extract")
      putPlace(words.paths[place.file], roster.source.unreadable[row].line, to: &file)
      file.put(",,\r\n")
    case .others:
      let other = roster.others[row]
      putStart(other.entity, other.id, -1, words, &id, to: &file)
      ending.set(other.fate, place.file, words)
      file.put(ending.bytes.span())
      file.put(decimal: Int(other.line))
      file.put(",,\r\n")
    }
  }

  /// Writes the line of a record up to its number, if id and district's id are ordinary ones.
  ///
  /// Millions of lines are: so there is one question whether there is room, and each piece is laid
  /// down as a block whatever its length.
  @inline(__always)
  private func putAtOnce(
    _ id: RecordID,
    _ sisID: TextRef,
    of entity: borrowing PaddedBytes,
    _ ending: borrowing PaddedBytes,
    to file: inout OutputFile
  ) -> Bool {
    let most = entity.paddedCount + 24 + 2 + PaddedBytes.blockLength + ending.paddedCount
    guard file.room >= most, let digits = id.digits, sisID.length <= PaddedBytes.blockLength,
      sisID.flags.isDisjoint(with: LedgerFile.unusual)
    else { return false }
    file.put(upTo: most) { target in
      var position = 0
      entity.put(into: &target, at: &position)
      for index in digits.indices {
        target.setWord(digits[index], at: position)
        position += 8
      }
      target[position] = UInt8(ascii: ",")
      position += 1
      if !sisID.isEmpty { roster.text.put(sisID, into: &target, at: &position) }
      ending.put(into: &target, at: &position)
      return position
    }
    return true
  }

  /// Entity, id and the district's own id, each with its comma but for the last.
  @inline(__always)
  private func putStart(
    _ kind: Entity,
    _ recordID: RecordID,
    _ row: Int,
    _ words: Words,
    _ id: inout [UInt8],
    to file: inout OutputFile
  ) {
    let entity = words.entities[Int(kind.rawValue)]
    file.put(entity.span())
    if let digits = recordID.digits {
      for index in digits.indices { file.put(word: digits[index]) }
    } else {
      id.removeAll(keepingCapacity: true)
      roster.appendIDText(recordID, to: &id)
      put(id.span, TextFlags(of: id.span), to: &file)
    }
    file.put(byte: UInt8(ascii: ","))
    if row >= 0 {
      let sisID = roster.sisID(of: kind, row)
      put(roster.text.span(sisID), sisID.flags, to: &file)
    }
  }

  @inline(__always)
  private func putPlace(_ path: [UInt8], _ line: UInt32, to file: inout OutputFile) {
    file.put(path)
    file.put(decimal: Int(line))
  }

  /// A field: an apostrophe before a formula, quotes where RFC 4180 (section 2) wants them.
  private func put(_ bytes: Span<UInt8>, _ flags: TextFlags, to file: inout OutputFile) {
    guard !flags.isDisjoint(with: LedgerFile.unusual) else { return file.put(bytes) }
    file.put(LedgerFile.field(bytes, flags))
  }

  /// What makes a field another than the bytes of its text.
  private static var unusual: TextFlags { [.needsCSVQuotes, .startsFormula, .startsLikeFormula] }

  fileprivate static func field(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return field(bytes.span, TextFlags(of: bytes.span))
  }

  private static func field(_ bytes: Span<UInt8>, _ flags: TextFlags) -> [UInt8] {
    var field: [UInt8] = []
    if !flags.isDisjoint(with: [.startsFormula, .startsLikeFormula]) {
      field.append(UInt8(ascii: "'"))
    }
    let quote = UInt8(ascii: "\"")
    for index in bytes.indices {
      if bytes[index] == quote { field.append(quote) }
      field.append(bytes[index])
    }
    return flags.contains(.needsCSVQuotes) ? [quote] + field + [quote] : field
  }
}

/// What many lines have in common, as it stands in them.
private struct Words {
  /// By raw value, each with the comma behind it.
  let entities: [PaddedBytes]
  /// By file, each between commas.
  let paths: [[UInt8]]
  /// By kind of fate, each between commas.
  let kinds: [[UInt8]]
  let reasons: [[UInt8]]

  init(_ roster: Roster) {
    entities = Entity.allCases.map { PaddedBytes("\($0.text),".utf8) }
    let comma = UInt8(ascii: ",")
    paths = roster.source.files.map { [comma] + LedgerFile.field($0.path) + [comma] }
    kinds = FateKind.allCases.map { Array(",\($0.text),".utf8) }
    reasons = roster.reasons.map { LedgerFile.field($0) }
  }
}

/// What stands between a record's ids and its line: fate, reason and file, which are mostly those of
/// the record before.
private struct Ending {
  private var fate = Fate.undecided
  private var file = -1
  private(set) var bytes = PaddedBytes()

  /// Makes it that of a record with `fate` in the file of that number.
  @inline(__always)
  mutating func set(_ fate: Fate, _ file: Int, _ words: Words) {
    if fate != self.fate || file != self.file { change(fate, file, words) }
  }

  private mutating func change(_ fate: Fate, _ file: Int, _ words: Words) {
    self.fate = fate
    self.file = file
    bytes.set { bytes in
      bytes += words.kinds[Int(fate.kind.rawValue)]
      bytes += words.reasons[fate.reason]
      bytes += words.paths[file]
    }
  }
}

extension LedgerFile.Table {
  fileprivate mutating func sortByPlace() {
    guard let order else { return }
    let places = order.map { place($0) }
    let ascending = order.indices.sorted { places[$0] < places[$1] }
    self.order = ascending.map { order[$0] }
  }
}

extension Roster {
  /// The district's own id of a record, where its kind has one.
  func sisID(of entity: Entity, _ row: Int) -> TextRef {
    let ids = sisIDs(of: entity)
    return ids.isEmpty ? .empty : ids[row]
  }

  /// The districts' own ids of an entity's records; empty where its kind has none.
  fileprivate func sisIDs(of entity: Entity) -> [TextRef] {
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
