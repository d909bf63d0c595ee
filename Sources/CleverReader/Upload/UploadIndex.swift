import FlatTables
import Roster

/// Finds the row of a record by the bytes of its id.
///
/// The ids of a district's own files are free text, and an enrollment is two of them; so they are
/// looked up by their bytes, and only the first of each goes through ``Roster/id(_:)``.
struct UploadIndex {
  private(set) var entries: [(text: TextRef, row: Int32)] = []
  /// The upper half of a hash, and the entry's number plus one; 0 where nothing is.
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// The row of the id that `bytes` spell, with its text; nil if it was never added.
  func find(_ bytes: Span<UInt8>, in text: TextArena) -> (text: TextRef, row: Int32)? {
    let hash = UploadIndex.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let entry = entries[Int(slots[slot] & 0xFFFF_FFFF) - 1]
        if equalBytes(text.span(entry.text), bytes) { return entry }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds an id that is not there yet, whose text is `text`.
  mutating func add(_ bytes: Span<UInt8>, _ text: TextRef, row: Int32, in arena: TextArena) {
    entries.append((text, row))
    put(UploadIndex.hash(bytes), entries.count)
    if entries.count * 2 > slots.count { grow(in: arena) }
  }

  private mutating func put(_ hash: UInt64, _ number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number)
  }

  private mutating func grow(in arena: TextArena) {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for number in entries.indices {
      put(UploadIndex.hash(arena.span(entries[number].text)), number + 1)
    }
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var state = TextMix()
    state.add(bytes)
    return state.value
  }
}

/// Mixes texts into 64 bits, eight bytes at a time.
struct TextMix {
  private(set) var value: UInt64

  init(_ seed: UInt64 = 0x243F_6A88_85A3_08D3) { value = seed }

  /// Mixes in `bytes` and how many they are, so that no two lists of texts are alike.
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>) {
    var word: UInt64 = 0
    for index in bytes.indices {
      word = word << 8 | UInt64(bytes[index])
      if index & 7 == 7 {
        add(word)
        word = 0
      }
    }
    add(word)
    add(UInt64(truncatingIfNeeded: bytes.count))
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = product.high ^ product.low &+ 0xBF58_476D_1CE4_E5B9
  }
}
