/// The kinds of record that Clever has, as far as a school's import meets them.
///
/// The raw value is the singular word of Clever's API (v2 spelling), which reports use too.
public enum Entity: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// A district; single schools are districts too.
  case district
  /// A school.
  case school
  /// A student.
  case student
  /// A teacher.
  case teacher
  /// v1 and v2 `school_admin`, v3 `roles.staff`: every other employee.
  case schoolAdmin
  /// A district administrator.
  case districtAdmin
  /// A student's contact: parent, guardian, other.
  case contact
  /// A section: a class with its teachers and students.
  case section
  /// A course (own object from v2.0).
  case course
  /// A term (own object from v2.0).
  case term
  /// A v3 user none of whose roles an import knows.
  case user

  /// The one spelling in ledgers, findings and reports.
  public var text: String {
    switch self {
    case .district: "district"
    case .school: "school"
    case .student: "student"
    case .teacher: "teacher"
    case .schoolAdmin: "school_admin"
    case .districtAdmin: "district_admin"
    case .contact: "contact"
    case .section: "section"
    case .course: "course"
    case .term: "term"
    case .user: "user"
    }
  }

  /// The kind that has this spelling.
  public init?(text: String) {
    guard let entity = Entity.allCases.first(where: { $0.text == text }) else { return nil }
    self = entity
  }

  /// The plural for people: `1 004 students`.
  public var plural: String {
    switch self {
    case .district: "districts"
    case .school: "schools"
    case .student: "students"
    case .teacher: "teachers"
    case .schoolAdmin: "school admins"
    case .districtAdmin: "district admins"
    case .contact: "contacts"
    case .section: "sections"
    case .course: "courses"
    case .term: "terms"
    case .user: "users without a known role"
    }
  }
}
