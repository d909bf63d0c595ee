import Bytes
public import Findings
public import Roster
import SafeFiles

/// Turns the byte offsets that rows keep into file, line and column, by reading the files again;
/// of an archive what was unpacked, so that line and column are those of the member.
///
/// Where a record's line is known and begins near it, which is so in every file but one that is a
/// single long line, a few kilobytes around the record tell. Else it costs one pass over each file
/// that has a place to show, however many it has.
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
    /// The line that the record begins on, from 1; 0 if lines were not counted.
    public var line: UInt32
    /// Keys from the record inward, with dots between: `email`, `name.first`; empty for the record.
    public var field: String

    /// A question about a record, or one of its fields.
    public init(_ record: RecordPlace, line: UInt32 = 0, field: String = "") {
      self.record = record
      self.line = line
      self.field = field
    }
  }

  /// Many questions, in half of the memory that as many values take: few fields are asked for, and
  /// each is here once.
  public struct Questions: Sendable {
    private var entries: [Entry] = []
    private var fields = [""]

    private struct Entry: Sendable {
      var record: RecordPlace
      var line: UInt32
      var field: Int32
    }

    /// The questions of `list`.
    public init(_ list: [Question] = []) {
      reserveCapacity(list.count)
      for question in list { append(question) }
    }

    /// How many there are.
    public var count: Int { entries.count }

    /// Makes room for `count` questions.
    public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// Adds a question after the others.
    public mutating func append(_ question: Question) {
      // A caller that asks for many places asks for the same few fields each time.
      let field = fields.lastIndex(of: question.field) ?? fields.count
      if field == fields.count { fields.append(question.field) }
      entries.append(Entry(record: question.record, line: question.line, field: Int32(field)))
    }

    /// The record that question `number` is about.
    func record(_ number: Int) -> RecordPlace { entries[number].record }

    /// Question `number`.
    subscript(number: Int) -> Question {
      let entry = entries[number]
      return Question(entry.record, line: entry.line, field: fields[Int(entry.field)])
    }
  }

  /// Line and column of each question, in the order asked.
  ///
  /// A field that the record does not have gives the record's place. A file that cannot be read
  /// any more, or a place that is none, gives the file without a line, or no place.
  public func places(of questions: [Question]) -> [Place?] {
    var answers = [Place?](repeating: nil, count: questions.count)
    resolve(Questions(questions)) { answers[$0] = $1 }
    return answers
  }

  /// Tells line and column of each question that is about a place, as ``places(of:)`` gives them,
  /// in the order of files.
  public func resolve(_ questions: Questions, tell: (_ number: Int, _ place: Place) -> Void) {
    var order: [Int32] = []
    order.reserveCapacity(questions.count)
    for number in 0..<questions.count {
      let record = questions.record(number)
      if record.isKnown, record.file < files.count { order.append(Int32(number)) }
    }
    order.sort { questions.record(Int($0)) < questions.record(Int($1)) }
    var start = order.startIndex
    while start < order.endIndex {
      let file = questions.record(Int(order[start])).file
      let end =
        order[start...].firstIndex { questions.record(Int($0)).file != file } ?? order.endIndex
      resolve(order[start..<end], of: file, questions, tell)
      start = end
    }
  }

  private func resolve(
    _ order: ArraySlice<Int32>,
    of number: Int,
    _ questions: Questions,
    _ tell: (_ number: Int, _ place: Place) -> Void
  ) {
    let path = files[number].path
    // How many were told at once; the others have to be counted.
    var asked = order.startIndex
    var offsets: [(offset: Int, index: Int)] = []
    var counted = 0
    do {
      let file = try ExportFile(files[number])
      var surroundings = Surroundings()
      let fields = files[number].isUpload ? try UploadFields(of: file) : nil
      while asked < order.endIndex {
        let index = Int(order[asked])
        let question = questions[index]
        if let fields, !question.field.isEmpty {
          let start = question.record.offset
          let inner = try fields.offset(of: question.field, inRowAt: start, of: file)
          offsets.append((start + inner, index))
        } else if let near = try surroundings.place(of: question, in: file) {
          tell(index, Place(file: path, line: near.line, column: near.column))
        } else {
          offsets.append((try surroundings.offset(of: question, in: file), index))
        }
        asked += 1
      }
      offsets.sort { $0.offset < $1.offset }
      try walkLines(of: file, to: offsets.map(\.offset)) { position, line, column in
        tell(offsets[position].index, Place(file: path, line: line, column: column))
        counted = position + 1
      }
    } catch {
      // The file was there when it was read; a place without a line is what can still be said.
      for (_, index) in offsets[counted...] { tell(index, Place(file: path)) }
      for index in order[asked...] { tell(Int(index), Place(file: path)) }
    }
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
      while next < offsets.count, let place = counter.lineAndColumn(of: offsets[next], in: piece) {
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
