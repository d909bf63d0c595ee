import Findings
import FlatTables
import PositionedJSON
import Roster
import SafeFiles

/// Reads one file to its end, whatever form it has: list pages, single answers, NDJSON,
/// concatenated values, plain arrays, or lists by name in one object.
///
/// Content decides, never the file's name. Only what stands between two records is handled here,
/// byte by byte, so that the file may be of any size; a record itself is walked in one piece.
struct FileReader: ~Copyable {
  private var window: ByteWindow
  private let walker: RecordWalker
  private var records = RecordRun()

  init(_ file: consuming ExportFile, walker: RecordWalker) {
    window = ByteWindow(file)
    self.walker = walker
  }

  /// Reads the file into `roster` through `sink`.
  ///
  /// - Throws: ``SafeFiles/FileError`` when the file cannot be read or changes meanwhile.
  ///   Everything that is wrong with its content is noted in ``Roster/source``.
  mutating func read(through sink: inout RecordSink, into roster: inout Roster)
    throws(ReadingError)
  {
    do throws(Stop) {
      try readDocuments(&sink, &roster)
    } catch {
      switch error {
      case .broken(let position, let words):
        roster.source.broken.append(BrokenFile(place: sink.place(position), words: words))
      case .file(let error): throw .file(error)
      case .full(let error): throw .full(error)
      }
    }
    records.counter.add(to: &roster.source.unusedFields)
    do throws(FileError) { try window.checkUnchanged() } catch { throw .file(error) }
  }

  /// Why the reading of a file ends early.
  private enum Stop: Error {
    /// The structure broke off at a byte of the window.
    case broken(Int, String)
    case file(FileError)
    case full(TextArenaFull)
  }

  // MARK: - Documents

  private mutating func readDocuments(_ sink: inout RecordSink, _ roster: inout Roster)
    throws(Stop)
  {
    try skipByteOrderMark(&roster)
    var isEmpty = true
    while let byte = try next(&sink) {
      isEmpty = false
      switch byte {
      case UInt8(ascii: "{"): try readDocument(&sink, &roster)
      case UInt8(ascii: "["):
        window.position += 1
        sink.list = .unknown
        try readList(&sink, &roster)
      case UInt8(ascii: "<"):
        throw .broken(window.position, "a web page was saved in place of data")
      default: throw .broken(window.position, "this is not JSON: neither an object nor a list")
      }
    }
    if isEmpty { throw .broken(window.position, "the file is empty") }
  }

  private mutating func skipByteOrderMark(_ roster: inout Roster) throws(Stop) {
    try refill()
    if window.end >= 3, window.bytes[0] == 0xEF, window.bytes[1] == 0xBB, window.bytes[2] == 0xBF {
      window.position = 3
    }
  }

  /// Reads an object at the top of a document, and the records that follow it one a line.
  private mutating func readDocument(_ sink: inout RecordSink, _ roster: inout Roster)
    throws(Stop)
  {
    sink.list = .unknown
    while true {
      switch try run(isList: false, &sink, &roster) {
      case .needsMore:
        guard try refillForMore() else {
          guard try next(&sink) != nil else { return }
          throw .broken(window.end, "the file ends inside a record")
        }
        guard let byte = try next(&sink) else { return }
        if byte != UInt8(ascii: "{") { return }
      case .listOpens(let collection):
        try readObjectOfLists(collection, &sink, &roster)
        return
      case .listEnds: return
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      }
    }
  }

  /// Reads the rest of an object one of whose keys holds a list of records: the list, then the
  /// other keys, which may be `links`, `paging` or further lists.
  private mutating func readObjectOfLists(
    _ first: Collection,
    _ sink: inout RecordSink,
    _ roster: inout Roster
  ) throws(Stop) {
    var page = PageNotes(file: sink.file)
    do throws(JSONFault) {
      try records.walkPageKeys(over: window, walker: walker, page: &page)
    } catch {
      throw .broken(error.offset, error.words)
    }
    page.note(records.fields, window.bytes, base: window.base)
    sink.list = first == .unknown ? page.collection : first
    window.position += 1
    page.page.recordCount += try readList(&sink, &roster)
    let isDataList = first == .unknown

    while true {
      guard let byte = try next(&sink) else {
        throw .broken(window.end, "the file ends inside a page")
      }
      switch byte {
      case UInt8(ascii: "}"):
        window.position += 1
        if isDataList { page.add(to: &roster.source) }
        sink.list = .unknown
        return
      case UInt8(ascii: ","):
        window.position += 1
        try readPageKey(&page, &sink, &roster)
      default: throw .broken(window.position, "a comma or '}' was expected here")
      }
    }
  }

  /// Reads one key of a page, and its value.
  private mutating func readPageKey(
    _ page: inout PageNotes,
    _ sink: inout RecordSink,
    _ roster: inout Roster
  ) throws(Stop) {
    guard try next(&sink) != nil else {
      throw .broken(window.end, "the file ends inside a page")
    }
    records.fields.reset(at: window.position)
    while true {
      var opened: Collection?
      var position = window.position
      do throws(JSONFault) {
        opened = try records.walkPageKey(
          over: window,
          from: &position,
          walker: walker,
          page: &page
        )
        window.position = position
      } catch {
        guard error.kind == .truncated else { throw .broken(error.offset, error.words) }
        guard try refillForMore() else {
          throw .broken(window.end, "the file ends inside a page")
        }
        records.fields.reset(at: window.position)
        continue
      }
      page.note(records.fields, window.bytes, base: window.base)
      if let opened {
        sink.list = opened
        window.position += 1
        _ = try readList(&sink, &roster)
      }
      return
    }
  }

  /// Reads the records of a list up to its `]`; ``window`` stands behind the `[`.
  @discardableResult
  private mutating func readList(_ sink: inout RecordSink, _ roster: inout Roster)
    throws(Stop) -> Int
  {
    records.beginList()
    while true {
      switch try run(isList: true, &sink, &roster) {
      case .needsMore:
        guard try refillForMore() else {
          throw .broken(window.end, "the file ends inside a list")
        }
      case .listEnds: return records.count
      case .listOpens: throw .broken(window.position, "a list stands where a record belongs")
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      }
    }
  }

  /// Walks on from where the window stands.
  private mutating func run(isList: Bool, _ sink: inout RecordSink, _ roster: inout Roster)
    throws(Stop) -> RecordRun.End
  {
    sink.base = window.base
    var position = window.position
    var lines = LinePosition(window)
    defer {
      window.position = position
      window.note(lines)
    }
    do throws(TextArenaFull) {
      return try records.run(
        over: window,
        from: &position,
        lines: &lines,
        isList: isList,
        walker: walker,
        sink: &sink,
        roster: &roster
      )
    } catch {
      throw .full(error)
    }
  }

  // MARK: - The window

  /// The next byte that is not white space, or nil at the end.
  private mutating func next(_ sink: inout RecordSink) throws(Stop) -> UInt8? {
    do throws(FileError) {
      let byte = try window.next()
      sink.base = window.base
      return byte
    } catch {
      throw .file(error)
    }
  }

  private mutating func refill() throws(Stop) {
    do throws(FileError) { try window.refill() } catch { throw .file(error) }
  }

  /// Reads on because a record breaks off at the window's end; false if there is no more.
  private mutating func refillForMore() throws(Stop) -> Bool {
    if window.isAtEnd { return false }
    if window.isRecordTooLong {
      throw .broken(window.position, "a record is longer than 1 MiB")
    }
    try refill()
    return true
  }
}

/// Why reading an export ended: the machine, not the data.
enum ReadingError: Error {
  case file(FileError)
  case full(TextArenaFull)
}
