internal import BloomzModel
internal import FlatTables
internal import Roster

extension Assembly {
  /// Places and fills the staff: teachers of the bundle's classes and, if the option is on, school
  /// admins who work at one of its schools.
  ///
  /// Both kinds are in one table, so their keys must differ.
  mutating func placeStaff(of roster: inout Roster) throws {
    var people: [StaffSource] = []
    let noClass = roster.fate(.teacherWithoutClass)
    var isTeacher = [Bool](repeating: false, count: teaches.count)
    for row in teaches.indices where roster.teachers.records.isOpen(row) && teaches[row] {
      isTeacher[row] = true
      people.append(StaffSource(entity: .teacher, row: Int32(row)))
    }
    let teacherCount = people.count
    if options.includesOtherStaff { chooseOtherStaff(isTeacher, &people, of: &roster) }
    for row in teaches.indices where !isTeacher[row] {
      roster.teachers.records.decide(noClass, row)
    }

    var keys = try keys(
      of: people[..<teacherCount].map(\.row),
      own: roster.teachers.sisID,
      roster.teachers.records,
      roster
    )
    keys += try self.keys(
      of: people[teacherCount...].map(\.row),
      own: roster.schoolAdmins.staffID,
      roster.schoolAdmins.records,
      roster
    )
    do throws(KeyClash) {
      if let positions = try KeyOrder.positions(of: keys, in: bloomz.text) {
        people = people.reordered(by: positions)
        keys = keys.reordered(by: positions)
      }
    } catch {
      let (first, second) = (people[error.first], people[error.second])
      throw TransformFault.clash(
        of: bloomz.text.string(keys[error.first]),
        table: "staff",
        (first.entity, roster.idText(first.id(in: roster))),
        (second.entity, roster.idText(second.id(in: roster)))
      )
    }
    bloomz.staff.key = keys
    sources.staff = people
    fillStaff(of: roster)
  }

  private mutating func fillStaff(of roster: Roster) {
    for (position, person) in sources.staff.enumerated() {
      let row = Int(person.row)
      if person.entity == .teacher {
        teacherRows[row] = Int32(position)
        bloomz.staff.firstName.append(roster.teachers.firstName[row])
        bloomz.staff.lastName.append(roster.teachers.lastName[row])
        bloomz.staff.email.append(roster.teachers.email[row])
        bloomz.staff.role.append(.teacher)
      } else {
        adminRows[row] = Int32(position)
        bloomz.staff.firstName.append(roster.schoolAdmins.firstName[row])
        bloomz.staff.lastName.append(roster.schoolAdmins.lastName[row])
        bloomz.staff.email.append(roster.schoolAdmins.email[row])
        bloomz.staff.role.append(.schoolSupportStaff)
      }
    }
  }

  /// Adds the open school admins who work at a school of the bundle and do not teach there.
  private func chooseOtherStaff(
    _ isTeacher: [Bool],
    _ people: inout [StaffSource],
    of roster: inout Roster
  ) {
    let noSchool = roster.fate(.staffWithoutSchool)
    for row in adminRows.indices where roster.schoolAdmins.records.isOpen(row) {
      let teacher = roster.schoolAdmins.teacher[row]
      if teacher >= 0, isTeacher[Int(teacher)] { continue }
      let isPlaced = roster.schoolAdmins.schools[row].contains { schoolRows[Int($0)] >= 0 }
      if isPlaced {
        people.append(StaffSource(entity: .schoolAdmin, row: Int32(row)))
      } else {
        roster.schoolAdmins.records.decide(noSchool, row)
      }
    }
  }

  /// Adds the schools that school admins work at, theirs or the shared teacher's.
  func addSchoolsOfOtherStaff(to schools: inout PeoplesSchools, of roster: Roster) {
    guard options.includesOtherStaff else { return }
    for row in adminRows.indices {
      let teacher = roster.schoolAdmins.teacher[row]
      let person =
        teacher >= 0 && teacherRows[Int(teacher)] >= 0
        ? teacherRows[Int(teacher)] : adminRows[row]
      guard person >= 0 else { continue }
      for school in roster.schoolAdmins.schools[row] where schoolRows[Int(school)] >= 0 {
        schools.add(person, at: schoolRows[Int(school)])
      }
    }
  }
}
