import SafeFiles

/// Which copy of a student's record is put.
private enum Copy {
  case only
  /// The same time, another content.
  case differing
  /// An earlier time, another content.
  case older
}

extension RecordWriter {
  /// Puts a student (tables Student and User).
  @inline(__always)
  mutating func putStudent(_ index: Int, into file: inout OutputFile) {
    let victim = district.studentFaults.victim(at: index)
    if let victim { noteStudent(victim) }
    putStudent(index, victim, .only, into: &file)
  }

  private mutating func noteStudent(_ victim: FaultSchedule.Victim) {
    let id = district.id(.student, victim.index)
    if victim.planting == .contactOfNameless {
      note(.nameless, on: id)
    } else if !victim.planting.isOnContact {
      note(victim.planting, on: id)
    }
  }

  /// Puts the second copy of a student.
  func putStudentAgain(_ victim: FaultSchedule.Victim, into file: inout OutputFile) {
    let copy: Copy =
      switch victim.planting {
      case .copyDiffers: .differing
      case .copyOlder: .older
      default: .only
      }
    putStudent(victim.index, victim, copy, into: &file)
  }

  private func putStudent(
    _ index: Int,
    _ victim: FaultSchedule.Victim?,
    _ copy: Copy,
    into file: inout OutputFile
  ) {
    let student = Student(index, in: district)
    // The fields that no import reads have dice of their own, and take numbers in the same order in
    // all versions.
    var dice = Dice(district.plan.seed, .contactUser, ~index)
    file.beginObject()
    file.putFirst("created", dice.below(500), of: district.words.created)
    let modified = dice.below(500)
    if copy == .older {
      file.putField("last_modified", modified, of: district.words.created)
    } else {
      file.putField("last_modified") { putModified(modified, into: &$0) }
    }
    putDistrictID(into: &file)
    let hasEmail = student.hasEmail || victim?.planting == .childsAddress
    if hasEmail { file.putField("email") { putAddress(of: student, into: &$0) } }
    file.putField("id", district.id(.student, index))
    putName(of: student, victim, into: &file)
    if version.hasUsers {
      file.beginObject("roles")
      file.beginObject("student", isFirst: true)
      // As in recordings, the role has the address again.
      if hasEmail { file.putFirst("email") { putAddress(of: student, into: &$0) } }
    }
    let isFirst = version.hasUsers && !hasEmail
    putStudentFields(student, victim, &dice, isOther: copy != .only, isFirst, into: &file)
    if version.hasUsers {
      file.endObject()
      file.endObject()
    }
    file.endObject()
  }

  /// Puts a student's address, without quotes.
  @inline(__always)
  func putAddress(of student: Student, into file: inout OutputFile) {
    putLocalPart(of: student, into: &file)
    file.put("@students.pinevalley.internal")
  }

  /// Puts the part before the `@` of a student's address.
  @inline(__always)
  func putLocalPart(of student: Student, into file: inout OutputFile) {
    district.words.first.putAddress(student.first, into: &file)
    district.words.last.putAddress(student.last, into: &file)
    file.put(decimal: student.index)
  }

  /// Puts `name`, or what the fault makes of it.
  @inline(__always)
  private func putName(
    of student: Student,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    if let victim, putFaultyName(of: student, victim, into: &file) { return }
    let words = district.words
    file.beginObject("name")
    file.putFirst("first", student.first, of: words.first)
    file.putField("last", student.last, of: words.last)
    if student.middle >= 0 { file.putField("middle", student.middle, of: words.first) }
    file.endObject()
  }

  /// Puts the name that a fault makes; false if the fault is not in the name.
  private func putFaultyName(
    of student: Student,
    _ victim: FaultSchedule.Victim,
    into file: inout OutputFile
  ) -> Bool {
    let first: String
    switch victim.planting {
    case .nameless, .contactOfNameless:
      let isEmpty = victim.ordinal % 2 == 0
      file.putField("name", json: isEmpty ? #"{"first":"","last":null}"# : "{}")
      return true
    case .formula: first = "=1+1"
    case .formulaLike: first = "-Ann"
    // A bell, escaped, or a mark that turns the letters after it around.
    case .deceiving: first = victim.ordinal % 2 == 0 ? #"An\u0007n"# : "An\u{202E}n"
    case .longName: first = String(repeating: "Añana", count: 60)
    case .keyTwice: first = "Ann"
    case .garbledName: first = "JosÃ©"
    case .numberedName: first = "Ann 2"
    case .markedUpName: first = "D&#39;Ann"
    case .nameWithAddress: first = "ann@pinevalley.internal"
    default: return false
    }
    file.beginObject("name")
    file.putFirst("first", first)
    if victim.planting == .keyTwice { file.putField("last", "Other") }
    file.putField("last", student.last, of: district.words.last)
    file.endObject()
    return true
  }

  /// Puts what is in the record before v3, and in the role from v3 on.
  private func putStudentFields(
    _ student: Student,
    _ victim: FaultSchedule.Victim?,
    _ dice: inout Dice,
    isOther: Bool,
    _ isFirst: Bool,
    into file: inout OutputFile
  ) {
    let words = district.words
    let planting = victim?.planting
    var school = district.id(.school, student.school)
    if let victim, victim.planting == .strangeHomeSchool {
      school = district.strangeID(victim.planting, victim.ordinal)
    }
    file.beginObject("credentials", isFirst: isFirst)
    file.putFirst("district_username") { putLocalPart(of: student, into: &$0) }
    file.endObject()
    // As in recordings: no zeros in front.
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28))
    file.putField("dob", month, "/", day, "/", 2019 - student.grade)
    file.putField("ell_status", dice.happens(10) ? "Y" : "N")
    let gender = dice.below(100)
    file.putField("gender", gender < 49 ? "M" : gender < 98 ? "F" : version.hasLongLists ? "X" : "")
    switch planting {
    case .strangeGrade: file.putField("grade", "Grade ?")
    case .gradeless: file.putField("grade", "")
    case .foreignGrade:
      let isHigh = District.grades(ofSchool: student.school).contains(12)
      file.putField("grade", isHigh ? 1 : 12, of: words.grades)
    // A copy says another thing of a field that the import reads: else both mean the same.
    case _ where isOther: file.putField("grade", student.grade == 0 ? 1 : 0, of: words.grades)
    default: file.putField("grade", student.grade, of: words.grades)
    }
    file.putField("hispanic_ethnicity", dice.happens(45) ? "Y" : "N")
    putLocation(&dice, into: &file)
    file.putField("race", dice.below(Names.races.count), of: words.races)
    file.putField("school", school)
    if version >= .v12 {
      file.putField("schools", ids: CollectionOfOne(school))
      file.putField("graduation_year", 2037 - student.grade)
    }
    if version >= .v21 {
      file.putField("enrollments", json: "[]")
      file.putField("ext", json: "{}")
    }
    switch planting {
    case .sharedKey: file.putField("sis_id", "S", (victim?.ordinal ?? 0) / 2)
    case .keyless: file.putField("sis_id", "")
    case .spacedKey: file.putField("sis_id", 100_000 + student.index, " ")
    case .rewrittenKey: file.putField("sis_id", 100_000 + student.index, ".0")
    default: file.putField("sis_id", 100_000 + student.index)
    }
    file.putField("state_id", (isOther ? 9_000_000_000 : 5_550_000_000) + student.index)
    file.putField("student_number", 100_000 + student.index)
    if version == .v31 { putFieldsOfNewestVersion(&dice, into: &file) }
  }

  /// Puts what v3.1 adds. No import needs any of it.
  @inline(__always)
  private func putFieldsOfNewestVersion(_ dice: inout Dice, into file: inout OutputFile) {
    file.beginObject("disability")
    if dice.happens(8) {
      file.putFirst("disability_code", "sld")
      file.putField("disability_status", "Y")
      file.putField("disability_type", "Specific learning disability")
    } else {
      file.putFirst("disability_status", "N")
    }
    file.endObject()
    file.putField("frl_status", ["Free", "Reduced", "Paid"][dice.below(3)])
    let language = dice.below(Names.languages.count)
    file.putField("gifted_status", "N")
    file.putField("home_language", language, of: district.words.languages)
    file.putField("home_language_code") {
      district.words.languages.putAddress(language, into: &$0)
    }
    file.putField("iep_status", "N")
    file.putField("preferred_name", json: #"{"first":"","last":"","middle":""}"#)
    file.putField("section_504_status", "N")
  }
}
