internal import BloomzModel
internal import FlatTables

/// Which rows of the roster's tables one row of a file is about.
///
/// A place that a table does not have is -1, so that a profile which asks for it traps; a test
/// holds every profile to ``ProfileTable/entities``.
struct RowPlace {
  var school = -1
  var classRow = -1
  var staffMember = -1
  var student = -1
  var contact = -1
  /// Position in the targets of ``BloomzRoster/Contacts/children``.
  var child = -1
  var member = TextRef.empty
  var memberType = MemberType.teacher
}

/// Gives a row's values: only this type knows where in a roster each ``RowValue`` is.
struct RowValues {
  let roster: BloomzRoster
  /// Grades by raw value, then roles, member types and `primary`.
  let words: WordList
  /// The contacts of each student, ascending: made once for all files that list the parents of a
  /// class.
  let contactsOfStudents: Links

  init(_ roster: BloomzRoster, grades: GradeSpelling) {
    self.roster = roster
    contactsOfStudents =
      roster.contacts.count == 0
      ? Links() : roster.contacts.children.inverted(count: roster.students.count)
    self.words = WordList(
      BloomzGrade.allCases.map { $0.text(grades) } + StaffRole.allCases.map(\.text)
        + MemberType.allCases.map(\.rawValue) + [TeacherType.primary.rawValue, ""]
    )
  }

  /// Whether `value` is a number, which has no quotes in JSON: one that ``cell(_:at:)``
  /// counts.
  static func isNumber(_ value: RowValue) -> Bool { value == .classStudentCount }

  /// A value before it is encoded.
  enum Cell {
    /// Text of the roster.
    case text(TextRef)
    /// A position in ``words``.
    case word(Int)
    /// A number.
    case count(Int)
  }

  @inline(__always)
  func cell(_ value: RowValue, at place: RowPlace) -> Cell {
    switch value {
    case .schoolKey: .text(roster.schools.key[place.school])
    case .schoolName: .text(roster.schools.name[place.school])
    case .classKey: .text(roster.classes.key[place.classRow])
    case .className: .text(roster.classes.name[place.classRow])
    case .classGrade: .word(word(roster.classes.grade[place.classRow]))
    case .classSection: .text(roster.classes.section[place.classRow])
    case .classTerm: .text(roster.classes.term[place.classRow])
    case .classPeriod: .text(roster.classes.period[place.classRow])
    case .classSubject: .text(roster.classes.subject[place.classRow])
    case .classStudentCount: .count(roster.classes.students.range(place.classRow).count)
    case .primaryTeacherKey: .text(primaryTeacher(of: place.classRow))
    case .primaryTeacherType:
      .word(roster.classes.primaryTeacher[place.classRow] < 0 ? Self.nothing : Self.primary)
    case .staffKey: .text(roster.staff.key[place.staffMember])
    case .staffFirstName: .text(roster.staff.firstName[place.staffMember])
    case .staffLastName: .text(roster.staff.lastName[place.staffMember])
    case .staffEmail: .text(roster.staff.email[place.staffMember])
    case .staffRole: .word(Self.roles + Int(roster.staff.role[place.staffMember].rawValue))
    case .studentKey: .text(roster.students.key[place.student])
    case .studentFirstName: .text(roster.students.firstName[place.student])
    case .studentLastName: .text(roster.students.lastName[place.student])
    case .studentGrade: .word(word(roster.students.grade[place.student]))
    case .studentEmail: .text(roster.students.email[place.student])
    case .contactKey: .text(roster.contacts.key[place.contact])
    case .contactFirstName: .text(roster.contacts.firstName[place.contact])
    case .contactLastName: .text(roster.contacts.lastName[place.contact])
    case .contactEmail: .text(roster.contacts.email[place.contact])
    case .contactPhone: .text(roster.contacts.phone[place.contact])
    case .relationship: .text(roster.contacts.relationship[place.child])
    case .memberKey: .text(place.member)
    case .memberType: .word(word(place.memberType))
    }
  }

  /// Whether a cell has no text.
  func isEmpty(_ cell: Cell) -> Bool {
    switch cell {
    case .text(let ref): ref.isEmpty
    case .word(let word): words.isEmpty(word)
    case .count: false
    }
  }

  private func primaryTeacher(of classRow: Int) -> TextRef {
    let row = roster.classes.primaryTeacher[classRow]
    return row < 0 ? .empty : roster.staff.key[Int(row)]
  }

  private func word(_ grade: BloomzGrade) -> Int { Int(grade.rawValue) }

  private func word(_ type: MemberType) -> Int {
    switch type {
    case .teacher: Self.memberTypes
    case .student: Self.memberTypes + 1
    case .parent: Self.memberTypes + 2
    }
  }

  private static let roles = BloomzGrade.allCases.count
  private static let memberTypes = roles + StaffRole.allCases.count
  private static let primary = memberTypes + MemberType.allCases.count
  private static let nothing = primary + 1
}
