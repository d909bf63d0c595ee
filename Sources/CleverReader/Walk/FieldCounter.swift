import PositionedJSON

/// Counts names that nothing else keeps a count of.
///
/// Only so many names; any further one is counted as "other", so a hostile file cannot make it grow.
struct FieldCounter: Sendable {
  private static let limit = 256

  private var counts: [[UInt8]: Int] = [:]
  private var others = 0
  private var scratch: [UInt8] = []
  /// Keys of pages, which come once a page at most.
  private var pageKeys: [String: Int] = [:]

  /// Counts the name at `text` once, or with a `step` of -1 once less.
  mutating func count(_ text: JSONText, in json: JSONSource, step: Int) {
    scratch.removeAll(keepingCapacity: true)
    json.decode(text, into: &scratch)
    if counts[scratch] != nil || counts.count < FieldCounter.limit {
      counts[scratch, default: 0] += step
    } else {
      others += step
    }
  }

  /// Counts a key that stands beside records, once; of many different ones only their number.
  mutating func count(_ key: String) {
    if pageKeys[key] != nil || pageKeys.count < FieldCounter.limit {
      pageKeys[key, default: 0] += 1
    } else {
      others += 1
    }
  }

  /// Every name that was counted; nil where some were only counted as others.
  var names: [[UInt8]]? {
    guard others == 0 else { return nil }
    return counts.keys + pageKeys.keys.map { Array($0.utf8) }
  }

  /// Adds the counts to `fields`; keys that could not be told apart under "other".
  func add(to fields: inout [String: Int]) {
    for (name, count) in counts where count > 0 {
      fields[String(decoding: name, as: UTF8.self), default: 0] += count
    }
    for (key, count) in pageKeys { fields[key, default: 0] += count }
    if others > 0 { fields["(other)", default: 0] += others }
  }
}
