/// Finds a text again that an arena already holds, so that words that come often stand there once.
///
/// For subjects, relationships, terms and odd ids: a few distinct values, met often. Open
/// addressing over references; the bytes stay in the arena that the caller passes, always the
/// same one.
public struct TextInterner: Sendable {
  private var slots: [TextRef] = Array(repeating: .empty, count: 64)
  private var used = 0
  /// The words that come again and again, found without a hash of all their bytes.
  private var recent = RecentTexts(count: 256)

  /// Knows no text yet.
  public init() {}

  /// The reference of `bytes` in `arena`, copied in if it was not there.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func intern(
    _ bytes: Span<UInt8>,
    in arena: inout TextArena
  ) throws(TextArenaFull) -> TextRef {
    guard bytes.count > 0 else { return .empty }
    let ends = TextEnds(of: bytes)
    if let known = recent.find(bytes, ends, in: arena) { return known }
    let slot = slot(of: bytes, in: arena)
    var ref = slots[slot]
    if ref.isEmpty {
      ref = try arena.append(bytes)
      slots[slot] = ref
      used += 1
      if used * 2 > slots.count { grow(in: arena) }
    }
    recent.note(ref, ends)
    return ref
  }

  /// The reference of `bytes` if it was interned, else nil.
  public func find(_ bytes: Span<UInt8>, in arena: TextArena) -> TextRef? {
    let ref = slots[slot(of: bytes, in: arena)]
    return ref.isEmpty ? nil : ref
  }

  /// The slot that holds `bytes`, or the free one where they belong.
  private func slot(of bytes: Span<UInt8>, in arena: TextArena) -> Int {
    var slot = Int(truncatingIfNeeded: hashText(bytes)) & (slots.count - 1)
    while !slots[slot].isEmpty, !equalBytes(arena.span(slots[slot]), bytes) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow(in arena: TextArena) {
    let old = slots
    slots = Array(repeating: .empty, count: old.count * 2)
    for ref in old where !ref.isEmpty {
      slots[slot(of: arena.span(ref), in: arena)] = ref
    }
  }
}

/// Whether two texts have the same bytes.
@inlinable
public func equalBytes(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
  let count = left.count
  guard count == right.count else { return false }
  guard count >= 8 else {
    return count == 0 || left.paddedWord == right.paddedWord
  }
  var index = 0
  while index < count {
    // The last eight bytes may be some of those before once more.
    let start = min(index, count &- 8)
    guard left.word(at: start) == right.word(at: start) else { return false }
    index &+= 8
  }
  return true
}

/// Whether `left` comes before `right` as UTF-8 bytes: the order of everything the bundle sorts.
public func precedesBytes(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
  let common = min(left.count, right.count)
  for index in 0..<common where left[index] != right[index] {
    return left[index] < right[index]
  }
  return left.count < right.count
}
