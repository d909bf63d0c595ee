internal import BloomzModel
internal import FlatTables

/// Writes one CSV file of a profile: the header, then the rows of its table in its order.
///
/// Plain loops over rows, one for each ``ProfileTable``; no `String` and no memory per row.
struct CSVTable {
  private let file: ProfileFile
  private let values: RowValues
  private let layout: RowLayout
  /// How many rows were written, the header not counted.
  private(set) var rowCount = 0

  init(_ file: ProfileFile, of values: RowValues) {
    self.file = file
    self.values = values
    self.layout = RowLayout(file.columns.indices, of: file, endsLine: true)
  }

  /// Writes the whole file.
  ///
  /// - Throws: ``BundleError`` at the first row that has no value for a required column.
  mutating func write<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    for (index, column) in file.columns.enumerated() {
      if index > 0 { output.put(byte: UInt8(ascii: ",")) }
      output.put(csvField(column.name).span)
    }
    output.put(lineEnd.span)
    switch file.table {
    case .schools: try writeSchools(into: &output)
    case .classes: try writeClasses(into: &output)
    case .staff: try writeStaff(into: &output)
    case .students: try writeStudents(into: &output)
    case .contacts: try writeContacts(into: &output)
    case .memberships: writeMemberships(into: &output)
    }
  }

  private mutating func writeSchools<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    var place = RowPlace()
    for school in 0..<values.roster.schools.count {
      place.school = school
      try put(place, into: &output)
    }
  }

  private mutating func writeClasses<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    var place = RowPlace()
    for row in 0..<values.roster.classes.count {
      place.classRow = row
      place.school = Int(values.roster.classes.school[row])
      try put(place, into: &output)
    }
  }

  private mutating func writeStaff<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    let atSchool = values.roster.staff.schools.inverted(count: values.roster.schools.count)
    let people = atSchool.targets
    var place = RowPlace()
    for school in 0..<values.roster.schools.count {
      place.school = school
      for index in atSchool.range(school) {
        place.staffMember = Int(people[index])
        try put(place, into: &output)
      }
    }
  }

  private mutating func writeStudents<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    let atSchool = values.roster.students.schools.inverted(count: values.roster.schools.count)
    let people = atSchool.targets
    var place = RowPlace()
    for school in 0..<values.roster.schools.count {
      place.school = school
      for index in atSchool.range(school) {
        place.student = Int(people[index])
        try put(place, into: &output)
      }
    }
  }

  private mutating func writeContacts<Sink: ByteSink & ~Copyable>(
    into output: inout Sink
  ) throws(BundleError) {
    let children = values.roster.contacts.children
    let students = children.targets
    let schoolsOfStudents = values.roster.students.schools
    let schools = schoolsOfStudents.targets
    // A row for each link of a contact to a child, gathered at the child's first school.
    var contactOfLink: [Int32] = []
    contactOfLink.reserveCapacity(students.count)
    var schoolOfLink = Links()
    schoolOfLink.reserve(rows: students.count, links: students.count)
    for contact in 0..<values.roster.contacts.count {
      for link in children.range(contact) {
        contactOfLink.append(Int32(contact))
        schoolOfLink.append(schools[schoolsOfStudents.range(Int(students[link])).lowerBound])
        schoolOfLink.closeRow()
      }
    }
    let atSchool = schoolOfLink.inverted(count: values.roster.schools.count)
    let links = atSchool.targets
    var place = RowPlace()
    for school in 0..<values.roster.schools.count {
      place.school = school
      for index in atSchool.range(school) {
        place.child = Int(links[index])
        place.contact = Int(contactOfLink[place.child])
        place.student = Int(students[place.child])
        try put(place, into: &output)
      }
    }
  }

  private mutating func writeMemberships<Sink: ByteSink & ~Copyable>(into output: inout Sink) {
    let roster = values.roster
    let teachers = roster.classes.teachers.targets
    let students = roster.classes.students.targets
    var parents = ClassParents(of: roster)
    var rows = MembershipRows(file, of: values)
    var place = RowPlace()
    for row in 0..<roster.classes.count {
      place.classRow = row
      place.school = Int(roster.classes.school[row])

      place.memberType = .teacher
      rows.start(place)
      for index in roster.classes.teachers.range(row) {
        rows.put(roster.staff.key[Int(teachers[index])], of: roster.text, into: &output)
      }
      place.memberType = .student
      rows.start(place)
      for index in roster.classes.students.range(row) {
        rows.put(roster.students.key[Int(students[index])], of: roster.text, into: &output)
      }
      parents.find(row, in: roster)
      guard !parents.rows.isEmpty else { continue }
      place.memberType = .parent
      rows.start(place)
      for contact in parents.rows {
        rows.put(roster.contacts.key[Int(contact)], of: roster.text, into: &output)
      }
    }
    rowCount = rows.count
  }

  @inline(__always)
  private mutating func put<Sink: ByteSink & ~Copyable>(
    _ place: RowPlace,
    into output: inout Sink
  ) throws(BundleError) {
    rowCount += 1
    if let column = layout.put(place, of: values, into: &output) {
      throw BundleError(
        "row \(rowCount) of '\(file.name).csv' has no '\(file.columns[column].name)', "
          + "which is required"
      )
    }
  }
}

private let lineEnd = Array("\r\n".utf8)
