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

  /// The fault of a class: it stands in the first period, or in the last.
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
    file.put(#"{"id":""#)
    file.put(id)
    file.put(#"","#)
    putTimes(&dice, into: &file)
    putDistrictID(into: &file)
    putCourse(of: lesson, planting, stranger, into: &file)
    file.put(#""grade":""#)
    if planting == .strangeClassGrade {
      file.put("Mixed")
    } else if planting == .foreignClassGrade {
      let isHigh = District.grades(ofSchool: classes.school).contains(12)
      district.words.grades.put(isHigh ? 1 : 12, into: &file)
    } else {
      district.words.grades.put(lesson.grade, into: &file)
    }
    file.put(#"","name":""#)
    switch planting {
    case .classWithoutName: break
    case .repeatedName:
      putName(of: Lesson(classes.count, of: classes, in: district), into: &file)
    default: putName(of: lesson, into: &file)
    }
    file.put(#"","period":""#)
    file.put(decimal: lesson.period)
    file.put(#"","school":""#)
    file.put(planting == .strangeSchool ? stranger : district.id(.school, classes.school))
    file.put(#"","section_number":""#)
    file.put(decimal: lesson.section)
    file.put(#"","sis_id":""#)
    if planting != .keylessClass {
      file.put(byte: UInt8(ascii: "X"))
      file.put(lesson.section, digits: 7)
    }
    file.put(#"","subject":""#)
    district.words.subjects.put(lesson.subject, into: &file)
    file.put(#"","#)
    let teachers = putTeachers(of: lesson, at: place, of: classes, planting, stranger, into: &file)
    let students = putStudents(at: place, of: classes, victim, stranger, into: &file)
    if version >= .v21 { file.put(#","ext":{}"#) }
    if version == .v31 { file.put(#","lms_status":{"synced_in_lms":false}"#) }
    file.put(byte: UInt8(ascii: "}"))

    guard planting != .strangeSchool else { return }
    schools[classes.school].sections += 1
    schools[classes.school].teacherPlaces += teachers
    schools[classes.school].studentPlaces += students
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
      file.put(#""course_description":"","course_name":""#)
      putCourseName(lesson.course, into: &file)
      file.put(#"","course_number":""#)
      putCourseNumber(lesson.course, into: &file)
      file.put(#"","term":{"#)
      putTermFields(term, into: &file)
      file.put("},")
      return
    }
    file.put(#""course":""#)
    file.put(planting == .strangeCourse ? stranger : district.id(.course, lesson.course))
    file.put(#"","term_id":""#)
    file.put(planting == .strangeTerm ? stranger : district.id(.term, term))
    file.put(#"","#)
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

  /// Puts `teacher` and `teachers`, with a comma; says how many.
  ///
  /// Early sections of v1.1 have no `teachers`: here every other of those with a single teacher.
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
      if !isEarly { file.put(#""teachers":[],"#) }
      return 0
    }
    if planting != .withoutPrimary {
      file.put(#""teacher":""#)
      file.put(teacherID(lesson.teacher))
      file.put(#"","#)
    }
    var others = 0
    func putOther(_ id: CleverID) {
      if others == 0 {
        file.put(#""teachers":[""#)
        file.put(teacherID(lesson.teacher))
      }
      file.put(#"",""#)
      file.put(id)
      others += 1
    }
    if lesson.section % 10 == 3, classes.teachers.count > 1 {
      putOther(teacherID(classes.teacher(of: place + 1)))
    }
    // The classes from the second period on take the teachers with a fault in turn.
    if place >= classes.count {
      let inTurn = stride(
        from: place - classes.count,
        to: classes.secondTeachers.count,
        by: classes.count * (District.periods - 1)
      )
      for second in inTurn { putOther(teacherID(classes.secondTeachers[second])) }
    }
    let isBusy = place >= classes.count && place < classes.count + District.manyClasses
    if isBusy { for teacher in classes.busyTeachers { putOther(teacherID(teacher)) } }
    if planting == .strangeTeacher { putOther(stranger) }
    if others > 0 {
      file.put(#""],"#)
    } else if !isEarly || planting == .withoutPrimary {
      file.put(#""teachers":[""#)
      file.put(teacherID(lesson.teacher))
      file.put(#""],"#)
    }
    return 1 + others
  }

  /// Puts `students`; says how many.
  private func putStudents(
    at place: Int,
    of classes: SchoolClasses,
    _ victim: FaultSchedule.Victim?,
    _ stranger: CleverID,
    into file: inout OutputFile
  ) -> Int {
    file.put(#""students":["#)
    var count = 0
    if victim?.planting != .emptyClass {
      // Those of its own, or so many of all classes, who keep their other five.
      let isLarge = victim?.planting == .largeClass
      let places =
        isLarge
        ? stride(from: 0, to: largeClass, by: 1)
        : stride(from: place % classes.count, to: classes.students.count, by: classes.count)
      for index in places {
        if count > 0 { file.put(#"",""#) } else { file.put(byte: UInt8(ascii: "\"")) }
        file.put(district.id(.student, Int(classes.students[index])))
        count += 1
      }
      if victim?.planting == .strangeStudent {
        if count > 0 { file.put(#"",""#) } else { file.put(byte: UInt8(ascii: "\"")) }
        file.put(stranger)
        count += 1
      }
      if victim?.planting == .listsTwice, count > 0 {
        file.put(#"",""#)
        file.put(district.id(.student, Int(classes.students[place % classes.count])))
        count += 1
      }
      if count > 0 { file.put(byte: UInt8(ascii: "\"")) }
    }
    file.put(byte: UInt8(ascii: "]"))
    return count
  }
}

/// Students of a class that is too large: above 50, however many of them are left out.
private let largeClass = 75
