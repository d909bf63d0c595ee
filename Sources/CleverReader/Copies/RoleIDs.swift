import PositionedJSON

/// The ids that a v3 user had in each role before v3: `roles.<role>.legacy_id`.
///
/// Looked up in the record's bytes once more where a contact may be meant twice, and where two
/// records are compared; those of employees are noted when their records are walked.
struct RoleIDs {
  /// The roles that name one, each once, and its spelling.
  private(set) var ids: [(role: RoleSet, id: [UInt8])] = []
  /// Whether this is a v3 user at all.
  private(set) var isUser = false

  /// What the object in `record` tells; nothing where it cannot be walked.
  init(in record: borrowing Span<UInt8>) {
    var cursor = JSONCursor(copy record)
    do throws(JSONFault) {
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        if FieldName(key, in: cursor.source) == .roles, try cursor.kind() == .object {
          isUser = true
          try walkRoles(&cursor)
        } else {
          try cursor.skipValue()
        }
      }
    } catch {
      ids = []
    }
  }

  private mutating func walkRoles(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      guard let role = RoleSet(FieldName(key, in: cursor.source)), try cursor.kind() == .object
      else {
        try cursor.skipValue()
        continue
      }
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        guard cursor.equals(key, "legacy_id"), try cursor.kind() == .string else {
          try cursor.skipValue()
          continue
        }
        let text = try cursor.string()
        guard text.length > 0, text.length <= RecordWalk.idLimit else { continue }
        ids.append((role, []))
        cursor.decode(text, into: &ids[ids.count - 1].id)
      }
    }
  }
}
