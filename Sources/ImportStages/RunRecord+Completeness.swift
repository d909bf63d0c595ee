import BloomzModel
import Findings
import Roster
import RosterRules
import RunReport

extension RunRecord {
  /// The tables of a bundle in which a row that is gone was removed: every record of their kinds is
  /// in the export, no rule withheld one, and nothing that goes in names one that is not there.
  /// Whom a class still names has not left, but is not shared.
  var completeTables: Set<ProfileTable> {
    let fates = FateCount(of: roster).counts
    let named = Set(
      RunRecord.rulesOfAbsence.filter { !(rules?.hits(of: $0.rule).isEmpty ?? false) }.map(\.kind)
    )
    let whole = Set(
      completeness.lazy.filter { $0.verdict == .proved }.compactMap { Entity(text: $0.type) }
    )
    .subtracting(named)
    .filter { fates[$0]?[.withheld] ?? 0 == 0 }
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
  private static let rulesOfAbsence: [(rule: String, kind: Entity)] = [
    ("section-names-unknown-student", .student), ("contact-names-unknown-student", .student),
    ("section-names-unknown-teacher", .teacher), ("section-names-unknown-school", .school),
    ("student-names-unknown-school", .school), ("teacher-names-unknown-school", .school),
    ("admin-names-unknown-school", .school),
  ]
}

extension ReportBuilder {
  /// What is known of the kinds that the export has something of.
  static func completeness(_ record: RunRecord) -> [Report.Completeness] {
    record.completeness.filter(\.isMet).map { kind in
      Report.Completeness(
        kind.type,
        records: kind.records,
        Report.Completeness.Verdict(kind.verdict),
        reasons: kind.reasons.map(\.words)
      )
    }
  }
}

extension Report.Completeness.Verdict {
  init(_ verdict: Completeness.Verdict) {
    switch verdict {
    case .proved: self = .proved
    case .notProved: self = .notProved
    case .incomplete: self = .incomplete
    }
  }
}
