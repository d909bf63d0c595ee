public import Findings
import PositionedJSON
public import Roster
import SafeFiles

/// Turns the byte offsets that rows keep into file, line and column, by reading the files again;
/// of an archive what was unpacked, so that line and column are those of the member.
///
/// Costs one pass over each file that has a place to show, however many it has.
public struct PlaceResolver: Sendable {
  private let files: [SourceFile]

  /// A resolver for the files of an export, numbered as in its roster.
  public init(files: [SourceFile]) {
    self.files = files
  }

  /// A place to find: a record, and if wanted a field inside it.
  public struct Question: Sendable, Hashable {
    /// Where the record begins.
    public var record: RecordPlace
    /// Keys from the record inward, with dots between: `email`, `name.first`; empty for the record.
    public var field: String

    /// A question about a record, or one of its fields.
    public init(_ record: RecordPlace, field: String = "") {
      self.record = record
      self.field = field
    }
  }

  /// Line and column of each question, in the order asked.
  ///
  /// A field that the record does not have gives the record's place. A file that cannot be read
  /// any more, or a place that is none, gives the file without a line, or no place.
  public func places(of questions: [Question]) -> [Place?] {
    var answers = [Place?](repeating: nil, count: questions.count)
    let order = questions.indices
      .filter { questions[$0].record.isKnown && questions[$0].record.file < files.count }
      .sorted { questions[$0].record < questions[$1].record }
    var start = order.startIndex
    while start < order.endIndex {
      let file = questions[order[start]].record.file
      let end = order[start...].firstIndex { questions[$0].record.file != file } ?? order.endIndex
      resolve(order[start..<end], of: file, questions, into: &answers)
      start = end
    }
    return answers
  }

  private func resolve(
    _ order: ArraySlice<Int>,
    of number: Int,
    _ questions: [Question],
    into answers: inout [Place?]
  ) {
    let path = files[number].path
    for index in order { answers[index] = Place(file: path) }
    do {
      let file = try ExportFile(files[number])
      var offsets: [(offset: Int, index: Int)] = []
      for index in order {
        let question = questions[index]
        let inner = question.field.isEmpty ? nil : try offset(of: question, in: file)
        offsets.append((inner ?? question.record.offset, index))
      }
      offsets.sort { $0.offset < $1.offset }
      try walkLines(of: file, to: offsets.map(\.offset)) { position, line, column in
        answers[offsets[position].index] = Place(file: path, line: line, column: column)
      }
    } catch {
      // The file was there when it was read; a place without a line is what can still be said.
      return
    }
  }

  /// Where the value of the question's field begins in the file; nil if the record lacks it.
  private func offset(of question: Question, in file: borrowing ExportFile) throws(FileError)
    -> Int?
  {
    var buffer = [UInt8](repeating: 0, count: 8 << 10)
    let path = question.field.split(separator: ".").map { Array($0.utf8) }
    while true {
      let count = try file.read(into: &buffer, from: 0, at: question.record.offset)
      let inner = fieldOffset(path, in: buffer.span.extracting(0..<count))
      switch inner {
      case .found(let offset): return question.record.offset + offset
      case .absent: return nil
      case .needsMore:
        guard count == buffer.count, buffer.count <= ByteWindow.recordLimit else { return nil }
        buffer = [UInt8](repeating: 0, count: buffer.count * 8)
      }
    }
  }

  private enum FieldSearch { case found(Int), absent, needsMore }

  private func fieldOffset(_ path: [[UInt8]], in bytes: Span<UInt8>) -> FieldSearch {
    var cursor = JSONCursor(bytes)
    var name: [UInt8] = []
    do throws(JSONFault) {
      for (depth, wanted) in path.enumerated() {
        guard try cursor.kind() == .object else { return .absent }
        try cursor.enterObject()
        var isFound = false
        while let key = try cursor.nextKey() {
          name.removeAll(keepingCapacity: true)
          cursor.decode(key.text, into: &name)
          if name == wanted {
            isFound = true
            break
          }
          try cursor.skipValue()
        }
        guard isFound else { return .absent }
        _ = try cursor.kind()
        if depth == path.count - 1 { return .found(cursor.offset) }
      }
    } catch {
      return error.kind == .truncated ? .needsMore : .absent
    }
    return .absent
  }

  /// Walks the file once and answers for each of the ascending `offsets`.
  private func walkLines(
    of file: borrowing ExportFile,
    to offsets: [Int],
    answer: (_ position: Int, _ line: Int, _ column: Int) -> Void
  ) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    var counter = LineCounter()
    var base = 0
    var next = 0
    while next < offsets.count {
      let count = try file.read(into: &buffer, from: 0, at: base)
      guard count > 0 else { break }
      let piece = buffer.span.extracting(0..<count)
      while next < offsets.count, let place = counter.place(of: offsets[next], in: piece) {
        answer(next, place.line, place.column)
        next += 1
      }
      base += count
    }
    // A file cut since then: its end is the nearest place.
    while next < offsets.count {
      answer(next, counter.current.line, counter.current.column)
      next += 1
    }
  }
}
