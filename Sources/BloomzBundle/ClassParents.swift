internal import BloomzModel
internal import FlatTables

/// Finds the parents of a class: the contacts of its students, each once.
///
/// They are gathered in one list, in which equal ones become neighbours. So no set is needed, and no
/// memory is allocated between classes. Most contacts are in the order of their children, so each is
/// inserted from the end of the list; a list that is far out of order is sorted at the end.
///
/// Source: `BloomzImport.md`, section 10.5.
struct ClassParents {
  private let contactsOfStudents: Links
  /// Rows of the contacts table, ascending: the parents of the class that was asked for last.
  private(set) var rows: [Int32] = []

  /// `contactsOfStudents` is ``BloomzRoster/Contacts/children`` turned round.
  init(_ contactsOfStudents: Links) {
    self.contactsOfStudents = contactsOfStudents
  }

  /// How many contacts are looked at, from the end of the list, for the place of the next.
  private static let reach = 32

  /// Puts the parents of the class at `row` into ``rows``.
  mutating func find(_ row: Int, in roster: BloomzRoster) {
    rows.removeAll(keepingCapacity: true)
    guard roster.contacts.count > 0 else { return }
    let contacts = contactsOfStudents.targets
    let students = roster.classes.students.targets
    var isAscending = true
    for index in roster.classes.students.range(row) {
      for link in contactsOfStudents.range(Int(students[index])) {
        let contact = contacts[link]
        if isAscending, let last = rows.last, contact <= last {
          isAscending = insert(contact)
        } else {
          rows.append(contact)
        }
      }
    }
    if !isAscending { sort() }
  }

  /// Inserts `contact`, which is not greater than the last one, unless it is in the list already.
  ///
  /// - Returns: whether its place was near the end; if not, it was appended.
  private mutating func insert(_ contact: Int32) -> Bool {
    var place = rows.count - 1
    let first = max(0, rows.count - ClassParents.reach)
    while place >= first, rows[place] > contact { place -= 1 }
    guard place >= first || place < 0 else {
      rows.append(contact)
      return false
    }
    if place < 0 || rows[place] != contact { rows.insert(contact, at: place + 1) }
    return true
  }

  /// Sorts ``rows`` and removes repetitions.
  private mutating func sort() {
    rows.sort()
    var count = 1
    for index in 1..<rows.count where rows[index] != rows[count - 1] {
      rows[count] = rows[index]
      count += 1
    }
    rows.removeSubrange(count...)
  }
}
