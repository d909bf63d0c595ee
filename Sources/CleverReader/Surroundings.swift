import Findings
import PositionedJSON
import SafeFiles

/// What stands around a record in its file: enough to tell the place of a field inside it.
///
/// One buffer for all questions; a question costs one read of two kilobytes as a rule.
struct Surroundings {
  /// How far before a record its line may begin for ``place(of:in:)`` to find it.
  private static let reach = 512

  /// How much is read at first: as much as holds what most records say.
  private static let size = 2 << 10

  private var buffer = [UInt8](repeating: 0, count: Surroundings.size)

  /// Line and column of the question's field, counted from the line that the record begins on.
  ///
  /// - Returns: nil if that line is not known, or does not begin near: then the lines of the file
  ///   have to be counted. The first line is one of those, for a byte order mark may stand in it.
  /// - Throws: ``SafeFiles/FileError``.
  mutating func place(
    of question: PlaceResolver.Question,
    in file: borrowing ExportFile
  ) throws(FileError) -> (line: Int, column: Int)? {
    guard question.line > 1 else { return nil }
    let before = min(Surroundings.reach, question.record.offset)
    let inner = try innerOffset(of: question, in: file, before: before)
    guard var lineStart = lineStart(before: before) else { return nil }
    var line = Int(question.line)
    for index in before..<before + inner where buffer[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    // A character is counted at its first byte.
    let column = buffer[lineStart..<before + inner].count { $0 & 0xC0 != 0x80 }
    return (line, column + 1)
  }

  /// Where the question's field begins in the file, or the record if it lacks the field.
  ///
  /// - Throws: ``SafeFiles/FileError``.
  mutating func offset(
    of question: PlaceResolver.Question,
    in file: borrowing ExportFile
  ) throws(FileError) -> Int {
    question.record.offset + (try innerOffset(of: question, in: file, before: 0))
  }

  /// The byte behind the last line feed among the first `before` bytes.
  private func lineStart(before: Int) -> Int? {
    buffer[0..<before].lastIndex(of: 0x0A).map { $0 + 1 }
  }

  /// Reads `before` bytes and the record behind them; how far inside it the field's value begins,
  /// 0 if it lacks the field.
  private mutating func innerOffset(
    of question: PlaceResolver.Question,
    in file: borrowing ExportFile,
    before: Int
  ) throws(FileError) -> Int {
    var size = Surroundings.size
    while true {
      let start = question.record.offset - before
      let count = try file.read(into: &buffer, from: 0, at: start, limit: size)
      guard count > before, !question.field.isEmpty else { return 0 }
      switch search(question.field, in: buffer.span.extracting(before..<count)) {
      case .found(let offset): return offset
      case .absent: return 0
      case .needsMore:
        guard count == size, size <= ByteWindow.recordLimit else { return 0 }
        size *= 4
        if buffer.count < size { buffer = [UInt8](repeating: 0, count: size) }
      }
    }
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
