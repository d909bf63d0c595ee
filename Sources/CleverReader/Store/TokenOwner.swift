import PositionedJSON

/// Whose records a token opens, of an answer of `/oauth/tokens`.
///
/// Looked for only where an answer lists scopes.
enum TokenOwner {
  /// The id of the owner in `{"owner": {"type": "district", "id": "6600…d1"}, …}`.
  ///
  /// Source: `CleverData.md`, section 6.1. `/oauth/tokeninfo` names no owner.
  ///
  /// - Parameter bytes: the entry for one token.
  /// - Returns: the id; empty where the entry names no district.
  static func district(in bytes: borrowing Span<UInt8>) -> String {
    var cursor = JSONCursor(copy bytes)
    do throws(JSONFault) {
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        if text(of: key, cursor) == "owner", try cursor.kind() == .object {
          return try district(at: &cursor)
        }
        try cursor.skipValue()
      }
    } catch {
      // The walk has reported what is wrong with the entry.
    }
    return ""
  }

  private static func district(at cursor: inout JSONCursor) throws(JSONFault) -> String {
    var fields: [String: String] = [:]
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      let name = text(of: key, cursor)
      guard try cursor.kind() == .string else {
        try cursor.skipValue()
        continue
      }
      var value: [UInt8] = []
      let text = try cursor.string()
      cursor.decode(text, into: &value)
      fields[name] = String(decoding: value, as: UTF8.self)
    }
    return fields["type", default: "district"] == "district" ? fields["id", default: ""] : ""
  }

  private static func text(of key: JSONKey, _ cursor: borrowing JSONCursor) -> String {
    var name: [UInt8] = []
    cursor.decode(key.text, into: &name)
    return String(decoding: name, as: UTF8.self)
  }
}
