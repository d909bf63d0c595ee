import PositionedJSON
import Roster

/// Records on their way from the walker to the tables: a stretch of a file's bytes, and where in
/// it the fields of each record stand.
///
/// The memory goes round: stored, a stretch goes back to the walker, which fills it again.
struct WalkedStretch: Sendable {
  /// The bytes that everything below points into; ``end`` of them are the file's.
  var bytes: [UInt8] = []
  var end = 0
  /// Where in the file the first byte stands.
  var base = 0
  /// How many of the bytes no later stretch holds again.
  var passed = 0
  /// Line feeds of the portion that ends with this stretch; its records count lines from 0 there.
  var lineFeeds = 0
  /// What was walked.
  var walked = WalkedRecords()
}

/// What was walked of a stretch.
struct WalkedRecords: Sendable {
  /// The records, in the order they stand in.
  var records: [RecordFields] = []
  /// What their lists hold.
  var lists = RecordLists()
  /// Whether the file was cut inside a value, or is none that can be cut: then none of it may be
  /// stored.
  var isCutWrongly = false
  /// What happened between records.
  private(set) var notes: [(before: Int, note: Note)] = []

  /// What is told of a file apart from its records.
  enum Note: Sendable {
    /// A file begins.
    case opened(file: Int)
    /// A list page ended.
    case page(ListPage)
    /// An error answer stands at a byte of the file.
    case answer(ErrorAnswer)
    /// The structure broke off at a byte of the stretch.
    case broken(at: Int, words: String)
  }

  /// Notes what happened behind the records so far.
  mutating func note(_ note: Note) {
    notes.append((records.count, note))
  }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    lists.rewind(to: RecordLists.Mark.start)
    notes.removeAll(keepingCapacity: true)
    isCutWrongly = false
  }
}
