/// Copies texts into an arena, and takes one that stands there already where it was met lately.
///
/// For first and last names: most come again and again, and nobody needs them found for sure. A
/// fixed table remembers the last text of each slot, so there is nothing to grow, and a text that
/// never comes again costs one look.
///
/// A slot holds the ends of its text, which is all of a name as a rule: the arena, whose texts lie
/// all over the memory, is looked at only for names of more than sixteen bytes.
public struct RecentTexts: Sendable {
  private struct Slot {
    var ref = TextRef.empty
    var ends = TextEnds()
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 4096)

  /// Remembers no text yet.
  public init() {}

  /// The reference of `bytes` in `arena`, always the same one; copied in where it was not met
  /// lately.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func copy(
    _ bytes: Span<UInt8>,
    into arena: inout TextArena
  ) throws(TextArenaFull) -> TextRef {
    guard bytes.count > 0 else { return .empty }
    let ends = TextEnds(of: bytes)
    let slot = ends.mixed & (slots.count - 1)
    let known = slots[slot]
    if Int(known.ref.length) == bytes.count, known.ends == ends,
      bytes.count <= TextEnds.whole || equalBytes(arena.span(known.ref), bytes)
    {
      return known.ref
    }
    let ref = try arena.append(bytes)
    slots[slot] = Slot(ref: ref, ends: ends)
    return ref
  }
}

/// The first eight bytes of a text and the last; with the length, the whole of a short one.
private struct TextEnds: Equatable {
  /// Bytes of which nothing stands between the ends.
  static let whole = 16

  var first: UInt64 = 0
  var last: UInt64 = 0

  init() {}

  /// The ends of a text of at least one byte.
  @inline(__always)
  init(of bytes: Span<UInt8>) {
    if bytes.count >= 8 {
      first = bytes.word(at: 0)
      last = bytes.word(at: bytes.count - 8)
    } else {
      first = bytes.paddedWord
      last = UInt64(bytes.count)
    }
  }

  /// Both ends in one number, to choose a slot by.
  var mixed: Int {
    let mixed = (first ^ last &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
