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
    // Dice of their own for what no import looks at; thrown in the same order in all versions.
    var dice = Dice(district.plan.seed, .contactUser, ~index)
    file.put(#"{"created":""#)
    district.words.created.put(dice.below(500), into: &file)
    file.put(#"","last_modified":""#)
    let modified = dice.below(500)
    if copy == .older {
      district.words.created.put(modified, into: &file)
    } else {
      putModified(modified, into: &file)
    }
    file.put(#"","#)
    putDistrictID(into: &file)
    let hasEmail = student.hasEmail || victim?.planting == .childsAddress
    if hasEmail { putEmail(of: student, into: &file) }
    file.put(#""id":""#)
    file.put(district.id(.student, index))
    file.put(#"","name":"#)
    putName(of: student, victim, into: &file)
    if version.hasUsers {
      file.put(#","roles":{"student":{"#)
      if hasEmail { putEmail(of: student, into: &file) }
    } else {
      file.put(byte: UInt8(ascii: ","))
    }
    putStudentFields(student, victim, &dice, isOther: copy != .only, into: &file)
    if version.hasUsers { file.put("}}}") } else { file.put(byte: UInt8(ascii: "}")) }
  }

  @inline(__always)
  private func putEmail(of student: Student, into file: inout OutputFile) {
    file.put(#""email":""#)
    putAddress(of: student, into: &file)
    file.put(#"","#)
  }

  /// Puts a student's address, without quotes.
  @inline(__always)
  func putAddress(of student: Student, into file: inout OutputFile) {
    putLocalPart(of: student, into: &file)
    file.put("@students.pinevalley.internal")
  }

  @inline(__always)
  private func putLocalPart(of student: Student, into file: inout OutputFile) {
    district.words.first.putAddress(student.first, into: &file)
    district.words.last.putAddress(student.last, into: &file)
    file.put(decimal: student.index)
  }

  @inline(__always)
  private func putName(
    of student: Student,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    if let victim, putFaultyName(of: student, victim, into: &file) { return }
    let words = district.words
    file.put(#"{"first":""#)
    words.first.put(student.first, into: &file)
    file.put(#"","last":""#)
    words.last.put(student.last, into: &file)
    if student.middle >= 0 {
      file.put(#"","middle":""#)
      words.first.put(student.middle, into: &file)
    }
    file.put(#""}"#)
  }

  /// Puts the name that a fault makes; false if the fault is not in the name.
  private func putFaultyName(
    of student: Student,
    _ victim: FaultSchedule.Victim,
    into file: inout OutputFile
  ) -> Bool {
    switch victim.planting {
    case .nameless, .contactOfNameless:
      if victim.ordinal % 2 == 0 { file.put(#"{"first":"","last":null}"#) } else { file.put("{}") }
      return true
    case .formula: file.put(#"{"first":"=1+1","last":""#)
    case .formulaLike: file.put(#"{"first":"-Ann","last":""#)
    case .deceiving:
      // A bell, and a mark that turns the letters behind it.
      if victim.ordinal % 2 == 0 {
        file.put(#"{"first":"An\u0007n","last":""#)
      } else {
        file.put("{\"first\":\"An\u{202E}n\",\"last\":\"")
      }
    case .longName:
      file.put(#"{"first":""#)
      for _ in 0..<60 { file.put("Añana") }
      file.put(#"","last":""#)
    case .keyTwice: file.put(#"{"first":"Ann","last":"Other","last":""#)
    case .garbledName: file.put(#"{"first":"JosÃ©","last":""#)
    case .numberedName: file.put(#"{"first":"Ann 2","last":""#)
    case .markedUpName: file.put(#"{"first":"D&#39;Ann","last":""#)
    case .nameWithAddress: file.put(#"{"first":"ann@pinevalley.internal","last":""#)
    default: return false
    }
    district.words.last.put(student.last, into: &file)
    file.put(#""}"#)
    return true
  }

  /// Puts what stands in the record before v3 and in the role from v3 on.
  private func putStudentFields(
    _ student: Student,
    _ victim: FaultSchedule.Victim?,
    _ dice: inout Dice,
    isOther: Bool,
    into file: inout OutputFile
  ) {
    let words = district.words
    var school = district.id(.school, student.school)
    if let victim, victim.planting == .strangeHomeSchool {
      school = district.strangeID(victim.planting, victim.ordinal)
    }
    file.put(#""credentials":{"district_username":""#)
    putLocalPart(of: student, into: &file)
    // As in recordings: no zeros in front.
    file.put(#""},"dob":""#)
    file.put(decimal: 1 + dice.below(12))
    file.put(byte: UInt8(ascii: "/"))
    file.put(decimal: 1 + dice.below(28))
    file.put(byte: UInt8(ascii: "/"))
    file.put(decimal: 2019 - student.grade)
    file.put(#"","ell_status":""#)
    file.put(byte: dice.happens(10) ? UInt8(ascii: "Y") : UInt8(ascii: "N"))
    file.put(#"","gender":""#)
    switch dice.below(100) {
    case ..<49: file.put("M")
    case ..<98: file.put("F")
    default: if version.hasLongLists { file.put("X") }
    }
    file.put(#"","grade":""#)
    switch victim?.planting {
    case .strangeGrade: file.put("Grade ?")
    case .gradeless: break
    case .foreignGrade:
      let isHigh = District.grades(ofSchool: student.school).contains(12)
      words.grades.put(isHigh ? 1 : 12, into: &file)
    default: words.grades.put(student.grade, into: &file)
    }
    file.put(#"","hispanic_ethnicity":""#)
    file.put(byte: dice.happens(45) ? UInt8(ascii: "Y") : UInt8(ascii: "N"))
    file.put(#"","#)
    putLocation(&dice, into: &file)
    file.put(#""race":""#)
    words.races.put(dice.below(Names.races.count), into: &file)
    file.put(#"","school":""#)
    file.put(school)
    if version >= .v12 {
      file.put(#"","schools":[""#)
      file.put(school)
      file.put(#""],"graduation_year":""#)
      file.put(decimal: 2037 - student.grade)
    }
    if version >= .v21 {
      file.put(#"","enrollments":[],"ext":{},"sis_id":""#)
    } else {
      file.put(#"","sis_id":""#)
    }
    switch victim?.planting {
    case .sharedKey:
      file.put("S")
      file.put(decimal: (victim?.ordinal ?? 0) / 2)
    case .keyless: break
    default: file.put(decimal: 100_000 + student.index)
    }
    if victim?.planting == .spacedKey { file.put(byte: UInt8(ascii: " ")) }
    if victim?.planting == .rewrittenKey { file.put(".0") }
    file.put(#"","state_id":""#)
    file.put(decimal: (isOther ? 9_000_000_000 : 5_550_000_000) + student.index)
    file.put(#"","student_number":""#)
    file.put(decimal: 100_000 + student.index)
    file.put(byte: UInt8(ascii: "\""))
    if version == .v31 { putFieldsOfNewestVersion(&dice, into: &file) }
  }

  /// Puts what v3.1 adds: all of it children's own business that no import needs.
  @inline(__always)
  private func putFieldsOfNewestVersion(_ dice: inout Dice, into file: inout OutputFile) {
    if dice.happens(8) {
      file.put(#","disability":{"disability_code":"sld","disability_status":"Y","#)
      file.put(#""disability_type":"Specific learning disability"},"frl_status":""#)
    } else {
      file.put(#","disability":{"disability_status":"N"},"frl_status":""#)
    }
    switch dice.below(3) {
    case 0: file.put("Free")
    case 1: file.put("Reduced")
    default: file.put("Paid")
    }
    let language = dice.below(Names.languages.count)
    file.put(#"","gifted_status":"N","home_language":""#)
    district.words.languages.put(language, into: &file)
    file.put(#"","home_language_code":""#)
    district.words.languages.putAddress(language, into: &file)
    file.put(#"","iep_status":"N","preferred_name":{"first":"","last":"","middle":""},"#)
    file.put(#""section_504_status":"N""#)
  }
}
