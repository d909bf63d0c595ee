import FlatTables
import Roster

/// Links whose rows come in any order and from several files, until all are there: the members of a
/// section, whose contact a contact is, where a person works.
struct UploadLinks {
  private var members = Pairs()
  private var children = Pairs()
  private var relationships: [TextRef] = []
  private var types: [ContactType] = []
  private var workplaces = Pairs()
  /// School admins who are at every school.
  private var everywhere: [Int32] = []

  /// Rows of one table that have rows of another.
  private struct Pairs {
    var owners: [Int32] = []
    var targets: [Int32] = []

    mutating func add(_ owner: Int32, _ target: Int32) {
      owners.append(owner)
      targets.append(target)
    }

    /// Gives each owner the targets that it has already and those that were added.
    func add(to links: inout ReplaceableLinks) {
      let pairs = Links(grouping: owners, count: links.rowCount)
      for row in 0..<links.rowCount where !pairs[row].isEmpty {
        let former = links.range(row)
        let first = links.flat.count
        for index in former { links.flat.append(links.flat[index]) }
        for pair in pairs[row] { links.flat.append(targets[Int(pair)]) }
        links.setTargets(of: row, from: first)
      }
    }
  }

  /// A student is in a section.
  mutating func enroll(_ student: Int32, in section: Int32) { members.add(section, student) }

  /// A contact is of a student.
  mutating func add(
    _ contact: Int32,
    of student: Int32,
    relationship: TextRef,
    type: ContactType
  ) {
    children.add(contact, student)
    relationships.append(relationship)
    types.append(type)
  }

  /// How many links of contacts were added; the number of the next one.
  var contactCount: Int { children.owners.count }

  /// The contact of a link, and what is said of it there.
  func contact(_ link: Int) -> (contact: Int32, relationship: TextRef, type: ContactType) {
    (children.owners[link], relationships[link], types[link])
  }

  /// The rows that links name, each as often as it is named.
  var membersOfSections: [Int32] { members.targets }
  var sectionsOfMembers: [Int32] { members.owners }
  var studentsOfContacts: [Int32] { children.targets }
  var schoolsOfStaff: [Int32] { workplaces.targets }

  /// A person works at a school.
  mutating func employ(_ admin: Int32, at school: Int32) { workplaces.add(admin, school) }

  /// A person works at all schools.
  mutating func employEverywhere(_ admin: Int32) { everywhere.append(admin) }

  /// Gives the rows of `roster` their links.
  mutating func settle(in roster: inout Roster) {
    members.add(to: &roster.sections.students)
    members = Pairs()
    for admin in everywhere {
      for school in roster.schools.recordRows { workplaces.add(admin, Int32(school)) }
    }
    workplaces.add(to: &roster.schoolAdmins.schools)
    settleContacts(in: &roster)
  }

  /// As ``Pairs/add(to:)``, with what is beside each link; a link that comes again is one.
  private func settleContacts(in roster: inout Roster) {
    let pairs = Links(grouping: children.owners, count: roster.contacts.count)
    for row in 0..<roster.contacts.count where !pairs[row].isEmpty {
      let former = roster.contacts.students.range(row)
      let first = roster.contacts.students.flat.count
      for index in former {
        roster.contacts.students.flat.append(roster.contacts.students.flat[index])
        roster.contacts.relationship.append(roster.contacts.relationship[index])
        roster.contacts.type.append(roster.contacts.type[index])
      }
      for pair in pairs[row].map({ Int($0) }) {
        let last = roster.contacts.students.flat.count
        let isThere = (first..<last).contains { index in
          roster.contacts.students.flat[index] == children.targets[pair]
            && roster.contacts.relationship[index] == relationships[pair]
            && roster.contacts.type[index] == types[pair]
        }
        if isThere { continue }
        roster.contacts.students.flat.append(children.targets[pair])
        roster.contacts.relationship.append(relationships[pair])
        roster.contacts.type.append(types[pair])
      }
      roster.contacts.students.setTargets(of: row, from: first)
    }
  }
}
