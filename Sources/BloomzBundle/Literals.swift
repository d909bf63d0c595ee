/// The bytes that all rows of a file share: commas, keys, fixed values, line ends.
///
/// Half of the texts that a writer puts are such literals of a few bytes, so they are put without a
/// loop. A literal of up to eight bytes is one machine word; a longer one, up to 32 bytes, is copied
/// as a block of 32, and the next text overwrites the bytes that are too many: `","` and `},{"id":"`.
struct Literals {
  /// One of the literals.
  struct Literal: BitwiseCopyable {
    /// Its first eight bytes, the first one lowest.
    fileprivate var word: UInt64 = 0
    fileprivate var start: Int32 = 0
    fileprivate var count: Int32 = 0
  }

  /// How many bytes can be read from the start of any literal.
  static let padding = 32

  /// All texts, and after them zeros, which may be read and are never put.
  private var bytes = [UInt8](repeating: 0, count: padding)

  /// Adds a text.
  mutating func add(_ text: [UInt8]) -> Literal {
    var literal = Literal()
    literal.start = Int32(bytes.count - Self.padding)
    literal.count = Int32(text.count)
    for (index, byte) in text.prefix(8).enumerated() {
      literal.word |= UInt64(byte) << UInt64(8 * index)
    }
    bytes.insert(contentsOf: text, at: Int(literal.start))
    return literal
  }

  /// Puts one of the texts.
  @inline(__always)
  func put<Sink: ByteSink & ~Copyable>(_ literal: Literal, into sink: inout Sink) {
    if literal.count <= 8 {
      sink.put(first: Int(literal.count), ofWord: literal.word)
    } else {
      let ahead = bytes.span.extracting(droppingFirst: Int(literal.start))
      sink.put(first: Int(literal.count), of: ahead)
    }
  }
}
