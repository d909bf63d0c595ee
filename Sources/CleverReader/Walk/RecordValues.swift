import FlatTables
import PositionedJSON
import Roster

/// Which entries of one of the arrays of ``RecordValues`` are a record's.
struct EntryRange: BitwiseCopyable, Sendable {
  private(set) var start: Int32 = 0
  private(set) var count: Int32 = 0

  /// The positions of the entries.
  var range: Range<Int> { Int(start)..<Int(start + count) }

  /// Adds an entry; a list that goes on after others were begun is moved to the end first.
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

/// What the records of a chunk point into: their texts, the entries of their lists, and the details
/// that few of them have.
struct RecordValues: Sendable {
  var details: [RecordDetails] = []
  /// The texts that may be stored, escapes resolved, that of one record after that of the one before.
  /// So the thread that stores them does not read the JSON, which is ten times as long.
  private(set) var text = TextArena()
  var ids: [RecordID] = []
  /// The rows that ``ids`` have if they are students, -1 where that is not known; empty if they were
  /// not looked up.
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

  /// How much there is, to come back to when a record cannot be read.
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

  /// The details of `record`.
  ///
  /// Inlined, so that a caller that wants one of them loads one.
  @inline(__always)
  func details(of record: borrowing WalkedRecord) -> RecordDetails { details(at: record.detail) }

  /// Those at a place; none at -1.
  @inline(__always)
  func details(at place: Int32) -> RecordDetails {
    place < 0 ? RecordDetails.none : details[Int(place)]
  }

  /// Copies `text` into ``text``, escapes resolved.
  ///
  /// A text of more than 65 535 bytes is kept as none; its record is noted as unfit already.
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
      preconditionFailure("a chunk has less text than an arena may hold")
    }
  }

  /// How the id of `record` is spelt; empty if it has none.
  func idText(of record: borrowing WalkedRecord) -> [UInt8] {
    var spelling: [UInt8] = []
    if let odd = oddID(record.id) {
      spelling += text.string(odd).utf8
    } else if record.id != .none {
      record.id.appendDigits(to: &spelling)
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
