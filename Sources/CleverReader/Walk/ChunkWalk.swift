import Findings
import PositionedJSON
import Roster

extension Chunk {
  /// Walks the bytes, and puts what was found into ``batch``.
  mutating func walk(readsStudentEmail: Bool) {
    let memory = exchange(&batch, with: RecordBatch())
    let learned = exchange(&trail, with: FieldTrail())
    let place = ChunkWalk.Place(
      file: file,
      base: base,
      start: start,
      firstValue: markLength,
      next: next,
      isGuess: isGuess
    )
    let records = RecordWalk(
      bytes.span.extracting(0..<end),
      isFinal: isLast,
      into: memory,
      trail: learned,
      readsStudentEmail: readsStudentEmail
    )
    var walk = ChunkWalk(records, at: place)
    walk.walk()
    (batch, trail) = walk.records.finish()
  }
}

/// Walks a chunk, whatever form its file has: list pages, single answers, NDJSON, concatenated
/// values, plain arrays, or lists by name in one object.
///
/// Content decides, never the file's name. Only what is between two records is handled here; a
/// ``RecordWalk`` walks the records.
private struct ChunkWalk: ~Copyable, ~Escapable {
  /// Where the chunk is in its file; see ``Chunk``.
  struct Place {
    var file: Int
    var base: Int
    var start: Chunk.Boundary
    /// Bytes of the chunk before its first value: those of a byte order mark.
    var firstValue: Int
    var next: Chunk.Boundary?
    var isGuess: Bool
  }

  /// Why a walk ends.
  enum Stop: Error {
    /// The structure breaks off at a byte of the chunk.
    case broken(Int, String)
    /// The chunk ends inside a value: the guess where to cut the file was wrong.
    case cutOff
    /// The chunk ends inside a list that the next one goes on with.
    case listGoesOn
  }

  var records: RecordWalk
  private let place: Place
  private var lines = LinePosition(from: 0)
  /// Whether a comma must come before the next record of the list.
  private var needsComma = false
  /// Whether a comma came, so that a record must follow.
  private var sawComma = false

  @_lifetime(copy records)
  init(_ records: consuming RecordWalk, at place: Place) {
    self.records = records
    self.place = place
  }

  /// Walks to the end of the chunk, or to where its structure breaks off.
  mutating func walk() {
    do throws(Stop) {
      switch place.start {
      case .documents: break
      case .array: try walkList(.array, goesOn: true)
      case .page:
        try walkList(.page, goesOn: true)
        try walkRestOfPage()
      }
      try walkDocuments()
    } catch {
      switch error {
      case .broken(let offset, let message):
        records.batch.note(.broken(at: offset, message: message))
      case .cutOff: records.batch.isCutOff = true
      case .listGoesOn: break
      }
    }
    lines.pass(records.bytes, base: 0)
    records.batch.lineFeeds = lines.lineFeeds
    records.batch.unused = records.trail.takeCounts()
  }

  // MARK: - Documents

  private mutating func walkDocuments() throws(Stop) {
    var isFirst = false
    if place.base == 0 {
      isFirst = true
      records.cursor.offset = place.firstValue
    }
    while let byte = records.nextByte() {
      switch byte {
      case UInt8(ascii: "{"): try walkDocument()
      case UInt8(ascii: "["):
        records.cursor.offset += 1
        try walkList(.array)
      default: return try walkAnswer(isFirst: isFirst)
      }
      isFirst = false
    }
    if isFirst { throw .broken(records.cursor.offset, "the file is empty") }
  }

  /// Takes what is neither an object nor a list: an error answer as text or as a web page, to the
  /// end of the file.
  private mutating func walkAnswer(isFirst: Bool) throws(Stop) {
    let start = records.cursor.offset
    guard place.next == nil else { throw cutOff(at: start) }
    let end = min(records.bytes.count, start + SavedAnswer.limit)
    var text: [UInt8] = []
    for index in start..<end { text.append(records.bytes[index]) }
    guard let answer = SavedAnswer(text, isWhole: end == records.bytes.count) else {
      throw .broken(start, SavedAnswer.fault(of: text))
    }
    records.batch.note(
      .answer(
        ErrorAnswer(
          place: RecordPlace(file: place.file, offset: place.base + start),
          words: answer.words,
          meaning: answer.meaning
        )
      )
    )
    guard isFirst else {
      throw .broken(start, "an error answer follows data, and nothing after it is read")
    }
  }

  /// Walks an object at the top: a record, or a page.
  private mutating func walkDocument() throws(Stop) {
    let start = records.cursor.offset
    if try walkRecord(mayOpenList: true) { try walkPage(from: start) }
  }

  // MARK: - Pages

  /// Walks an object that holds a list of records, whose `[` the cursor is on: the keys before it
  /// once more for what they say of the page, the list, then the other keys, which may be `links`,
  /// `paging` or further lists.
  private mutating func walkPage(from start: Int) throws(Stop) {
    let list = records.cursor.offset
    records.batch.note(.pageBegins)
    let opened: Int
    do throws(JSONFault) {
      opened = try records.walkPageKeys(from: start, upTo: list, at: place.base, of: place.file)
    } catch {
      throw .broken(error.offset, error.words)
    }
    records.restart(at: opened + 1)
    try walkList(.page)
    try walkRestOfPage()
  }

  /// Walks the rest of a page, after one of its lists.
  private mutating func walkRestOfPage() throws(Stop) {
    while true {
      records.batch.note(.listEnds)
      while true {
        guard let byte = records.nextByte() else { throw end(inside: "a page") }
        records.cursor.offset += 1
        switch byte {
        case UInt8(ascii: "}"): return records.batch.note(.pageEnds)
        case UInt8(ascii: ","): break
        default: throw .broken(records.cursor.offset - 1, "a comma or '}' was expected here")
        }
        if try walkPageKey() { break }
      }
      records.cursor.offset += 1
      try walkList(.page)
    }
  }

  /// Walks one key of a page, and its value unless that is a list of records.
  ///
  /// - Returns: whether a list opens, with the cursor on its `[`.
  private mutating func walkPageKey() throws(Stop) -> Bool {
    guard records.nextByte() != nil else { throw end(inside: "a page") }
    let start = records.cursor.offset
    do throws(JSONFault) {
      return try records.walkPageKey(at: place.base, of: place.file)
    } catch {
      guard error.kind == .truncated else { throw .broken(error.offset, error.words) }
      throw end(inside: "a page", after: start)
    }
  }

  // MARK: - Records

  /// Walks the records of a list up to its `]`; the cursor is after the `[`.
  ///
  /// - Parameters:
  ///   - kind: where the list is.
  ///   - goesOn: whether the list began in an earlier chunk, which ended after a record of it.
  /// - Throws: why the walk ends inside the list.
  private mutating func walkList(_ kind: Chunk.Boundary, goesOn: Bool = false) throws(Stop) {
    needsComma = goesOn
    sawComma = false
    while let byte = records.nextByte() {
      let start = records.cursor.offset
      switch byte {
      case UInt8(ascii: "]"):
        guard !sawComma else { throw broken(at: start) }
        records.cursor.offset += 1
        return
      case UInt8(ascii: ","):
        guard needsComma else { throw broken(at: start) }
        needsComma = false
        sawComma = true
        records.cursor.offset += 1
      default:
        guard !needsComma else { throw broken(at: start) }
        _ = try walkRecord(mayOpenList: false)
        needsComma = true
        sawComma = false
      }
    }
    if place.next == kind, needsComma { throw .listGoesOn }
    throw end(inside: "a list")
  }

  /// Walks the value at the cursor.
  ///
  /// - Returns: whether a list of records opens instead, with the cursor on its `[`.
  private mutating func walkRecord(mayOpenList: Bool) throws(Stop) -> Bool {
    let start = records.cursor.offset
    let mark = records.batch.values.mark
    records.beginRecord()
    var fault: JSONFault?
    do throws(JSONFault) {
      if try records.walkValue(mayOpenList: mayOpenList) { return true }
    } catch {
      fault = error
    }
    if let fault {
      records.batch.values.rewind(to: mark)
      let end = try endOfValue(at: start, after: fault, inside: mayOpenList ? "a record" : "a list")
      records.record = WalkedRecord.unreadable(fault, at: start)
      records.restart(at: end)
    } else if records.cursor.offset - start >= Chunk.recordLimit {
      records.batch.values.rewind(to: mark)
      throw tooLong(start)
    }
    // First to where the value begins: as a rule after the line feed of the one before.
    lines.pass(records.bytes.extracting(0..<start), base: 0)
    let line = lines.line(at: records.record.bytes.start, in: records.bytes, base: 0)
    records.record.line = line
    records.endRecord()
    return false
  }

  /// Where the value at `start` ends by its brackets alone, if only its content is at fault.
  private mutating func endOfValue(
    at start: Int,
    after fault: JSONFault,
    inside what: String
  ) throws(Stop) -> Int {
    do throws(JSONFault) {
      guard fault.isContent else { throw fault }
      records.restart(at: start)
      try records.cursor.frameValue()
      return records.cursor.offset
    } catch {
      guard error.kind == .truncated else { throw .broken(error.offset, error.words) }
      throw end(inside: what, after: start)
    }
  }

  // MARK: - Faults

  private func broken(at offset: Int) -> Stop {
    .broken(offset, JSONFault(.syntax, at: offset).words)
  }

  private func tooLong(_ start: Int) -> Stop { .broken(start, "a record is longer than 1 MiB") }

  /// What it means that the bytes end inside something; a value began at `start`, if one did.
  private func end(inside what: String, after start: Int? = nil) -> Stop {
    if let start, records.bytes.count - start >= Chunk.recordLimit { return tooLong(start) }
    let end = records.bytes.count
    guard place.next == nil else { return cutOff(at: start ?? end) }
    return .broken(end, "the file ends inside \(what)")
  }

  /// What it means that the chunk ends inside a value though the file goes on: if records were
  /// framed, something is longer than a record may be.
  private func cutOff(at offset: Int) -> Stop { place.isGuess ? .cutOff : tooLong(offset) }
}
