public import Bytes

/// Stores each distinct text once in an arena, and finds it again by its bytes.
///
/// For names, subjects, relationships, terms and odd ids, which are the same in many records. The
/// bytes are in the arena that the caller passes, which is always the same one. Each text has a
/// number too, from 0 in the order they were first met.
public struct TextInterner: Sendable {
  private var texts: [TextRef] = []
  private var index = HashIndex()

  /// Knows no text yet.
  public init() {}

  /// The text with a number that ``number(of:in:)`` gave.
  public subscript(number: Int) -> TextRef { texts[number] }

  /// The reference of `bytes` in `arena`, always the same one; it is copied in if it was not there.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func intern(
    _ bytes: Span<UInt8>,
    in arena: inout TextArena
  ) throws(TextArenaFull) -> TextRef {
    bytes.isEmpty ? .empty : texts[try number(of: bytes, in: &arena)]
  }

  /// The number of `bytes`, which are copied into `arena` if they were not there.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func number(
    of bytes: Span<UInt8>,
    in arena: inout TextArena
  ) throws(TextArenaFull) -> Int {
    let hash = hashBytes(bytes)
    let (slot, known) = index.find(hash) { equalBytes(arena.span(texts[$0]), bytes) }
    guard known < 0 else { return Int(known) }
    texts.append(try arena.append(bytes))
    index.add(hash, at: slot) { hashBytes(arena.span(texts[$0])) }
    return texts.count - 1
  }

  /// The number of `bytes` if they were interned, else nil.
  public func existingNumber(of bytes: Span<UInt8>, in arena: TextArena) -> Int? {
    let number = index.find(hashBytes(bytes)) { equalBytes(arena.span(texts[$0]), bytes) }.number
    return number < 0 ? nil : Int(number)
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
    // The last word may overlap the one before it.
    let start = min(index, count &- 8)
    guard left.word(at: start) == right.word(at: start) else { return false }
    index &+= 8
  }
  return true
}
