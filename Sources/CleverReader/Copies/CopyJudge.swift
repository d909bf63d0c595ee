import PositionedJSON
import Roster
import SafeFiles

/// Compares a record with an earlier copy of it by reading that one again.
///
/// Copies are rare, so a table keeps neither content nor times for them; the price is one read of
/// the earlier file a copy.
struct CopyJudge {
  /// How two copies of a record compare.
  enum Verdict {
    case same, earlierIsNewer, laterIsNewer, undecidable
    /// Equally new, and of another version of Clever's API, which shapes records differently.
    case earlierIsOfNewerVersion, laterIsOfNewerVersion

    /// What is noted of the copy that does not go on.
    var comparison: RecordCopy.Comparison {
      switch self {
      case .same: .same
      case .earlierIsNewer, .laterIsNewer: .older
      case .earlierIsOfNewerVersion, .laterIsOfNewerVersion: .otherVersion
      case .undecidable: .undecidable
      }
    }
  }

  /// The fields in which the two records that were compared last differ.
  private(set) var differing: RecordFields = []
  private var buffer: [UInt8] = []

  /// Compares the record in `fields`, of a file of `version`, with the one at `offset` of `file`.
  mutating func compare(
    _ record: borrowing WalkedRecord,
    _ json: JSONSource,
    _ version: String,
    withRecordAt offset: Int,
    of file: SourceFile
  ) -> Verdict {
    differing = []
    guard let end = readRecord(at: offset, of: file) else { return .undecidable }
    let later = json.rawBytes(in: record.bytes.range)
    if isEqual(buffer.span.extracting(0..<end), later) { return .same }
    guard let earlierSummary = RecordSummary(buffer.span.extracting(0..<end)),
      let laterSummary = RecordSummary(later)
    else { return .undecidable }
    differing = earlierSummary.content.differing(from: laterSummary.content)
    if differing.isEmpty, earlierSummary.lastModified == laterSummary.lastModified { return .same }
    guard earlierSummary.lastModified == laterSummary.lastModified else {
      return earlierSummary.isOlder(than: laterSummary) ? .laterIsNewer : .earlierIsNewer
    }
    if earlierSummary.isUser != laterSummary.isUser {
      return laterSummary.isUser ? .laterIsOfNewerVersion : .earlierIsOfNewerVersion
    }
    if version == file.version || version.isEmpty || file.version.isEmpty { return .undecidable }
    return file.version < version ? .laterIsOfNewerVersion : .earlierIsOfNewerVersion
  }

  /// What the record at `offset` of `file` is compared by; nil if it is not there any more.
  mutating func summary(ofRecordAt offset: Int, of file: SourceFile) -> RecordSummary? {
    readRecord(at: offset, of: file).flatMap { RecordSummary(buffer.span.extracting(0..<$0)) }
  }

  /// The ids that the record at `offset` of `file` had before v3, by role.
  mutating func roleIDs(ofRecordAt offset: Int, of file: SourceFile) -> RoleIDs? {
    readRecord(at: offset, of: file).map { RoleIDs(in: buffer.span.extracting(0..<$0)) }
  }

  /// The `last_modified` of the record at `offset` of `file`; empty if it has none.
  mutating func lastModified(ofRecordAt offset: Int, of file: SourceFile) -> [UInt8] {
    guard let end = readRecord(at: offset, of: file) else { return [] }
    return RecordSummary(buffer.span.extracting(0..<end))?.lastModified ?? []
  }

  /// Reads the record at `offset` into the buffer; nil if it is not there any more.
  private mutating func readRecord(at offset: Int, of file: SourceFile) -> Int? {
    var size = 4 << 10
    while size <= 2 * Chunk.recordLimit {
      if buffer.count < size { buffer = [UInt8](repeating: 0, count: size) }
      guard let count = try? readBytes(size, at: offset, of: file) else { return nil }
      if let end = endOfValue(within: count) { return end }
      guard count == size else { return nil }
      size *= 4
    }
    return nil
  }

  private mutating func readBytes(
    _ count: Int,
    at offset: Int,
    of file: SourceFile
  ) throws(FileError) -> Int {
    try ExportFile(file).read(into: &buffer, from: 0, at: offset)
  }

  private func endOfValue(within count: Int) -> Int? {
    var cursor = JSONCursor(buffer.span.extracting(0..<count))
    do throws(JSONFault) {
      try cursor.frameValue()
    } catch {
      return nil
    }
    return cursor.offset
  }

  private func isEqual(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
