internal import BloomzModel
internal import FlatTables

/// Finds the parents of a class: the contacts of its students, each once.
///
/// Made distinct by a stamp a contact, which says in which class it was seen last; nothing is
/// cleared and nothing allocated between classes. Source: `bloomz-import`, section 10.5.
struct ClassParents {
  private let contactsOfStudents: Links
  private var lastSeen: [Int32]
  /// Rows of the contacts table, ascending: the parents of the class that was asked for last.
  private(set) var rows: [Int32] = []

  /// `isNeeded` says whether classes will be asked for; else nothing is prepared.
  init(of roster: BloomzRoster, isNeeded: Bool = true) {
    guard isNeeded else {
      contactsOfStudents = Links()
      lastSeen = []
      return
    }
    contactsOfStudents = roster.contacts.children.inverted(count: roster.students.count)
    lastSeen = [Int32](repeating: -1, count: roster.contacts.count)
  }

  /// Puts the parents of the class at `row` into ``rows``.
  ///
  /// Each class may be asked for once.
  mutating func find(_ row: Int, in roster: BloomzRoster) {
    rows.removeAll(keepingCapacity: true)
    guard !lastSeen.isEmpty else { return }
    let contacts = contactsOfStudents.targets
    let students = roster.classes.students.targets
    for index in roster.classes.students.range(row) {
      for link in contactsOfStudents.range(Int(students[index])) {
        let contact = contacts[link]
        guard lastSeen[Int(contact)] != Int32(row) else { continue }
        lastSeen[Int(contact)] = Int32(row)
        rows.append(contact)
      }
    }
    rows.sort()
  }
}
