internal import BloomzModel
internal import Findings
internal import FlatTables
internal import Roster
internal import Texts

extension Assembly {
  /// The open sections whose school is in the bundle, by school and then by key. Marks the people who
  /// teach or attend them.
  mutating func chooseSections(of roster: inout Roster) throws -> PlacedRows {
    let noSchool = roster.fate(.sectionWithoutSchool)
    let formula = roster.fate(.formulaStart)
    var rows: [Int32] = []
    for row in 0..<roster.sections.count where roster.sections.records.isOpen(row) {
      let school = roster.sections.school[row]
      guard school >= 0, schoolRows[Int(school)] >= 0 else {
        roster.sections.records.decide(noSchool, row)
        continue
      }
      guard !tidyingBaresFormula(roster.sections.name[row], roster) else {
        roster.sections.records.decide(formula, row)
        notes.hit(.formulaStart, .section, Int32(row))
        continue
      }
      rows.append(Int32(row))
      let primary = roster.sections.primaryTeacher[row]
      if primary >= 0 { teaches[Int(primary)] = true }
      for link in roster.sections.teachers.range(row) {
        teaches[Int(roster.sections.teachers.flat[link])] = true
      }
      for link in roster.sections.students.range(row) {
        attends[Int(roster.sections.students.flat[link])] = true
      }
    }
    let byKey = try place(
      rows,
      keys: roster.sections.sisID,
      .section,
      roster.sections.records,
      of: roster,
      in: "classes"
    )
    return bySchool(byKey, roster)
  }

  /// `placed` sorted by school; the rows of one school keep their order.
  private func bySchool(_ placed: PlacedRows, _ roster: Roster) -> PlacedRows {
    let schools = placed.rows.map { schoolRows[Int(roster.sections.school[Int($0)])] }
    guard !zip(schools, schools.dropFirst()).allSatisfy(<=) else { return placed }
    let positions = Links(grouping: schools, count: bloomz.schools.count).targets
    return PlacedRows(
      rows: placed.rows.reordered(by: positions),
      keys: placed.keys.reordered(by: positions),
      positions: positions,
      isWholeTable: false
    )
  }

  /// Whether `name` begins like a formula once the spaces before it are gone. The rules judge the
  /// name as the export has it, so they do not see this.
  private func tidyingBaresFormula(_ name: TextRef, _ roster: Roster) -> Bool {
    let suspects: TextFlags = [.hasOuterSpace, .hasControl, .hasNonASCII]
    guard !name.flags.isDisjoint(with: suspects), !name.flags.contains(.startsFormula) else {
      return false
    }
    var tidied: [UInt8] = []
    appendTidied(roster.text.span(name), to: &tidied)
    return startsFormula(tidied)
  }

  /// Places the classes and fills their schools and their links to students.
  mutating func placeClasses(_ placed: PlacedRows, of roster: Roster) {
    fillStudents(from: placed.rows, of: roster)
    sources.classes = placed.rows
    bloomz.classes.key = placed.keys
    bloomz.classes.school = placed.rows.map { schoolRows[Int(roster.sections.school[Int($0)])] }
  }

  /// Fills every other column of the classes except their names, and the schools of their staff.
  ///
  /// - Returns: the schools of their students; see ``fillSchools(ofStudents:_:)``.
  mutating func fillClasses(of roster: Roster) throws -> PeoplesSchools {
    let rows = sources.classes
    bloomz.classes.name = roster.sections.name.reordered(by: rows)
    bloomz.classes.section = roster.sections.number.reordered(by: rows)
    bloomz.classes.period = roster.sections.period.reordered(by: rows)
    reserveClasses(rows.count)
    var studentsSchools = PeoplesSchools(count: bloomz.students.count)
    var staffSchools = PeoplesSchools(count: bloomz.staff.count)
    var grades = GradeCount()
    var links: [Int32] = []
    for place in sources.classes.indices {
      let row = Int(sources.classes[place])
      let school = bloomz.classes.school[place]
      try fillTexts(row, of: roster)

      bloomz.classes.primaryTeacher.append(gatherTeachers(of: row, roster, into: &links))
      for teacher in links {
        bloomz.classes.teachers.append(teacher)
        staffSchools.add(teacher, at: school)
      }
      bloomz.classes.teachers.closeRow()

      let students = bloomz.classes.students[place]
      for student in students { studentsSchools.add(student, at: school) }
      bloomz.classes.grade.append(grade(of: row, roster, students: students, &grades))
    }

    addSchoolsOfOtherStaff(to: &staffSchools, of: roster)
    bloomz.staff.schools = staffSchools.links()
    return studentsSchools
  }

  /// Fills the schools of the students: those of their classes, and the primary one.
  mutating func fillSchools(ofStudents schools: consuming PeoplesSchools, _ roster: Roster) {
    for position in sources.students.indices {
      let school = roster.students.school[Int(sources.students[position])]
      guard school >= 0, schoolRows[Int(school)] >= 0 else { continue }
      schools.add(Int32(position), at: schoolRows[Int(school)])
    }
    bloomz.students.schools = schools.links()
  }

  /// Makes room for `count` classes in the columns that are filled one after another.
  private mutating func reserveClasses(_ count: Int) {
    bloomz.classes.isHomeroom.reserveCapacity(count)
    bloomz.classes.term.reserveCapacity(count)
    bloomz.classes.subject.reserveCapacity(count)
    bloomz.classes.primaryTeacher.reserveCapacity(count)
    bloomz.classes.grade.reserveCapacity(count)
    bloomz.classes.teachers.reserve(rows: count, links: count)
  }

  /// Fills the links to students of the classes, which are made of the sections at `rows`.
  private mutating func fillStudents(from rows: [Int32], of roster: Roster) {
    let placed = studentRows
    let records = roster.students.records
    var (leftOut, unknown) = (0, 0)
    bloomz.classes.students = roster.sections.students.links(of: rows) { student in
      let row = placed[Int(student)]
      if row < 0 {
        if records.isRecord(Int(student)) { leftOut += 1 } else { unknown += 1 }
      }
      return row
    }
    notes.droppedLinks[.studentLeftOut] += leftOut
    notes.droppedLinks[.unknownStudent] += unknown
  }

  /// Puts the section's teachers of the bundle into `links`, ascending, each once.
  ///
  /// - Returns: the primary teacher's row, -1 if the bundle has none.
  private mutating func gatherTeachers(
    of row: Int,
    _ roster: Roster,
    into links: inout [Int32]
  ) -> Int32 {
    links.removeAll(keepingCapacity: true)
    let primary = roster.sections.primaryTeacher[row]
    var isPrimaryListed = primary < 0
    for link in roster.sections.teachers.range(row) {
      let teacher = roster.sections.teachers.flat[link]
      if teacher == primary { isPrimaryListed = true }
      add(teacher: teacher, roster, to: &links)
    }
    if !isPrimaryListed { add(teacher: primary, roster, to: &links) }
    links.sortUnique()
    let primaryRow = primary < 0 ? -1 : teacherRows[Int(primary)]
    if primaryRow < 0 { notes.changes[.classWithoutPrimaryTeacher] += 1 }
    return primaryRow
  }

  private mutating func add(teacher: Int32, _ roster: Roster, to links: inout [Int32]) {
    let placed = teacherRows[Int(teacher)]
    if placed >= 0 {
      links.append(placed)
    } else if roster.teachers.records.isRecord(Int(teacher)) {
      notes.droppedLinks[.teacherLeftOut] += 1
    } else {
      notes.droppedLinks[.unknownTeacher] += 1
    }
  }

  /// The section's own grade; if it has none that Clever knows, its students' commonest.
  private mutating func grade(
    of row: Int,
    _ roster: Roster,
    students: ArraySlice<Int32>,
    _ count: inout GradeCount
  ) -> BloomzGrade {
    let own = roster.sections.grade[row]
    var grade = BloomzGrade(own)
    if own == .none || own == .unknown {
      for student in students { count.add(bloomz.students.grade[Int(student)]) }
      grade = count.takeCommonest()
      if grade != .none { notes.changes[.classGradeFromStudents] += 1 }
    }
    if grade == .none { notes.changes[.classGradeEmpty] += 1 }
    return grade
  }

  /// Appends the class's term, subject, and whether it is a homeroom.
  private mutating func fillTexts(_ row: Int, of roster: Roster) throws {
    let subject = roster.sections.subject[row]
    bloomz.classes.isHomeroom.append(roster.isHomeroom(subject))
    bloomz.classes.term.append(try term(of: row, roster))
    if subject.isEmpty {
      bloomz.classes.subject.append(fit(roster.courseName(of: row), row, roster))
    } else {
      bloomz.classes.subject.append(subject)
    }
  }

  /// The term's name, else its dates as `2025-08-18–2026-06-05`.
  private mutating func term(of row: Int, _ roster: Roster) throws -> TextRef {
    var term = roster.sections.inlineTerm[row]
    let record = roster.sections.term[row]
    if term == TermText(), record >= 0 { term = roster.terms.text[Int(record)] }
    if !term.name.isEmpty { return fit(term.name, row, roster) }
    let start = fit(term.start, row, roster)
    let end = fit(term.end, row, roster)
    if start.isEmpty && end.isEmpty { return .empty }
    var dates: [UInt8] = []
    roster.appendDay(start, to: &dates)
    dates.append(contentsOf: "–".utf8)
    roster.appendDay(end, to: &dates)
    return try words.intern(dates.span, in: &bloomz.text)
  }

  /// `text`, which a course or term gives to the class at `row`; empty, and noted, if it may not
  /// leave.
  private mutating func fit(_ text: TextRef, _ row: Int, _ roster: Roster) -> TextRef {
    if roster.mayLeave(text) { return text }
    notes.hit(.classTextDropped, .section, Int32(row))
    return .empty
  }
}

extension Roster {
  /// Appends `date` without a time after it (`2025-08-18T00:00:00.000Z`).
  fileprivate func appendDay(_ date: TextRef, to bytes: inout [UInt8]) {
    let span = text.span(date)
    let end = span.count > 10 && span[10] == UInt8(ascii: "T") ? 10 : span.count
    for index in 0..<end { bytes.append(span[index]) }
  }

  /// The name of the section's course: its own (v1), else the course record's.
  func courseName(of section: Int) -> TextRef {
    let own = sections.courseName[section]
    let course = sections.course[section]
    return own.isEmpty && course >= 0 ? courses.name[Int(course)] : own
  }

  /// Whether `text` begins like no formula and holds no control characters and no marks that hide
  /// or turn letters. The rules judge the texts of records that are imported; those of courses and
  /// terms only come along with a section.
  func mayLeave(_ ref: TextRef) -> Bool {
    guard ref.flags.isDisjoint(with: [.startsFormula, .hasControl]) else { return false }
    guard ref.flags.contains(.hasNonASCII) else { return true }
    let string = text.string(ref)
    return printable(string) == string
  }

  /// Whether `subject` is Clever's word for homerooms.
  func isHomeroom(_ subject: TextRef) -> Bool {
    subject.length == homeroomSubject.count && equalBytes(text.span(subject), homeroomSubject.span)
  }
}

/// Clever's subject of homerooms (`BloomzImport.md`, section 10.2).
private let homeroomSubject = Array("homeroom/advisory".utf8)
