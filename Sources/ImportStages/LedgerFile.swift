import CleverReader
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

  private let roster: Roster
  private var places: [RecordPlace] = []
  private var lines: [Line] = []

  /// What a line is about, in eight bytes.
  private struct Line {
    var kind: Kind
    var entity: Entity
    /// A row of the entity's table, or an index of the list that the kind says.
    var index: Int32
  }

  private enum Kind: UInt8 { case record, copy, unreadable, other }

  /// Gathers the records of `roster`, each once.
  init(_ roster: Roster) {
    self.roster = roster
    var all: [(place: RecordPlace, line: Line)] = []
    for entity in Entity.allCases {
      guard let records = roster.records(of: entity) else { continue }
      all.reserveCapacity(all.count + records.recordCount)
      for row in 0..<records.count
      where records.isRecord(row) && !roster.sharesRecord(entity, row) {
        all.append((records.places[row], Line(kind: .record, entity: entity, index: Int32(row))))
      }
    }
    for (index, copy) in roster.source.copies.enumerated() {
      all.append((copy.place, Line(kind: .copy, entity: copy.entity, index: Int32(index))))
    }
    for (index, record) in roster.source.unreadable.enumerated() {
      let line = Line(kind: .unreadable, entity: record.entity ?? .user, index: Int32(index))
      all.append((record.place, line))
    }
    for (index, other) in roster.others.enumerated() {
      all.append((other.place, Line(kind: .other, entity: other.entity, index: Int32(index))))
    }
    all.sort { $0.place < $1.place }
    places = all.map(\.place)
    lines = all.map(\.line)
  }

  /// Writes the ledger.
  func write(to file: inout OutputFile) {
    let resolver = PlaceResolver(files: roster.source.files)
    let copies = roster.source.copies
    let goneOn = resolver.places(
      of: copies.map { copy in
        let records = roster.records(of: copy.entity)
        return .init(records?.places[Int(copy.row)] ?? .none)
      }
    )
    file.put("\u{FEFF}entity,id,sis_id,fate,reason,file,line,into_file,into_line\r\n")
    var id: [UInt8] = []
    resolver.forEachLine(of: places) { position, number in
      let line = lines[position]
      var fate = Fate.undecided
      var sisID = TextRef.empty
      var recordID = RecordID.none
      var into: Place?
      switch line.kind {
      case .record:
        guard let records = roster.records(of: line.entity) else { return }
        fate = records.fates[Int(line.index)]
        recordID = records.ids[Int(line.index)]
        sisID = roster.sisID(of: line.entity, Int(line.index))
      case .copy:
        let copy = copies[Int(line.index)]
        recordID = roster.records(of: copy.entity)?.ids[Int(copy.row)] ?? .none
        sisID = roster.sisID(of: copy.entity, Int(copy.row))
        fate = Fate(.mergedInto, reason: 0)
        into = goneOn[Int(line.index)]
      case .unreadable: fate = Fate(.unreadable, reason: 0)
      case .other:
        fate = roster.others[Int(line.index)].fate
        recordID = roster.others[Int(line.index)].id
      }
      file.put(line.entity.text)
      file.put(",")
      id.removeAll(keepingCapacity: true)
      roster.appendIDText(recordID, to: &id)
      put(id.span, TextFlags(of: id.span), to: &file)
      file.put(",")
      put(roster.text.span(sisID), sisID.flags, to: &file)
      file.put(",")
      file.put(fate.kind.text)
      file.put(",")
      file.put(reason(fate, line.kind))
      file.put(",")
      put(roster.source.files[places[position].file].path, to: &file)
      file.put(",")
      file.put(decimal: number)
      file.put(",")
      put(into?.file ?? "", to: &file)
      file.put(",")
      if let into { file.put(decimal: into.line) }
      file.put("\r\n")
    }
  }

  private func reason(_ fate: Fate, _ kind: Kind) -> String {
    switch kind {
    case .copy, .unreadable: "extract"
    case .record, .other: roster.reasons[fate.reason]
    }
  }

  private func put(_ text: String, to file: inout OutputFile) {
    let bytes = Array(text.utf8)
    put(bytes.span, TextFlags(of: bytes.span), to: &file)
  }

  /// A field: an apostrophe before a formula, quotes where RFC 4180 (section 2) wants them.
  private func put(_ bytes: Span<UInt8>, _ flags: TextFlags, to file: inout OutputFile) {
    let isQuoted = flags.contains(.needsCSVQuotes)
    if isQuoted { file.put("\"") }
    if !flags.isDisjoint(with: [.startsFormula, .startsLikeFormula]) { file.put("'") }
    if isQuoted {
      for index in bytes.indices {
        if bytes[index] == UInt8(ascii: "\"") { file.put("\"") }
        file.put(byte: bytes[index])
      }
      file.put("\"")
    } else {
      file.put(bytes)
    }
  }
}

extension Roster {
  /// The district's own id of a record, where its kind has one.
  func sisID(of entity: Entity, _ row: Int) -> TextRef {
    switch entity {
    case .school: schools.sisID[row]
    case .student: students.sisID[row]
    case .teacher: teachers.sisID[row]
    case .schoolAdmin: schoolAdmins.staffID[row]
    case .contact: contacts.sisID[row]
    case .section: sections.sisID[row]
    case .district, .districtAdmin, .course, .term, .user: .empty
    }
  }
}
