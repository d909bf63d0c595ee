import SafeFiles

extension RecordWriter {
  /// Puts a section (table Section); they come in their order.
  mutating func putSection(_ section: Int, into file: inout OutputFile) {
    var school = classes?.school ?? 0
    while section >= district.firstClass[school + 1] * District.periods { school += 1 }
    // Taken out while it is worked on, so that the students are not copied.
    var classes = self.classes.take() ?? SchoolClasses(of: school, in: district)
    if classes.school != school { classes = SchoolClasses(of: school, in: district) }
    let place = section - district.firstClass[school] * District.periods
    classes.reach(place / classes.count)
    put(Lesson(place, of: classes, in: district), at: place, of: classes, into: &file)
    self.classes = classes
  }

  /// The fault of a class; only classes of the first and of the last period have one.
  private func victim(at place: Int, of classes: SchoolClasses) -> FaultSchedule.Victim? {
    let period = place / classes.count
    guard period == 0 || period == District.periods - 1 else { return nil }
    let first = district.firstClass[classes.school] + place % classes.count
    guard let victim = district.sectionFaults.victim(at: first),
      victim.planting.isInLastPeriod == (period > 0),
      victim.planting != .largeClass || classes.students.count >= largeClass
    else { return nil }
    return possible(victim)
  }

  private mutating func put(
    _ lesson: Lesson,
    at place: Int,
    of classes: SchoolClasses,
    into file: inout OutputFile
  ) {
    let victim = victim(at: place, of: classes)
    let planting = victim?.planting
    let id = district.id(.section, lesson.section)
    var stranger = district.id(.nowhere, 0)
    if let victim {
      if victim.planting == .repeatedTerm {
        let term = district.term(ofSection: lesson.section, .repeatedTerm)
        note(.repeatedTerm, on: district.id(.term, term))
      } else {
        note(victim.planting, on: id)
      }
      stranger = district.strangeID(victim.planting, victim.ordinal)
    }
    var dice = Dice(district.plan.seed, .term, lesson.section)
    file.beginObject()
    file.putFirst("id", id)
    putTimes(&dice, into: &file)
    putDistrictID(into: &file)
    putCourse(of: lesson, planting, stranger, into: &file)
    switch planting {
    case .strangeClassGrade: file.putField("grade", "Mixed")
    case .foreignClassGrade:
      let isHigh = District.grades(ofSchool: classes.school).contains(12)
      file.putField("grade", isHigh ? 1 : 12, of: district.words.grades)
    default: file.putField("grade", lesson.grade, of: district.words.grades)
    }
    switch planting {
    case .classWithoutName: file.putField("name", "")
    case .repeatedName:
      let other = Lesson(classes.count, of: classes, in: district)
      file.putField("name") { putName(of: other, into: &$0) }
    default: file.putField("name") { putName(of: lesson, into: &$0) }
    }
    file.putField("period", lesson.period)
    file.putField(
      "school",
      planting == .strangeSchool ? stranger : district.id(.school, classes.school)
    )
    file.putField("section_number", lesson.section)
    if planting == .keylessClass {
      file.putField("sis_id", "")
    } else {
      file.putField("sis_id", "X", Digits(lesson.section, 7))
    }
    file.putField("subject", lesson.subject, of: district.words.subjects)
    let teachers = putTeachers(of: lesson, at: place, of: classes, planting, stranger, into: &file)
    let students = studentIDs(at: place, of: classes, victim, stranger)
    file.putField("students", ids: students)
    if version >= .v21 { file.putField("ext", json: "{}") }
    if version == .v31 { file.putField("lms_status", json: #"{"synced_in_lms":false}"#) }
    file.endObject()

    guard planting != .strangeSchool else { return }
    schools[classes.school].sections += 1
    schools[classes.school].teacherPlaces += teachers
    schools[classes.school].studentPlaces += students.count
  }

  /// Puts course and term: inside the section in v1, by id later.
  private func putCourse(
    of lesson: Lesson,
    _ planting: Planting?,
    _ stranger: CleverID,
    into file: inout OutputFile
  ) {
    let term = district.term(ofSection: lesson.section, planting)
    guard version.hasCourses else {
      file.putField("course_description", "")
      file.putField("course_name") { putCourseName(lesson.course, into: &$0) }
      file.putField("course_number", "C-", Digits(lesson.course + 1, 4))
      file.beginObject("term")
      putTermFields(term, into: &file)
      file.endObject()
      return
    }
    let course = district.id(.course, lesson.course)
    file.putField("course", planting == .strangeCourse ? stranger : course)
    file.putField("term_id", planting == .strangeTerm ? stranger : district.id(.term, term))
  }

  /// Puts the name as Clever makes it: course, teacher, period, section number.
  private func putName(of lesson: Lesson, into file: inout OutputFile) {
    putCourseName(lesson.course, into: &file)
    file.put(" - ")
    district.words.last.put(district.employee(.teacher(lesson.teacher)).last, into: &file)
    file.put(" - ")
    file.put(decimal: lesson.period)
    file.put(" (Section ")
    file.put(decimal: lesson.section)
    file.put(")")
  }

  /// Puts `teacher` and `teachers`, and says how many teachers there are.
  ///
  /// Early sections of v1.1 have no `teachers`. Here these are every other section that has a
  /// single teacher.
  private func putTeachers(
    of lesson: Lesson,
    at place: Int,
    of classes: SchoolClasses,
    _ planting: Planting?,
    _ stranger: CleverID,
    into file: inout OutputFile
  ) -> Int {
    let isEarly = version == .v11 && lesson.section % 2 == 0
    guard planting != .classWithoutTeacher else {
      if !isEarly { file.putField("teachers", ids: []) }
      return 0
    }
    if planting != .withoutPrimary { file.putField("teacher", teacherID(lesson.teacher)) }
    var teachers = [teacherID(lesson.teacher)]
    if lesson.section % 10 == 3, classes.teachers.count > 1 {
      teachers.append(teacherID(classes.teacher(of: place + 1)))
    }
    // The classes from the second period on take the teachers with a fault in turn.
    if place >= classes.count {
      let inTurn = stride(
        from: place - classes.count,
        to: classes.secondTeachers.count,
        by: classes.count * (District.periods - 1)
      )
      teachers += inTurn.map { teacherID(classes.secondTeachers[$0]) }
    }
    let isBusy = place >= classes.count && place < classes.count + District.manyClasses
    if isBusy { teachers += classes.busyTeachers.map { teacherID($0) } }
    if planting == .strangeTeacher { teachers.append(stranger) }
    if teachers.count > 1 || !isEarly || planting == .withoutPrimary {
      file.putField("teachers", ids: teachers)
    }
    return teachers.count
  }

  /// The students that a section lists.
  private func studentIDs(
    at place: Int,
    of classes: SchoolClasses,
    _ victim: FaultSchedule.Victim?,
    _ stranger: CleverID
  ) -> [CleverID] {
    if victim?.planting == .emptyClass { return [] }
    // A class that is too large takes students of the other classes too, who stay in those.
    let places =
      victim?.planting == .largeClass
      ? stride(from: 0, to: largeClass, by: 1)
      : stride(from: place % classes.count, to: classes.students.count, by: classes.count)
    var students = places.map { district.id(.student, Int(classes.students[$0])) }
    if victim?.planting == .strangeStudent { students.append(stranger) }
    if victim?.planting == .listsTwice, !students.isEmpty { students.append(students[0]) }
    return students
  }
}

/// Students of a class that is too large: above 50, however many of them are left out.
private let largeClass = 75
