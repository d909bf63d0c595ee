/// Where the text of a field is in the bytes; not a copy of it.
///
/// Only good with the cursor that gave it, or another one over the same bytes. Eight bytes.
@frozen public struct CSVField: BitwiseCopyable, Sendable, Hashable {
  @usableFromInline let first: UInt32
  /// The length, above two bits for ``Marks``.
  @usableFromInline let lengthAndMarks: UInt32

  /// What the bytes of a quoted field hold.
  @frozen @usableFromInline
  struct Marks: OptionSet, Sendable {
    @usableFromInline let rawValue: UInt32
    @inlinable static var doubledQuotes: Marks { Marks(rawValue: 1) }
    @inlinable static var lineEnd: Marks { Marks(rawValue: 2) }
    @inlinable static var none: Marks { [] }
    @inlinable init(rawValue: UInt32) { self.rawValue = rawValue }
  }

  /// No text, which is also what a column says that a file does not have.
  public static let empty = CSVField(from: 0, to: 0, .none)

  @inlinable @inline(__always)
  init(from start: Int, to end: Int, _ marks: Marks) {
    first = UInt32(truncatingIfNeeded: start)
    lengthAndMarks = UInt32(truncatingIfNeeded: (end &- start) &<< 2) | marks.rawValue
  }

  /// The text at `range` of other bytes, where every quote is single.
  public init(plain range: Range<Int>) {
    self.init(from: range.lowerBound, to: range.upperBound, .none)
  }

  /// The same field without the bytes outside of `range`.
  public func narrowed(to range: Range<Int>) -> CSVField {
    CSVField(from: range.lowerBound, to: range.upperBound, Marks(rawValue: lengthAndMarks & 3))
  }

  /// The first byte: bytes from the start of the span; of a quoted field, the one after the quote.
  @inlinable public var start: Int { Int(first) }
  /// Raw bytes: between the quotes of a quoted field, doubled quotes counted twice.
  @inlinable public var length: Int { Int(lengthAndMarks >> 2) }
  /// Whether quotes are inside, each written in two bytes, so that the raw bytes are not the text
  /// yet.
  @inlinable public var hasDoubledQuotes: Bool { lengthAndMarks & 1 != 0 }
  /// Whether a line feed or a carriage return is inside, or at an end, of a quoted field.
  @inlinable public var hasLineEnd: Bool { lengthAndMarks & 2 != 0 }
  /// Whether there is no text at all.
  @inlinable public var isEmpty: Bool { lengthAndMarks < 4 }
}

/// One row: where it is, and how many fields it has.
@frozen public struct CSVRow: BitwiseCopyable, Sendable, Hashable {
  /// Its first byte: bytes from the start of the span.
  public let start: Int
  /// The first byte after it, which is its line end or the end of the bytes.
  public let end: Int
  /// All its fields, also those for which the caller had no room.
  public let fieldCount: Int
  /// Why the row cannot be taken though the next one can be read; nil as a rule.
  public let fault: CSVFault?

  @inlinable init(start: Int, end: Int, fieldCount: Int, fault: CSVFault?) {
    self.start = start
    self.end = end
    self.fieldCount = fieldCount
    self.fault = fault
  }
}

extension Span<UInt8> {
  /// The bytes of a field, in place; its text unless it has doubled quotes.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func text(_ field: CSVField) -> Span<UInt8> {
    extracting(field.start..<field.start &+ field.length)
  }
}
