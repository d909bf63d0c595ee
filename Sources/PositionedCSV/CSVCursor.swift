internal import Bytes

/// Walks over CSV text in memory, a row at a time; RFC 4180, no copies.
///
/// A row ends with CR LF, with LF, or with CR; the last one may end with the bytes. A line without
/// any character is no row and is passed over.
///
///     while let row = try cursor.nextRow(into: &fields) {
///       if let fault = row.fault { … } else { take(cursor.span(of: fields[0])) }
///     }
///
/// A step that throws leaves the cursor where it was: at the beginning of the row that broke off.
/// Steps cost no allocation.
@frozen public struct CSVCursor: ~Copyable, ~Escapable {
  /// Bytes a field may have between its quotes: the length of a kept text takes 16 bits.
  public static var fieldLimit: Int { 65_535 }
  /// Bytes a cursor may walk: places in them take 32 bits.
  public static var byteLimit: Int { Int(UInt32.max) }

  let bytes: Span<UInt8>
  let isFinal: Bool
  let dialect: CSVDialect
  /// Where the next row begins, or the empty lines before it.
  public private(set) var offset: Int

  /// A cursor over `bytes`.
  ///
  /// - Precondition: the bytes are fewer than 4 GiB.
  /// - Parameters:
  ///   - bytes: text; a byte order mark is not passed over.
  ///   - offset: where to begin: at the beginning of a row.
  ///   - isFinal: whether nothing comes after these bytes. Otherwise a row that ends with them is
  ///     ``CSVFault/Kind/truncated``, since it may go on.
  ///   - dialect: what separates fields, and how quotes are written.
  @_lifetime(copy bytes)
  public init(
    _ bytes: Span<UInt8>,
    at offset: Int = 0,
    isFinal: Bool = false,
    dialect: CSVDialect = .standard
  ) {
    precondition(bytes.count <= CSVCursor.byteLimit, "a cursor walks less than 4 GiB at a time")
    self.bytes = bytes
    self.offset = offset
    self.isFinal = isFinal
    self.dialect = dialect
  }

  /// Walks the next row.
  ///
  /// - Parameter fields: where its fields go; of more than there is room for, the first.
  /// - Returns: the row; nil behind the last.
  /// - Throws: ``CSVFault`` when the end of the row cannot be known: ``CSVFault/isContent`` is
  ///   false. What is wrong within a row is the row's own ``CSVRow/fault``.
  public mutating func nextRow(into fields: inout [CSVField]) throws(CSVFault) -> CSVRow? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var walk = RowWalk(start: offset)
    let end = try walkFields(&walk, into: &fields)
    var fault = walk.fault
    if fault != nil, hasLineEnd(in: offset..<end) {
      throw CSVFault(.quotingAcrossLines, at: walk.fault?.offset ?? offset)
    }
    if walk.longField >= 0, fault == nil { fault = CSVFault(.fieldTooLong, at: walk.longField) }
    if fault == nil, walk.seen & highBits != 0 || walk.zeros != 0 {
      fault = faultOfText(in: offset..<end)
    }
    let row = CSVRow(start: offset, end: end, fieldCount: walk.count, fault: fault)
    offset = end
    if offset < bytes.count {
      let isReturn = bytes[offset] == ASCII.carriageReturn
      offset += 1
      if isReturn, offset < bytes.count, bytes[offset] == ASCII.lineFeed { offset += 1 }
    }
    return row
  }

  /// The raw bytes of `field`, in place; its text unless it has doubled quotes.
  @inline(__always) @_lifetime(copy self)
  public func span(of field: CSVField) -> Span<UInt8> {
    bytes.text(field)
  }

  /// Appends the text of `field`, quotes that are written in two bytes as one.
  public func decode(_ field: CSVField, into text: inout [UInt8]) {
    var index = field.start
    let end = field.start + field.length
    while index < end {
      if field.hasDoubledQuotes, dialect.hasLooseQuotes, bytes[index] == ASCII.backslash,
        index + 1 < end, bytes[index + 1] == ASCII.quote || bytes[index + 1] == ASCII.backslash
      {
        text.append(bytes[index + 1])
        index += 2
        continue
      }
      text.append(bytes[index])
      // Inside of a field every other quote is the first of two.
      index += field.hasDoubledQuotes && bytes[index] == ASCII.quote ? 2 : 1
    }
  }

  // MARK: - One row

  /// What is known of the row that is being walked.
  private struct RowWalk {
    /// Where the field at hand begins.
    var fieldStart: Int
    /// Where the word at hand begins.
    var place: Int
    var count = 0
    /// All words, one over the other: whether any byte is not ASCII. May hold bytes of the next row.
    var seen: UInt64 = 0
    /// Whether any byte is 0; may tell of the next row.
    var zeros: UInt64 = 0
    /// The first fault of quoting.
    var fault: CSVFault?
    /// Where the first field begins that is too long; -1 if none is.
    var longField = -1

    init(start: Int) {
      fieldStart = start
      place = start
    }
  }

  /// Walks all fields of a row; where it ends.
  @inline(__always)
  private func walkFields(
    _ walk: inout RowWalk,
    into fields: inout [CSVField]
  ) throws(CSVFault) -> Int {
    let separator = dialect.separator
    while walk.place < bytes.count {
      let isWhole = walk.place &+ 8 <= bytes.count
      let word = isWhole ? bytes.word(at: walk.place) : bytes.wordFilledWithSpaces(at: walk.place)
      walk.seen |= word
      walk.zeros |= (word &- everyByte(1)) & ~word & highBits
      var marks = fieldMarks(word, separator)
      var next = walk.place &+ 8
      while marks != 0 {
        let mark = walk.place &+ marks.trailingZeroBitCount &>> 3
        marks &= marks &- 1
        switch bytes[mark] {
        case separator:
          add(&walk, upTo: mark, .none, to: &fields)
          walk.fieldStart = mark &+ 1
        case ASCII.quote:
          guard mark == walk.fieldStart || isLooseQuote(mark, from: walk.fieldStart) else {
            if walk.fault == nil { walk.fault = CSVFault(.quoteInField, at: mark) }
            continue
          }
          let (close, marksOfField) = try closingQuote(of: mark, &walk)
          next = close &+ 1
          if dialect.hasLooseQuotes { next = try endOfBlanks(from: next) }
          if next == bytes.count || bytes[next] == separator || isLineEnd(bytes[next]) {
            walk.fieldStart = mark &+ 1
            add(&walk, upTo: close, marksOfField, to: &fields)
            guard next < bytes.count, bytes[next] == separator else { return next }
            next += 1
            walk.fieldStart = next
          } else if walk.fault == nil {
            walk.fault = CSVFault(.textAfterQuote, at: next)
          }
          marks = 0
        default:
          add(&walk, upTo: mark, .none, to: &fields)
          return mark
        }
      }
      walk.place = next
    }
    guard isFinal else { throw CSVFault(.truncated, at: bytes.count) }
    add(&walk, upTo: bytes.count, .none, to: &fields)
    return bytes.count
  }

  @inline(__always)
  private func add(
    _ walk: inout RowWalk,
    upTo end: Int,
    _ marks: CSVField.Marks,
    to fields: inout [CSVField]
  ) {
    if walk.count < fields.count {
      fields[walk.count] = CSVField(from: walk.fieldStart, to: end, marks)
    }
    if end &- walk.fieldStart > CSVCursor.fieldLimit, walk.longField < 0 {
      walk.longField = walk.fieldStart
    }
    walk.count &+= 1
  }

  /// The offset of the quote that closes the one at `open`, and what its field holds before it.
  private func closingQuote(
    of open: Int,
    _ walk: inout RowWalk
  ) throws(CSVFault) -> (Int, CSVField.Marks) {
    var place = open + 1
    var found = CSVField.Marks.none
    var lineEnds: UInt64 = 0
    while place < bytes.count {
      let isWhole = place &+ 8 <= bytes.count
      let word = isWhole ? bytes.word(at: place) : bytes.wordFilledWithSpaces(at: place)
      walk.seen |= word
      walk.zeros |= (word &- everyByte(1)) & ~word & highBits
      let marks = zeroMarks(word ^ everyByte(ASCII.quote))
      // Those before the first quote: all of them where there is none.
      let before = (marks & (0 &- marks)) &- 1
      lineEnds |=
        (zeroMarks(word ^ everyByte(ASCII.lineFeed))
          | zeroMarks(word ^ everyByte(ASCII.carriageReturn))) & before
      guard marks != 0 else {
        place += 8
        continue
      }
      if lineEnds != 0 { found.formUnion(.lineEnd) }
      let quote = place &+ marks.trailingZeroBitCount &>> 3
      if dialect.hasLooseQuotes, hasBackslash(before: quote, from: open + 1) {
        found.formUnion(.doubledQuotes)
        place = quote + 1
        continue
      }
      guard quote + 1 < bytes.count else {
        guard isFinal else { break }
        return (quote, found)
      }
      guard bytes[quote + 1] == ASCII.quote else { return (quote, found) }
      found.formUnion(.doubledQuotes)
      place = quote + 2
    }
    throw CSVFault(isFinal ? .unclosedQuote : .truncated, at: isFinal ? open : bytes.count)
  }

  /// Whether nothing but blanks is between the beginning of a field and the quote at `mark`.
  private func isLooseQuote(_ mark: Int, from start: Int) -> Bool {
    guard dialect.hasLooseQuotes else { return false }
    for index in start..<mark where !isBlank(bytes[index]) { return false }
    return true
  }

  /// Where the blanks from `start` on end.
  private func endOfBlanks(from start: Int) throws(CSVFault) -> Int {
    var next = start
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    if next == bytes.count, !isFinal { throw CSVFault(.truncated, at: next) }
    return next
  }

  /// Whether the quote at `quote` has a backslash in front of it that has none itself.
  private func hasBackslash(before quote: Int, from start: Int) -> Bool {
    var first = quote
    while first > start, bytes[first - 1] == ASCII.backslash { first -= 1 }
    return (quote - first) % 2 == 1
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == ASCII.space || byte == ASCII.tab) && byte != dialect.separator
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  private func hasLineEnd(in range: Range<Int>) -> Bool {
    for index in range where isLineEnd(bytes[index]) { return true }
    return false
  }

  /// The first byte in `range` that is 0, or does not belong to UTF-8 (RFC 3629, section 4).
  private func faultOfText(in range: Range<Int>) -> CSVFault? {
    var end = range.upperBound
    var fault: CSVFault?
    do throws(Unicode.UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(range))
    } catch {
      end = range.lowerBound + error.byteOffsets.lowerBound
      fault = CSVFault(.invalidUTF8, at: end)
    }
    for index in range.lowerBound..<end where bytes[index] == 0 {
      return CSVFault(.nul, at: index)
    }
    return fault
  }
}
