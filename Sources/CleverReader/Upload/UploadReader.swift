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
      try readRows(&window, number, &roster, progress)
    } catch {
      switch error {
      case .broken(let offset, let words):
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

  /// Why the reading of a file ends early.
  private enum Stop: Error {
    /// Its rows cannot be told from a byte of the file on.
    case broken(Int, String)
    case file(FileError)
    case full(String)
  }

  private mutating func readRows(
    _ window: inout UploadWindow,
    _ number: Int,
    _ roster: inout Roster,
    _ progress: (_ done: Int) -> Void
  ) throws(Stop) {
    try refill(&window)
    let header = try readHeader(&window, from: startAfterMark(window))
    builder.note(header.form, ofFile: number)
    var row = UploadRow(header)
    var lines = LinePosition(from: 0)
    var rowCount = 0
    while true {
      let before = window.position
      let (end, fault) = try takeRows(of: window, &row, &lines, &rowCount, number, &roster)
      window.position = end
      if let fault { throw .broken(window.base + fault.offset, fault.words) }
      progress(window.base + end)
      if window.isAtEnd { break }
      if end == before, window.isRowTooLong {
        throw .broken(window.base + window.position, "a row is longer than 1 MiB")
      }
      try refill(&window)
    }
    for name in header.unused { roster.source.unusedFields[name, default: 0] += rowCount }
  }

  /// Takes the rows of a window.
  ///
  /// - Returns: where the rows end that were taken, and why the rest of the file cannot be read; nil
  ///   where it can.
  private mutating func takeRows(
    of window: borrowing UploadWindow,
    _ row: inout UploadRow,
    _ lines: inout LinePosition,
    _ rowCount: inout Int,
    _ number: Int,
    _ roster: inout Roster
  ) throws(Stop) -> (end: Int, fault: CSVFault?) {
    let base = window.base
    let bytes = window.bytes.span.extracting(0..<window.end)
    var cursor = CSVCursor(bytes, at: window.position, isFinal: window.isAtEnd)
    do {
      while let next = try cursor.nextRow(into: &row.fields) {
        rowCount += 1
        let place = UploadBuilder.Place(
          record: RecordPlace(file: number, offset: base + next.start),
          line: lines.line(at: next.start, in: bytes, base: base) + 1
        )
        var refusal: (offset: Int, words: String)?
        if let fault = next.fault {
          refusal = (fault.offset, fault.words)
        } else if next.fieldCount != row.header.columnCount {
          let words =
            "it has \(next.fieldCount) field\(next.fieldCount == 1 ? "" : "s"), and the header "
            + "\(row.header.columnCount)"
          refusal = (next.start, words)
        } else if let refused = try store(row, cursor, bytes, at: place, in: &roster) {
          let field = refused.column.map { row[$0].start } ?? next.start
          refusal = (field, refused.words)
        }
        if let refusal {
          let fault = RecordPlace(file: number, offset: base + refusal.offset)
          note(refusal.words, of: row.header.form.entity, place, at: fault, &roster)
        }
      }
      lines.pass(bytes.extracting(0..<cursor.offset), base: base)
      return (cursor.offset, nil)
    } catch let fault as CSVFault {
      lines.pass(bytes.extracting(0..<cursor.offset), base: base)
      return (cursor.offset, fault.kind == .truncated ? nil : fault)
    } catch {
      throw .full("\(error)")
    }
  }

  /// Stores a row; where fields have doubled quotes, from a copy in which they are single ones, and
  /// where they hold a word for nothing, from one in which they are empty.
  private mutating func store(
    _ row: UploadRow,
    _ cursor: borrowing CSVCursor,
    _ bytes: Span<UInt8>,
    at place: UploadBuilder.Place,
    in roster: inout Roster
  ) throws(TextArenaFull) -> UploadBuilder.Refusal? {
    let hasQuotes = row.fields.contains(where: \.hasDoubledQuotes)
    guard hasQuotes || row.hasWordForNothing(bytes) else {
      return try builder.store(row, bytes, at: place, in: &roster)
    }
    var plain = row
    guard hasQuotes else {
      plain.dropWordsForNothing(bytes)
      return try builder.store(plain, bytes, at: place, in: &roster)
    }
    var text: [UInt8] = []
    for index in row.fields.indices {
      let start = text.count
      cursor.decode(row.fields[index], into: &text)
      plain.fields[index] = CSVField(plain: start..<text.count)
    }
    plain.dropWordsForNothing(text.span)
    return try builder.store(plain, text.span, at: place, in: &roster)
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

  /// Where the header begins: after the byte order mark, if there is one.
  private func startAfterMark(_ window: borrowing UploadWindow) throws(Stop) -> Int {
    guard window.end >= 2 else { return 0 }
    switch (window.bytes[0], window.bytes[1]) {
    case (0xFE, 0xFF), (0xFF, 0xFE):
      throw .broken(0, "it is in UTF-16; save it as 'CSV UTF-8'")
    default: return ByteOrderMark.length(in: window.bytes.span.extracting(0..<window.end))
    }
  }

  private func readHeader(
    _ window: inout UploadWindow,
    from start: Int
  ) throws(Stop) -> UploadHeader {
    while true {
      if let (header, end) = try header(at: window, from: start) {
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
    from start: Int
  ) throws(Stop) -> (header: UploadHeader, end: Int)? {
    var fields = [CSVField](repeating: .empty, count: UploadHeader.columnLimit)
    let bytes = window.bytes.span.extracting(0..<window.end)
    var cursor = CSVCursor(bytes, at: start, isFinal: window.isAtEnd)
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
      throw .broken(base + fault.offset, "the header has \(fault.words)")
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

  private func refill(_ window: inout UploadWindow) throws(Stop) {
    do throws(FileError) { try window.refill() } catch { throw .file(error) }
  }
}
