import Bytes
import FlatTables

/// Finds places between records by brackets and strings alone, as the bytes of a file go by.
///
/// Good JSON is cut where these places are. In bad JSON they may be wrong, but only after the byte
/// where the walk finds the fault, and nothing is read after that.
struct RecordFrames {
  /// An object at the top that is longer than this is no record, so the lists in it are lists of
  /// records: 1 MiB.
  private let recordLimit: Int

  /// Up to where the bytes of the chunk have been looked at.
  private(set) var scanned = 0
  /// Where something is at the top that is neither an object nor an array: an error answer, or
  /// what is no JSON. Nothing after it is looked at.
  private(set) var stray: Int?

  /// How many brackets are open.
  private var depth = 0
  /// Where the object or array at the top begins; negative if that is in an earlier chunk.
  private var topStart = 0
  private var topIsArray = false
  /// Whether a list of records is open in the object at the top.
  private var isInList = false
  /// The last string in the object at the top: the key of what comes after it.
  private var lastString = 0..<0
  /// Whether a string goes on after ``scanned``, and where it begins.
  private var isInString = false
  private var stringStart = 0

  /// The last place after a value at the top, after an element of an array there, and after a
  /// record of a list in an object there.
  private var documentEnd: Int?
  private var elementEnd: Int?
  private var recordEnd: Int?

  /// Frames of a file whose first value comes after `start` bytes.
  init(from start: Int = 0, recordLimit: Int = Chunk.recordLimit) {
    scanned = start
    self.recordLimit = recordLimit
  }

  /// The last place where the bytes so far can be cut; nil if there is none.
  var cut: (end: Int, next: Chunk.Boundary)? {
    if depth > 0, topIsArray, let elementEnd { return (elementEnd, .array) }
    if depth > 0, !topIsArray, let recordEnd, scanned - topStart > recordLimit {
      return (recordEnd, .page)
    }
    return documentEnd.map { ($0, .documents) }
  }

  /// Counts places from `offset` on, which was cut: the bytes before it are gone.
  mutating func drop(to offset: Int) {
    scanned -= offset
    topStart -= offset
    lastString = lastString.lowerBound - offset..<lastString.upperBound - offset
    stringStart -= offset
    documentEnd = nil
    elementEnd = nil
    recordEnd = nil
  }

  /// Looks at the bytes from ``scanned`` on.
  mutating func scan(_ bytes: Span<UInt8>) {
    var place = scanned
    if isInString { passString(bytes, &place) }
    while place < bytes.count, !isInString {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        guard depth > 0 else { return end(at: place) }
        stringStart = place
        place &+= 1
        passString(bytes, &place)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 0 {
          topStart = place
          topIsArray = byte == UInt8(ascii: "[")
          elementEnd = nil
          recordEnd = nil
        } else if depth == 1, !topIsArray, byte == UInt8(ascii: "[") {
          isInList = !isLinks(bytes)
        }
        depth &+= 1
        place &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return end(at: place) }
        depth &-= 1
        place &+= 1
        if depth == 2 {
          if isInList, byte == UInt8(ascii: "}") { recordEnd = place }
        } else if depth == 1 {
          if topIsArray { elementEnd = place }
          isInList = false
        } else if depth == 0 {
          documentEnd = place
        }
      default:
        if depth == 0, !isWhitespace(byte) { return end(at: place) }
        place &+= 1
      }
    }
    scanned = place
  }

  /// Ends the scan at something that is neither an object nor an array.
  private mutating func end(at place: Int) {
    stray = place
    scanned = place
  }

  /// Whether the last key is `links`, whose elements are no records.
  private func isLinks(_ bytes: Span<UInt8>) -> Bool {
    guard lastString.lowerBound >= 0 else { return false }
    return equalBytes(bytes.extracting(lastString), RecordFrames.links.span)
  }

  private static let links = Array("\"links\"".utf8)

  /// Moves `place`, which is in a string, after the string's closing quote, or as far as `bytes` tell.
  @inline(__always)
  private mutating func passString(_ bytes: Span<UInt8>, _ place: inout Int) {
    isInString = true
    while true {
      if place <= bytes.count &- 8 {
        let marks = quoteMarks(bytes.word(at: place))
        place &+= marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
        if marks == 0 { continue }
      }
      guard place < bytes.count else { return }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\") {
        // Both bytes of the escape, or none of them.
        guard place &+ 1 < bytes.count else { return }
        place &+= 2
      } else {
        place &+= 1
        if byte == UInt8(ascii: "\"") { break }
      }
    }
    isInString = false
    if depth == 1 { lastString = stringStart..<place }
  }

  /// Marks (highest bit of the byte) a quote or a backslash. The lowest mark is right; ones above it
  /// may be false.
  @inline(__always)
  private func quoteMarks(_ word: UInt64) -> UInt64 {
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let ones: UInt64 = 0x0101_0101_0101_0101
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
