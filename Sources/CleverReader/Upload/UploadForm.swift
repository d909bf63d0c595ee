import Roster

/// What one file of Clever's CSV form holds; its header row tells, never its name.
enum UploadForm: CaseIterable {
  case schools, students, teachers, sections, enrollments, staff
  /// Staff as it was called before 2019.
  case admins
  /// `contacts.csv`, the upload of custom contacts: a row a contact of a student.
  case contacts
  /// `student_emails.csv` and `teacher_emails.csv`: addresses beside the records.
  case studentEmails, teacherEmails
  /// `resources.csv` and `attendance.csv`: nothing that an import needs.
  case resources, attendance

  /// Which entity a row is about; an enrollment is a line of its section.
  var entity: Entity {
    switch self {
    case .schools: .school
    case .students: .student
    case .teachers: .teacher
    case .sections, .enrollments: .section
    case .staff, .admins: .schoolAdmin
    case .contacts: .contact
    case .studentEmails: .student
    case .teacherEmails: .teacher
    case .resources, .attendance: .user
    }
  }

  /// The column whose text names the record of a row; of a contact, whose id may be missing, the
  /// student.
  var key: UploadColumn? {
    switch self {
    case .schools: .schoolID
    case .students, .contacts, .studentEmails: .studentID
    case .teachers, .teacherEmails: .teacherID
    case .sections, .enrollments: .sectionID
    case .staff, .admins: .staffID
    case .resources, .attendance: nil
    }
  }

  /// The columns without which it is unknown who or what a row is about.
  var required: [UploadColumn] {
    switch self {
    case .schools: [.schoolID, .schoolName]
    case .students: [.schoolID, .studentID, .lastName, .firstName]
    case .teachers: [.schoolID, .teacherID, .lastName, .firstName]
    case .sections: [.schoolID, .sectionID, .teacherID]
    case .enrollments: [.sectionID, .studentID]
    case .staff, .admins: [.schoolID, .staffID, .lastName, .firstName]
    case .contacts: [.studentID]
    case .studentEmails: [.studentID]
    case .teacherEmails: [.teacherID]
    case .resources, .attendance: []
    }
  }

  /// The columns that have a place; others are counted by name.
  var kept: Set<UploadColumn> {
    switch self {
    case .schools: [.schoolID, .schoolName, .schoolNumber, .lowGrade, .highGrade]
    case .students:
      [
        .schoolID, .studentID, .lastName, .firstName, .grade, .studentEmail, .contactKey,
        .contactName, .contactRelationship, .contactType, .contactPhone, .contactPhoneType,
        .contactEmail,
      ]
    case .teachers: [.schoolID, .teacherID, .lastName, .firstName, .teacherEmail]
    case .sections:
      Set(UploadColumn.coTeachers).union([
        .schoolID, .sectionID, .teacherID, .name, .sectionNumber, .grade, .courseName, .period,
        .subject, .termName, .termStart, .termEnd,
      ])
    case .enrollments: [.schoolID, .sectionID, .studentID]
    case .staff: [.schoolID, .staffID, .lastName, .firstName, .staffEmail, .title]
    case .admins:
      [.schoolID, .staffID, .lastName, .firstName, .staffEmail, .adminEmail, .adminTitle, .title]
    case .contacts:
      [
        .studentID, .contactID, .contactKey, .contactName, .firstName, .lastName, .type,
        .contactType, .relationship, .contactRelationship, .phone, .contactPhone, .phoneType,
        .contactPhoneType, .email, .contactEmail,
      ]
    case .studentEmails: [.studentID, .email, .studentEmail]
    case .teacherEmails: [.teacherID, .email, .teacherEmail]
    case .resources, .attendance: []
    }
  }

  /// The file's name in Clever's instructions.
  var fileName: String {
    switch self {
    case .studentEmails: "student_emails.csv"
    case .teacherEmails: "teacher_emails.csv"
    default: "\(self).csv"
    }
  }

  /// The files that each upload must have.
  static let needed: [UploadForm] = [.schools, .students, .teachers, .sections, .enrollments]

  /// The form whose header has these columns; nil if it is none of Clever's.
  ///
  /// A key that only one form has decides; without any, the form with most of its columns there,
  /// two at least, so that the key's absence can be told.
  init?(_ columns: Set<UploadColumn>) {
    if columns.contains(.attendanceDate) {
      self = .attendance
    } else if columns.contains(.resourceID) {
      self = .resources
    } else if columns.contains(.staffID) {
      self = columns.isDisjoint(with: [.adminTitle, .adminEmail]) ? .staff : .admins
    } else if columns.contains(.studentID) {
      self =
        columns.contains(.sectionID) ? .enrollments : UploadForm(besideStudents: columns)
    } else if columns.contains(.sectionID) {
      self = .sections
    } else if columns.contains(.teacherID) {
      let isOfEmails =
        !columns.isDisjoint(with: [.email, .teacherEmail])
        && columns.isDisjoint(with: [.schoolID, .lastName])
      self = isOfEmails ? .teacherEmails : .teachers
    } else {
      var best: (form: UploadForm, count: Int)?
      for form in UploadForm.allCases {
        let count = form.kept.intersection(columns).subtracting(UploadColumn.common).count
        if count > (best?.count ?? 1) { best = (form, count) }
      }
      guard let best else { return nil }
      self = best.form
    }
  }

  /// The form of a file whose rows are about students and not about enrollments.
  private init(besideStudents columns: Set<UploadColumn>) {
    let ofContacts: Set<UploadColumn> = [
      .contactID, .contactKey, .contactName, .contactEmail, .contactPhone, .relationship, .phone,
    ]
    if columns.isDisjoint(with: [.schoolID, .grade]), !columns.isDisjoint(with: ofContacts) {
      self = .contacts
    } else if columns.isDisjoint(with: [.schoolID, .lastName, .grade]),
      !columns.isDisjoint(with: [.email, .studentEmail])
    {
      self = .studentEmails
    } else {
      self = .students
    }
  }

  /// Whether a first row that names `columns` is one of Clever's: two of them, one at least under a
  /// name that is Clever's alone.
  static func isTold(by columns: Set<UploadColumn>) -> Bool {
    columns.count >= 2 && !columns.isSubset(of: UploadColumn.common)
      && (columns.subtracting(UploadColumn.common).count >= 2
        || !columns.isDisjoint(with: [.studentID, .teacherID]))
  }
}
