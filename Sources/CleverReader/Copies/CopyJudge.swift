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

  private var buffer: [UInt8] = []

  /// Compares the record in `fields`, of a file of `version`, with the one at `offset` of `file`.
  mutating func compare(
    _ record: borrowing WalkedRecord,
    _ json: JSONSource,
    _ version: String,
    withRecordAt offset: Int,
    of file: SourceFile
  ) -> Verdict {
    guard let end = readRecord(at: offset, of: file) else { return .undecidable }
    let later = json.rawBytes(in: record.bytes.range)
    let earlier = buffer.span.extracting(0..<end)
    if isEqual(earlier, later) { return .same }
    guard let earlierSummary = RecordSummary(earlier), let laterSummary = RecordSummary(later)
    else { return .undecidable }
    if earlierSummary.content == laterSummary.content { return .same }
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

/// What two copies are compared by: content in whatever order and spacing, and the time.
struct RecordSummary {
  private(set) var content: UInt64 = 0
  private(set) var lastModified: [UInt8] = []
  /// Whether it is a v3 user.
  private(set) var isUser = false

  /// Whether the time of this record is before that of `other`; none is before any.
  func isOlder(than other: RecordSummary) -> Bool {
    // Clever's timestamps are `YYYY-MM-DDTHH:MM:SS.sssZ`, so they order like text.
    lastModified.lexicographicallyPrecedes(other.lastModified)
  }

  /// The summary of the record that `bytes` hold; nil if they are no JSON object.
  init?(_ bytes: borrowing Span<UInt8>) {
    var cursor = JSONCursor(copy bytes)
    do {
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        var name: [UInt8] = []
        cursor.decode(key.text, into: &name)
        let field = FieldName(key, in: cursor.source)
        if field == .roles { isUser = true }
        if field == .lastModified, try cursor.kind() == .string {
          let text = try cursor.string()
          cursor.decode(text, into: &lastModified)
          content &+= mix(hash(name), hash(lastModified))
        } else {
          content &+= mix(hash(name), try RecordSummary.digest(&cursor))
        }
      }
    } catch {
      return nil
    }
  }

  /// A number that equal values share, whatever the order of their keys and the white space.
  private static func digest(_ cursor: inout JSONCursor) throws(JSONFault) -> UInt64 {
    switch try cursor.kind() {
    case .object:
      var sum: UInt64 = 1
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        var name: [UInt8] = []
        cursor.decode(key.text, into: &name)
        sum &+= mix(hash(name), try digest(&cursor))
      }
      return mix(sum, 2)
    case .array:
      var state: UInt64 = 3
      try cursor.enterArray()
      while try cursor.nextElement() { state = mix(state, try digest(&cursor)) }
      return mix(state, 4)
    case .string:
      var bytes: [UInt8] = []
      let text = try cursor.string()
      cursor.decode(text, into: &bytes)
      return mix(hash(bytes), 5)
    case .number:
      var bytes: [UInt8] = []
      let text = try cursor.number()
      cursor.decode(text, into: &bytes)
      return mix(hash(bytes), 6)
    case .true:
      try cursor.skipValue()
      return mix(7, 7)
    case .false:
      try cursor.skipValue()
      return mix(8, 7)
    case .null:
      try cursor.skipValue()
      return mix(9, 7)
    }
  }
}

private func hash(_ bytes: [UInt8]) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

private func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = (left &* 0x9E37_79B9_7F4A_7C15 ^ right) &* 0xBF58_476D_1CE4_E5B9
  return product ^ product >> 31
}
