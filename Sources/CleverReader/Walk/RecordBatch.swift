import PositionedJSON
import Roster

/// What was walked of a chunk, in the order of its bytes.
struct RecordBatch: Sendable {
  /// The records.
  var records: [WalkedRecord] = []
  /// What the records point into.
  var values = RecordValues()
  /// What was met between records.
  private(set) var notes: [(before: Int, note: Note)] = []
  /// How often each key was met that no table has a place for.
  var unused: [(name: [UInt8], count: Int)] = []
  /// How many lines end in the chunk.
  var lineFeeds = 0
  /// Whether the chunk ends inside a value, since the guess where to cut its file was wrong. Nothing
  /// of it may be stored.
  var isCutOff = false

  /// What a chunk tells apart from its records.
  enum Note: Sendable {
    /// An object begins that holds lists of records, and more keys beside them.
    case pageBegins
    /// A key of that object.
    case pageKey(PageKey)
    /// The list of the last key ended.
    case listEnds
    /// The object ended.
    case pageEnds
    /// An error answer in place of data.
    case answer(ErrorAnswer)
    /// The structure breaks off at a byte of the chunk; the rest of the file cannot be read.
    case broken(at: Int, message: String)
  }

  /// Notes what was met after the records so far.
  mutating func note(_ note: Note) { notes.append((records.count, note)) }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    values.rewind(to: RecordValues.Mark.start)
    notes.removeAll(keepingCapacity: true)
    unused.removeAll(keepingCapacity: true)
    lineFeeds = 0
    isCutOff = false
  }
}
