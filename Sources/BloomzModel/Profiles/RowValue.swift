/// The values that a row of a bundle can give to a column.
///
/// Where each comes from in Clever's data is in `BloomzImport.md`, section 10.2.
public enum RowValue: UInt8, Sendable, Hashable, CaseIterable {
  /// The school's key.
  case schoolKey
  /// The school's shown name.
  case schoolName
  /// The class's key.
  case classKey
  /// The class's shown name.
  case className
  /// The class's grade, as the profile writes grades.
  case classGrade
  /// The section's number.
  case classSection
  /// The term's name or dates.
  case classTerm
  /// The period.
  case classPeriod
  /// The subject.
  case classSubject
  /// How many students of the bundle are in the class, in decimal digits.
  case classStudentCount
  /// The primary teacher's key; empty if the class has none.
  case primaryTeacherKey
  /// ``TeacherType/primary`` where there is a primary teacher, else empty.
  case primaryTeacherType
  /// The staff member's key.
  case staffKey
  /// The staff member's first name.
  case staffFirstName
  /// The staff member's last name.
  case staffLastName
  /// The staff member's address.
  case staffEmail
  /// The staff member's ``StaffRole``.
  case staffRole
  /// The student's key.
  case studentKey
  /// The student's first name.
  case studentFirstName
  /// The student's last name.
  case studentLastName
  /// The student's grade, as the profile writes grades.
  case studentGrade
  /// The student's address; empty unless the pipeline file switches it on.
  case studentEmail
  /// The contact's key.
  case contactKey
  /// The contact's first name.
  case contactFirstName
  /// The contact's last name.
  case contactLastName
  /// The contact's address.
  case contactEmail
  /// The contact's ten digits.
  case contactPhone
  /// What the contact is to the child of this row.
  case relationship
  /// The key of the teacher, student or parent who belongs to the class.
  case memberKey
  /// The ``MemberType``.
  case memberType

  /// What a row must be about to have this value.
  public var entity: RowEntity {
    switch self {
    case .schoolKey, .schoolName: .school
    case .classKey, .className, .classGrade, .classSection, .classTerm, .classPeriod,
      .classSubject, .classStudentCount, .primaryTeacherKey, .primaryTeacherType:
      .class
    case .staffKey, .staffFirstName, .staffLastName, .staffEmail, .staffRole: .staffMember
    case .studentKey, .studentFirstName, .studentLastName, .studentGrade, .studentEmail: .student
    case .contactKey, .contactFirstName, .contactLastName, .contactEmail, .contactPhone,
      .relationship:
      .contact
    case .memberKey, .memberType: .membership
    }
  }
}

/// What a row can be about: a row of students.csv, for example, is about a student at a school.
public enum RowEntity: Sendable, Hashable {
  /// A school.
  case school
  /// A class.
  case `class`
  /// Someone who works at a school.
  case staffMember
  /// A student.
  case student
  /// A contact of a student.
  case contact
  /// A person in a class.
  case membership
}

/// What a person is in a class, in the order in which memberships are written.
///
/// The spelling is assumed (`BloomzImport.md`, section 4).
public enum MemberType: String, Sendable, Hashable, CaseIterable {
  /// Teaches it.
  case teacher
  /// Attends it.
  case student
  /// Parent or other contact of someone who attends it.
  case parent
}

/// Which of a class's teachers one is.
///
/// Source: `teacher_type` in the V2 format's long editions (V2a, V2b), which know `alternate` too.
public enum TeacherType: String, Sendable, Hashable, CaseIterable {
  /// The one teacher that Clever's section names in `teacher`.
  case primary
  /// Any other.
  case secondary
}
