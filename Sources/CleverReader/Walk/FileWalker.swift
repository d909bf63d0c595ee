import Findings
import PositionedJSON
import Roster
import SafeFiles

/// Walks a file, or a portion of one, whatever form it has: list pages, single answers, NDJSON,
/// concatenated values, plain arrays, or lists by name in one object.
///
/// Content decides, never the file's name. Only what stands between two records is handled here,
/// byte by byte, so that the file may be of any size; a record itself is walked in one piece.
///
/// What is found is noted for the storer; nothing here knows the roster.
struct FileWalker: ~Copyable {
  private var window: ByteWindow
  /// The file's number.
  private let number: Int
  /// Whether the file ends where the window will.
  private let isLast: Bool
  /// Where a file that is read on is handed over, a window at a time.
  private let line: StretchLine?
  private var run: RecordRun

  /// A walker of the rest of a file, from the byte `base` on, that goes on with the memory of an
  /// earlier `run`.
  init(
    _ file: consuming ExportFile,
    number: Int,
    from base: Int,
    line: StretchLine,
    run: consuming RecordRun,
    reusing memory: consuming [UInt8]
  ) {
    window = ByteWindow(file, from: base, reusing: memory)
    self.number = number
    isLast = true
    self.line = line
    self.run = run
    self.run.beginPortion(at: base)
  }

  /// A walker of a portion whose bytes are moved out of `stretch`.
  init(_ portion: Portion, in stretch: inout WalkedStretch, run: consuming RecordRun) {
    window = ByteWindow(
      exchange(&stretch.bytes, with: []),
      end: stretch.end,
      base: stretch.base
    )
    number = portion.file
    isLast = portion.isLast
    line = nil
    self.run = run
    self.run.beginPortion(at: stretch.base)
    swap(&self.run.walked, &stretch.walked)
  }

  /// Walks the rest of a file, and hands it over as it goes.
  ///
  /// - Returns: memory for the next file.
  /// - Throws: ``WalkingEnd`` when the file cannot be read or changes meanwhile, or when nobody
  ///   stores any more. Everything that is wrong with its content is handed on as a note.
  consuming func walkRest(
    to line: StretchLine
  ) throws(WalkingEnd) -> (run: RecordRun, bytes: [UInt8]) {
    if let fault = try walkNotingStart() {
      run.walked.note(.broken(at: fault.position, words: fault.words))
    }
    run.passAll(window)
    let lineFeeds = run.lineFeeds
    let bytes = try window.finish(handing: &run.walked, lineFeeds: lineFeeds, to: line)
    return (run, bytes)
  }

  /// Walks the portion, and puts what was found into `stretch`, its bytes too.
  consuming func walkPortion(into stretch: inout WalkedStretch) -> RecordRun {
    do throws(WalkingEnd) {
      if let fault = try walkNotingStart() {
        if isLast {
          run.walked.note(.broken(at: fault.position, words: fault.words))
        } else {
          run.walked.isCutWrongly = true
        }
      }
    } catch {
      preconditionFailure("all of a portion is in memory")
    }
    run.passAll(window)
    stretch.lineFeeds = run.lineFeeds
    swap(&run.walked, &stretch.walked)
    stretch.bytes = window.takeBytes()
    return run
  }

  /// Walks to the end.
  ///
  /// - Returns: where the structure broke off, if it did, and why.
  private mutating func walkNotingStart() throws(WalkingEnd) -> (position: Int, words: String)? {
    if window.base == 0 { run.walked.note(.opened(file: number)) }
    do throws(Stop) {
      try walkDocuments()
    } catch {
      switch error {
      case .broken(let position, let words): return (position, words)
      case .end(let end): throw end
      }
    }
    return nil
  }

  /// Why the walking of a file ends early.
  private enum Stop: Error {
    /// The structure broke off at a byte of the window.
    case broken(Int, String)
    case end(WalkingEnd)
  }

  // MARK: - Documents

  private mutating func walkDocuments() throws(Stop) {
    // What comes behind a cut is neither a file's beginning nor its whole.
    let isBeginning = window.base == 0
    if isBeginning { try skipByteOrderMark() }
    var isEmpty = isBeginning
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
    guard isLast else { throw .broken(window.position, "the file goes on behind this portion") }
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
      case .listOpens(let collection):
        try walkObjectOfLists(collection)
        return
      case .listEnds, .otherFollows: return
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      case .tooLong: throw tooLong
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
      case .listOpens, .otherFollows:
        throw .broken(window.position, "a list stands where a record belongs")
      case .broken(let fault): throw .broken(fault.offset, fault.words)
      case .tooLong: throw tooLong
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

  /// What a record that is too long breaks the file with.
  private var tooLong: Stop { .broken(window.position, "a record is longer than 1 MiB") }

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
      if let line { try window.refill(handing: &run.walked, to: line) }
    } catch {
      throw .end(error)
    }
  }

  /// Reads on because a record breaks off at the window's end; false if there is no more.
  private mutating func refillForMore() throws(Stop) -> Bool {
    if window.isRecordTooLong { throw tooLong }
    if window.isAtEnd { return false }
    try refill()
    return true
  }
}
