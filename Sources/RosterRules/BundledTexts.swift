import Findings
import FlatTables
import Roster

/// The texts that a bundle carries unchanged, column by column.
///
/// Rules about text (formulas, control characters, length) run over these, and over nothing that
/// never leaves. Addresses are among them; phones are not, since only their digits go on. Names of
/// courses and terms that are records of their own are only used instead of a section's texts, so the
/// transform drops a bad one instead of a whole class.
struct BundledTexts {
  /// One text of one kind of record.
  private struct Column {
    var entity: Entity
    /// In Clever's spelling.
    var field: String
    /// The text in words: "its name".
    var words: String
    /// One a row; empty if there are ``names``.
    var texts: [TextRef] = []
    /// The names of students or contacts, one a row.
    var names: DictionaryColumn?
    /// What it is for.
    var use: Use

    init(_ entity: Entity, _ field: String, _ words: String, names: DictionaryColumn) {
      self.init(entity, field, words, [])
      self.names = names
    }

    init(_ entity: Entity, _ field: String, _ words: String, _ texts: [TextRef]) {
      self.entity = entity
      self.field = field
      self.words = words
      self.texts = texts
      switch field {
      case "sis_id", "staff_id", "school_number": use = .key
      case "email": use = .address
      case "name.first", "name.last": use = .name
      default: use = .words
      }
    }
  }

  /// What a text is for, as far as a rule must know.
  enum Use {
    /// Other files point at it.
    case key
    /// A part of a person's name.
    case name
    /// An e-mail address.
    case address
    /// Anything else.
    case words
  }

  /// A hit's detail is a position here.
  private let columns: [Column]
  private let roster: Roster

  /// The texts of `roster`; nothing is copied.
  init(_ roster: Roster) {
    self.roster = roster
    let schools = roster.schools
    let sections = roster.sections
    let teachers = roster.teachers
    let admins = roster.schoolAdmins
    let students = roster.students
    let contacts = roster.contacts
    let numbers = schools.sisID.indices.map { row in
      schools.sisID[row].isEmpty ? schools.number[row] : .empty
    }
    columns = [
      Column(.school, "sis_id", "its sis_id", schools.sisID),
      Column(.school, "school_number", "its number", numbers),
      Column(.school, "name", "its name", schools.name),
      Column(.section, "sis_id", "its sis_id", sections.sisID),
      Column(.section, "name", "its name", sections.name),
      Column(.section, "subject", "its subject", sections.subject),
      Column(.section, "period", "its period", sections.period),
      Column(.section, "section_number", "its number", sections.number),
      Column(.section, "course_name", "its course's name", sections.courseName),
      Column(.section, "term.name", "its term's name", sections.inlineTerm.map(\.name)),
      Column(.teacher, "sis_id", "the sis_id", teachers.sisID),
      Column(.teacher, "name.first", "the first name", teachers.firstName),
      Column(.teacher, "name.last", "the last name", teachers.lastName),
      Column(.teacher, "email", "the email address", teachers.email),
      Column(.schoolAdmin, "staff_id", "the staff_id", admins.staffID),
      Column(.schoolAdmin, "name.first", "the first name", admins.firstName),
      Column(.schoolAdmin, "name.last", "the last name", admins.lastName),
      Column(.schoolAdmin, "email", "the email address", admins.email),
      Column(.student, "sis_id", "the sis_id", students.sisID),
      Column(.student, "name.first", "the first name", names: students.firstName),
      Column(.student, "name.last", "the last name", names: students.lastName),
      Column(.student, "email", "the email address", students.email),
      Column(.contact, "sis_id", "the sis_id", contacts.sisID),
      Column(.contact, "name.first", "the first name", names: contacts.firstName),
      Column(.contact, "name.last", "the name", names: contacts.lastName),
      Column(.contact, "email", "the email address", contacts.email),
    ]
  }

  /// Reports every text of an open record that `isFaulty`.
  @inline(__always)
  func report(to report: inout RuleReport<TextColumn>, where isFaulty: (TextRef) -> Bool) {
    visit(report.circumstances, marking: { isFaulty($1) ? 1 : 0 }) { entity, row, number, _ in
      report.find(entity, row, TextColumn(number))
    }
    guard judges(.contact, report.circumstances) else { return }
    // A contact has a relationship to each child.
    let contacts = roster.contacts
    guard contacts.relationship.contains(where: isFaulty) else { return }
    for row in 0..<contacts.count where contacts.records.isOpen(row) {
      if contacts.students.range(row).contains(where: { isFaulty(contacts.relationship[$0]) }) {
        report.find(.contact, row, TextColumn(columns.count))
      }
    }
  }

  /// Shows every text of an open record to `look` that `mark` gives another number than 0: its
  /// record, its column, that number.
  ///
  /// Each distinct name of students and contacts is judged once. Inlined, because `mark` is called
  /// for every other text.
  @inline(__always)
  func visit(
    _ circumstances: RuleCircumstances,
    marking mark: (Use, TextRef) -> UInt8,
    _ look: (Entity, Int, Int, UInt8) -> Void
  ) {
    for (number, column) in columns.enumerated() where judges(column.entity, circumstances) {
      let (entity, use) = (column.entity, column.use)
      guard let records = roster.records(of: entity) else { continue }
      if let names = column.names {
        names.visit(marking: { mark(use, $0) }) { row, found in
          if records.isOpen(row) { look(entity, row, number, found) }
        }
        continue
      }
      let texts = column.texts
      for row in texts.indices {
        let found = mark(use, texts[row])
        if found != 0, records.isOpen(row), !isReadAsTeacher(entity, row) {
          look(entity, row, number, found)
        }
      }
    }
  }

  private func judges(_ entity: Entity, _ circumstances: RuleCircumstances) -> Bool {
    switch entity {
    case .contact: circumstances.step == .parentsContacts
    case .schoolAdmin: circumstances.includesOtherStaff
    default: true
    }
  }

  /// A v3 user may be a teacher and staff at once: the same text is judged once.
  private func isReadAsTeacher(_ entity: Entity, _ row: Int) -> Bool {
    guard entity == .schoolAdmin else { return false }
    let teacher = roster.schoolAdmins.teacher[row]
    return teacher >= 0 && roster.teachers.records.isOpen(Int(teacher))
  }

  /// Puts a hit of ``report(to:where:)`` into words: `teacher '…': the last name starts with …`.
  static func message(_ hit: Hit<TextColumn>, _ roster: Roster, _ says: String) -> RuleMessage {
    let columns = BundledTexts(roster).columns
    let subject = hit.mention(in: roster)
    guard columns.indices.contains(hit.detail.number) else {
      return RuleMessage("\(subject): a relationship \(says)", field: "relationship")
    }
    let column = columns[hit.detail.number]
    return RuleMessage("\(subject): \(column.words) \(says)", field: column.field)
  }
}
