internal import BloomzModel
import Findings
internal import Roster

extension Roster {
  /// The fate of a record that is left out for `reason`.
  mutating func fate(_ reason: TransformReason) -> Fate {
    Fate(reason.isWithheld ? .withheld : .outOfScope, reason: self.reason(reason.rawValue))
  }

  /// Gives the two rows of a v3 user with the roles teacher and staff the same fate: if one is left
  /// out, so is the other. `outOfScope` is the exception, because it is about one of the two roles.
  mutating func agreeOnSharedRecords() {
    for row in 0..<schoolAdmins.count where schoolAdmins.teacher[row] >= 0 {
      let teacher = Int(schoolAdmins.teacher[row])
      let fate = teachers.records.fates[teacher]
      let adminFate = schoolAdmins.records.fates[row]
      if fate.keepsRecordOut {
        schoolAdmins.records.fates[row] = fate
      } else if adminFate.keepsRecordOut {
        teachers.records.fates[teacher] = adminFate
      }
    }
  }
}

extension Fate {
  /// Whether the record itself must stay out, whatever role it has.
  fileprivate var keepsRecordOut: Bool {
    switch kind {
    case .withheld, .filtered, .mergedInto, .unreadable: true
    case .undecided, .bundled, .outOfScope: false
    }
  }
}

extension Assembly {
  /// Gives all that is in the bundle the fate `bundled`, and the rest `outOfScope`.
  func decideFates(of roster: inout Roster) {
    let bundled = Fate(.bundled, reason: roster.reason(options.step.rawValue))
    for row in sources.schools { roster.schools.records.decide(bundled, Int(row)) }
    for row in sources.classes { roster.sections.records.decide(bundled, Int(row)) }
    for row in sources.students { roster.students.records.decide(bundled, Int(row)) }
    for row in sources.contacts { roster.contacts.records.decide(bundled, Int(row)) }
    for person in sources.staff {
      if person.entity == .teacher {
        roster.teachers.records.decide(bundled, Int(person.row))
      } else {
        roster.schoolAdmins.records.decide(bundled, Int(person.row))
      }
    }
    for row in adminRows.indices where roster.schoolAdmins.teacher[row] >= 0 {
      let teacher = Int(roster.schoolAdmins.teacher[row])
      if teacherRows[teacher] >= 0 || adminRows[row] >= 0 {
        roster.teachers.records.fates[teacher] = bundled
      }
      roster.schoolAdmins.records.fates[row] = roster.teachers.records.fates[teacher]
    }

    let rest = roster.fate(.stage)
    for row in adminRows.indices { roster.schoolAdmins.records.decide(rest, row) }
    for row in 0..<roster.districtAdmins.count { roster.districtAdmins.records.decide(rest, row) }
    for row in 0..<roster.districts.count { roster.districts.records.decide(rest, row) }
    for row in 0..<roster.courses.count { roster.courses.records.decide(rest, row) }
    for row in 0..<roster.terms.count { roster.terms.records.decide(rest, row) }
    for index in roster.others.indices where roster.others[index].fate == .undecided {
      roster.others[index].fate = rest
    }
  }

  /// Checks that every record has its fate, and that the bundle has as many as are `bundled`.
  ///
  /// - Throws: ``TransformFault`` if not: a fault of the program.
  func closeBooks(of roster: Roster) throws(TransformFault) {
    try close(.school, roster.schools.records, rows: bloomz.schools.count)
    try close(.section, roster.sections.records, rows: bloomz.classes.count)
    try close(.student, roster.students.records, rows: bloomz.students.count)
    try close(.contact, roster.contacts.records, rows: bloomz.contacts.count)
    let teachers = sources.staff.count { $0.entity == .teacher }
    let shared = adminRows.indices.filter { roster.schoolAdmins.teacher[$0] >= 0 }
    let twice = shared.count {
      teacherRows[Int(roster.schoolAdmins.teacher[$0])] >= 0 && adminRows[$0] < 0
    }
    let asStaff = shared.count { adminRows[$0] >= 0 }
    try close(.teacher, roster.teachers.records, rows: teachers + asStaff)
    try close(
      .schoolAdmin,
      roster.schoolAdmins.records,
      rows: sources.staff.count - teachers + twice
    )
  }

  private func close(
    _ entity: Entity,
    _ records: RecordColumns,
    rows: Int
  ) throws(TransformFault) {
    var bundled = 0
    var undecided = 0
    for row in 0..<records.count where records.isRecord(row) {
      switch records.fates[row].kind {
      case .bundled: bundled += 1
      case .undecided: undecided += 1
      default: break
      }
    }
    guard bundled == rows, undecided == 0 else {
      throw .booksOpen(entity, bundled: bundled, rows: rows, undecided: undecided)
    }
  }
}
