public import BloomzModel
internal import FlatTables

/// How much a bundle carries, as a whole and school by school: the numbers of a report.
public struct RosterRoundUp: Sendable, Hashable {
  /// The whole bundle; who is at two schools counts once.
  public private(set) var total = Counts()
  /// Each school, by row of ``BloomzRoster/schools``; who is at two schools counts in both.
  public private(set) var schools: [Counts]

  /// What there is of each.
  public struct Counts: Sendable, Hashable {
    /// Classes.
    public var classes = 0
    /// Staff who teach a class of the bundle.
    public var teachers = 0
    /// Staff who teach none.
    public var otherStaff = 0
    /// Students.
    public var students = 0
    /// Parents and other contacts; a school's are those of its students.
    public var contacts = 0
    /// Links from classes to their teachers.
    public var teacherMemberships = 0
    /// Links from classes to their students.
    public var studentMemberships = 0
    /// Links from classes to the contacts of their students, each contact once a class
    /// (`bloomz-import`, section 10.5).
    public var parentMemberships = 0

    /// Nothing.
    public init() {}

    /// All rows of the membership table.
    public var memberships: Int { teacherMemberships + studentMemberships + parentMemberships }
  }

  /// Counts what `roster` carries.
  ///
  /// Cost: one pass over the tables, and in step two one over all contacts of each class.
  public init(of roster: BloomzRoster) {
    schools = Array(repeating: Counts(), count: roster.schools.count)
    countPeople(of: roster)
    countMemberships(of: roster)
  }

  private mutating func countPeople(of roster: BloomzRoster) {
    total.classes = roster.classes.count
    total.students = roster.students.count
    total.contacts = roster.contacts.count
    for row in 0..<roster.staff.count {
      let isTeacher = roster.staff.role[row] == .teacher
      if isTeacher { total.teachers += 1 } else { total.otherStaff += 1 }
      for school in roster.staff.schools[row] {
        if isTeacher {
          schools[Int(school)].teachers += 1
        } else {
          schools[Int(school)].otherStaff += 1
        }
      }
    }
    for school in roster.students.schools.targets { schools[Int(school)].students += 1 }

    let children = roster.contacts.children.targets
    let schoolOfLink = roster.students.schools.targets
    var lastContact = [Int32](repeating: -1, count: schools.count)
    for row in 0..<roster.contacts.count {
      for link in roster.contacts.children.range(row) {
        for index in roster.students.schools.range(Int(children[link])) {
          let school = Int(schoolOfLink[index])
          guard lastContact[school] != Int32(row) else { continue }
          lastContact[school] = Int32(row)
          schools[school].contacts += 1
        }
      }
    }
  }

  private mutating func countMemberships(of roster: BloomzRoster) {
    let contacts = roster.contacts.children.inverted(count: roster.students.count)
    let contactOfLink = contacts.targets
    let studentOfLink = roster.classes.students.targets
    var lastClass = [Int32](repeating: -1, count: roster.contacts.count)
    for row in 0..<roster.classes.count {
      let school = Int(roster.classes.school[row])
      schools[school].classes += 1
      let teachers = roster.classes.teachers.range(row).count
      let students = roster.classes.students.range(row).count
      var parents = 0
      if !lastClass.isEmpty {
        for index in roster.classes.students.range(row) {
          for link in contacts.range(Int(studentOfLink[index])) {
            let contact = Int(contactOfLink[link])
            guard lastClass[contact] != Int32(row) else { continue }
            lastClass[contact] = Int32(row)
            parents += 1
          }
        }
      }
      schools[school].teacherMemberships += teachers
      schools[school].studentMemberships += students
      schools[school].parentMemberships += parents
      total.teacherMemberships += teachers
      total.studentMemberships += students
      total.parentMemberships += parents
    }
  }
}
