import SafeFiles

/// Rows of schools and sections, and what several kinds of row have.
extension UploadWriter {
  static let schoolColumns = [
    "School_id", "School_name", "School_number", "State_id", "Low_grade", "High_grade", "Principal",
    "Principal_email", "School_address", "School_city", "School_state", "School_zip",
    "School_phone", "ext.charter_school",
  ]

  /// Puts a school.
  func putSchool(_ school: Int, into file: inout OutputFile) {
    let words = district.words
    // The same random values as in the API's record.
    var dice = Dice(district.plan.seed, .school, school)
    for _ in 0..<2 { _ = dice.below(500) }
    let location = Location(&dice, words)
    let grades = District.grades(ofSchool: school)
    let principal = district.employee(.staff(2 * school))
    file.putCell(District.sisID(ofSchool: school))
    var nameDice = Dice(district.plan.seed, .school, ~school)
    let name = words.schools.spelling(&nameDice)
    file.putCell(isQuoted: words.schools.needsQuotes(name)) { file in
      words.schools.putCSV(name, into: &file)
      file.put(District.kind(ofSchool: school))
      file.put(decimal: school + 1)
    }
    file.putCell(100 + school)
    file.putCell(9000 + school)
    putGrade(grades.lowerBound, into: &file)
    putGrade(grades.upperBound, into: &file)
    let isQuoted =
      words.first.needsQuotes(principal.first) || words.last.needsQuotes(principal.last)
    file.putCell(isQuoted: isQuoted) { file in
      words.first.putCSV(principal.first, into: &file)
      file.put(byte: UInt8(ascii: " "))
      words.last.putCSV(principal.last, into: &file)
    }
    file.putCell { records.put(principal, into: &$0) }
    put(location, into: &file)
    file.putCell("(505) 555-01", Digits(school % 100, 2))
    file.put("N")
    file.endRow()
  }

  static let sectionColumns =
    ["School_id", "Section_id", "Teacher_id"] + (2...10).map { "Teacher_\($0)_id" } + [
      "Name", "Section_number", "Grade", "Course_name", "Course_number", "Course_description",
      "Period", "Subject", "Term_name", "Term_start", "Term_end",
    ]

  /// Puts a section.
  mutating func putSection(
    _ lesson: Lesson,
    at place: Int,
    of classes: SchoolClasses,
    into file: inout OutputFile
  ) {
    let words = district.words
    let teacher = district.employee(.teacher(lesson.teacher))
    let course = lesson.course / Names.grades.count
    let isQuoted = words.lessons.needsQuotes(course)
    file.putCell(District.sisID(ofSchool: classes.school))
    putSectionID(lesson, into: &file)
    putTeacherID(lesson.teacher, into: &file)
    var teachers = 1
    if lesson.section % 10 == 3, classes.teachers.count > 1 {
      putTeacherID(classes.teacher(of: place + 1), into: &file)
      teachers += 1
    }
    for _ in teachers..<10 { file.putCell("") }
    file.putCell(isQuoted: isQuoted || words.last.needsQuotes(teacher.last)) { file in
      putCourseName(lesson, into: &file)
      file.put(" - ")
      words.last.putCSV(teacher.last, into: &file)
      file.put(" - ")
      file.put(decimal: lesson.period)
      file.put(" (Section ")
      file.put(decimal: lesson.section)
      file.put(")")
    }
    file.putCell(lesson.section)
    putGrade(lesson.grade, into: &file)
    file.putCell(isQuoted: isQuoted) { putCourseName(lesson, into: &$0) }
    file.putCell("C-", Digits(lesson.course + 1, 4))
    file.putCell("")
    file.putCell(lesson.period)
    file.putCell(lesson.subject, of: words.subjects)
    switch lesson.section % District.termsOfYear {
    case 0: file.put("Fall,2024-08-12,2024-12-20")
    case 1: file.put("Spring,2025-01-06,2025-06-06")
    default: file.put("Y1,2024-08-12,2025-06-06")
    }
    file.endRow()
    countSection(of: classes.school, teachers: teachers)
  }

  private func putCourseName(_ lesson: Lesson, into file: inout OutputFile) {
    let grade = lesson.course % Names.grades.count
    district.words.lessons.putCSV(lesson.course / Names.grades.count, into: &file)
    file.put(byte: UInt8(ascii: " "))
    if grade == 0 { file.put("K") } else { file.put(decimal: grade) }
  }

  private func putSectionID(_ lesson: Lesson, into file: inout OutputFile) {
    file.putCell("X", Digits(lesson.section, 7))
  }

  static let enrollmentColumns = ["School_id", "Section_id", "Student_id"]

  /// Puts the students of a section, a row each.
  ///
  /// - Returns: the number of rows.
  mutating func putEnrollments(
    _ lesson: Lesson,
    at place: Int,
    of classes: SchoolClasses,
    into file: inout OutputFile
  ) -> Int {
    var students = 0
    for index in stride(
      from: place % classes.count,
      to: classes.students.count,
      by: classes.count
    ) {
      file.putCell(District.sisID(ofSchool: classes.school))
      putSectionID(lesson, into: &file)
      file.put(decimal: 100_000 + Int(classes.students[index]))
      file.endRow()
      students += 1
    }
    count(students: students, of: classes.school)
    return students
  }

  // MARK: - Cells

  /// Puts a grade in the short form of such files.
  func putGrade(_ grade: Int, into file: inout OutputFile) {
    if grade == 0 { file.putCell("KG") } else { file.putCell(grade) }
  }

  /// Puts street, city, state and postal code.
  func put(_ location: Location, into file: inout OutputFile) {
    file.putCell(isQuoted: district.words.streets.needsQuotes(location.street)) { file in
      file.put(decimal: location.number)
      file.put(byte: UInt8(ascii: " "))
      district.words.streets.putCSV(location.street, into: &file)
      file.put(" Road")
    }
    file.putCell(location.city, of: district.words.cities)
    file.putCell("NM")
    file.putCell("87", Digits(location.area, 3))
  }
}
