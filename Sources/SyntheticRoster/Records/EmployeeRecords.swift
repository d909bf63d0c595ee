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
    beginUser(.teacher(teacher), victim, into: &file)
    file.beginObject("teacher", isFirst: true)
    putTeacherFields(teacher, victim, isFirst: true, into: &file)
    file.endObject()
    if let admin = district.admin(whoTeaches: teacher) {
      putStaffRoles(admin, isFirst: false, into: &file)
    }
    endUser(into: &file)
  }

  private func putTeacherOfOldVersion(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    var dice = Dice(district.plan.seed, .teacherUser, teacher)
    file.beginObject()
    putTimes(&dice, isFirst: true, into: &file)
    putDistrictID(into: &file)
    file.putField("id", teacherID(teacher))
    putTeacherEmailAndName(teacher, victim, into: &file)
    putTeacherFields(teacher, victim, isFirst: false, into: &file)
    file.endObject()
  }

  private func putTeacherFields(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    isFirst: Bool,
    into file: inout OutputFile
  ) {
    var dice = Dice(district.plan.seed, .teacherUser, ~teacher)
    var school = district.id(.school, district.school(ofTeacher: teacher))
    if let victim, victim.planting == .teacherOfStrangeSchool {
      school = district.strangeID(victim.planting, victim.ordinal)
    }
    putCredentials(district.employee(.teacher(teacher)), isFirst: isFirst, into: &file)
    file.putField("school", school)
    if version >= .v12 { file.putField("schools", ids: CollectionOfOne(school)) }
    if version >= .v21 { file.putField("ext", json: "{}") }
    if version.hasUsers { file.putField("legacy_id", district.id(.teacher, teacher)) }
    file.putField("sis_id", "T", Digits(teacher, 6))
    file.putField("state_id", 7_000_000 + teacher)
    file.putField("teacher_number", 40_000 + teacher)
    file.putField("title", dice.below(Names.titles.count), of: district.words.titles)
  }

  private func putCredentials(
    _ employee: Employee,
    isFirst: Bool,
    into file: inout OutputFile
  ) {
    file.beginObject("credentials", isFirst: isFirst)
    file.putFirst("district_username") { putLocalPart(employee, into: &$0) }
    file.endObject()
  }

  /// Puts `email` and `name`, or what the fault makes of them.
  private func putTeacherEmailAndName(
    _ teacher: Int,
    _ victim: FaultSchedule.Victim?,
    into file: inout OutputFile
  ) {
    let employee = district.employee(.teacher(teacher))
    let ordinal = victim?.ordinal ?? 0
    switch victim?.planting {
    case .withoutAddress:
      // An address that is not shared is absent, one that was left empty is "".
      if ordinal % 2 == 0 { file.putField("email", "") }
    case .withoutAt: putEmail(employee, at: ".pinevalley.internal", into: &file)
    case .inTestDomain: putEmail(employee, at: "@pinevalley.test", into: &file)
    case .inExampleDomain: putEmail(employee, at: "@example.org", into: &file)
    case .sharedAddress:
      // Were the letters the same, Clever would have made one user of the two.
      let name = ordinal % 2 == 0 ? "Front.Desk" : "front.desk"
      file.putField("email", name, ordinal / 2, "@pinevalley.internal")
    default: putEmail(employee, into: &file)
    }
    switch victim?.planting {
    case .namelessTeacher: file.putField("name", json: #"{"first":"","last":""}"#)
    case .placeholderName: file.putField("name", json: #"{"first":"","last":"TBD"}"#)
    default: putName(employee, into: &file)
    }
  }

  private func putEmail(
    _ employee: Employee,
    at host: StaticString = "@pinevalley.internal",
    into file: inout OutputFile
  ) {
    file.putField("email") {
      putLocalPart(employee, into: &$0)
      $0.put(host)
    }
  }

  /// Puts a school admin of v1 or v2 (table SchoolAdmin).
  mutating func putSchoolAdmin(_ admin: Int, into file: inout OutputFile) {
    noteAdmin(admin)
    file.beginObject()
    putDistrictID(isFirst: true, into: &file)
    putAdminEmail(admin, into: &file)
    file.putField("id", adminID(admin))
    putName(district.employee(.staff(admin)), into: &file)
    putStaffFields(admin, into: &file)
    file.endObject()
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

  /// Puts `email`, or what the fault makes of it.
  private func putAdminEmail(_ admin: Int, into file: inout OutputFile) {
    let employee = district.employee(.staff(admin))
    switch district.victim(ofAdmin: admin)?.planting {
    case .adminWithoutAddress: file.putField("email", "")
    case .adminWithoutAt: putEmail(employee, at: ".pinevalley.internal", into: &file)
    case .adminSharesAddress:
      let teacher = district.soundTeacher(of: district.schools(ofAdmin: admin).lowerBound)
      putEmail(teacher.map { district.employee(.teacher($0)) } ?? employee, into: &file)
    default: putEmail(employee, into: &file)
    }
  }

  /// Puts a district admin who is nothing else.
  mutating func putDistrictAdmin(_ number: Int, into file: inout OutputFile) {
    if version.hasUsers { return putEmployee(.districtAdmin(number), into: &file) }
    let employee = district.employee(.districtAdmin(number))
    file.beginObject()
    putDistrictID(isFirst: true, into: &file)
    putEmail(employee, into: &file)
    file.putField("id", districtAdminID(number))
    putName(employee, into: &file)
    file.putField("title", "District Data Lead")
    file.endObject()
  }

  /// Puts a user of v3 who does not teach.
  mutating func putEmployee(_ post: Post, into file: inout OutputFile) {
    if case .staff(let admin) = post { noteAdmin(admin) }
    beginUser(post, nil, into: &file)
    switch post {
    case .staff(let admin): putStaffRoles(admin, isFirst: true, into: &file)
    case .districtAdmin(let number): putDistrictAdminRole(number, isFirst: true, into: &file)
    case .teacher: break
    }
    endUser(into: &file)
  }

  /// Puts a user up to the `{` of the roles.
  private func beginUser(
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
    file.beginObject()
    putTimes(&dice, isFirst: true, into: &file)
    putDistrictID(into: &file)
    file.putField("id", id)
    switch post {
    case .teacher(let teacher): putTeacherEmailAndName(teacher, victim, into: &file)
    case .staff(let admin):
      putAdminEmail(admin, into: &file)
      putName(district.employee(post), into: &file)
    case .districtAdmin:
      putEmail(district.employee(post), into: &file)
      putName(district.employee(post), into: &file)
    }
    file.beginObject("roles")
  }

  private func endUser(into file: inout OutputFile) {
    file.endObject()
    file.endObject()
  }

  /// Puts the role of a school admin, and that of a district admin if this one has it too.
  private func putStaffRoles(_ admin: Int, isFirst: Bool, into file: inout OutputFile) {
    file.beginObject("staff", isFirst: isFirst)
    file.putFirst("legacy_id", district.id(.admin, admin))
    file.putField("roles", json: "[]")
    putStaffFields(admin, into: &file)
    file.endObject()
    if district.admin(whoIsDistrictAdmin: 1) == admin {
      putDistrictAdminRole(1, isFirst: false, into: &file)
    }
  }

  /// Puts what a school admin has in every version.
  private func putStaffFields(_ admin: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .staffUser, ~admin)
    putCredentials(district.employee(.staff(admin)), isFirst: false, into: &file)
    var schools = district.schools(ofAdmin: admin).map { district.id(.school, $0) }
    if let victim = district.victim(ofAdmin: admin), victim.planting == .adminOfStrangeSchool {
      schools.append(district.strangeID(victim.planting, victim.ordinal))
    }
    file.putField("schools", ids: schools)
    if version >= .v21 {
      let department = dice.below(Names.departments.count)
      file.putField("department", department, of: district.words.departments)
      file.putField("ext", json: "{}")
    }
    file.putField("staff_id", "A", Digits(admin, 5))
    file.putField("title", admin % 2 == 0 ? "Principal" : "Assistant Principal")
  }

  private func putDistrictAdminRole(
    _ number: Int,
    isFirst: Bool,
    into file: inout OutputFile
  ) {
    file.beginObject("district_admin", isFirst: isFirst)
    file.putFirst("legacy_id", district.id(.districtAdmin, number))
    file.putField("title", "District Data Lead")
    file.endObject()
  }
}
