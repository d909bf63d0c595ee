/// Copies texts into an arena, and takes one that stands there already where it was met lately.
///
/// For first and last names: most come again and again, and nobody needs them found for sure. A
/// fixed table remembers the last text of each slot, so there is nothing to grow, and a text that
/// never comes again costs one look.
public struct RecentTexts: Sendable {
  private var slots: [TextRef] = Array(repeating: .empty, count: 4096)

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
    let slot = slot(of: bytes)
    let known = slots[slot]
    if Int(known.length) == bytes.count, equalBytes(arena.span(known), bytes) { return known }
    let ref = try arena.append(bytes)
    slots[slot] = ref
    return ref
  }

  /// Length, the first eight bytes and the last eight, mixed: all that a name has, as a rule.
  private func slot(of bytes: Span<UInt8>) -> Int {
    let start = word(bytes, from: 0)
    let end = bytes.count > 8 ? word(bytes, from: bytes.count - 8) : UInt64(bytes.count)
    let mixed = (start ^ end &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
  }

  @inline(__always)
  private func word(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    var word: UInt64 = 0
    let end = min(bytes.count, start + 8)
    var index = start
    while index < end {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    return word
  }
}
