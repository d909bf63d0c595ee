import Roster

/// What one file of Clever's CSV form holds; its header row tells, never its name.
enum UploadForm: CaseIterable {
  case schools, students, teachers, sections, enrollments, staff
  /// Staff as it was called before 2019.
  case admins
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
    case .resources, .attendance: .user
    }
  }

  /// The column whose text names the record of a row.
  var key: UploadColumn? {
    switch self {
    case .schools: .schoolID
    case .students: .studentID
    case .teachers: .teacherID
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
    case .admins: [.schoolID, .staffID, .lastName, .firstName, .staffEmail, .adminTitle]
    case .resources, .attendance: []
    }
  }

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
      self = columns.contains(.adminTitle) ? .admins : .staff
    } else if columns.contains(.studentID) {
      self = columns.contains(.sectionID) ? .enrollments : .students
    } else if columns.contains(.sectionID) {
      self = .sections
    } else if columns.contains(.teacherID) {
      self = .teachers
    } else {
      var best: (form: UploadForm, count: Int)?
      for form in UploadForm.allCases {
        let count = form.kept.intersection(columns).count
        if count > (best?.count ?? 1) { best = (form, count) }
      }
      guard let best else { return nil }
      self = best.form
    }
  }
}
