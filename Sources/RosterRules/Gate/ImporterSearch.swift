import FlatTables
import Findings
import Roster

/// Finds the person who runs the import in the export's lists.
struct ImporterSearch {
  private let roster: Roster

  init(_ roster: Roster) { self.roster = roster }

  /// The person with the Clever id or e-mail address `given`.
  ///
  /// Addresses are compared without regard to the case of ASCII letters, and blanks around them
  /// do not count. A v3 user in several lists is one person, and is known by the ids of before
  /// v3, too.
  func find(_ given: String?) -> GateQuestion.Importer {
    var importer = GateQuestion.Importer()
    guard let given, !given.isEmpty else { return importer }
    importer.lookup = .notFound
    if let id = roster.existingID(given).map({ roster.presentID(of: $0) }) {
      let roles = roles(of: id)
      if !roles.isEmpty {
        importer.lookup = .found
        importer.id = roster.idText(id)
        importer.roles = roles
        return importer
      }
    }
    let people = people(withEmail: Array(given.utf8))
    switch people.count {
    case 0:
      // It may still be the id that '/me' shows.
      importer.id = given.utf8.contains(UInt8(ascii: "@")) ? "" : given
    case 1:
      importer.lookup = .found
      importer.id = roster.idText(people[0])
      importer.roles = roles(of: people[0])
    default:
      importer.lookup = .several(people.count)
    }
    return importer
  }

  /// The id by which the export's lists know who was signed in; the first one told, where they know
  /// neither.
  func presentID(of identity: Identity) -> String {
    for told in [identity.id, identity.formerID] {
      guard let id = roster.existingID(told).map({ roster.presentID(of: $0) }) else { continue }
      if !roles(of: id).isEmpty { return roster.idText(id) }
    }
    return identity.id
  }

  /// The people of the staff who may import these schools by the export's lists: school admins with
  /// all of them on their list, then district admins.
  func candidates(for schools: [Int32]) -> [GateQuestion.Candidate] {
    let admins = roster.schoolAdmins.recordRows.filter { row in
      !schools.isEmpty && schools.allSatisfy { roster.schoolAdmins.schools[row].contains($0) }
    }
    let ids = roster.schoolAdmins.records.ids
    return admins.map { .init(id: roster.idText(ids[$0]), role: .schoolAdmin) }
      + roster.districtAdmins.recordRows.map { row in
        .init(id: roster.idText(roster.districtAdmins.records.ids[row]), role: .districtAdmin)
      }
  }

  /// The person of the staff that `given` most likely means, though it is none of their addresses and
  /// ids; nil if none is near.
  func nearest(to given: String) -> GateQuestion.Candidate? {
    let lists: [(GateQuestion.Role, RecordColumns, [TextRef])] = [
      (.schoolAdmin, roster.schoolAdmins.records, roster.schoolAdmins.email),
      (.districtAdmin, roster.districtAdmins.records, roster.districtAdmins.email),
      (.teacher, roster.teachers.records, roster.teachers.email),
    ]
    var people: [NearPerson] = []
    var roles: [GateQuestion.Role] = []
    var seen: Set<RecordID> = []
    for (role, records, emails) in lists {
      for row in emails.indices where records.isRecord(row) {
        // A person in several lists is one.
        guard seen.insert(records.ids[row]).inserted else { continue }
        let email = roster.text.string(emails[row]).filter { $0 != " " }
        people.append(NearPerson(id: roster.idText(records.ids[row]), email: email))
        roles.append(role)
      }
    }
    return NearPerson.only(near: given, among: people).map {
      GateQuestion.Candidate(id: people[$0].id, role: roles[$0])
    }
  }

  private func roles(of id: RecordID) -> [GateQuestion.HeldRole] {
    let lists: [(GateQuestion.Role, RecordColumns)] = [
      (.schoolAdmin, roster.schoolAdmins.records),
      (.districtAdmin, roster.districtAdmins.records),
      (.teacher, roster.teachers.records),
      (.student, roster.students.records),
      (.contact, roster.contacts.records),
    ]
    let isContradicted = roster.source.copies.contains { copy in
      copy.comparison == .undecidable
        && roster.records(of: copy.entity)?.ids[Int(copy.row)] == id
    }
    var roles: [GateQuestion.HeldRole] = []
    for (role, records) in lists {
      guard let row = records.row(of: id), records.isRecord(Int(row)) else { continue }
      let place = records.places[Int(row)]
      let files = roster.source.files
      let schools = role == .schoolAdmin ? sharedSchools(ofAdmin: Int(row)) : []
      roles.append(
        GateQuestion.HeldRole(
          role,
          at: place,
          version: files.indices.contains(place.file) ? files[place.file].version : "",
          schools: schools,
          isContradicted: isContradicted
        )
      )
    }
    return roles
  }

  private func sharedSchools(ofAdmin row: Int) -> [Int32] {
    roster.schoolAdmins.schools[row].filter { roster.schools.records.isRecord(Int($0)) }
  }

  private func people(withEmail given: [UInt8]) -> [RecordID] {
    let wanted = trimmed(given)
    guard !wanted.isEmpty else { return [] }
    let lists: [(RecordColumns, [TextRef])] = [
      (roster.schoolAdmins.records, roster.schoolAdmins.email),
      (roster.districtAdmins.records, roster.districtAdmins.email),
      (roster.teachers.records, roster.teachers.email),
      (roster.students.records, roster.students.email),
      (roster.contacts.records, roster.contacts.email),
    ]
    var people: Set<RecordID> = []
    for (records, emails) in lists {
      for row in emails.indices
      where Int(emails[row].length) >= wanted.count && records.isRecord(row) {
        if isSame(roster.text.span(emails[row]), wanted) { people.insert(records.ids[row]) }
      }
    }
    return people.sorted()
  }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return bytes[first...last].map { lower($0) }
  }

  /// Whether `bytes` without blanks around them are `wanted`, which is in lower case.
  private func isSame(_ bytes: Span<UInt8>, _ wanted: [UInt8]) -> Bool {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard end - start == wanted.count else { return false }
    for index in wanted.indices where lower(bytes[start + index]) != wanted[index] { return false }
    return true
  }
}
