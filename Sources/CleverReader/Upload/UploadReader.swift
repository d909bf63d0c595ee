import Bytes
import Findings
import FlatTables
import PositionedCSV
import Roster
import SafeFiles

/// Reads the files of Clever's CSV form, which a district uploads by SFTP.
///
/// One after another on the calling thread, when the other files have been read.
struct UploadReader {
  private var builder: UploadBuilder
  private var decoder = TextDecoder()

  init(readsStudentEmail: Bool) {
    builder = UploadBuilder(readsStudentEmail: readsStudentEmail)
  }

  /// Reads the file of `entry`, which is the export's file `number`; `progress` is told how many
  /// bytes of it were read.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read or changes meanwhile, or when there
  ///   is no room for its text.
  mutating func read(
    _ entry: ExportListing.Entry,
    number: Int,
    into roster: inout Roster,
    progress: (_ done: Int) -> Void
  ) throws(FileError) {
    var window = UploadWindow(try ExportFile(entry.file))
    do throws(Stop) {
      try readRows(&window, entry.file, number, &roster, progress)
    } catch {
      switch error {
      case .broken(let offset, let words), .notUTF8(_, let offset, let words):
        let place = RecordPlace(file: number, offset: offset)
        roster.source.broken.append(BrokenFile(place: place, words: words))
      case .file(let error): throw error
      case .full(let words):
        throw FileError(.failed, tried: "read", path: entry.file.path, answer: words)
      }
    }
    try window.checkUnchanged()
  }

  /// Ends the reading, once all files have been read.
  mutating func finish(_ roster: inout Roster) { builder.finish(&roster) }

  /// The files that an upload must have and that were not there, when all is read.
  func missingFiles(_ roster: borrowing Roster) -> [MissingUpload] { builder.missingFiles(roster) }

  /// Why the reading of a file ends early.
  private enum Stop: Error {
    /// Its rows cannot be told from a byte of the file on.
    case broken(Int, String)
    /// The row at the first byte is not UTF-8, as the second shows.
    case notUTF8(row: Int, at: Int, String)
    case file(FileError)
    case full(String)
  }

  private mutating func readRows(
    _ window: inout UploadWindow,
    _ file: SourceFile,
    _ number: Int,
    _ roster: inout Roster,
    _ progress: (_ done: Int) -> Void
  ) throws(Stop) {
    try refill(&window)
    var dialect = readDialect(window)
    let header: UploadHeader
    do throws(Stop) {
      header = try readHeader(&window, dialect)
    } catch {
      guard case .notUTF8 = error else { throw error }
      _ = try decode(file, number, &window, after: error, &roster)
      dialect = readDialect(window)
      header = try readHeader(&window, dialect)
    }
    builder.note(header.form, ofFile: number)
    roster.source.files[number].rowsAboveHeader = dialect.titleRows
    var walk = FileWalk(UploadRow(header), number, dialect.csv)
    while true {
      let before = window.position
      let end: Int
      let fault: CSVFault?
      do throws(Stop) {
        (end, fault) = try takeRows(of: window, &walk, &roster)
      } catch {
        guard case .notUTF8 = error else { throw error }
        let start = try decode(file, number, &window, after: error, &roster)
        walk.lines = LinePosition(from: start, after: walk.lines.lineFeeds)
        continue
      }
      window.position = end
      if let fault { throw .broken(window.base + fault.offset, fault.words) }
      progress(window.base + end)
      if window.isAtEnd { break }
      if end == before, window.isRowTooLong {
        throw .broken(window.base + window.position, "a row is longer than 1 MiB")
      }
      try refill(&window)
    }
    for name in header.unused { roster.source.unusedFields[name, default: 0] += walk.rowCount }
  }

  /// A file whose rows are taken one after another.
  private struct FileWalk {
    var row: UploadRow
    var lines = LinePosition(from: 0)
    /// Rows so far that hold text.
    var rowCount = 0
    /// The file's number.
    let number: Int
    let csv: CSVDialect

    init(_ row: UploadRow, _ number: Int, _ csv: CSVDialect) {
      self.row = row
      self.number = number
      self.csv = csv
    }
  }

  /// Takes the rows of a window.
  ///
  /// - Returns: where the rows end that were taken, and why the rest of the file cannot be read; nil
  ///   where it can.
  private mutating func takeRows(
    of window: borrowing UploadWindow,
    _ walk: inout FileWalk,
    _ roster: inout Roster
  ) throws(Stop) -> (end: Int, fault: CSVFault?) {
    let base = window.base
    let bytes = window.bytes.span.extracting(0..<window.end)
    var cursor = CSVCursor(
      bytes,
      at: window.position,
      isFinal: window.isAtEnd,
      dialect: walk.csv
    )
    while true {
      var found: CSVRow?
      var failure: CSVFault?
      do throws(CSVFault) {
        found = try cursor.nextRow(into: &walk.row.fields)
        failure = found?.fault
      } catch {
        failure = error
      }
      var csv = walk.csv
      if let failure {
        if failure.kind == .invalidUTF8, let found {
          _ = walk.lines.line(at: found.start, in: bytes, base: base)
          throw .notUTF8(row: base + found.start, at: base + failure.offset, failure.words)
        }
        let isLong = window.end - cursor.offset >= Chunk.recordLimit
        let start = found?.start ?? cursor.offset
        if failure.kind != .truncated || isLong,
          let loose = looseRow(at: start, of: window, walk)
        {
          (found, walk.row.fields) = (loose.row, loose.fields)
          csv.hasLooseQuotes = true
          cursor = CSVCursor(bytes, at: loose.end, isFinal: window.isAtEnd, dialect: walk.csv)
        } else if !failure.isContent {
          walk.lines.pass(bytes.extracting(0..<cursor.offset), base: base)
          return (cursor.offset, failure.kind == .truncated ? nil : failure)
        }
      }
      guard let next = found else { break }
      walk.rowCount += 1
      let place = UploadBuilder.Place(
        record: RecordPlace(file: walk.number, offset: base + next.start),
        line: walk.lines.line(at: next.start, in: bytes, base: base) + 1
      )
      guard let refusal = try take(next, &walk.row, csv, of: window, at: place, in: &roster)
      else { continue }
      if UploadRow.isBlank(bytes, next.start..<next.end) {
        walk.rowCount -= 1
      } else {
        let fault = RecordPlace(file: walk.number, offset: base + refusal.offset)
        note(refusal.words, of: walk.row.header.form.entity, place, at: fault, &roster)
      }
    }
    walk.lines.pass(bytes.extracting(0..<cursor.offset), base: base)
    return (cursor.offset, nil)
  }

  /// The row at `start`, whose quotes break the rules, read with quotes as some programs write them:
  /// `"Ada \"Addie\""`; nil if that gives no row of the file's width.
  private func looseRow(
    at start: Int,
    of window: borrowing UploadWindow,
    _ walk: FileWalk
  ) -> (row: CSVRow, fields: [CSVField], end: Int)? {
    var dialect = walk.csv
    dialect.hasLooseQuotes = true
    var fields = walk.row.fields
    var cursor = CSVCursor(
      window.bytes.span.extracting(0..<window.end),
      at: start,
      isFinal: window.isAtEnd,
      dialect: dialect
    )
    guard let row = try? cursor.nextRow(into: &fields), row.fault == nil,
      row.fieldCount == walk.row.header.columnCount
    else { return nil }
    return (row, fields, cursor.offset)
  }

  /// Takes a row.
  ///
  /// - Returns: why it cannot be taken, and at which byte of the window that shows; nil if it was.
  private mutating func take(
    _ next: CSVRow,
    _ row: inout UploadRow,
    _ csv: CSVDialect,
    of window: borrowing UploadWindow,
    at place: UploadBuilder.Place,
    in roster: inout Roster
  ) throws(Stop) -> (offset: Int, words: String)? {
    if let fault = next.fault { return (fault.offset, fault.words) }
    let bytes = window.bytes.span.extracting(0..<window.end)
    let isCut = window.isAtEnd && next.end == window.end
    if next.fieldCount != row.header.columnCount,
      let words = row.setWidth(of: next, isCut: isCut, in: bytes)
    {
      return (next.start, words)
    }
    row.trim(bytes)
    do throws(TextArenaFull) {
      guard let refused = try store(row, csv, bytes, at: place, in: &roster) else { return nil }
      return (refused.column.map { row[$0].start } ?? next.start, refused.words)
    } catch {
      throw .full("\(error)")
    }
  }

  /// Stores a row; where cells have quotes or line ends inside, from a copy of the row with their
  /// texts, and where they hold a word for nothing, from one in which they are empty.
  private mutating func store(
    _ row: UploadRow,
    _ csv: CSVDialect,
    _ bytes: Span<UInt8>,
    at place: UploadBuilder.Place,
    in roster: inout Roster
  ) throws(TextArenaFull) -> UploadBuilder.Refusal? {
    let isRaw = row.fields.contains { $0.hasDoubledQuotes || $0.hasLineEnd }
    guard isRaw || row.hasWordForNothing(bytes) else {
      return try builder.store(row, bytes, at: place, in: &roster)
    }
    var plain = row
    guard isRaw else {
      plain.dropWordsForNothing(bytes)
      return try builder.store(plain, bytes, at: place, in: &roster)
    }
    let cursor = CSVCursor(bytes, dialect: csv)
    var text: [UInt8] = []
    for index in row.fields.indices {
      let start = text.count
      cursor.decode(row.fields[index], into: &text)
      if row.fields[index].hasLineEnd { UploadReader.joinLines(of: &text, from: start) }
      plain.fields[index] = CSVField(plain: start..<text.count)
    }
    plain.dropWordsForNothing(text.span)
    return try builder.store(plain, text.span, at: place, in: &roster)
  }

  /// Puts one blank in place of each line end of `text` from `start` on, and of the white space
  /// around it.
  private static func joinLines(of text: inout [UInt8], from start: Int) {
    let lines = text[start...].split { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
    let parts = lines.map { text[text.span.withoutOuterSpace(in: $0.indices)] }
    let joined = parts.filter { !$0.isEmpty }.joined(separator: CollectionOfOne(ASCII.space))
    text.replaceSubrange(start..., with: Array(joined))
  }

  private func note(
    _ words: String,
    of entity: Entity,
    _ place: UploadBuilder.Place,
    at fault: RecordPlace,
    _ roster: inout Roster
  ) {
    let number = place.record.file
    roster.source.files[number].recordCounts[Int(entity.rawValue)] += 1
    roster.source.unreadable.append(
      UnreadableRecord(
        entity: entity,
        place: place.record,
        line: place.line,
        fault: fault,
        words: words
      )
    )
  }

  // MARK: - The beginning of a file

  /// How the file is written; as RFC 4180 has it where no row of it is a header.
  private func readDialect(_ window: borrowing UploadWindow) -> UploadDialect {
    let bytes = window.bytes.span
    let head = bytes.extracting(0..<min(window.end, UploadDialect.headLimit))
    return UploadDialect(head: head) ?? UploadDialect(standardFrom: ByteOrderMark.length(in: head))
  }

  private func readHeader(
    _ window: inout UploadWindow,
    _ dialect: UploadDialect
  ) throws(Stop) -> UploadHeader {
    while true {
      if let (header, end) = try header(at: window, dialect) {
        window.position = end
        return header
      }
      if window.isAtEnd { throw .broken(window.base + window.end, "the file is empty") }
      if window.isRowTooLong { throw .broken(window.base, "a row is longer than 1 MiB") }
      try refill(&window)
    }
  }

  /// The header, and where it ends; nil if it does not end in the window.
  private func header(
    at window: borrowing UploadWindow,
    _ dialect: UploadDialect
  ) throws(Stop) -> (header: UploadHeader, end: Int)? {
    var fields = [CSVField](repeating: .empty, count: UploadHeader.columnLimit)
    let bytes = window.bytes.span.extracting(0..<window.end)
    var cursor = CSVCursor(
      bytes,
      at: dialect.headerStart,
      isFinal: window.isAtEnd,
      dialect: dialect.csv
    )
    let row: CSVRow?
    do throws(CSVFault) {
      row = try cursor.nextRow(into: &fields)
    } catch {
      if error.kind == .truncated { return nil }
      throw .broken(window.base + error.offset, "the header has \(error.words)")
    }
    guard let row else { return nil }
    let end = cursor.offset
    return (try header(of: row, fields, cursor, window.base), end)
  }

  private func header(
    of row: CSVRow,
    _ fields: [CSVField],
    _ cursor: borrowing CSVCursor,
    _ base: Int
  ) throws(Stop) -> UploadHeader {
    if let fault = row.fault {
      let words = "the header has \(fault.words)"
      if fault.kind == .invalidUTF8 { throw .notUTF8(row: 0, at: base + fault.offset, words) }
      throw .broken(base + fault.offset, words)
    }
    guard row.fieldCount <= UploadHeader.columnLimit else {
      throw .broken(
        base + row.start,
        "the header names \(row.fieldCount) columns; \(UploadHeader.columnLimit) are the limit"
      )
    }
    let names = fields[..<row.fieldCount].map { field in
      var name: [UInt8] = []
      cursor.decode(field, into: &name)
      return name
    }
    do throws(UploadHeader.Fault) {
      return try UploadHeader(names)
    } catch {
      throw .broken(base + fields[error.field].start, error.words)
    }
  }

  // MARK: - A file that is not UTF-8

  /// Decodes a file whose bytes prove its encoding, and has `window` go on in what it says, with the
  /// row that was not UTF-8.
  ///
  /// Rows before that one are read already. They are ASCII, which is the same in all encodings.
  ///
  /// - Returns: where in the decoded text that row begins.
  /// - Throws: ``Stop`` (`broken`) if nothing is proven: no one is to be left out for an accent.
  private mutating func decode(
    _ file: SourceFile,
    _ number: Int,
    _ window: inout UploadWindow,
    after stop: Stop,
    _ roster: inout Roster
  ) throws(Stop) -> Int {
    guard case .notUTF8(let row, let offset, _) = stop else { throw stop }
    let proven: SingleByteEncoding?
    do throws(FileError) {
      try window.checkUnchanged()
      proven = try EncodingEvidence(of: ExportFile(file)).proven
    } catch {
      throw .file(error)
    }
    guard let encoding = proven else {
      let words = "it is not in UTF-8, and its bytes do not prove which encoding it is in; save it "
      throw .broken(offset, words + "as 'CSV UTF-8'")
    }
    do throws(FileError) {
      let decoded = try decoder.decode(file, from: .singleByte(encoding), offset: row)
      roster.source.files[number].unpacked = decoded.bytes
      roster.source.files[number].decodedFrom = encoding.name
      let source = try ExportFile(roster.source.files[number], at: decoded.offset)
      window = UploadWindow(source, from: decoded.offset)
      try window.refill()
      return decoded.offset
    } catch {
      throw .file(error)
    }
  }

  private func refill(_ window: inout UploadWindow) throws(Stop) {
    do throws(FileError) { try window.refill() } catch { throw .file(error) }
  }
}
