import Bytes

/// The columns of Clever's CSV form that an import has a place for, in all its files.
///
/// Source: Clever, "SFTP Syncs: How do I format my CSV files?" (`CleverData.md`, section 8).
enum UploadColumn: String, CaseIterable {
  case schoolID = "School_id"
  case schoolName = "School_name"
  case schoolNumber = "School_number"
  case lowGrade = "Low_grade"
  case highGrade = "High_grade"
  case studentID = "Student_id"
  case teacherID = "Teacher_id"
  case teacher2 = "Teacher_2_id"
  case teacher3 = "Teacher_3_id"
  case teacher4 = "Teacher_4_id"
  case teacher5 = "Teacher_5_id"
  case teacher6 = "Teacher_6_id"
  case teacher7 = "Teacher_7_id"
  case teacher8 = "Teacher_8_id"
  case teacher9 = "Teacher_9_id"
  case teacher10 = "Teacher_10_id"
  case sectionID = "Section_id"
  case staffID = "Staff_id"
  case firstName = "First_name"
  case lastName = "Last_name"
  case grade = "Grade"
  case studentEmail = "Student_email"
  case teacherEmail = "Teacher_email"
  case staffEmail = "Staff_email"
  case title = "Title"
  case adminTitle = "Admin_title"
  case contactKey = "Contact_sis_id"
  case contactName = "Contact_name"
  case contactRelationship = "Contact_relationship"
  case contactType = "Contact_type"
  case contactPhone = "Contact_phone"
  case contactPhoneType = "Contact_phone_type"
  case contactEmail = "Contact_email"
  case name = "Name"
  case sectionNumber = "Section_number"
  case courseName = "Course_name"
  case period = "Period"
  case subject = "Subject"
  case termName = "Term_name"
  case termStart = "Term_start"
  case termEnd = "Term_end"
  case contactID = "Contact_id"
  case email = "Email"
  case type = "Type"
  case relationship = "Relationship"
  case phone = "Phone"
  case phoneType = "Phone_type"
  case adminEmail = "Admin_email"
  case resourceID = "Resource_id"
  case attendanceDate = "Attendance_date"

  /// Second and further teachers of a section, in order.
  static let coTeachers: [UploadColumn] = [
    .teacher2, .teacher3, .teacher4, .teacher5, .teacher6, .teacher7, .teacher8, .teacher9,
    .teacher10,
  ]

  /// Columns whose names many files have that are not Clever's.
  static let common: Set<UploadColumn> = [
    .email, .type, .relationship, .phone, .phoneType, .contactID,
  ]

  /// Where the column is in lists of all of them.
  var number: Int { UploadColumn.numbers[self] ?? 0 }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
  )

  /// The columns by their folded names.
  static let byFoldedName = Dictionary(
    uniqueKeysWithValues: allCases.map { (folded(Array($0.rawValue.utf8)), $0) }
  )

  /// A name of a column as names are compared: white space at its ends does not count, nor the case
  /// of ASCII letters; blanks and hyphens inside are as good as underscores.
  static func folded(_ name: [UInt8]) -> [UInt8] {
    name[name.span.withoutOuterSpace(in: name.indices)].map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: " "), UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
  }
}
