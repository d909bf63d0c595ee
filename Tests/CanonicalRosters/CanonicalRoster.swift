internal import FlatTables
public import Roster

/// A roster as text that only its content decides: one line for each record, sorted by the lines'
/// bytes.
///
/// Files, pages, places, rows and the order of reading are not in it. So two exports say the same if
/// and only if their lines are the same, and a digest of the lines is a digest of what they say.
/// Exports of different versions are compared without what one of them cannot carry
/// (``VersionLimit``).
///
/// A field is written only if it has a value, so a new column changes no digest of exports that lack
/// it. A column that is added to the roster must be added here.
public struct CanonicalRoster: Sendable {
  private let roster: Roster
  private let limits: Set<VersionLimit>

  /// The form of `roster`, without what `limits` name.
  public init(_ roster: Roster, without limits: Set<VersionLimit> = []) {
    self.roster = roster
    self.limits = limits
  }

  /// All lines, kind after kind in the order of ``Entity``.
  public var lines: [String] { Entity.allCases.flatMap { lines(of: $0) } }

  /// The bytes to make a digest of: all lines, each followed by a line feed.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for entity in Entity.allCases {
      for line in lines(of: entity) {
        bytes += line.utf8
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  /// The lines of the records of one kind; none of records that are only referred to.
  public func lines(of entity: Entity) -> [String] {
    guard let records = roster.records(of: entity) else {
      // Of a kind that has a table, `others` holds what events took out of it.
      let others = roster.others.filter { $0.entity == entity }
      return others.map { "\(entity.text) \(idOrNone($0.id))" }.sorted(by: precedes)
    }
    if limits.contains(.coursesAndTerms), entity == .course || entity == .term { return [] }
    if limits.contains(.district), entity == .district || entity == .districtAdmin { return [] }
    var lines: [String] = []
    for row in 0..<records.count where records.isRecord(row) {
      var line = CanonicalLine(entity.text)
      if hasID(entity) { line.add("id", word: roster.idText(records.ids[row])) }
      switch entity {
      case .district: addDistrict(row, to: &line)
      case .school: addSchool(row, to: &line)
      case .student: addStudent(row, to: &line)
      case .teacher: addTeacher(row, to: &line)
      case .schoolAdmin: addSchoolAdmin(row, to: &line)
      case .districtAdmin: addDistrictAdmin(row, to: &line)
      case .contact: lines += contactLines(row, from: line)
      case .section: addSection(row, to: &line)
      case .course: line.add("name", text(roster.courses.name[row]))
      case .term: addTerm(roster.terms.text[row], to: &line)
      case .user: break
      }
      if entity != .contact { lines.append(line.text) }
    }
    return lines.sorted(by: precedes)
  }

  // MARK: - Kinds of record

  private func addDistrict(_ row: Int, to line: inout CanonicalLine) {
    line.add("name", text(roster.districts.name[row]))
    if !limits.contains(.districtState) {
      line.add("state", word: roster.districts.state[row].text)
    }
  }

  private func addSchool(_ row: Int, to line: inout CanonicalLine) {
    let schools = roster.schools
    line.add("sis_id", text(schools.sisID[row]))
    line.add("number", text(schools.number[row]))
    line.add("name", text(schools.name[row]))
    line.add("low_grade", word: word(schools.lowGrade[row]))
    line.add("high_grade", word: word(schools.highGrade[row]))
    if !limits.contains(.district) {
      line.add("district", word: reference(to: .district, schools.district[row]))
    }
  }

  private func addStudent(_ row: Int, to line: inout CanonicalLine) {
    let students = roster.students
    line.add("sis_id", text(students.sisID[row]))
    line.add("first", text(students.firstName[row]))
    line.add("last", text(students.lastName[row]))
    line.add("email", text(students.email(of: row)))
    line.add("grade", word: word(students.grade[row]))
    line.add("school", word: reference(to: .school, students.school[row]))
  }

  private func addTeacher(_ row: Int, to line: inout CanonicalLine) {
    let teachers = roster.teachers
    line.add("sis_id", text(teachers.sisID[row]))
    line.add("first", text(teachers.firstName[row]))
    line.add("last", text(teachers.lastName[row]))
    line.add("email", text(teachers.email[row]))
    line.add("school", word: reference(to: .school, teachers.school[row]))
  }

  private func addSchoolAdmin(_ row: Int, to line: inout CanonicalLine) {
    let admins = roster.schoolAdmins
    line.add("staff_id", text(admins.staffID[row]))
    line.add("first", text(admins.firstName[row]))
    line.add("last", text(admins.lastName[row]))
    line.add("email", text(admins.email[row]))
    line.add("title", text(admins.title[row]))
    line.add("schools", list: admins.schools[row].map { reference(to: .school, $0) })
    if !limits.contains(.severalRoles) {
      line.add("teacher", word: reference(to: .teacher, admins.teacher[row]))
    }
  }

  private func addDistrictAdmin(_ row: Int, to line: inout CanonicalLine) {
    line.add("email", text(roster.districtAdmins.email[row]))
    if !limits.contains(.severalRoles), roster.districtAdmins.isAlsoEmployee[row] {
      line.add("also", word: "employee")
    }
  }

  /// One line, or one a student where students may not share a contact.
  private func contactLines(_ row: Int, from start: CanonicalLine) -> [String] {
    let contacts = roster.contacts
    var line = start
    if !limits.contains(.contactKeys) { line.add("sis_id", text(contacts.sisID[row])) }
    line.add("first", text(contacts.firstName[row]))
    line.add("last", text(contacts.lastName[row]))
    line.add("email", text(contacts.email[row]))
    line.add("phone", text(contacts.phone[row]))
    line.add("phone_type", word: word(contacts.phoneType[row]))
    let links = contacts.students.range(row).map { link in
      var words = reference(to: .student, contacts.students.flat[link])
      let relationship = text(contacts.relationship[link])
      if !relationship.isEmpty { words += ":\"\(CanonicalLine.escaped(relationship))\"" }
      if contacts.type[link] != .none { words += ":\(word(contacts.type[link]))" }
      return words
    }
    guard limits.contains(.sharedContacts), links.count > 1 else {
      line.add("students", list: links)
      return [line.text]
    }
    return links.map { link in
      var one = line
      one.add("students", list: [link])
      return one.text
    }
  }

  private func addSection(_ row: Int, to line: inout CanonicalLine) {
    let sections = roster.sections
    line.add("sis_id", text(sections.sisID[row]))
    line.add("name", text(sections.name[row]))
    line.add("school", word: reference(to: .school, sections.school[row]))
    line.add("grade", word: word(sections.grade[row]))
    line.add("subject", text(sections.subject[row]))
    line.add("period", text(sections.period[row]))
    line.add("number", text(sections.number[row]))
    line.add("course_name", text(courseName(of: row)))
    addTerm(term(of: row), prefix: "term_", to: &line)
    if !limits.contains(.coursesAndTerms) {
      line.add("course", word: reference(to: .course, sections.course[row]))
      line.add("term", word: reference(to: .term, sections.term[row]))
    }
    line.add("teacher", word: reference(to: .teacher, sections.primaryTeacher[row]))
    line.add("teachers", list: sections.teachers[row].map { reference(to: .teacher, $0) })
    line.add("students", list: sections.students[row].map { reference(to: .student, $0) })
  }

  /// The words of v1; with ``VersionLimit/coursesAndTerms`` also those of the course it names.
  private func courseName(of section: Int) -> TextRef {
    let course = roster.sections.course[section]
    guard limits.contains(.coursesAndTerms), course >= 0 else {
      return roster.sections.courseName[section]
    }
    return roster.courses.name[Int(course)]
  }

  private func term(of section: Int) -> TermText {
    let term = roster.sections.term[section]
    guard limits.contains(.coursesAndTerms), term >= 0 else {
      return roster.sections.inlineTerm[section]
    }
    return roster.terms.text[Int(term)]
  }

  private func addTerm(_ term: TermText, prefix: String = "", to line: inout CanonicalLine) {
    line.add("\(prefix)name", text(term.name))
    line.add("\(prefix)start", text(term.start))
    line.add("\(prefix)end", text(term.end))
  }

  // MARK: - Ids and words

  /// Whether records of a kind have an id that all versions at hand know.
  private func hasID(_ entity: Entity) -> Bool {
    if limits.contains(.cleverIDs) { return false }
    return switch entity {
    case .teacher, .schoolAdmin, .districtAdmin: !limits.contains(.newPeopleIDs)
    case .contact: limits.isDisjoint(with: [.newPeopleIDs, .sharedContacts])
    default: true
    }
  }

  /// The id of a row, with a question mark where the record itself is not there; empty for none.
  private func reference(to entity: Entity, _ row: Int32) -> String {
    guard row >= 0, let records = roster.records(of: entity) else { return "" }
    let isThere = records.isRecord(Int(row))
    guard hasID(entity) else { return isThere ? key(of: entity, Int(row)) : "?" }
    return idOrNone(records.ids[Int(row)]) + (isThere ? "" : "?")
  }

  /// What a record is known by if ids are not compared. No record refers to contacts, or to
  /// employees other than teachers.
  private func key(of entity: Entity, _ row: Int) -> String {
    let key: TextRef
    switch entity {
    case .school: key = roster.schools.sisID[row]
    case .student: key = roster.students.sisID[row]
    case .district: key = roster.districts.name[row]
    case .course: key = roster.courses.name[row]
    case .term: key = roster.terms.text[row].name
    default:
      let sisID = roster.teachers.sisID[row]
      key = sisID.isEmpty ? roster.teachers.email[row] : sisID
    }
    return "\"\(CanonicalLine.escaped(text(key)))\""
  }

  private func idOrNone(_ id: RecordID) -> String { id == .none ? "none" : roster.idText(id) }

  private func text(_ ref: TextRef) -> String { roster.text.string(ref) }

  /// A value of one of Clever's lists, as this program calls it; empty where there is none.
  private func word<Value: Hashable>(_ value: Value) -> String {
    let name = "\(value)"
    return name == "none" ? "" : name
  }
}
