import Findings
import PositionedJSON
import SafeFiles

/// The bytes around a record in its file: enough to tell the place of a field inside it.
///
/// One buffer for all questions, which come in the order of the file; a question costs one read of
/// two kilobytes as a rule, and none where what was read for the one before holds its record, too.
struct Surroundings {
  /// How far before a record its line may begin for ``place(of:in:)`` to find it.
  private static let reach = 512

  /// How much is read at first: as much as holds what most records say.
  private static let size = 2 << 10

  /// How much is read where questions are about records that are near each other.
  private static let sizeForNear = 16 << 10

  private var buffer = [UInt8](repeating: 0, count: Surroundings.sizeForNear)
  /// Which bytes of the file the buffer holds.
  private var held = 0..<0
  /// Whether the file goes on after them.
  private var goesOn = true

  /// Line and column of the question's field, counted from the line that the record begins on.
  ///
  /// - Returns: nil if that line is not known, or does not begin near: then the lines of the file
  ///   have to be counted. The first line is one of those, for a byte order mark may be in it.
  /// - Throws: ``SafeFiles/FileError``.
  mutating func place(
    of question: PlaceResolver.Question,
    in file: borrowing ExportFile
  ) throws(FileError) -> (line: Int, column: Int)? {
    guard question.line > 1 else { return nil }
    let before = min(Surroundings.reach, question.record.offset)
    let (record, field) = try find(question, in: file, before: before)
    guard record <= held.count,
      let lineFeed = buffer[record - before..<record].lastIndex(of: 0x0A)
    else { return nil }
    var lineStart = lineFeed + 1
    var line = Int(question.line)
    for index in record..<field where buffer[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    // A character is counted at its first byte.
    let column = buffer[lineStart..<field].count { $0 & 0xC0 != 0x80 }
    return (line, column + 1)
  }

  /// Where the question's field begins in the file, or the record if it lacks the field.
  ///
  /// - Throws: ``SafeFiles/FileError``.
  mutating func offset(
    of question: PlaceResolver.Question,
    in file: borrowing ExportFile
  ) throws(FileError) -> Int {
    let (record, field) = try find(question, in: file, before: 0)
    return question.record.offset + field - record
  }

  /// Has the buffer hold the question's record and `before` bytes in front of it.
  ///
  /// - Returns: where in the buffer the record begins, and where its field's value; the record
  ///   again if it lacks the field.
  private mutating func find(
    _ question: PlaceResolver.Question,
    in file: borrowing ExportFile,
    before: Int
  ) throws(FileError) -> (record: Int, field: Int) {
    let offset = question.record.offset
    let start = offset - before
    if start < held.lowerBound || offset >= held.upperBound {
      let isNear = start >= held.lowerBound && start < held.upperBound + Surroundings.size
      try read(isNear ? Surroundings.sizeForNear : Surroundings.size, of: file, at: start)
    }
    while true {
      let record = offset - held.lowerBound
      guard record < held.count, !question.field.isEmpty else { return (record, record) }
      switch search(question.field, in: buffer.span.extracting(record..<held.count)) {
      case .found(let inside): return (record, record + inside)
      case .absent: return (record, record)
      case .needsMore:
        guard goesOn, held.count <= Chunk.recordLimit else { return (record, record) }
        // Four times as much as is there, so that a long record costs few reads.
        try read(max(Surroundings.size, 4 * (held.upperBound - start)), of: file, at: start)
      }
    }
  }

  /// Reads up to `size` bytes at `start`.
  private mutating func read(
    _ size: Int,
    of file: borrowing ExportFile,
    at start: Int
  ) throws(FileError) {
    if buffer.count < size { buffer = [UInt8](repeating: 0, count: size) }
    let count = try file.read(into: &buffer, from: 0, at: start, limit: size)
    held = start..<start + count
    goesOn = count == size
  }

  private enum FieldSearch { case found(Int), absent, needsMore }

  /// Where in `bytes` the value begins that the keys of `path` lead to.
  private func search(_ path: String, in bytes: Span<UInt8>) -> FieldSearch {
    var cursor = JSONCursor(bytes)
    var keys = path.utf8.split(separator: UInt8(ascii: "."))[...]
    var name: [UInt8] = []
    do throws(JSONFault) {
      while let wanted = keys.popFirst() {
        guard try cursor.kind() == .object else { return .absent }
        try cursor.enterObject()
        var isFound = false
        while !isFound, let key = try cursor.nextKey() {
          name.removeAll(keepingCapacity: true)
          cursor.decode(key.text, into: &name)
          isFound = name.elementsEqual(wanted)
          if !isFound { try cursor.skipValue() }
        }
        guard isFound else { return .absent }
        _ = try cursor.kind()
      }
    } catch {
      return error.kind == .truncated ? .needsMore : .absent
    }
    return .found(cursor.offset)
  }
}
