internal import BloomzModel
internal import ConcurrentWork
internal import FlatTables

extension RosterRoundUp {
  /// The classes of a bundle and their links to students and parents, as a whole and school by
  /// school.
  ///
  /// Most of what there is to count, and it asks for little: so it is found out on another thread
  /// while the classes get all else.
  struct Memberships: Sendable {
    var total = Counts()
    var schools: [Counts]

    /// Counts what `roster` carries.
    init(of roster: BloomzRoster) {
      self.init(
        roster.classes,
        children: roster.contacts.children,
        students: roster.students.count,
        schools: roster.schools.count
      )
    }

    /// Begins to count what `roster` carries, whose classes need only their schools and students.
    ///
    /// It holds on to no column that is filled or changed meanwhile, since what two hold is copied
    /// when one of them changes it.
    static func later(of roster: BloomzRoster) -> LaterValue<Memberships> {
      var classes = BloomzRoster.Classes()
      classes.school = roster.classes.school
      classes.students = roster.classes.students
      let (students, schools) = (roster.students.count, roster.schools.count)
      return LaterValue { [classes, children = roster.contacts.children] in
        Memberships(classes, children: children, students: students, schools: schools)
      }
    }

    /// - Parameters:
    ///   - classes: their schools and students.
    ///   - children: the students of each contact.
    ///   - students: how many students there are.
    ///   - schoolCount: how many schools there are.
    private init(
      _ classes: BloomzRoster.Classes,
      children: Links,
      students: Int,
      schools schoolCount: Int
    ) {
      schools = Array(repeating: Counts(), count: schoolCount)
      let contacts = children.inverted(count: students)
      var lastClass = [Int32](repeating: -1, count: children.rowCount)
      for row in classes.school.indices {
        let school = Int(classes.school[row])
        let students = classes.students.range(row)
        var parents = 0
        if !lastClass.isEmpty {
          for index in students {
            for link in contacts.range(Int(classes.students.targets[index])) {
              let contact = Int(contacts.targets[link])
              guard lastClass[contact] != Int32(row) else { continue }
              lastClass[contact] = Int32(row)
              parents += 1
            }
          }
        }
        schools[school].classes += 1
        schools[school].studentMemberships += students.count
        schools[school].parentMemberships += parents
        total.studentMemberships += students.count
        total.parentMemberships += parents
      }
    }
  }
}
