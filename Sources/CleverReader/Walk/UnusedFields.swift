/// Counts the fields of an export that no table has a place for, by their names.
///
/// Only so many names; the fields of any further name are counted together, so a hostile file cannot
/// make this grow.
struct UnusedFields {
  private static let limit = 1024

  private var counts: [[UInt8]: Int] = [:]
  private var others = 0

  /// Adds what was counted in a chunk.
  mutating func add(_ counted: [(name: [UInt8], count: Int)]) {
    var counted = counted
    // Which names are still counted must not depend on the order in which a walk met them.
    if counts.count + counted.count > UnusedFields.limit {
      counted.sort { $0.name.lexicographicallyPrecedes($1.name) }
    }
    for (name, count) in counted { add(name, count) }
  }

  /// Counts the name `count` times.
  mutating func add(_ name: [UInt8], _ count: Int = 1) {
    if counts[name] != nil || counts.count < UnusedFields.limit {
      counts[name, default: 0] += count
    } else {
      others += count
    }
  }

  /// Adds the counts to `fields`; those of further names under `(other)`.
  func add(to fields: inout [String: Int]) {
    for (name, count) in counts {
      fields[String(decoding: name, as: UTF8.self), default: 0] += count
    }
    if others > 0 { fields["(other)", default: 0] += others }
  }
}
