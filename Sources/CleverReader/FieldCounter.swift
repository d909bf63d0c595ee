import PositionedJSON

/// Counts keys that no table has a place for, without making a text of each.
///
/// A fixed number of slots by the key's first bytes and length; a key for which none is free nearby
/// is counted as "other", so a hostile file cannot make it grow.
struct FieldCounter: Sendable {
  private struct Slot: Sendable {
    var word: UInt64 = 0
    var length = 0
    var name: [UInt8] = []
    var count = 0
  }

  private var slots = Array(repeating: Slot(), count: 256)
  private var others = 0
  /// Keys of pages, which come once a page at most.
  private var pageKeys: [String: Int] = [:]

  /// Counts `key` once.
  @inline(__always)
  mutating func count(_ key: JSONKey, in cursor: borrowing JSONCursor) {
    let mixed = (key.word &+ UInt64(truncatingIfNeeded: key.length)) &* 0x9E37_79B9_7F4A_7C15
    let home = Int(truncatingIfNeeded: mixed >> 56)
    for step in 0..<8 {
      let index = (home + step) & 255
      if slots[index].word == key.word, slots[index].length == key.length {
        slots[index].count += 1
        return
      }
      if slots[index].count == 0 {
        slots[index] = Slot(word: key.word, length: key.length, name: [], count: 1)
        cursor.decode(key.text, into: &slots[index].name)
        return
      }
    }
    others += 1
  }

  /// Counts a key that stands beside records, once; of many different ones only their number.
  mutating func count(_ key: String) {
    if pageKeys[key] != nil || pageKeys.count < slots.count {
      pageKeys[key, default: 0] += 1
    } else {
      others += 1
    }
  }

  /// Adds the counts to `fields`; keys that could not be told apart under "other".
  func add(to fields: inout [String: Int]) {
    for slot in slots where slot.count > 0 {
      fields[String(decoding: slot.name, as: UTF8.self), default: 0] += slot.count
    }
    for (key, count) in pageKeys { fields[key, default: 0] += count }
    if others > 0 { fields["(other)", default: 0] += others }
  }
}
