/// One of the two steps of Bloomz's Clever guide for school admins (2 Jul 2019).
///
/// The guide imports *Classes/Teachers/Students* first and *Parents/Contacts* after all teachers
/// have joined. The raw value is the spelling in pipeline files and bundles.
public enum GuideStep: String, Sendable, Hashable, CaseIterable {
  /// Classes, teachers and students. No contact is imported.
  case classesTeachersStudents = "classes-teachers-students"
  /// The full set again, with the same ids, and the contacts.
  case parentsContacts = "parents-contacts"

  /// The step for a sentence: "step one imports no contacts".
  public var words: String {
    switch self {
    case .classesTeachersStudents: "step one"
    case .parentsContacts: "step two"
    }
  }
}
