import Bytes
import FlatTables
import Roster

/// The newest `last_modified` of each kind of record in the file at hand.
struct NewestChanges {
  /// A timestamp of Clever's, `YYYY-MM-DDTHH:MM:SS.sssZ`: 24 bytes that order like text, as three
  /// numbers that order like the bytes.
  private struct Time: Comparable {
    static let length = 24

    var words: InlineArray<3, UInt64> = [0, 0, 0]

    /// The time before all others.
    init() {}

    @inline(__always)
    init(_ bytes: borrowing Span<UInt8>) {
      words = [
        bytes.word(at: 0).byteSwapped, bytes.word(at: 8).byteSwapped,
        bytes.word(at: 16).byteSwapped,
      ]
    }

    @inline(__always)
    static func < (left: Time, right: Time) -> Bool {
      if left.words[0] != right.words[0] { return left.words[0] < right.words[0] }
      if left.words[1] != right.words[1] { return left.words[1] < right.words[1] }
      return left.words[2] < right.words[2]
    }

    static func == (left: Time, right: Time) -> Bool {
      left.words[0] == right.words[0] && left.words[1] == right.words[1]
        && left.words[2] == right.words[2]
    }

    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      for index in words.indices {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
          bytes.append(UInt8(truncatingIfNeeded: words[index] >> shift))
        }
      }
      return bytes
    }
  }

  private var times = [Time](repeating: Time(), count: Entity.allCases.count)

  /// Notes the time of a record.
  @inline(__always)
  mutating func note(_ time: TextRef, of entity: Entity, in text: borrowing TextArena) {
    guard Int(time.length) == Time.length else { return }
    let time = Time(text.span(time))
    if times[Int(entity.rawValue)] < time { replace(of: entity, with: time) }
  }

  private mutating func replace(of entity: Entity, with time: Time) {
    // Whatever is no time must not pass for the newest one.
    for (byte, wanted) in zip(time.bytes, "0000-00-00T00:00:00.000Z".utf8) {
      let isDigit = (0x30...0x39).contains(byte)
      guard wanted == UInt8(ascii: "0") ? isDigit : byte == wanted else { return }
    }
    times[Int(entity.rawValue)] = time
  }

  /// What was noted, and nothing more from now on.
  mutating func take() -> [Entity: String] {
    var taken: [Entity: String] = [:]
    for entity in Entity.allCases where times[Int(entity.rawValue)] != Time() {
      taken[entity] = String(decoding: times[Int(entity.rawValue)].bytes, as: UTF8.self)
      times[Int(entity.rawValue)] = Time()
    }
    return taken
  }
}
