import BloomzModel
import Findings
import Roster
import RosterRules

extension RunRecord {
  /// The tables of a bundle in which a missing row means that the record was removed.
  ///
  /// For that every record of the table's kinds must be in the export, no rule may have withheld
  /// one, and no record that goes in may name one that is not in the export: a student who is
  /// still named by a class did not leave, but is not shared.
  var completeTables: Set<ProfileTable> {
    // Before the rules ran, nothing shows that no record names one that is missing.
    let named = RunRecord.rulesOfAbsence.filter { !(rules?.hits(of: $0.rule).isEmpty ?? false) }
    let whole = RunRecord.wholeKinds(
      completeness,
      FateCount(of: roster).counts,
      named: Set(named.map(\.kind))
    )
    return RunRecord.tables(of: whole, step: step, takesOtherStaff: takesOtherStaff)
  }

  /// The kinds that are proved complete, have no withheld record, and are not in `named`.
  static func wholeKinds(
    _ completeness: [Completeness],
    _ fates: [Entity: FateCounts],
    named: Set<Entity>
  ) -> Set<Entity> {
    let proved = completeness.lazy.filter { $0.verdict == .proved }
    return Set(proved.compactMap { Entity(text: $0.type) })
      .subtracting(named)
      .filter { (fates[$0] ?? FateCounts())[.withheld] == 0 }
  }

  /// The tables of a bundle that are made of nothing but the kinds `whole`.
  static func tables(
    of whole: Set<Entity>,
    step: GuideStep,
    takesOtherStaff: Bool
  ) -> Set<ProfileTable> {
    let staff: Set<Entity> = takesOtherStaff ? [.teacher, .schoolAdmin] : [.teacher]
    var tables: [(table: ProfileTable, kinds: Set<Entity>)] = [
      (.schools, [.school]), (.classes, [.section]), (.staff, staff), (.students, [.student]),
    ]
    if step == .parentsContacts {
      tables.append((.contacts, [.contact]))
      tables.append((.memberships, staff.union([.section, .student, .contact])))
    } else {
      tables.append((.memberships, staff.union([.section, .student])))
    }
    return Set(tables.filter { $0.kinds.isSubset(of: whole) }.map(\.table))
  }

  /// The rules that find what is named and not there, and its kind.
  private static let rulesOfAbsence: [(rule: RosterRule, kind: Entity)] = [
    (.sectionNamesUnknownStudent, .student), (.contactNamesUnknownStudent, .student),
    (.sectionNamesUnknownTeacher, .teacher), (.sectionNamesUnknownSchool, .school),
    (.studentNamesUnknownSchool, .school), (.teacherNamesUnknownSchool, .school),
    (.adminNamesUnknownSchool, .school),
  ]
}
