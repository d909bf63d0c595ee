internal import BloomzModel
internal import FlatTables
internal import Roster

extension Assembly {
  /// Places and fills the schools: every open one.
  mutating func placeSchools(of roster: inout Roster) throws {
    let rows = roster.schools.openRows.map { Int32($0) }
    var own = roster.schools.sisID
    for row in own.indices where own[row].isEmpty { own[row] = roster.schools.number[row] }
    let placed = try place(
      rows,
      keys: own,
      .school,
      roster.schools.records,
      of: roster,
      in: "schools"
    )
    for (position, row) in placed.rows.enumerated() { schoolRows[Int(row)] = Int32(position) }
    bloomz.schools.key = placed.keys
    bloomz.schools.name = placed.gather(roster.schools.name)
    sources.schools = placed.rows
  }

  /// Places and fills the students: those in a class of the bundle, and those whose primary school
  /// is in the bundle.
  mutating func placeStudents(of roster: inout Roster) throws {
    let leftOut = roster.fate(.studentWithoutSchool)
    var rows: [Int32] = []
    rows.reserveCapacity(roster.students.records.recordCount)
    for row in attends.indices where roster.students.records.isOpen(row) {
      let school = roster.students.school[row]
      if attends[row] || (school >= 0 && schoolRows[Int(school)] >= 0) {
        rows.append(Int32(row))
      } else {
        roster.students.records.decide(leftOut, row)
      }
    }
    let placed = try place(
      rows,
      keys: roster.students.sisID,
      .student,
      roster.students.records,
      of: roster,
      in: "students"
    )
    bloomz.students.key = placed.keys
    bloomz.students.firstName = placed.gather(roster.students.firstName)
    bloomz.students.lastName = placed.gather(roster.students.lastName)
    bloomz.students.email =
      roster.students.keepsEmail
      ? placed.gather(roster.students.email)
      : Array(repeating: .empty, count: placed.rows.count)
    bloomz.students.grade.reserveCapacity(placed.rows.count)
    for (position, row) in placed.rows.enumerated() {
      studentRows[Int(row)] = Int32(position)
      let clever = roster.students.grade[Int(row)]
      let grade = BloomzGrade(clever)
      if grade == .none { notes.studentsWithoutGrade[clever] += 1 }
      bloomz.students.grade.append(grade)
    }
    sources.students = placed.rows
  }
}
