internal import FlatTables

/// Bytes that stand between two keys, padded so that they are laid down 32 at a time.
struct Separator {
  private var bytes: [UInt8] = []
  /// How many of them are put.
  private(set) var count = 0

  /// No bytes.
  init() {}

  /// The bytes of `text`.
  init(_ text: String) { set { $0.put(Array(text.utf8).span) } }

  /// Makes it what `body` puts; its memory is kept.
  mutating func set(_ body: (inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer()
    swap(&buffer.bytes, &bytes)
    buffer.removeAll()
    body(&buffer)
    count = buffer.bytes.count
    buffer.bytes.append(contentsOf: repeatElement(0, count: -count & (blockLength - 1)))
    swap(&buffer.bytes, &bytes)
  }

  /// Puts some of its bytes.
  func put<Sink: ByteSink & ~Copyable>(_ range: Range<Int>, into sink: inout Sink) {
    sink.put(bytes.span.extracting(range))
  }

  /// How many bytes it takes to lay it down.
  var paddedCount: Int { bytes.count }

  /// Lays it down from `position` on, and some bytes more.
  @inline(__always)
  func put(into target: inout MutableSpan<UInt8>, at position: Int) {
    var done = 0
    while done < count {
      target.setBlock(bytes.span.block(at: done), at: position &+ done)
      done &+= blockLength
    }
  }
}

extension ByteSink where Self: ~Copyable {
  /// Puts the keys of people one after another, with the same bytes between each two.
  ///
  /// Most bytes of a bundle are such keys, and the processor waits for each, since people of one
  /// class are apart in memory. The less there is to do for one, the more of them it looks ahead
  /// for: so it is asked once for all whether there is room, and a key is laid down as 32 bytes
  /// whatever its length; the next bytes go over those too many.
  ///
  /// - Parameters:
  ///   - people: rows of a table of people.
  ///   - keys: that table's keys.
  ///   - text: where the keys stand.
  ///   - encoding: how a key stands in the file; of JSON, the outer quotes are the separator's.
  ///   - separator: what stands between two keys.
  mutating func put(
    _ people: ArraySlice<Int32>,
    keys: [TextRef],
    of text: borrowing TextArena,
    as encoding: Encoding,
    between separator: borrowing Separator
  ) {
    let people = people.span
    let keys = keys.span
    let special: TextFlags = encoding == .csv ? .needsCSVQuotes : .needsJSONEscapes
    let most = separator.paddedCount + blockLength
    var next = 0
    while next < people.count {
      if next > 0 { separator.put(0..<separator.count, into: &self) }
      switch encoding {
      case .csv: put(keys[Int(people[next])], of: text, as: .csv)
      case .json: putInside(keys[Int(people[next])], of: text)
      }
      next += 1
      let end = min(people.count, next + room / most)
      guard next < end else { continue }
      put(upTo: (end - next) * most) { target in
        var position = 0
        while next < end {
          let key = keys[Int(people[next])]
          guard 1...blockLength ~= Int(key.length), key.flags.isDisjoint(with: special) else {
            break
          }
          separator.put(into: &target, at: position)
          position &+= separator.count
          target.setBlock(text.spanAhead(key).block(at: 0), at: position)
          position &+= Int(key.length)
          next &+= 1
        }
        return position
      }
    }
  }
}

/// How many bytes are laid down at once.
private let blockLength = 32
