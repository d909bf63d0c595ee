internal import FlatTables
internal import Roster

/// The texts that a bundle carries as they stand, column by column.
///
/// Rules about text (formulas, control characters, length) run over these, and over nothing that
/// never leaves. Addresses are among them; phones are not, since only their digits go on.
struct BundledTexts {
  /// One text of one kind of record.
  struct Column {
    /// The kind of record.
    var entity: Entity
    /// The field in Clever's spelling; nil where the text comes from another record.
    var field: String?
    /// The text in words: "its name".
    var words: String
    /// One a row.
    var texts: [TextRef]
  }

  /// The columns; those of contacts last, so that a position means the same in both steps.
  private let columns: [Column]
  /// The position that stands for a contact's relationships, which are not one a row.
  private var relationship: Int { columns.count }
  private let roster: Roster

  init(_ roster: Roster, step: GuideStep) {
    self.roster = roster
    let schools = roster.schools
    let sections = roster.sections
    let teachers = roster.teachers
    let admins = roster.schoolAdmins
    let students = roster.students
    let contacts = roster.contacts
    let keyed = schools.sisID.indices.map { row in
      schools.sisID[row].isEmpty ? schools.number[row] : .empty
    }
    let courseNames = sections.course.map { row in
      row < 0 ? .empty : roster.courses.name[Int(row)]
    }
    let termNames = sections.term.map { row in
      row < 0 ? .empty : roster.terms.text[Int(row)].name
    }
    columns = [
      Column(entity: .school, field: "sis_id", words: "its sis_id", texts: schools.sisID),
      Column(entity: .school, field: "school_number", words: "its number", texts: keyed),
      Column(entity: .school, field: "name", words: "its name", texts: schools.name),
      Column(entity: .section, field: "sis_id", words: "its sis_id", texts: sections.sisID),
      Column(entity: .section, field: "name", words: "its name", texts: sections.name),
      Column(entity: .section, field: "subject", words: "its subject", texts: sections.subject),
      Column(entity: .section, field: "period", words: "its period", texts: sections.period),
      Column(
        entity: .section,
        field: "section_number",
        words: "its number",
        texts: sections.number
      ),
      Column(
        entity: .section,
        field: "course_name",
        words: "its course's name",
        texts: sections.courseName
      ),
      Column(
        entity: .section,
        field: "term.name",
        words: "its term's name",
        texts: sections.inlineTerm.map(\.name)
      ),
      Column(entity: .section, words: "the name of its course", texts: courseNames),
      Column(entity: .section, words: "the name of its term", texts: termNames),
      Column(entity: .teacher, field: "sis_id", words: "the sis_id", texts: teachers.sisID),
      Column(
        entity: .teacher,
        field: "name.first",
        words: "the first name",
        texts: teachers.firstName
      ),
      Column(entity: .teacher, field: "name.last", words: "the last name", texts: teachers.lastName),
      Column(entity: .teacher, field: "email", words: "the email address", texts: teachers.email),
      Column(entity: .schoolAdmin, field: "staff_id", words: "the staff_id", texts: admins.staffID),
      Column(
        entity: .schoolAdmin,
        field: "name.first",
        words: "the first name",
        texts: admins.firstName
      ),
      Column(
        entity: .schoolAdmin,
        field: "name.last",
        words: "the last name",
        texts: admins.lastName
      ),
      Column(entity: .schoolAdmin, field: "email", words: "the email address", texts: admins.email),
      Column(entity: .student, field: "sis_id", words: "the sis_id", texts: students.sisID),
      Column(
        entity: .student,
        field: "name.first",
        words: "the first name",
        texts: students.firstName
      ),
      Column(entity: .student, field: "name.last", words: "the last name", texts: students.lastName),
      Column(entity: .student, field: "email", words: "the email address", texts: students.email),
      Column(entity: .contact, field: "sis_id", words: "the sis_id", texts: contacts.sisID),
      Column(
        entity: .contact,
        field: "name.first",
        words: "the first name",
        texts: contacts.firstName
      ),
      Column(entity: .contact, field: "name.last", words: "the name", texts: contacts.lastName),
      Column(entity: .contact, field: "email", words: "the email address", texts: contacts.email),
    ]
    judgesContacts = step == .parentsContacts
  }

  private let judgesContacts: Bool

  /// Reports every text of an open record that `isFaulty`; the hit's detail is the column.
  func report(to report: inout RuleReport, where isFaulty: (TextRef) -> Bool) {
    for (number, column) in columns.enumerated() where judgesContacts || column.entity != .contact {
      guard let records = roster.records(of: column.entity) else { continue }
      for row in column.texts.indices
      where isFaulty(column.texts[row]) && records.isOpen(row) && !isReadAsTeacher(column, row) {
        report.find(column.entity, row, detail: number)
      }
    }
    guard judgesContacts else { return }
    let contacts = roster.contacts
    for row in 0..<contacts.count where contacts.records.isOpen(row) {
      let range = contacts.students.range(row)
      if range.contains(where: { isFaulty(contacts.relationship[$0]) }) {
        report.find(.contact, row, detail: relationship)
      }
    }
  }

  /// A v3 user may be a teacher and staff at once: the same text is judged once.
  private func isReadAsTeacher(_ column: Column, _ row: Int) -> Bool {
    guard column.entity == .schoolAdmin else { return false }
    let teacher = roster.schoolAdmins.teacher[row]
    return teacher >= 0 && roster.teachers.records.isOpen(Int(teacher))
  }

  /// Puts a hit of ``report(to:where:)`` into words: `teacher '…': the last name starts with …`.
  static func words(_ hit: RuleHit, _ roster: Roster, _ what: String) -> RuleWords {
    let texts = BundledTexts(roster, step: .parentsContacts)
    let number = Int(hit.detail)
    let subject = hit.entity.map { roster.mention($0, Int(hit.row)) } ?? ""
    guard texts.columns.indices.contains(number) else {
      return RuleWords("\(subject): a relationship \(what)", field: "relationship")
    }
    let column = texts.columns[number]
    return RuleWords("\(subject): \(column.words) \(what)", field: column.field)
  }
}
