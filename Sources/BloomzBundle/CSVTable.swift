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
    // A row for each link of a contact to a child, gathered at the child's first school.
    let contacts = values.roster.contacts
    let students = contacts.children.targets
    let schools = values.roster.students.schools
    let targets = schools.targets
    let schoolOfLink = students.map { targets[schools.range(Int($0)).lowerBound] }
    let (starts, atSchool) = contactsAtSchools(schoolOfLink)
    var place = RowPlace()
    for school in 0..<values.roster.schools.count {
      place.school = school
      for index in starts[school]..<starts[school + 1] {
        place.contact = Int(atSchool[index])
        for child in contacts.children.range(place.contact)
        where schoolOfLink[child] == Int32(school) {
          place.child = child
          place.student = Int(students[child])
          try put(place, into: &output)
        }
      }
    }
  }

  /// The contacts with a child at each school, ascending and each once, and where those of a school
  /// begin.
  private func contactsAtSchools(
    _ schoolOfLink: [Int32]
  ) -> (starts: [Int], contacts: [Int32]) {
    let children = values.roster.contacts.children
    let schoolCount = values.roster.schools.count
    func visit(_ body: (_ school: Int, _ contact: Int32) -> Void) {
      var latest = [Int32](repeating: -1, count: schoolCount)
      for contact in 0..<children.rowCount {
        for link in children.range(contact) {
          let school = Int(schoolOfLink[link])
          if latest[school] == Int32(contact) { continue }
          latest[school] = Int32(contact)
          body(school, Int32(contact))
        }
      }
    }
    var starts = [Int](repeating: 0, count: schoolCount + 1)
    visit { school, _ in starts[school + 1] += 1 }
    for school in 0..<schoolCount { starts[school + 1] += starts[school] }
    var next = starts
    var contacts = [Int32](repeating: 0, count: starts[schoolCount])
    visit { school, contact in
      contacts[next[school]] = contact
      next[school] += 1
    }
    return (starts, contacts)
  }

  private mutating func writeMemberships<Sink: ByteSink & ~Copyable>(into output: inout Sink) {
    let roster = values.roster
    var parents = ClassParents(values.contactsOfStudents)
    var rows = MembershipRows(file, of: values)
    var place = RowPlace()
    for row in 0..<roster.classes.count {
      place.classRow = row
      place.school = Int(roster.classes.school[row])
      place.memberType = .teacher
      rows.put(roster.classes.teachers[row], keys: roster.staff.key, at: place, into: &output)
      place.memberType = .student
      rows.put(roster.classes.students[row], keys: roster.students.key, at: place, into: &output)
      place.memberType = .parent
      parents.find(row, in: roster)
      rows.put(parents.rows[...], keys: roster.contacts.key, at: place, into: &output)
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
