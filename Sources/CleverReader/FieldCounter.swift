import PositionedJSON

/// Counts names that nothing else keeps a count of.
///
/// A fixed number of slots; a name for which none is free is counted as "other", so a hostile file
/// cannot make it grow.
struct FieldCounter: Sendable {
  private struct Slot: Sendable {
    var isFree = true
    var name: [UInt8] = []
    var count = 0
  }

  private var slots = Array(repeating: Slot(), count: 256)
  private var others = 0
  private var scratch: [UInt8] = []
  /// Keys of pages, which come once a page at most.
  private var pageKeys: [String: Int] = [:]

  /// Counts the name at `text` once, or with a `step` of -1 once less.
  mutating func count(_ text: JSONText, in cursor: borrowing JSONCursor, step: Int) {
    scratch.removeAll(keepingCapacity: true)
    cursor.decode(text, into: &scratch)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in scratch { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let home = Int(truncatingIfNeeded: hash >> 56)
    for distance in slots.indices {
      let index = (home + distance) & 255
      if slots[index].isFree { slots[index] = Slot(isFree: false, name: scratch) }
      if slots[index].name == scratch {
        slots[index].count += step
        return
      }
    }
    others += step
  }

  /// Counts a key that stands beside records, once; of many different ones only their number.
  mutating func count(_ key: String) {
    if pageKeys[key] != nil || pageKeys.count < slots.count {
      pageKeys[key, default: 0] += 1
    } else {
      others += 1
    }
  }

  /// Every name that was counted; nil where some were only counted as others.
  var names: [[UInt8]]? {
    guard others == 0 else { return nil }
    return slots.filter { !$0.isFree }.map(\.name) + pageKeys.keys.map { Array($0.utf8) }
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
