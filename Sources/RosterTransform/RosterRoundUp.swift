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
    /// (`BloomzImport.md`, section 10.5).
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
    self.init(of: roster, Memberships(of: roster))
  }

  /// Counts what `roster` carries besides `memberships`.
  init(of roster: BloomzRoster, _ memberships: Memberships) {
    schools = memberships.schools
    total = memberships.total
    countPeople(of: roster)
    for row in 0..<roster.classes.count {
      let teachers = roster.classes.teachers.range(row).count
      schools[Int(roster.classes.school[row])].teacherMemberships += teachers
      total.teacherMemberships += teachers
    }
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
}
