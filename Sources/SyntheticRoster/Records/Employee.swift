import SafeFiles

/// An employee of the district, in the role that the record is about.
enum Post {
  case teacher(Int)
  case staff(Int)
  case districtAdmin(Int)
}

/// What the records of an employee have in common in all roles. Records that share it have the same
/// e-mail address, and are one user in v3 (`CleverData.md`, section 6.4).
struct Employee {
  var first: Int
  var last: Int
  /// Makes the address the only one: `t12`, `a3`, `d0`.
  var mark: UInt8
  var number: Int
}

extension District {
  /// The number that a school admin has as teacher; nil if the admin does not teach.
  func teacher(whoIsAdmin admin: Int) -> Int? {
    guard admin % 2 == 1, admin < 2 * plan.schools else { return nil }
    let teacher = teachingAdmins[admin / 2]
    return teacher < 0 ? nil : teacher
  }

  /// The number that a teacher has as school admin; nil if the teacher is none.
  func admin(whoTeaches teacher: Int) -> Int? {
    let school = school(ofTeacher: teacher)
    return teachingAdmins[school] == teacher ? 2 * school + 1 : nil
  }

  /// The number that a district admin has as school admin: district admin 1 is school admin 1, the
  /// second one of the first school. nil for the others.
  func admin(whoIsDistrictAdmin number: Int) -> Int? { number == 1 ? 1 : nil }

  /// The person who has a post.
  func employee(_ post: Post) -> Employee {
    switch post {
    case .teacher(let teacher): return employee(.teacher, teacher, mark: UInt8(ascii: "t"))
    case .staff(let admin):
      if let teacher = teacher(whoIsAdmin: admin) { return employee(.teacher(teacher)) }
      return employee(.admin, admin, mark: UInt8(ascii: "a"))
    case .districtAdmin(let number):
      if let admin = admin(whoIsDistrictAdmin: number) { return employee(.staff(admin)) }
      return employee(.districtAdmin, number, mark: UInt8(ascii: "d"))
    }
  }

  private func employee(_ kind: RecordKind, _ number: Int, mark: UInt8) -> Employee {
    var dice = Dice(plan.seed, kind, number)
    return Employee(
      first: words.first.spelling(&dice),
      last: words.last.spelling(&dice),
      mark: mark,
      number: number
    )
  }
}

extension RecordWriter {
  /// The id of a teacher.
  func teacherID(_ teacher: Int) -> CleverID {
    district.id(version.hasUsers ? .teacherUser : .teacher, teacher)
  }

  /// The id of a school admin; in v3, of the user who has that role.
  func adminID(_ admin: Int) -> CleverID {
    guard version.hasUsers else { return district.id(.admin, admin) }
    if let teacher = district.teacher(whoIsAdmin: admin) { return teacherID(teacher) }
    return district.id(.staffUser, admin)
  }

  /// The id of a district admin; in v3, of the user who has that role.
  func districtAdminID(_ number: Int) -> CleverID {
    guard version.hasUsers else { return district.id(.districtAdmin, number) }
    if let admin = district.admin(whoIsDistrictAdmin: number) { return adminID(admin) }
    return district.id(.districtAdminUser, number)
  }

  /// Puts an address without quotes. It reaches no person: `internal` is kept for private networks
  /// (IANA, 2024, after ICANN's SAC113) and is in no public name server.
  func put(_ employee: Employee, into file: inout OutputFile) {
    putLocalPart(employee, into: &file)
    file.put("@pinevalley.internal")
  }

  /// Puts the part before the `@`.
  func putLocalPart(_ employee: Employee, into file: inout OutputFile) {
    district.words.first.putAddress(employee.first, into: &file)
    file.put(byte: UInt8(ascii: "."))
    district.words.last.putAddress(employee.last, into: &file)
    file.put(byte: UInt8(ascii: "."))
    file.put(byte: employee.mark)
    file.put(decimal: employee.number)
  }

  /// Puts `name`.
  func putName(_ employee: Employee, into file: inout OutputFile) {
    file.put(#","name":{"first":""#)
    district.words.first.put(employee.first, into: &file)
    file.put(byte: UInt8(ascii: "\""))
    file.putField("last", employee.last, of: district.words.last)
    file.endObject()
  }
}
