public import Bytes

/// Walks over JSON text in memory, a value at a time; strict RFC 8259, no tree, no copies.
///
/// The caller says what it expects and gets its place (``JSONText``), or passes over what it does
/// not want with ``skipValue()``, which checks just as strictly. A step that throws leaves
/// the cursor where it was. Objects and arrays are entered and walked to their end:
///
///     try cursor.enterObject()
///     while let key = try cursor.nextKey() {
///       switch (key.word, key.length) {
///       case (word("email"), 5): email = try cursor.string()
///       default: try cursor.skipValue()
///       }
///     }
///
/// Steps cost no allocation, but for 16 KiB once when keys come out of order, and for keys with
/// escapes. Making a cursor costs about a tenth of a microsecond, so make one for a buffer rather
/// than for a record. Pass it on as `inout`.
@frozen public struct JSONCursor: ~Copyable, ~Escapable {
  /// Objects and arrays that may be open at once.
  @inlinable public static var depthLimit: Int { 64 }
  /// Raw bytes a string may have between its quotes.
  @inlinable public static var stringLimit: Int { 65_536 }
  /// Bytes a cursor may walk: places in them take 32 bits.
  @inlinable public static var byteLimit: Int { Int(UInt32.max) }

  @usableFromInline let scanner: Scanner
  @usableFromInline var position: Int
  @usableFromInline var open: Int
  /// Whether nothing of the innermost object or array has been read.
  @usableFromInline var isFirst: Bool
  @usableFromInline var keys: KeyLedger

  /// A cursor over `bytes`.
  ///
  /// - Precondition: the bytes are fewer than 4 GiB, so that a place in them fits a ``JSONText``.
  /// - Parameters:
  ///   - bytes: UTF-8 text; a byte order mark is not passed over.
  ///   - offset: where to begin.
  ///   - isFinal: whether nothing comes after these bytes. Otherwise a number that ends with them
  ///     is ``JSONFault/Kind/truncated``, since it may go on.
  @inlinable @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>, at offset: Int = 0, isFinal: Bool = false) {
    precondition(bytes.count <= JSONCursor.byteLimit, "a cursor walks less than 4 GiB at a time")
    scanner = Scanner(bytes, isFinal: isFinal)
    position = offset
    open = 0
    isFirst = false
    keys = KeyLedger()
  }

  /// Where the cursor is: bytes from the start of the span.
  ///
  /// Only to be moved between values of the same object or array; else use ``rewind(to:)``.
  @inlinable public var offset: Int {
    get { position }
    set { position = newValue }
  }

  /// How many objects and arrays are open.
  @inlinable public var depth: Int { open }

  /// The place to come back to with ``rewind(to:)``.
  @inlinable public var mark: JSONMark {
    JSONMark(offset: position, depth: open, objects: keys.level, isFirst: isFirst)
  }

  /// Goes back to `mark`, also after a fault somewhere inside what came since.
  ///
  /// - Precondition: the object or array that the mark was taken in has not been closed.
  @inlinable @_lifetime(self: copy self)
  public mutating func rewind(to mark: JSONMark) {
    precondition(mark.depth <= open, "what was open at the mark has been closed")
    position = mark.offset
    open = mark.depth
    isFirst = mark.isFirst
    keys.drop(to: mark.objects)
  }

  /// Passes over white space: space, tab, line feed, carriage return.
  @inlinable @_lifetime(self: copy self)
  public mutating func skipWhitespace() {
    position = scanner.afterWhitespace(position)
  }

  /// The kind of the next value, white space before it passed over; the value is not.
  ///
  /// - Throws: ``JSONFault``: `truncated` at the end of the bytes, `syntax` if no value begins here.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func kind() throws(JSONFault) -> JSONKind {
    var place = position
    let byte = try scanner.significant(&place)
    position = place
    switch byte {
    case ASCII.quote: return .string
    case ASCII.openBrace: return .object
    case ASCII.openBracket: return .array
    case 0x30...0x39, 0x2D: return .number
    case 0x74: return .true
    case 0x66: return .false
    case 0x6E: return .null
    default: throw JSONFault(.syntax, at: place)
    }
  }

  /// Demands that only white space follows.
  ///
  /// - Throws: ``JSONFault`` of the kind `trailing`, at what follows.
  @inlinable @_lifetime(self: copy self)
  public mutating func end() throws(JSONFault) {
    skipWhitespace()
    guard position == scanner.bytes.count else { throw JSONFault(.trailing, at: position) }
  }
}
