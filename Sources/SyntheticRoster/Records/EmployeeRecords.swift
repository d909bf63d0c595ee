import SafeFiles

extension RecordWriter {
  /// Puts a teacher (tables Teacher and User).
  mutating func putTeacher(_ teacher: Int, into file: inout OutputFile) {
    let victim = district.teacherFaults.victim(at: teacher)
    let hasRoom = district.hasManyClasses(district.school(ofTeacher: teacher))
    if let victim, victim.planting != .teachesMuch || hasRoom {
      note(victim.planting, on: teacherID(teacher))
    }
    guard version.hasUsers else {
      putTeacherOfOldVersion(teacher, victim, into: &file)
      return
    }
    putUserStart(.teacher(teacher), victim, into: &file)
    file.put(#""teacher":{"#)
    putTeacherFields(teacher, victim, into: &file)
    file.put(byte: UInt8(ascii: "}"))
    if let admin = district.admin(whoTeaches: teacher) {
      file.put(byte: UInt8(ascii: ","))
      putStaffRole(admin, into: &file)
      if district.admin(whoIsDistrictAdmin: 1) == admin {
        file.put(byte: UInt8(ascii: ","))
        putDistrictAdminRole(1, into: &file)
      }
    }
    file.put("}}")
  }

  private func putTeacherOfOldVersion(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    var dice = Dice(district.plan.seed, .teacherUser, teacher)
    file.put(byte: UInt8(ascii: "{"))
    putTimes(&dice, into: &file)
    putDistrictID(into: &file)
    file.put(#""id":""#)
    file.put(teacherID(teacher))
    file.put(#"","#)
    putTeacherEmailAndName(teacher, victim, into: &file)
    putTeacherFields(teacher, victim, into: &file)
    file.put(byte: UInt8(ascii: "}"))
  }

  private func putTeacherFields(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    var dice = Dice(district.plan.seed, .teacherUser, ~teacher)
    var school = district.id(.school, district.school(ofTeacher: teacher))
    if let victim, victim.planting == .teacherOfStrangeSchool {
      school = district.strangeID(victim.planting, victim.ordinal)
    }
    file.put(#""credentials":{"district_username":""#)
    putLocalPart(district.employee(.teacher(teacher)), into: &file)
    file.put(#""},"school":""#)
    file.put(school)
    if version >= .v12 {
      file.put(#"","schools":[""#)
      file.put(school)
      file.put(#""]"#)
    } else {
      file.put(byte: UInt8(ascii: "\""))
    }
    if version >= .v21 { file.put(#","ext":{}"#) }
    if version.hasUsers {
      file.put(#","legacy_id":""#)
      file.put(district.id(.teacher, teacher))
      file.put(byte: UInt8(ascii: "\""))
    }
    file.put(#","sis_id":"T"#)
    file.put(teacher, digits: 6)
    file.put(#"","state_id":""#)
    file.put(decimal: 7_000_000 + teacher)
    file.put(#"","teacher_number":""#)
    file.put(decimal: 40_000 + teacher)
    file.put(#"","title":""#)
    district.words.titles.put(dice.below(Names.titles.count), into: &file)
    file.put(byte: UInt8(ascii: "\""))
  }

  /// Puts `"email":…,"name":…,`, or what the fault makes of them.
  private func putTeacherEmailAndName(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    let employee = district.employee(.teacher(teacher))
    let ordinal = victim?.ordinal ?? 0
    switch victim?.planting {
    case .withoutAddress:
      // Not shared and left empty look different and are the same.
      if ordinal % 2 == 0 { file.put(#""email":"","#) }
    default:
      file.put(#""email":""#)
      switch victim?.planting {
      case .withoutAt:
        putLocalPart(employee, into: &file)
        file.put(".pinevalley.internal")
      case .inTestDomain:
        putLocalPart(employee, into: &file)
        file.put("@pinevalley.test")
      case .inExampleDomain:
        putLocalPart(employee, into: &file)
        file.put("@example.org")
      case .sharedAddress:
        // Were the letters the same, Clever would have made one user of the two.
        if ordinal % 2 == 0 { file.put("Front.Desk") } else { file.put("front.desk") }
        file.put(decimal: ordinal / 2)
        file.put("@pinevalley.internal")
      default: put(employee, into: &file)
      }
      file.put(#"","#)
    }
    switch victim?.planting {
    case .namelessTeacher: file.put(#""name":{"first":"","last":""},"#)
    case .nobody: file.put(#""name":{"first":"","last":"TBD"},"#)
    default: putName(employee, into: &file)
    }
  }

  /// Puts a school admin of v1 or v2 (table SchoolAdmin).
  mutating func putSchoolAdmin(_ admin: Int, into file: inout OutputFile) {
    noteAdmin(admin)
    file.put(byte: UInt8(ascii: "{"))
    putDistrictID(into: &file)
    putAdminEmail(admin, into: &file)
    file.put(#""id":""#)
    file.put(adminID(admin))
    file.put(#"","#)
    putName(district.employee(.staff(admin)), into: &file)
    putStaffFields(admin, into: &file)
    file.put(byte: UInt8(ascii: "}"))
  }

  private mutating func noteAdmin(_ admin: Int) {
    if let victim = district.victim(ofAdmin: admin) {
      note(victim.planting, on: adminID(admin))
    } else if district.plan.hasFaults, !version.hasUsers,
      district.teacher(whoIsAdmin: admin) != nil
    {
      note(.adminSharesAddress, on: adminID(admin))
    }
  }

  /// Puts `"email":…,`, or what the fault makes of it.
  private func putAdminEmail(_ admin: Int, into file: inout OutputFile) {
    let employee = district.employee(.staff(admin))
    let planting = district.victim(ofAdmin: admin)?.planting
    file.put(#""email":""#)
    switch planting {
    case .adminWithoutAddress: break
    case .adminWithoutAt:
      putLocalPart(employee, into: &file)
      file.put(".pinevalley.internal")
    case .adminSharesAddress:
      let teacher = district.soundTeacher(of: district.schools(ofAdmin: admin).lowerBound)
      put(teacher.map { district.employee(.teacher($0)) } ?? employee, into: &file)
    default: put(employee, into: &file)
    }
    file.put(#"","#)
  }

  /// Puts a district admin who is nothing else.
  mutating func putDistrictAdmin(_ number: Int, into file: inout OutputFile) {
    if version.hasUsers { return putEmployee(.districtAdmin(number), into: &file) }
    let employee = district.employee(.districtAdmin(number))
    file.put(byte: UInt8(ascii: "{"))
    putDistrictID(into: &file)
    file.put(#""email":""#)
    put(employee, into: &file)
    file.put(#"","id":""#)
    file.put(districtAdminID(number))
    file.put(#"","#)
    putName(employee, into: &file)
    file.put(#""title":"District Data Lead"}"#)
  }

  /// Puts a user of v3 who does not teach.
  mutating func putEmployee(_ post: Post, into file: inout OutputFile) {
    if case .staff(let admin) = post { noteAdmin(admin) }
    putUserStart(post, nil, into: &file)
    switch post {
    case .staff(let admin):
      putStaffRole(admin, into: &file)
      if district.admin(whoIsDistrictAdmin: 1) == admin {
        file.put(byte: UInt8(ascii: ","))
        putDistrictAdminRole(1, into: &file)
      }
    case .districtAdmin(let number): putDistrictAdminRole(number, into: &file)
    case .teacher: break
    }
    file.put("}}")
  }

  /// Puts a user up to the `{` of the roles.
  private func putUserStart(
    _ post: Post,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    let (stream, number, id) =
      switch post {
      case .teacher(let teacher): (RecordKind.teacherUser, teacher, teacherID(teacher))
      case .staff(let admin): (.staffUser, admin, adminID(admin))
      case .districtAdmin(let number): (.districtAdminUser, number, districtAdminID(number))
      }
    var dice = Dice(district.plan.seed, stream, number)
    file.put(byte: UInt8(ascii: "{"))
    putTimes(&dice, into: &file)
    putDistrictID(into: &file)
    file.put(#""id":""#)
    file.put(id)
    file.put(#"","#)
    if case .teacher(let teacher) = post {
      putTeacherEmailAndName(teacher, victim, into: &file)
    } else {
      let employee = district.employee(post)
      if case .staff(let admin) = post {
        putAdminEmail(admin, into: &file)
      } else {
        file.put(#""email":""#)
        put(employee, into: &file)
        file.put(#"","#)
      }
      putName(employee, into: &file)
    }
    file.put(#""roles":{"#)
  }

  private func putStaffRole(_ admin: Int, into file: inout OutputFile) {
    file.put(#""staff":{"legacy_id":""#)
    file.put(district.id(.admin, admin))
    file.put(#"","roles":[],"#)
    putStaffFields(admin, into: &file)
    file.put(byte: UInt8(ascii: "}"))
  }

  /// Puts what a school admin has in every version.
  private func putStaffFields(_ admin: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .staffUser, ~admin)
    file.put(#""credentials":{"district_username":""#)
    putLocalPart(district.employee(.staff(admin)), into: &file)
    file.put(#""},"schools":["#)
    let schools = district.schools(ofAdmin: admin)
    for school in schools {
      if school > schools.lowerBound { file.put(byte: UInt8(ascii: ",")) }
      file.put(byte: UInt8(ascii: "\""))
      file.put(district.id(.school, school))
      file.put(byte: UInt8(ascii: "\""))
    }
    if let victim = district.victim(ofAdmin: admin), victim.planting == .adminOfStrangeSchool {
      file.put(#",""#)
      file.put(district.strangeID(victim.planting, victim.ordinal))
      file.put(byte: UInt8(ascii: "\""))
    }
    file.put("],")
    if version >= .v21 {
      file.put(#""department":""#)
      district.words.departments.put(dice.below(Names.departments.count), into: &file)
      file.put(#"","ext":{},"#)
    }
    file.put(#""staff_id":"A"#)
    file.put(admin, digits: 5)
    if admin % 2 == 0 {
      file.put(#"","title":"Principal""#)
    } else {
      file.put(#"","title":"Assistant Principal""#)
    }
  }

  private func putDistrictAdminRole(_ number: Int, into file: inout OutputFile) {
    file.put(#""district_admin":{"legacy_id":""#)
    file.put(district.id(.districtAdmin, number))
    file.put(#"","title":"District Data Lead"}"#)
  }
}
