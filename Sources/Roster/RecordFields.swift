/// The fields in which two copies of a record differ; two bytes, since there can be millions of
/// copies.
public struct RecordFields: OptionSet, Sendable, Hashable {
  /// A bit a field.
  public let rawValue: UInt16

  /// The fields of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `name.first`.
  public static let firstName = RecordFields(rawValue: 1 << 0)
  /// `name.last`, or the whole name of a contact that has one text for it.
  public static let lastName = RecordFields(rawValue: 1 << 1)
  /// `name` of a school or a section.
  public static let name = RecordFields(rawValue: 1 << 2)
  /// `email`.
  public static let email = RecordFields(rawValue: 1 << 3)
  /// `phone` and `phone_type`.
  public static let phone = RecordFields(rawValue: 1 << 4)
  /// `grade`, or the span of grades of a school.
  public static let grade = RecordFields(rawValue: 1 << 5)
  /// `school` and `schools`.
  public static let school = RecordFields(rawValue: 1 << 6)
  /// `teacher` and `teachers` of a section.
  public static let teachers = RecordFields(rawValue: 1 << 7)
  /// `students` of a section or a contact.
  public static let students = RecordFields(rawValue: 1 << 8)
  /// `course` of a section.
  public static let course = RecordFields(rawValue: 1 << 9)
  /// `subject` of a section.
  public static let subject = RecordFields(rawValue: 1 << 10)
  /// `period` of a section.
  public static let period = RecordFields(rawValue: 1 << 11)
  /// `section_number` or `school_number`.
  public static let number = RecordFields(rawValue: 1 << 12)
  /// `term` of a section, or a term's name and dates.
  public static let term = RecordFields(rawValue: 1 << 13)
  /// `title` of an employee.
  public static let title = RecordFields(rawValue: 1 << 14)
  /// Any other field.
  public static let other = RecordFields(rawValue: 1 << 15)

  private static let names: [(field: RecordFields, name: String)] = [
    (.firstName, "name.first"), (.lastName, "name.last"), (.name, "name"), (.email, "email"),
    (.phone, "phone"), (.grade, "grade"), (.school, "school"), (.teachers, "teachers"),
    (.students, "students"), (.course, "course"), (.subject, "subject"), (.period, "period"),
    (.number, "number"), (.term, "term"), (.title, "title"), (.other, "other fields"),
  ]

  /// The fields' names in Clever's spelling: `'name.first', 'grade'`; empty for none.
  public var text: String {
    RecordFields.names.filter { contains($0.field) }
      .map { $0.field == .other ? $0.name : "'\($0.name)'" }.joined(separator: ", ")
  }
}
