import BloomzModel
import FlatTables
import MailMessage

/// The people of a roster that one kind of invitation is for, seen alike whether they are staff
/// or contacts.
struct InvitedPeople {
  let roster: BloomzRoster
  let role: InvitedRole
  /// The classes of each member of staff; without rows for parents.
  private let classes: Links
  /// The schools' names, and whether they may be in a mail.
  private let schoolNames: [String]
  private let schoolChecks: [NameCheck]

  init(_ roster: BloomzRoster, role: InvitedRole) {
    self.roster = roster
    self.role = role
    classes =
      role == .teacher ? roster.classes.teachers.inverted(count: roster.staff.count) : Links()
    schoolNames = roster.schools.name.map { roster.text.string($0) }
    schoolChecks = roster.schools.name.map { NameCheck(roster.text.span($0)) }
  }

  /// The rows of all people that this kind is for, ascending.
  var rows: [Int] {
    switch role {
    case .teacher: roster.staff.role.indices.filter { roster.staff.role[$0] == .teacher }
    case .parent: Array(0..<roster.contacts.count)
    }
  }

  func key(_ row: Int) -> TextRef {
    role == .teacher ? roster.staff.key[row] : roster.contacts.key[row]
  }

  func firstName(_ row: Int) -> TextRef {
    role == .teacher ? roster.staff.firstName[row] : roster.contacts.firstName[row]
  }

  func lastName(_ row: Int) -> TextRef {
    role == .teacher ? roster.staff.lastName[row] : roster.contacts.lastName[row]
  }

  func email(_ row: Int) -> TextRef {
    role == .teacher ? roster.staff.email[row] : roster.contacts.email[row]
  }

  /// First and last name with a blank between, as far as they are there.
  func name(_ row: Int) -> String {
    let first = roster.text.string(firstName(row))
    let last = roster.text.string(lastName(row))
    return first.isEmpty || last.isEmpty ? first + last : "\(first) \(last)"
  }

  /// The first of ``schools(_:)``.
  func firstSchool(_ row: Int) -> Int32 {
    switch role {
    case .teacher: roster.staff.schools.firstTarget(row)
    case .parent:
      roster.contacts.children[row].reduce(Int32.max) {
        min($0, roster.students.schools.firstTarget(Int($1)))
      }
    }
  }

  /// The person's schools, ascending, each once; at least one, as the roster promises.
  func schools(_ row: Int) -> [Int32] {
    switch role {
    case .teacher: return Array(roster.staff.schools[row])
    case .parent:
      var schools: [Int32] = []
      for child in roster.contacts.children[row] {
        for school in roster.students.schools[Int(child)] where !schools.contains(school) {
          schools.append(school)
        }
      }
      return schools.sorted()
    }
  }

  /// The names of the person's schools as part of a sentence.
  func schoolText(_ row: Int, in language: String) -> String {
    let schools = schools(row)
    if schools.count == 1 { return schoolNames[Int(schools[0])] }
    return joined(schools.map { schoolNames[Int($0)] }, in: language)
  }

  /// Gives each class of a teacher to `body`: its name, and its school where there are several.
  func forEachClass(_ row: Int, _ body: (Span<UInt8>, String?) -> Void) {
    guard role == .teacher else { return }
    let isAlone = roster.staff.schools[row].count == 1
    for index in classes[row] {
      let school = schoolNames[Int(roster.classes.school[Int(index)])]
      body(roster.text.span(roster.classes.name[Int(index)]), isAlone ? nil : school)
    }
  }

  /// Why nothing can be sent to this person, by what the roster says; nil when all is fine.
  func obstacle(_ row: Int, namesChildren: Bool) -> WithheldInvitation.Reason? {
    let verdict = MailAddress.check(roster.text.span(email(row)))
    guard verdict == .ok || verdict == .reservedForExamples else { return .address(verdict) }
    if let reason = obstacle(in: firstName(row), "name") { return reason }
    if let reason = obstacle(in: lastName(row), "name") { return reason }
    for school in schools(row) {
      if let reason = reason(schoolChecks[Int(school)], "school's name") { return reason }
    }
    switch role {
    case .teacher:
      for index in classes[row] {
        if let reason = obstacle(in: roster.classes.name[Int(index)], "name of a class") {
          return reason
        }
      }
    case .parent where namesChildren:
      for child in roster.contacts.children[row] {
        if let reason = obstacle(in: roster.students.firstName[Int(child)], "name of a child") {
          return reason
        }
      }
    case .parent: break
    }
    return nil
  }

  private func obstacle(in text: TextRef, _ field: String) -> WithheldInvitation.Reason? {
    // Most names are plain ASCII, and the arena knows it.
    guard !text.flags.isDisjoint(with: [.hasControl, .hasNonASCII]) else { return nil }
    return reason(NameCheck(roster.text.span(text)), field)
  }

  private func reason(_ check: NameCheck, _ field: String) -> WithheldInvitation.Reason? {
    switch check {
    case .fine: nil
    case .control: .controlCharacter(in: field)
    case .hidden: .hiddenCharacter(in: field)
    }
  }
}

extension Links {
  /// The first target of a row that has one.
  fileprivate func firstTarget(_ row: Int) -> Int32 { targets[range(row).lowerBound] }
}
