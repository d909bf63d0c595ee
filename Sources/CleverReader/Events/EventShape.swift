import PositionedJSON
import Roster

/// What an event says around its record: what happened to a record of which kind, and when.
///
/// `data` holds `object`, the whole record as it is afterwards, or as it last was. Beside it, or
/// beside `data` as Clever's definitions have it, are `previous_attributes`: the old values of
/// what changed, nested and partial from v3 on. They are passed over: a field that is in them and
/// not in `object` is gone because `object` lacks it.
struct EventShape {
  /// The event's own id.
  var id: [UInt8] = []
  /// When it happened; empty if it does not say.
  var created: [UInt8] = []
  /// The list that the record is of.
  var family = ListName.unknown
  /// What happened; nil if `type` tells nothing.
  var action: RecordEvent.Action?
  /// Where the record is in the event's bytes; nil if there is none.
  var object: Range<Int>?

  /// The shape of the event that `bytes` hold.
  init(_ bytes: Span<UInt8>) throws(JSONFault) {
    var cursor = JSONCursor(bytes)
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch FieldName(key, in: cursor.source) {
      case .id: id = try text(&cursor)
      case .type: note(type: try text(&cursor))
      case .data where try cursor.kind() == .object: try walkData(&cursor)
      case .unknown where cursor.equals(key, "created"): created = try text(&cursor)
      default: try cursor.skipValue()
      }
    }
  }

  private mutating func walkData(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      guard FieldName(key, in: cursor.source) == .object, try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      let start = cursor.offset
      try cursor.skipValue()
      object = start..<cursor.offset
    }
  }

  /// Takes `students.updated` apart.
  private mutating func note(type: [UInt8]) {
    guard let dot = type.lastIndex(of: UInt8(ascii: ".")) else { return }
    family = ListName(String(decoding: type[..<dot], as: UTF8.self))
    action = RecordEvent.Action(rawValue: String(decoding: type[(dot + 1)...], as: UTF8.self))
  }

  private func text(_ cursor: inout JSONCursor) throws(JSONFault) -> [UInt8] {
    var bytes: [UInt8] = []
    switch try cursor.kind() {
    case .string: cursor.decode(try cursor.string(), into: &bytes)
    case .number: cursor.decode(try cursor.number(), into: &bytes)
    default: try cursor.skipValue()
    }
    return bytes
  }
}
