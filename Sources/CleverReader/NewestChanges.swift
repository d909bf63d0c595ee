import PositionedJSON
import Roster

/// The newest `last_modified` of each kind of record in the file at hand.
///
/// One array of bytes: most records are told to be older within the first few of them.
struct NewestChanges {
  /// Clever's timestamps have 24 bytes, `YYYY-MM-DDTHH:MM:SS.sssZ`, and order like text.
  private static let length = 24

  private var times = [UInt8](repeating: 0, count: length * Entity.allCases.count)

  /// Notes the time of a record.
  @inline(__always)
  mutating func note(_ time: JSONText, of entity: Entity, in cursor: borrowing JSONCursor) {
    guard time.length == NewestChanges.length, !time.hasEscapes else { return }
    let bytes = cursor.span(of: time)
    let start = Int(entity.rawValue) * NewestChanges.length
    var index = 0
    while index < NewestChanges.length, times[start + index] == bytes[index] { index += 1 }
    guard index < NewestChanges.length, times[start + index] < bytes[index] else { return }
    replace(from: start, with: bytes)
  }

  private mutating func replace(from start: Int, with bytes: Span<UInt8>) {
    // Whatever is no time must not pass for the newest one.
    let form = "0000-00-00T00:00:00.000Z".utf8
    for (index, wanted) in form.enumerated() {
      let isDigit = (0x30...0x39).contains(bytes[index])
      guard wanted == UInt8(ascii: "0") ? isDigit : bytes[index] == wanted else { return }
    }
    for index in 0..<NewestChanges.length { times[start + index] = bytes[index] }
  }

  /// What was noted, and nothing more from now on.
  mutating func take() -> [Entity: String] {
    var taken: [Entity: String] = [:]
    for entity in Entity.allCases {
      let start = Int(entity.rawValue) * NewestChanges.length
      guard times[start] != 0 else { continue }
      let time = times[start..<start + NewestChanges.length]
      taken[entity] = String(decoding: time, as: UTF8.self)
      for index in time.indices { times[index] = 0 }
    }
    return taken
  }
}
