import PositionedJSON

/// Walks record after record of a window. Holds what must outlive a window: the state between two
/// records of a list.
struct RecordRun: Sendable {
  /// The records walked and not handed over yet.
  var walked = WalkedRecords()
  /// The list that the records stand in.
  var list = Collection.unknown
  /// What a page says of itself, apart from its records.
  private(set) var fields = RecordFields()
  /// The way from field to field, and how often each was met that no table has a place for.
  private(set) var trail = FieldTrail()
  /// How many records of the list at hand were met, unreadable ones included.
  private(set) var count = 0
  /// What records call themselves.
  private var paths = OwnPaths()
  /// Counts lines while the bytes are at hand.
  private var lines = LinePosition(from: 0)
  /// Whether a comma must come before the next record of the list.
  private var needsComma = false
  /// Whether a comma came, so that a record must follow.
  private var sawComma = false
  private let walker: RecordWalker

  init(walker: RecordWalker) { self.walker = walker }

  /// What a run ended at.
  enum End {
    /// The window ends inside a value, or behind one.
    case needsMore
    /// Something else than a record follows at the top of a document.
    case otherFollows
    /// A list of records opens; the position is on its `[`.
    case listOpens(Collection)
    /// The list's `]` was passed.
    case listEnds
    /// The structure broke off.
    case broken(JSONFault)
    /// A value is as long as none may be.
    case tooLong
  }

  /// Begins a portion, at the byte `base` of its file.
  mutating func beginPortion(at base: Int) {
    lines = LinePosition(from: base)
  }

  /// How many lines ended in the portion up to where they were counted.
  var lineFeeds: Int { lines.lineFeeds }

  /// Counts the lines of what stands before the window's position, which is about to go.
  mutating func pass(_ window: borrowing ByteWindow) {
    lines.pass(window.bytes.span.extracting(0..<window.position), base: window.base)
  }

  /// Counts the lines of all that the window holds, at the end of a portion.
  mutating func passAll(_ window: borrowing ByteWindow) {
    lines.pass(window.bytes.span.extracting(0..<window.end), base: window.base)
  }

  /// Begins a list: no comma before its first record.
  mutating func beginList() {
    needsComma = false
    sawComma = false
    count = 0
  }

  /// Walks on from `position` until the window ends or something else than a record comes.
  ///
  /// `position` is moved behind the last whole record, to begin there next time.
  mutating func run(
    over window: borrowing ByteWindow,
    from position: inout Int,
    isList: Bool
  ) -> End {
    let bytes = window.bytes.span.extracting(0..<window.end)
    var cursor = JSONCursor(bytes, at: position, isFinal: window.isAtEnd)
    while true {
      cursor.skipWhitespace()
      position = cursor.offset
      guard let byte = cursor.byte else { return .needsMore }
      if isList {
        switch byte {
        case UInt8(ascii: "]"):
          guard !sawComma else { return .broken(JSONFault(.syntax, at: position)) }
          position += 1
          return .listEnds
        case UInt8(ascii: ","):
          guard needsComma else { return .broken(JSONFault(.syntax, at: position)) }
          needsComma = false
          sawComma = true
          position += 1
          cursor.offset = position
          continue
        default:
          guard !needsComma else { return .broken(JSONFault(.syntax, at: position)) }
        }
      } else if byte != UInt8(ascii: "{") {
        return .otherFollows
      }
      let mark = walked.lists.mark
      // Walked where it will lie: copying a record's fields costs more than it seems.
      let last = walked.records.count
      walked.records.append(RecordFields())
      do throws(JSONFault) {
        let outcome = try walker.walk(
          &cursor,
          into: &walked.records[last],
          lists: &walked.lists,
          trail: &trail,
          mayOpenList: !isList
        )
        if case .list(let collection) = outcome {
          fields = walked.records.removeLast()
          position = cursor.offset
          return .listOpens(collection)
        }
      } catch {
        walked.lists.rewind(to: mark)
        let end: Int
        do throws(JSONFault) {
          guard error.isContent else { throw error }
          end = try endOfValue(in: bytes, at: position)
        } catch let framing {
          walked.records.removeLast()
          guard framing.kind == .truncated else { return .broken(framing) }
          takeBackCounts(in: bytes, at: position, isFinal: window.isAtEnd, isList: isList)
          return .needsMore
        }
        walked.records[last] = RecordFields.unreadable(error, at: position)
        close(&position, at: end, in: bytes, base: window.base)
        cursor = JSONCursor(bytes, at: position, isFinal: window.isAtEnd)
        continue
      }
      if cursor.offset - position >= ByteWindow.recordLimit {
        walked.lists.rewind(to: mark)
        walked.records.removeLast()
        return .tooLong
      }
      walked.records[last].own = paths.collection(
        of: walked.records[last],
        walked.lists,
        in: cursor.source
      )
      close(&position, at: cursor.offset, in: bytes, base: window.base)
    }
  }

  /// Takes back what was counted of a value that breaks off, by walking it once more.
  private mutating func takeBackCounts(
    in bytes: Span<UInt8>,
    at position: Int,
    isFinal: Bool,
    isList: Bool
  ) {
    let mark = walked.lists.mark
    var cursor = JSONCursor(bytes, at: position, isFinal: isFinal)
    var scratch = RecordFields()
    trail.takeBack { trail in
      // It breaks off where it broke off before.
      _ = try? walker.walk(
        &cursor,
        into: &scratch,
        lists: &walked.lists,
        trail: &trail,
        mayOpenList: !isList
      )
    }
    walked.lists.rewind(to: mark)
  }

  /// Walks one key of a page and its value; see ``RecordWalker/walkPageKey(_:into:lists:page:)``.
  mutating func walkPageKey(
    over window: borrowing ByteWindow,
    from position: inout Int,
    page: inout PageNotes
  ) throws(JSONFault) -> Collection? {
    let bytes = window.bytes.span.extracting(0..<window.end)
    fields = RecordFields()
    var cursor = JSONCursor(bytes, at: position)
    let opened = try walker.walkPageKey(
      &cursor,
      into: &fields,
      lists: &walked.lists,
      page: &page
    )
    position = cursor.offset
    return opened
  }

  /// Counts a key of a page that no table has a place for.
  mutating func countUnused(_ key: String) { trail.count(key) }

  /// Walks what a page says before its list, which opens where `window` stands.
  ///
  /// - Returns: where an earlier list opens whose name tells nothing; nil if none does.
  mutating func walkPageKeys(
    over window: borrowing ByteWindow,
    page: inout PageNotes
  ) throws(JSONFault) -> Int? {
    let bytes = window.bytes.span.extracting(0..<window.end)
    let start = fields.bytes.start
    fields = RecordFields()
    var cursor = JSONCursor(bytes, at: start)
    return try walker.walkPageKeys(
      &cursor,
      upTo: window.position,
      into: &fields,
      lists: &walked.lists,
      page: &page
    )
  }

  /// Where the value at `position` ends, by its brackets alone.
  private func endOfValue(in bytes: Span<UInt8>, at position: Int) throws(JSONFault) -> Int {
    var cursor = JSONCursor(bytes, at: position)
    try cursor.frameValue()
    return cursor.offset
  }

  /// Closes the record at hand, which ends before `end`.
  @inline(__always)
  private mutating func close(
    _ position: inout Int,
    at end: Int,
    in bytes: Span<UInt8>,
    base: Int
  ) {
    let last = walked.records.count - 1
    walked.records[last].list = list
    // First to where the value begins, as a rule behind the line feed of the one before.
    lines.pass(bytes.extracting(0..<position), base: base)
    walked.records[last].line = lines.line(
      at: walked.records[last].bytes.start,
      in: bytes,
      base: base
    )
    position = end
    needsComma = true
    sawComma = false
    count += 1
  }
}
