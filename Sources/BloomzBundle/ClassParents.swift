internal import BloomzModel
internal import FlatTables

/// Finds the parents of a class: the contacts of its students, each once.
///
/// Gathered in one list that is sorted anyway, so who comes twice stands side by side: no set, and
/// nothing allocated between classes. Source: `bloomz-import`, section 10.5.
struct ClassParents {
  private let contactsOfStudents: Links
  /// Rows of the contacts table, ascending: the parents of the class that was asked for last.
  private(set) var rows: [Int32] = []

  /// `contactsOfStudents` is ``BloomzRoster/Contacts/children`` turned round.
  init(_ contactsOfStudents: Links) {
    self.contactsOfStudents = contactsOfStudents
  }

  /// Puts the parents of the class at `row` into ``rows``.
  mutating func find(_ row: Int, in roster: BloomzRoster) {
    rows.removeAll(keepingCapacity: true)
    guard roster.contacts.count > 0 else { return }
    let contacts = contactsOfStudents.targets
    let students = roster.classes.students.targets
    for index in roster.classes.students.range(row) {
      for link in contactsOfStudents.range(Int(students[index])) { rows.append(contacts[link]) }
    }
    rows.sort()
    guard rows.count > 1 else { return }
    var count = 1
    for index in 1..<rows.count where rows[index] != rows[count - 1] {
      rows[count] = rows[index]
      count += 1
    }
    rows.removeSubrange(count...)
  }
}
