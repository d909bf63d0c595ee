/// Ids by which people are known beside the id of their row.
///
/// v3 gave a new id to everybody but students, and names the one before as `legacy_id` in each role.
/// Whoever asks for a person by either gets the one row.
public struct FormerIDs: Sendable {
  /// An id, and the row that it leads to.
  public struct Entry: Sendable, Hashable {
    /// The id that is not the row's own.
    public var id: RecordID
    /// Whose table the row is in: that of a teacher, an admin or a contact.
    public var entity: Entity
    /// The row.
    public var row: Int32

    /// An id and its row.
    public init(_ id: RecordID, _ entity: Entity, _ row: Int32) {
      self.id = id
      self.entity = entity
      self.row = row
    }
  }

  /// All of them, in no order that matters; none twice with the same table.
  public var entries: [Entry] = []

  /// None.
  public init() {}
}

extension Roster {
  /// The id of the row that `id` leads to; `id` itself where it is no former one.
  ///
  /// Looks at every entry: for the few ids that a person or an answer of `/me` gives.
  public func presentID(of id: RecordID) -> RecordID {
    guard let entry = formerIDs.entries.first(where: { $0.id == id }) else { return id }
    return records(of: entry.entity)?.ids[Int(entry.row)] ?? id
  }

  /// Of each former id in lower case the row's own id, likewise: for lists of many.
  public func presentIDs() -> [String: String] {
    var present: [String: String] = [:]
    for entry in formerIDs.entries {
      guard let records = records(of: entry.entity) else { continue }
      present[idText(entry.id).lowercased()] = idText(records.ids[Int(entry.row)]).lowercased()
    }
    return present
  }
}
