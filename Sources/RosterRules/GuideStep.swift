/// Which of the two steps of Bloomz's Clever guide an import is at.
///
/// Source: Bloomz's Clever guide for school admins (2 Jul 2019): *Classes/Teachers/Students* first,
/// *Parents/Contacts* once all teachers have joined.
public enum GuideStep: UInt8, Sendable, Hashable, CaseIterable {
  /// Classes, teachers, students: no contact is looked at.
  case classesTeachersStudents
  /// The full set again, with the contacts.
  case parentsContacts

  /// The step in words, as in "step one imports no contacts".
  public var words: String {
    switch self {
    case .classesTeachersStudents: "step one"
    case .parentsContacts: "step two"
    }
  }
}
