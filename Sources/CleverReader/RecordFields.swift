import PositionedJSON
import Roster

/// What a record said, as positions in the window: nothing is copied until the record is stored.
///
/// One set of fields serves every kind of record, since a name means the same wherever Clever uses
/// it; so a record can be walked before anything says what kind it is (`uri` and `links` come
/// behind `data` as a rule). There is no place for a field that Bloomz has no column for.
///
/// A few hundred bytes that hold no reference, so a window's records lie side by side and go from
/// thread to thread at the cost of copying them. What comes in lists is in ``RecordLists``.
struct RecordFields: BitwiseCopyable, Sendable {
  /// No text: missing, `null` and `""` alike.
  static let nothing = JSONText.empty

  /// Where the record's own object begins in the window.
  var start = 0
  /// Where its first byte behind the end is.
  var end = 0
  /// How many lines of its portion end before it.
  var line: UInt32 = 0
  /// Its id in twelve bytes; none where that is no ordinary one, and its text tells.
  var id = RecordID.none
  /// The id of its school, likewise.
  var school = RecordID.none
  /// Its row in the table of ``rowEntity``, if that was looked up beforehand and is there; else -1.
  var row: Int32 = -1
  var rowEntity = Entity.user
  /// Where its texts stand.
  var texts = RecordTexts()

  /// What keys were met, to tell the kind of a record by its shape.
  var keys: KeySet = []
  /// The roles of a v3 user.
  var roles: RoleSet = []
  /// The list that the record stands in.
  var list = Collection.unknown
  /// The list that its own `uri` or `self` link names.
  var own = Collection.unknown
  var schools = ListRun()
  var students = ListRun()
  var teachers = ListRun()
  var relationships = ListRun()
  var scopes = ListRun()
  var links = ListRun()
  /// Why the record cannot be taken though it is JSON; the first reason found.
  var problem: Problem?
  /// Why the record could not be walked; then nothing but its start is known.
  var fault: JSONFault?

  /// A value of the wrong type.
  struct Problem: BitwiseCopyable, Sendable {
    var offset: Int
    var words: StaticString
  }

  /// Notes a wrong type unless an earlier one is noted.
  mutating func note(_ words: StaticString, at offset: Int) {
    if problem == nil { problem = Problem(offset: offset, words: words) }
  }
}

/// Where a record's entries stand in one of the arrays of ``RecordLists``.
struct ListRun: BitwiseCopyable, Sendable {
  private(set) var start: Int32 = 0
  private(set) var count: Int32 = 0

  /// The positions of the entries.
  var range: Range<Int> { Int(start)..<Int(start + count) }

  /// Adds an entry; a list that goes on after others were begun is moved behind them first.
  @inline(__always)
  mutating func append<Entry>(_ entry: Entry, to entries: inout [Entry]) {
    if range.upperBound != entries.count { moveToEnd(of: &entries) }
    entries.append(entry)
    count += 1
  }

  private mutating func moveToEnd<Entry>(of entries: inout [Entry]) {
    let end = Int32(entries.count)
    if count > 0 { entries.append(contentsOf: entries[range]) }
    start = end
  }
}

/// What stands in lists, of all records of a stretch: each record has a ``ListRun`` in them.
struct RecordLists: Sendable {
  var ids: [RecordID] = []
  /// The rows that ``ids`` have if they are students, -1 where that is not known; none at all if
  /// nobody looked.
  private(set) var studentRows: [Int32] = []
  var relationships: [Relationship] = []
  var texts: [JSONText] = []
  var links: [Link] = []
  /// Ids of ``ids`` and ``relationships`` that are not 24 hex digits, where they stand; the
  /// number of such an id is its position here until it is stored.
  private(set) var oddIDs: [JSONText] = []

  /// An entry of `student_relationships`.
  struct Relationship: BitwiseCopyable, Sendable {
    var student = RecordID.none
    /// The student's row, if it was looked up beforehand and is there; else -1.
    var row: Int32 = -1
    var relationship = RecordFields.nothing
    var type = RecordFields.nothing
  }

  /// An entry of `links`.
  struct Link: BitwiseCopyable, Sendable {
    var relation = RecordFields.nothing
    var uri = RecordFields.nothing
  }

  /// How long the lists are, to come back to when a record breaks off.
  struct Mark {
    fileprivate var ids, relationships, texts, links, oddIDs: Int

    /// Nothing yet.
    static let start = Mark(ids: 0, relationships: 0, texts: 0, links: 0, oddIDs: 0)
  }

  var mark: Mark {
    Mark(
      ids: ids.count,
      relationships: relationships.count,
      texts: texts.count,
      links: links.count,
      oddIDs: oddIDs.count
    )
  }

  /// Looks all of ``ids`` up among the students that there were; nothing is added afterwards.
  mutating func lookUp(in students: RowLookup) {
    // An id that is no ordinary one is not that of the roster yet.
    guard !hasOddIDs else { return }
    var rows = exchange(&studentRows, with: [])
    rows.removeAll(keepingCapacity: true)
    students.appendRows(of: ids.span, to: &rows)
    studentRows = rows
  }

  /// Forgets what was added since `mark`, keeping the memory.
  mutating func rewind(to mark: Mark) {
    ids.removeLast(ids.count - mark.ids)
    studentRows.removeAll(keepingCapacity: true)
    relationships.removeLast(relationships.count - mark.relationships)
    texts.removeLast(texts.count - mark.texts)
    links.removeLast(links.count - mark.links)
    oddIDs.removeLast(oddIDs.count - mark.oddIDs)
  }

  /// The id that `text` spells: packed, or for the time being the number of where it stands.
  @inline(__always)
  mutating func id(_ text: JSONText, in cursor: borrowing JSONCursor) -> RecordID {
    if !text.hasEscapes, let id = RecordID(packing: cursor.span(of: text)) { return id }
    oddIDs.append(text)
    return RecordID(odd: oddIDs.count - 1)
  }

  /// Whether any id is not packed.
  var hasOddIDs: Bool { !oddIDs.isEmpty }

  /// Where the spelling of `id` stands; nil if it is packed.
  @inline(__always)
  func oddID(_ id: RecordID) -> JSONText? {
    id.oddNumber.map { oddIDs[$0] }
  }
}

/// The texts of a record, each where it stands in the window.
struct RecordTexts: BitwiseCopyable, Sendable {
  var id = RecordFields.nothing
  var sisID = RecordFields.nothing
  var staffID = RecordFields.nothing
  var firstName = RecordFields.nothing
  var lastName = RecordFields.nothing
  var email = RecordFields.nothing
  var title = RecordFields.nothing
  var school = RecordFields.nothing
  var grade = RecordFields.nothing
  var phone = RecordFields.nothing
  var phoneType = RecordFields.nothing
  var relationship = RecordFields.nothing
  var type = RecordFields.nothing
  var student = RecordFields.nothing
  var teacher = RecordFields.nothing
  var subject = RecordFields.nothing
  var period = RecordFields.nothing
  var sectionNumber = RecordFields.nothing
  var course = RecordFields.nothing
  var courseName = RecordFields.nothing
  var term = RecordFields.nothing
  var termName = RecordFields.nothing
  var termStart = RecordFields.nothing
  var termEnd = RecordFields.nothing
  var lowGrade = RecordFields.nothing
  var highGrade = RecordFields.nothing
  var schoolNumber = RecordFields.nothing
  var district = RecordFields.nothing
  var state = RecordFields.nothing
  var lastModified = RecordFields.nothing
  /// The `uri` beside the record.
  var uri = RecordFields.nothing
  /// `type` beside `data`: of `/me`, and of events.
  var outerType = RecordFields.nothing
  /// `error` or `message`, where they stand in place of data.
  var errorText = RecordFields.nothing
  /// `count`, where it stands in place of data.
  var count = RecordFields.nothing
}

/// Keys whose presence tells what kind of record it is.
struct KeySet: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt32

  static let data = KeySet(rawValue: 1 << 0)
  static let nestedData = KeySet(rawValue: 1 << 1)
  /// `object` in `data`: an event without an envelope.
  static let eventObject = KeySet(rawValue: 1 << 27)
  static let id = KeySet(rawValue: 1 << 2)
  static let roles = KeySet(rawValue: 1 << 3)
  static let staffID = KeySet(rawValue: 1 << 4)
  static let schools = KeySet(rawValue: 1 << 5)
  static let students = KeySet(rawValue: 1 << 6)
  static let subject = KeySet(rawValue: 1 << 7)
  static let schoolGrades = KeySet(rawValue: 1 << 8)
  static let phone = KeySet(rawValue: 1 << 9)
  static let student = KeySet(rawValue: 1 << 10)
  static let relationships = KeySet(rawValue: 1 << 11)
  static let dates = KeySet(rawValue: 1 << 12)
  static let number = KeySet(rawValue: 1 << 13)
  static let name = KeySet(rawValue: 1 << 14)
  static let teacher = KeySet(rawValue: 1 << 15)
  static let studentOnly = KeySet(rawValue: 1 << 16)
  static let teacherOnly = KeySet(rawValue: 1 << 17)
  static let districtOnly = KeySet(rawValue: 1 << 18)
  static let error = KeySet(rawValue: 1 << 19)
  static let count = KeySet(rawValue: 1 << 20)
  static let scopes = KeySet(rawValue: 1 << 22)
  static let type = KeySet(rawValue: 1 << 23)
  static let emptyList = KeySet(rawValue: 1 << 25)
  /// A list of objects under a name that tells nothing.
  static let namelessList = KeySet(rawValue: 1 << 26)
}

/// The roles of a v3 user (Clever's API definitions, `roles`), with the older words for them.
struct RoleSet: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt8

  static let student = RoleSet(rawValue: 1 << 0)
  static let teacher = RoleSet(rawValue: 1 << 1)
  static let staff = RoleSet(rawValue: 1 << 2)
  static let districtAdmin = RoleSet(rawValue: 1 << 3)
  static let contact = RoleSet(rawValue: 1 << 4)
}
