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

  private var slots: [Slot]

  /// Remembers no text yet, and never more than `count`, a power of two.
  public init(count: Int = 4096) {
    precondition(count > 0 && count & (count - 1) == 0, "a power of two")
    slots = Array(repeating: Slot(), count: count)
  }

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
    if let known = find(bytes, ends, in: arena) { return known }
    let ref = try arena.append(bytes)
    note(ref, ends)
    return ref
  }

  /// The reference of `bytes`, whose ends are `ends`, if it was met lately.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ ends: TextEnds, in arena: borrowing TextArena) -> TextRef? {
    let known = slots[ends.mixed & (slots.count - 1)]
    guard Int(known.ref.length) == bytes.count, known.ends == ends,
      bytes.count <= TextEnds.whole || equalBytes(arena.span(known.ref), bytes)
    else { return nil }
    return known.ref
  }

  /// Remembers a text, whose ends are `ends`, in place of the one that has been there.
  @inline(__always)
  mutating func note(_ ref: TextRef, _ ends: TextEnds) {
    slots[ends.mixed & (slots.count - 1)] = Slot(ref: ref, ends: ends)
  }
}

/// The first eight bytes of a text and the last; with the length, the whole of a short one.
struct TextEnds: Equatable {
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
