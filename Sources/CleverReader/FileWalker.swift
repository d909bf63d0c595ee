import Findings
import PositionedJSON
import Roster
import SafeFiles

/// Walks one file to its end, whatever form it has: list pages, single answers, NDJSON,
/// concatenated values, plain arrays, or lists by name in one object.
///
/// Content decides, never the file's name. Only what stands between two records is handled here,
/// byte by byte, so that the file may be of any size; a record itself is walked in one piece.
///
/// What is found goes to the storer, a window at a time; nothing here knows the roster.
struct FileWalker: ~Copyable {
  private var window: ByteWindow
  private let number: Int
  private let line: StretchLine
  private var run: RecordRun

  /// A walker of the file with that number, that goes on with the memory of an earlier `run`.
  init(
    _ file: consuming ExportFile,
    number: Int,
    line: StretchLine,
    run: consuming RecordRun,
    reusing memory: consuming [UInt8]
  ) {
    window = ByteWindow(file, reusing: memory)
    self.number = number
    self.line = line
    self.run = run
  }

  /// Walks the file.
  ///
  /// - Returns: memory for the next file.
  /// - Throws: ``WalkingEnd`` when the file cannot be read or changes meanwhile, or when nobody
  ///   stores any more. Everything that is wrong with its content is handed on as a note.
  consuming func walk() throws(WalkingEnd) -> (run: RecordRun, bytes: [UInt8]) {
    run.beginFile()
    run.walked.note(.opened(file: number))
    do throws(Stop) {
      try walkDocuments()
    } catch {
      switch error {
      case .broken(let position, let words): run.walked.note(.broken(at: position, words: words))
      case .end(let end): throw end
      }
    }
    let bytes = try window.finish(handing: &run.walked, to: line)
    return (run, bytes)
  }

  /// Why the walking of a file ends early.
  private enum Stop: Error {
    /// The structure broke off at a byte of the window.
    case broken(Int, String)
    case end(WalkingEnd)
  }

  // MARK: - Documents

  private mutating func walkDocuments() throws(Stop) {
    try skipByteOrderMark()
    var isEmpty = true
    while let byte = try next() {
      let isFirst = isEmpty
      isEmpty = false
      switch byte {
      case UInt8(ascii: "{"): try walkDocument()
      case UInt8(ascii: "["):
        window.position += 1
        run.list = .unknown
        try walkList()
      default: return try walkAnswer(isFirst: isFirst)
      }
    }
    if isEmpty { throw .broken(window.position, "the file is empty") }
  }

  /// Takes what is neither an object nor a list: an error answer as text or as a web page, to the
  /// end of the file.
  private mutating func walkAnswer(isFirst: Bool) throws(Stop) {
    while window.end - window.position <= SavedAnswer.limit, !window.isAtEnd { try refill() }
    let start = window.position
    let isWhole = window.end - start <= SavedAnswer.limit
    let text = window.bytes[start..<min(window.end, start + SavedAnswer.limit)]
    guard let answer = SavedAnswer(text, isWhole: isWhole) else {
      throw .broken(start, SavedAnswer.fault(of: text))
    }
    run.walked.note(
      .answer(
        ErrorAnswer(
          place: RecordPlace(file: number, offset: window.base + start),
          words: answer.words,
          meaning: answer.meaning
        )
      )
    )
    guard isFirst else {
      throw .broken(start, "an error answer stands behind data, and nothing after it is read")
    }
  }

  private mutating func skipByteOrderMark() throws(Stop) {
    try refill()
    if window.end >= 3, window.bytes[0] == 0xEF, window.bytes[1] == 0xBB, window.bytes[2] == 0xBF {
      window.position = 3
    }
  }

  /// Walks an object at the top of a document, and the records that follow it one a line.
  private mutating func walkDocument() throws(Stop) {
    run.list = .unknown
    while true {
      switch walkOn(isList: false) {
      case .needsMore:
        guard try refillForMore() else {
          guard try next() != nil else { return }
          throw .broken(window.end, "the file ends inside a record")
        }
        guard let byte = try next() else { return }
        if byte != UInt8(ascii: "{") { return }
      case .listOpens(let collection):
        try walkObjectOfLists(collection)
        return
      case .listEnds: return
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      }
    }
  }

  /// Walks the rest of an object one of whose keys holds a list of records: the list, then the
  /// other keys, which may be `links`, `paging` or further lists.
  private mutating func walkObjectOfLists(_ first: Collection) throws(Stop) {
    var page = PageNotes(file: number)
    var earlier: Int?
    do throws(JSONFault) {
      earlier = try run.walkPageKeys(over: window, page: &page)
    } catch {
      throw .broken(error.offset, error.words)
    }
    page.note(run.fields, run.walked.lists, window.bytes, base: window.base)
    if let earlier {
      // Its records tell themselves what they are, or are named as ones that do not.
      window.position = earlier + 1
      run.list = .unknown
      try walkList()
    } else {
      run.list = first == .unknown ? page.collection : first
      window.position += 1
      page.page.recordCount += try walkList()
    }

    while true {
      guard let byte = try next() else {
        throw .broken(window.end, "the file ends inside a page")
      }
      switch byte {
      case UInt8(ascii: "}"):
        window.position += 1
        if page.hasData { run.walked.note(.page(page.page)) }
        if let error = page.error { run.walked.note(.answer(error)) }
        for key in page.unusedKeys { run.countUnused(key) }
        run.list = .unknown
        return
      case UInt8(ascii: ","):
        window.position += 1
        try walkPageKey(&page)
      default: throw .broken(window.position, "a comma or '}' was expected here")
      }
    }
  }

  /// Walks one key of a page, and its value.
  private mutating func walkPageKey(_ page: inout PageNotes) throws(Stop) {
    guard try next() != nil else {
      throw .broken(window.end, "the file ends inside a page")
    }
    let hadData = page.hasData
    while true {
      var opened: Collection?
      var position = window.position
      do throws(JSONFault) {
        opened = try run.walkPageKey(over: window, from: &position, page: &page)
        window.position = position
      } catch {
        guard error.kind == .truncated else { throw .broken(error.offset, error.words) }
        guard try refillForMore() else {
          throw .broken(window.end, "the file ends inside a page")
        }
        continue
      }
      page.note(run.fields, run.walked.lists, window.bytes, base: window.base)
      if let opened {
        let isData = page.hasData && !hadData
        run.list = isData ? page.collection : opened
        window.position += 1
        let count = try walkList()
        if isData { page.page.recordCount += count }
      }
      return
    }
  }

  /// Walks the records of a list up to its `]`; ``window`` stands behind the `[`.
  @discardableResult
  private mutating func walkList() throws(Stop) -> Int {
    run.beginList()
    while true {
      switch walkOn(isList: true) {
      case .needsMore:
        guard try refillForMore() else {
          throw .broken(window.end, "the file ends inside a list")
        }
      case .listEnds: return run.count
      case .listOpens: throw .broken(window.position, "a list stands where a record belongs")
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      }
    }
  }

  /// Walks on from where the window stands.
  private mutating func walkOn(isList: Bool) -> RecordRun.End {
    var position = window.position
    let end = run.run(over: window, from: &position, isList: isList)
    window.position = position
    return end
  }

  // MARK: - The window

  /// The next byte that is not white space, or nil at the end.
  private mutating func next() throws(Stop) -> UInt8? {
    while true {
      if let byte = window.next() { return byte }
      if window.isAtEnd { return nil }
      try refill()
    }
  }

  private mutating func refill() throws(Stop) {
    run.pass(window)
    do throws(WalkingEnd) {
      try window.refill(handing: &run.walked, to: line)
    } catch {
      throw .end(error)
    }
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
