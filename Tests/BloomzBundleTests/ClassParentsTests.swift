import BloomzModel
import Findings
import FlatTables
import Testing

@testable import BloomzBundle

@Suite struct ClassParentsTests {
  /// Contacts of a class's students: in order, in order but for a few, in none.
  enum Arrangement: CaseIterable { case ascending, siblings, backwards, scattered }

  @Test(arguments: Arrangement.allCases, [1, 5, 200])
  func `each parent of a class is found once, in the order of their rows`(
    arrangement: Arrangement,
    studentCount: Int
  ) throws {
    let contactCount = 3 * studentCount
    var contactsOfStudents = Links()
    var expected: Set<Int32> = []
    for student in 0..<studentCount {
      let contacts: [Int] =
        switch arrangement {
        case .ascending: [2 * student, 2 * student + 1]
        case .siblings: [max(0, student - 2), student, student]
        case .backwards: [contactCount - 1 - student, contactCount - 1 - student / 2]
        case .scattered: [student * 71 % contactCount, student * 13 % contactCount]
        }
      for contact in contacts {
        contactsOfStudents.append(Int32(contact))
        expected.insert(Int32(contact))
      }
      contactsOfStudents.closeRow()
    }
    var text = TextArena()
    let key = try text.append("key")
    var roster = BloomzRoster(text: text, step: .parentsContacts, classOptions: .standard)
    roster.contacts.key = Array(repeating: key, count: contactCount)
    // A second class of the first student alone: what was found before is forgotten.
    for student in 0..<studentCount { roster.classes.students.append(Int32(student)) }
    roster.classes.students.closeRow()
    roster.classes.students.append(0)
    roster.classes.students.closeRow()

    var parents = ClassParents(contactsOfStudents)
    parents.find(0, in: roster)
    #expect(parents.rows == expected.sorted())
    parents.find(1, in: roster)
    #expect(parents.rows == Set(contactsOfStudents[0]).sorted())
  }
}
