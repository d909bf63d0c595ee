import Findings
import FlatTables
import Roster

/// Builds rosters in code: records named by short ids, each at a place of its own.
struct RosterBuilder {
  var roster = Roster()
  private var offset = 0

  /// A roster whose only file is of `version`.
  init(version: String = "v2.1") {
    var file = SourceFile(path: "export.json", byteCount: 1_000_000)
    file.version = version
    roster.source.files = [file]
  }

  mutating func id(_ text: String) throws -> RecordID {
    try roster.id(Array(text.utf8).span)
  }

  mutating func nextPlace() -> RecordPlace {
    offset += 100
    return RecordPlace(file: 0, offset: offset)
  }

  mutating func schoolRow(_ id: String) throws -> Int32 {
    roster.schools.row(naming: try self.id(id))
  }

  /// One record of every kind that has an id and nothing else.
  mutating func emptyRecords() throws {
    let id = try id("nothing")
    let place = nextPlace()
    roster.schools.setPlace(place, of: roster.schools.row(naming: id))
    roster.sections.setPlace(place, of: roster.sections.row(naming: id))
    roster.teachers.setPlace(place, of: roster.teachers.row(naming: id))
    roster.students.setPlace(place, of: roster.students.row(naming: id))
    roster.contacts.setPlace(place, of: roster.contacts.row(naming: id))
    roster.schoolAdmins.setPlace(place, of: roster.schoolAdmins.row(naming: id))
  }

  mutating func district(_ id: String, state: DistrictState = .running) throws {
    let row = roster.districts.row(naming: try self.id(id))
    roster.districts.setPlace(nextPlace(), of: row)
    roster.districts.state[Int(row)] = state
  }

  mutating func school(
    _ id: String,
    name: String = "Oak Hill",
    highGrade: CleverGrade = .grade5,
    district: String = "pine-valley"
  ) throws {
    let row = try schoolRow(id)
    roster.schools.setPlace(nextPlace(), of: row)
    roster.schools.name[Int(row)] = try roster.text.append(name)
    roster.schools.highGrade[Int(row)] = highGrade
    roster.schools.district[Int(row)] = roster.districts.row(naming: try self.id(district))
  }

  mutating func teacher(_ id: String, email: String, school: String) throws {
    let row = roster.teachers.row(naming: try self.id(id))
    roster.teachers.setPlace(nextPlace(), of: row)
    roster.teachers.lastName[Int(row)] = try roster.text.append("Stone")
    roster.teachers.email[Int(row)] = try roster.text.append(email)
    roster.teachers.school[Int(row)] = try schoolRow(school)
  }

  mutating func schoolAdmin(_ id: String, email: String = "", schools: [String]) throws {
    let row = roster.schoolAdmins.row(naming: try self.id(id))
    roster.schoolAdmins.setPlace(nextPlace(), of: row)
    roster.schoolAdmins.email[Int(row)] = try roster.text.append(email)
    let first = roster.schoolAdmins.schools.flat.count
    for school in schools { roster.schoolAdmins.schools.flat.append(try schoolRow(school)) }
    roster.schoolAdmins.schools.setTargets(of: Int(row), from: first)
  }

  mutating func districtAdmin(_ id: String, email: String) throws {
    let row = roster.districtAdmins.row(naming: try self.id(id))
    roster.districtAdmins.setPlace(nextPlace(), of: row)
    roster.districtAdmins.email[Int(row)] = try roster.text.append(email)
  }

  /// Makes `id` another name of the person in `row`.
  mutating func formerID(_ id: String, of entity: Entity, row: Int32) throws {
    roster.formerIDs.entries.append(FormerIDs.Entry(try self.id(id), entity, row))
  }

  mutating func student(
    _ id: String,
    name: String = "Berg",
    grade: CleverGrade = .grade3,
    email: String = "",
    school: String
  ) throws {
    let row = roster.students.row(naming: try self.id(id))
    roster.students.setPlace(nextPlace(), of: row)
    roster.students.sisID[Int(row)] = try roster.text.append("k-\(id)")
    roster.students.lastName[Int(row)] = try roster.text.append(name)
    roster.students.grade[Int(row)] = grade
    roster.students.email[Int(row)] = try roster.text.append(email)
    roster.students.school[Int(row)] = try schoolRow(school)
  }

  mutating func section(
    _ id: String,
    school: String,
    subject: String = "homeroom/advisory",
    teachers: [String],
    students: [String]
  ) throws {
    let row = Int(roster.sections.row(naming: try self.id(id)))
    roster.sections.setPlace(nextPlace(), of: Int32(row))
    roster.sections.sisID[row] = try roster.text.append("k-\(id)")
    roster.sections.name[row] = try roster.text.append(id)
    roster.sections.subject[row] = try roster.text.append(subject)
    roster.sections.school[row] = try schoolRow(school)
    let firstTeacher = roster.sections.teachers.flat.count
    for teacher in teachers {
      roster.sections.teachers.flat.append(roster.teachers.row(naming: try self.id(teacher)))
    }
    roster.sections.teachers.setTargets(of: row, from: firstTeacher)
    roster.sections.primaryTeacher[row] = roster.sections.teachers[row].first ?? -1
    let firstStudent = roster.sections.students.flat.count
    for student in students {
      roster.sections.students.flat.append(roster.students.row(naming: try self.id(student)))
    }
    roster.sections.students.setTargets(of: row, from: firstStudent)
  }

  mutating func contact(
    _ id: String,
    email: String = "",
    phone: String = "",
    relationship: String = "Parent",
    type: ContactType = .parentGuardian,
    students: [String]
  ) throws {
    let row = Int(roster.contacts.row(naming: try self.id(id)))
    roster.contacts.setPlace(nextPlace(), of: Int32(row))
    roster.contacts.lastName[row] = try roster.text.append("Grace Okafor")
    roster.contacts.email[row] = try roster.text.append(email)
    roster.contacts.phone[row] = try roster.text.append(phone)
    let first = roster.contacts.students.flat.count
    for student in students {
      roster.contacts.students.flat.append(roster.students.row(naming: try self.id(student)))
      roster.contacts.relationship.append(try roster.word(Array(relationship.utf8).span))
      roster.contacts.type.append(type)
    }
    roster.contacts.students.setTargets(of: row, from: first)
  }

  /// The row of a teacher that was built.
  func teacherRow(_ id: String) -> Int? {
    roster.existingID(id).flatMap { roster.teachers.records.row(of: $0) }.map(Int.init)
  }
}
