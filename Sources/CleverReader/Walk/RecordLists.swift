import FlatTables
import PositionedJSON
import Roster

/// Where a record's entries are in one of the arrays of ``RecordLists``.
struct ListRun: BitwiseCopyable, Sendable {
  private(set) var start: Int32 = 0
  private(set) var count: Int32 = 0

  /// The positions of the entries.
  var range: Range<Int> { Int(start)..<Int(start + count) }

  /// Adds an entry; a list that is continued after others were begun is moved to the end first.
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

/// The lists of all records of a stretch: each record has a ``ListRun`` in them, and a
/// place among ``details`` where it has any.
struct RecordLists: Sendable {
  var details: [RecordDetails] = []
  /// What may be stored, escapes resolved: that of one record after that of the one before, so that
  /// the storing thread does not need the JSON, which is ten times as long.
  private(set) var text = TextArena()
  var ids: [RecordID] = []
  /// The rows that ``ids`` have if they are students, -1 where that is not known; none at all if
  /// they were not looked up.
  private(set) var studentRows: [Int32] = []
  var relationships: [Relationship] = []
  var texts: [JSONText] = []
  var links: [Link] = []
  var formerIDs: [FormerID] = []
  /// Ids of records and of their lists that are not 24 hex digits, as they are spelt; the number of
  /// such an id is its position here until it is stored.
  private(set) var oddIDs: [TextRef] = []
  /// Whether any of ``ids`` or ``relationships`` is such an id, so that each of them has to be looked
  /// at before it is looked up.
  private(set) var hasOddLinks = false

  /// An entry of `student_relationships`.
  struct Relationship: BitwiseCopyable, Sendable {
    var student = RecordID.none
    /// The student's row, if it was looked up beforehand and is there; else -1.
    var row: Int32 = -1
    var relationship = TextRef.empty
    var type = ContactType.none
  }

  /// The id that an employee had in a role before v3.
  struct FormerID: BitwiseCopyable, Sendable {
    var role: RoleSet
    var id: RecordID
  }

  /// An entry of `links`.
  struct Link: BitwiseCopyable, Sendable {
    var relation = JSONText.empty
    var uri = JSONText.empty
  }

  /// How long the lists are, to come back to when a record breaks off.
  struct Mark {
    fileprivate var details, ids, relationships, texts, links, formerIDs, oddIDs, text: Int

    /// Nothing yet.
    static let start = Mark(
      details: 0,
      ids: 0,
      relationships: 0,
      texts: 0,
      links: 0,
      formerIDs: 0,
      oddIDs: 0,
      text: 0
    )
  }

  var mark: Mark {
    Mark(
      details: details.count,
      ids: ids.count,
      relationships: relationships.count,
      texts: texts.count,
      links: links.count,
      formerIDs: formerIDs.count,
      oddIDs: oddIDs.count,
      text: text.byteCount
    )
  }

  /// Looks all of ``ids`` up among the students that there were; nothing is added afterwards.
  mutating func lookUp(in students: RowLookup) {
    // An id that is no ordinary one is not that of the roster yet.
    guard !hasOddLinks else { return }
    var rows = exchange(&studentRows, with: [])
    rows.removeAll(keepingCapacity: true)
    students.appendRows(of: ids.span, to: &rows)
    studentRows = rows
  }

  /// Forgets what was added since `mark`, keeping the memory.
  mutating func rewind(to mark: Mark) {
    details.removeLast(details.count - mark.details)
    ids.removeLast(ids.count - mark.ids)
    studentRows.removeAll(keepingCapacity: true)
    relationships.removeLast(relationships.count - mark.relationships)
    texts.removeLast(texts.count - mark.texts)
    links.removeLast(links.count - mark.links)
    formerIDs.removeLast(formerIDs.count - mark.formerIDs)
    oddIDs.removeLast(oddIDs.count - mark.oddIDs)
    text.truncate(to: mark.text)
    hasOddLinks = hasOddLinks && !oddIDs.isEmpty
  }

  /// The place of the details of the record of `fields`; they are made if it has none yet.
  @inline(__always)
  mutating func place(of fields: inout RecordFields) -> Int {
    if fields.detail < 0 {
      fields.detail = Int32(details.count)
      details.append(RecordDetails())
    }
    return Int(fields.detail)
  }

  /// The details of the record that `fields` are of.
  ///
  /// Inlined, so that who wants one of them loads one: records without an envelope are asked each.
  @inline(__always)
  func details(of fields: borrowing RecordFields) -> RecordDetails { details(at: fields.detail) }

  /// Those at a place; none at -1.
  @inline(__always)
  func details(at place: Int32) -> RecordDetails {
    place < 0 ? RecordDetails.none : details[Int(place)]
  }

  /// Notes the `type` of a record, which tells what a contact is to a student, or who logged in.
  mutating func noteType(_ type: JSONText, of fields: inout RecordFields, in json: JSONSource) {
    let place = place(of: &fields)
    details[place].type = type
    details[place].contactType = ContactType(type, in: json)
  }

  /// Copies `text` into ``text``, escapes resolved.
  ///
  /// One of more than 65 535 bytes is none: the walk has noted that the record is unfit.
  mutating func keep(_ text: JSONText, in json: JSONSource) -> TextRef {
    guard text.length > 0, text.length <= Int(UInt16.max) else { return .empty }
    do throws(TextArenaFull) {
      if text.hasEscapes {
        var resolved: [UInt8] = []
        json.decode(text, into: &resolved)
        return try self.text.append(resolved.span)
      }
      if text.hasNonASCII { return try self.text.append(json.span(of: text)) }
      let range = text.start..<text.start + text.length
      return try self.text.append(printable: range, of: json.bytes)
    } catch {
      preconditionFailure("a window has less text than an arena may hold")
    }
  }

  /// How the id of the record is spelt that `fields` are of; empty if it has none.
  func idText(of fields: borrowing RecordFields) -> [UInt8] {
    var spelling: [UInt8] = []
    if let odd = oddID(fields.id) {
      spelling += text.string(odd).utf8
    } else if fields.id != .none {
      fields.id.appendDigits(to: &spelling)
    }
    return spelling
  }

  /// The id that `text` spells: packed, or for the time being the number of its spelling. `isLink`
  /// says whether it becomes one of ``ids`` or ``relationships``.
  mutating func id(_ text: JSONText, isLink: Bool, in json: JSONSource) -> RecordID {
    if !text.hasEscapes, let id = RecordID(packing: json.span(of: text)) { return id }
    oddIDs.append(keep(text, in: json))
    if isLink { hasOddLinks = true }
    return RecordID(odd: oddIDs.count - 1)
  }

  /// The spelling of `id` in ``text``; nil if it is packed.
  @inline(__always)
  func oddID(_ id: RecordID) -> TextRef? {
    id.oddNumber.map { oddIDs[$0] }
  }
}
