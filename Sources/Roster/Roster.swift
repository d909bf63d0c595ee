public import Findings
public import FlatTables

/// What Clever says of a district: flat tables, links as positions, one fate a record.
///
/// Knows nothing of how it was read. A million students are a few large arrays; a rule or a
/// transform is a plain loop over rows.
public struct Roster: Sendable {
  /// All text that the tables refer to; valid UTF-8.
  public var text: TextArena
  /// Districts.
  public var districts = Districts()
  /// Schools.
  public var schools = Schools()
  /// Teachers.
  public var teachers = Teachers()
  /// School admins: every other employee.
  public var schoolAdmins = SchoolAdmins()
  /// District admins.
  public var districtAdmins = DistrictAdmins()
  /// Students.
  public var students = Students()
  /// Contacts.
  public var contacts = Contacts()
  /// Sections.
  public var sections = Sections()
  /// Courses.
  public var courses = Courses()
  /// Terms.
  public var terms = Terms()
  /// Records that no table holds, each with its fate.
  public var others: [OtherRecord] = []
  /// Further ids of people, which v3 gave new ones.
  public var formerIDs = FormerIDs()
  /// What the files themselves tell: pages, counts, scopes, who is signed in, what was unreadable.
  public var source = SourceEvidence()
  /// What decided a fate: rule ids and stage names, by ``Fate/reason``.
  public private(set) var reasons: [String] = [""]
  /// Names and words that many records have in common.
  private var words = TextInterner()
  /// Ids that are not 24 hex digits. Their number is ``RecordID/oddNumber``.
  private var oddIDs = TextInterner()

  /// A roster without records, with room for those of an export of `byteCount` bytes.
  ///
  /// Room costs nothing until it is used, because the system gives out memory a page at a time, when
  /// it is first written to. Without it, large arrays would be doubled as they grow, and for a moment
  /// the old and the new one are both in memory. The shares are those of API v3.1. Records of older
  /// versions are smaller, so there are more of them, and their tables grow as arrays do.
  public init(exportSize byteCount: Int = 0) {
    text = TextArena(capacity: byteCount / 6)
    students.reserve(byteCount / 1_500)
    contacts.reserve(byteCount / 1_000)
    sections.reserve(byteCount / 6_000)
  }

  /// The id that `bytes` spell. If it is not 24 lower-case hex digits, its spelling is kept.
  ///
  /// - Throws: ``TextArenaFull``.
  @inline(__always)
  public mutating func id(_ bytes: borrowing Span<UInt8>) throws(TextArenaFull) -> RecordID {
    if let id = RecordID(packing: bytes) { return id }
    return try oddID(bytes)
  }

  private mutating func oddID(_ bytes: borrowing Span<UInt8>) throws(TextArenaFull) -> RecordID {
    bytes.isEmpty ? .none : RecordID(odd: try oddIDs.number(of: copy bytes, in: &text))
  }

  /// The id that `string` spells, if a record or a reference has it. Nothing is added.
  public func existingID(_ string: String) -> RecordID? {
    existingID(Array(string.utf8).span)
  }

  /// The id that `bytes` spell, if a record or a reference has it. Nothing is added.
  public func existingID(_ bytes: borrowing Span<UInt8>) -> RecordID? {
    if let id = RecordID(packing: bytes) { return id }
    return oddIDs.existingNumber(of: copy bytes, in: text).map { RecordID(odd: $0) }
  }

  /// How the export spells `id`.
  public func idText(_ id: RecordID) -> String {
    if let number = id.oddNumber { return text.string(oddIDs[number]) }
    guard id != .none else { return "" }
    var digits: [UInt8] = []
    id.appendDigits(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the spelling of `id` to `bytes`.
  public func appendIDText(_ id: RecordID, to bytes: inout [UInt8]) {
    if let number = id.oddNumber {
      let span = text.span(oddIDs[number])
      for index in span.indices { bytes.append(span[index]) }
    } else if id != .none {
      id.appendDigits(to: &bytes)
    }
  }

  /// A text that many records have in common; it is in ``text`` once.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func word(_ bytes: borrowing Span<UInt8>) throws(TextArenaFull) -> TextRef {
    try words.intern(copy bytes, in: &text)
  }

  /// The number of a reason for fates, adding it if it is new.
  public mutating func reason(_ name: String) -> Int {
    if let number = reasons.firstIndex(of: name) { return number }
    reasons.append(name)
    return reasons.count - 1
  }
}

/// A record of a kind that has no table. It is counted and has a fate; its fields are not read.
public struct OtherRecord: Sendable {
  /// What kind it is.
  public var entity: Entity
  /// Its id; ``RecordID/none`` where it could not be read.
  public var id: RecordID
  /// Where it is.
  public var place: RecordPlace
  /// The line it begins on, from 1; 0 if lines were not counted.
  public var line: UInt32
  /// What became of it.
  public var fate: Fate

  /// A record with its fate.
  public init(
    entity: Entity,
    id: RecordID,
    place: RecordPlace,
    line: UInt32 = 0,
    fate: Fate
  ) {
    self.entity = entity
    self.id = id
    self.place = place
    self.line = line
    self.fate = fate
  }
}

extension Roster {
  /// Ids, places and fates of the table of `entity`; nil for users without a known role, which no
  /// table holds.
  ///
  /// This retains each column. For single rows again and again, ``withRecords(of:_:)`` is faster.
  public func records(of entity: Entity) -> RecordColumns? { withRecords(of: entity) { $0 } }

  /// Calls `look` with the ids, places and fates of the table of `entity`.
  ///
  /// - Returns: what `look` returns; nil for users without a known role, which no table holds.
  public func withRecords<Result>(
    of entity: Entity,
    _ look: (RecordColumns) throws -> Result
  ) rethrows -> Result? {
    switch entity {
    case .district: try look(districts.records)
    case .school: try look(schools.records)
    case .student: try look(students.records)
    case .teacher: try look(teachers.records)
    case .schoolAdmin: try look(schoolAdmins.records)
    case .districtAdmin: try look(districtAdmins.records)
    case .contact: try look(contacts.records)
    case .section: try look(sections.records)
    case .course: try look(courses.records)
    case .term: try look(terms.records)
    case .user: nil
    }
  }

  /// The id of `row` in the table of `entity`; ``RecordID/none`` if there is no such table.
  public func id(of entity: Entity, row: Int32) -> RecordID {
    withRecords(of: entity) { $0.ids[Int(row)] } ?? .none
  }
}
