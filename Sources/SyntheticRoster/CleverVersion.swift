/// A version of Clever's API, as the first word of a record's path.
///
/// Source: Clever's API definitions v1.1 to v3.1; `CleverData.md`, sections 1 to 3.
public enum CleverVersion: String, Sendable, Hashable, CaseIterable, Comparable {
  /// v1.1: `where` and `include`; contacts a student each.
  case v11 = "v1.1"
  /// v1.2: `graduation_year`, `schools` of students and teachers.
  case v12 = "v1.2"
  /// v2.0: courses, terms and contacts are objects of their own.
  case v20 = "v2.0"
  /// v2.1: `ext`, `enrollments`, the longer list of grades.
  case v21 = "v2.1"
  /// v3.0: one list of users with roles; new ids for all people but students.
  case v30 = "v3.0"
  /// v3.1: more about students, and learning management systems.
  case v31 = "v3.1"

  /// Earlier versions come first.
  public static func < (left: CleverVersion, right: CleverVersion) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether all people are in one list of users, each with roles.
  var hasUsers: Bool { self >= .v30 }
  /// Whether courses and terms are objects of their own that sections name by id.
  var hasCourses: Bool { self >= .v20 }
  /// Whether a contact is an object of its own that names several students.
  var hasSharedContacts: Bool { self >= .v20 }
  /// Whether grades, genders and subjects come from the longer lists (GRADE-B).
  var hasLongLists: Bool { self >= .v21 }
  /// Whether the first page of a list says how long the list is.
  var hasPaging: Bool { self < .v20 }
}
