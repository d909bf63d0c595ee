/// Ids that people have besides the id of their row.
///
/// v3 gave new ids to all people except students, and has the former id as `legacy_id` in each role.
/// A person is found by either.
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

  /// All entries, in no particular order; no id is there twice with the same table.
  public var entries: [Entry] = []

  /// None.
  public init() {}
}

extension Roster {
  /// The id of the row that `id` leads to; `id` itself where it is no former one.
  ///
  /// Cost: looks at every entry. For the few ids that a person or an answer of `/me` gives.
  public func presentID(of id: RecordID) -> RecordID {
    guard let entry = formerIDs.entries.first(where: { $0.id == id }) else { return id }
    return records(of: entry.entity)?.ids[Int(entry.row)] ?? id
  }

  /// For each former id the row's own id, both in lower case. For long lists of ids.
  public func presentIDs() -> [String: String] {
    var present: [String: String] = [:]
    for entry in formerIDs.entries {
      guard let records = records(of: entry.entity) else { continue }
      present[idText(entry.id).lowercased()] = idText(records.ids[Int(entry.row)]).lowercased()
    }
    return present
  }
}
