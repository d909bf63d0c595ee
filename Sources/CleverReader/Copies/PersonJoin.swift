import Findings
import FlatTables
import PositionedJSON
import Roster

/// Makes one row of a person that an export holds under two ids: v3 gave everyone but students a
/// new one, and names the one before (`CleverData.md`, section 1).
///
/// The two records are copies of one: the newer goes on, and what refers to either id leads to its
/// row. If no person is there twice, the cost is one former id for each employee.
struct PersonJoin {
  /// The roles that have an id of before v3, and the table of each. Students keep their ids.
  static let roles: [(role: RoleSet, entity: Entity)] = [
    (.teacher, .teacher), (.staff, .schoolAdmin), (.districtAdmin, .districtAdmin),
    (.contact, .contact),
  ]

  private var judge = CopyJudge()
  /// Whether a v3 user with the role of a contact was met, and a contact's record of before v3.
  private var metContactUser = false
  private var metContactRecord = false

  /// Notes a record that is no v3 user.
  @inline(__always)
  mutating func meet(_ entity: Entity) {
    if entity == .contact { metContactRecord = true }
  }

  /// Notes a v3 user with `roles`.
  @inline(__always)
  mutating func meet(_ roles: RoleSet) {
    // No record refers to contacts, so their ids are only looked for when they are needed.
    if roles.contains(.contact) { metContactUser = true }
  }

  /// Notes that the user with `id`, whose record is stored, had the id `former` in `role`.
  func note(_ former: RecordID, _ role: RoleSet, of id: RecordID, _ roster: inout Roster) {
    guard former != id, let entity = PersonJoin.roles.first(where: { $0.role == role })?.entity,
      let row = roster.existingRow(of: entity, id)
    else { return }
    roster.formerIDs.entries.append(.init(former, entity, row))
  }

  /// Notes the ids that the user with `id` had in each role.
  func note(_ found: RoleIDs, of id: RecordID, _ roster: inout Roster) throws(TextArenaFull) {
    for (role, former) in found.ids { note(try roster.id(former.span), role, of: id, &roster) }
  }

  /// Joins people that were met twice, when everything has been read.
  ///
  /// - Throws: ``FlatTables/TextArenaFull``.
  mutating func finish(_ roster: inout Roster) throws(TextArenaFull) {
    if metContactUser && metContactRecord { try lookUpContacts(&roster) }
    guard !roster.formerIDs.entries.isEmpty else { return }
    roster.formerIDs.entries = PersonJoin.clear(roster.formerIDs.entries)
    var teachers: [Int32: Int32] = [:]
    for number in roster.formerIDs.entries.indices {
      guard let (goesOn, gone) = join(number, &roster) else { continue }
      if roster.formerIDs.entries[number].entity == .teacher { teachers[gone] = goesOn }
    }
    if !teachers.isEmpty { redirect(teachers, in: &roster) }
  }

  /// Looks up the former ids of all contacts that are v3 users, by reading them again.
  private mutating func lookUpContacts(_ roster: inout Roster) throws(TextArenaFull) {
    for row in 0..<roster.contacts.count where roster.contacts.records.isRecord(row) {
      let place = roster.contacts.records.places[row]
      let file = roster.source.files[place.file]
      guard let found = judge.roleIDs(ofRecordAt: place.offset, of: file) else { continue }
      try note(found, of: roster.contacts.records.ids[row], &roster)
    }
  }

  /// The entries in order, each once; an id that two people of a kind have had names neither.
  private static func clear(_ entries: [FormerIDs.Entry]) -> [FormerIDs.Entry] {
    let sorted = entries.sorted { left, right in
      (left.id, left.entity.rawValue, left.row) < (right.id, right.entity.rawValue, right.row)
    }
    var kept: [FormerIDs.Entry] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].id == sorted[start].id,
        sorted[end].entity == sorted[start].entity
      {
        end += 1
      }
      if sorted[start].row == sorted[end - 1].row { kept.append(sorted[start]) }
      start = end
    }
    return kept
  }

  /// Joins the two rows of an entry.
  ///
  /// - Returns: the row that goes on and the one that is gone; nil if there was only one.
  private mutating func join(
    _ number: Int,
    _ roster: inout Roster
  ) -> (goesOn: Int32, gone: Int32)? {
    let entry = roster.formerIDs.entries[number]
    guard let older = roster.existingRow(of: entry.entity, entry.id), older != entry.row else {
      return nil
    }
    let place = roster.place(of: entry.entity, row: older)
    // An event may have deleted the user since.
    guard roster.place(of: entry.entity, row: entry.row).isKnown else { return nil }
    // Only referred to: its record is the user's.
    guard place.isKnown else { return (entry.row, older) }
    let userPlace = roster.place(of: entry.entity, row: entry.row)
    let files = roster.source.files
    let userID = roster.id(of: entry.entity, row: entry.row)
    var (goesOn, gone) = (entry.row, older)
    var comparison = RecordCopy.Comparison.otherVersion
    if let user = judge.summary(ofRecordAt: userPlace.offset, of: files[userPlace.file]),
      let record = judge.summary(ofRecordAt: place.offset, of: files[place.file])
    {
      // Two users with ids of v3 are two people, whatever one of them says.
      if record.isUser { return nil }
      // Only the user's record has all roles of a person with several.
      if user.isUser, user.isOlder(than: record), !hasSeveralRoles(userID, roster) {
        (goesOn, gone) = (older, entry.row)
        comparison = .older
      } else if record.isOlder(than: user), !record.lastModified.isEmpty {
        comparison = .older
      }
    }
    let goneID = goesOn == older ? userID : entry.id
    for index in roster.source.copies.indices
    where roster.source.copies[index].entity == entry.entity
      && roster.source.copies[index].row == gone
    {
      roster.source.copies[index].row = goesOn
      roster.source.copies[index].id = goneID
    }
    roster.source.copies.append(
      RecordCopy(
        entity: entry.entity,
        row: goesOn,
        place: roster.place(of: entry.entity, row: gone),
        line: roster.records(of: entry.entity)?.lines[Int(gone)] ?? 0,
        comparison: comparison,
        id: goneID
      )
    )
    roster.removePlace(of: entry.entity, row: gone)
    roster.formerIDs.entries[number] = .init(goneID, entry.entity, goesOn)
    return (goesOn, gone)
  }

  private func hasSeveralRoles(_ id: RecordID, _ roster: Roster) -> Bool {
    PersonJoin.roles.count { _, entity in
      roster.existingRow(of: entity, id).map { roster.place(of: entity, row: $0).isKnown } ?? false
    } > 1
  }

  /// Leads what refers to a row that is gone to the one that went on.
  private func redirect(_ teachers: [Int32: Int32], in roster: inout Roster) {
    for index in roster.sections.teachers.flat.indices {
      if let row = teachers[roster.sections.teachers.flat[index]] {
        roster.sections.teachers.flat[index] = row
      }
    }
    for section in roster.sections.primaryTeacher.indices {
      if let row = teachers[roster.sections.primaryTeacher[section]] {
        roster.sections.primaryTeacher[section] = row
      }
    }
  }
}
