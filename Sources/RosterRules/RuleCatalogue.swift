import Findings
public import Roster

/// All rules, and the one loop that runs them.
public enum RuleCatalogue {
  /// The rule with `id`, if there is one.
  public static func rule(_ id: String) -> RosterRule? { index(of: id).map { all[$0] } }

  /// The position of the rule with `id` in ``all``.
  public static func index(of id: String) -> Int? {
    all.firstIndex { $0.id == id }
  }

  /// Positions in ``all`` in the order rules run: by phase, then by id.
  static let runningOrder = all.indices.sorted {
    (all[$0].phase, $0) < (all[$1].phase, $1)
  }

  /// Runs every rule that has something to judge, and withholds the records that an error names.
  ///
  /// Rules see what the rules before them left: a record that is withheld is passed over from then
  /// on. Nothing depends on anything but the roster, the step and the levels.
  ///
  /// Cost: a few passes over each table, and one hash look-up for each key and address.
  ///
  /// - Parameters:
  ///   - roster: its scope is decided; the fates of records that an error names become `withheld`,
  ///     with the rule's id as the reason.
  ///   - step: contacts are judged in step two alone.
  ///   - includesOtherStaff: whether school admins are imported, and so judged, beside teachers.
  ///   - levels: what each rule's findings weigh.
  /// - Returns: what was found, and which rules did not run.
  public static func run(
    on roster: inout Roster,
    step: GuideStep,
    includesOtherStaff: Bool = false,
    levels: RuleLevels = .standard
  ) -> RuleOutcome {
    var outcome = RuleOutcome(levels: levels)
    for index in runningOrder {
      let rule = all[index]
      if let why = whyNot(rule, on: roster, step: step, includesOtherStaff) {
        outcome.notRun.append(RuleNotRun(id: rule.id, why: why, hides: rule.hides))
        continue
      }
      var report = RuleReport(rule: index, step: step, includesOtherStaff: includesOtherStaff)
      rule.check(roster, &report)
      guard !report.hits.isEmpty else { continue }
      outcome.hits += report.hits
      outcome.counts[index] = report.hits.count
      guard levels[index] >= .error else { continue }
      let fate = Fate(.withheld, reason: roster.reason(rule.id))
      for hit in report.hits where hit.row >= 0 {
        if let entity = hit.entity { roster.decide(fate, entity, Int(hit.row)) }
      }
    }
    outcome.notRun.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return outcome
  }

  private static func whyNot(
    _ rule: RosterRule,
    on roster: Roster,
    step: GuideStep,
    _ includesOtherStaff: Bool
  ) -> String? {
    switch rule.subject {
    case .contacts where step == .classesTeachersStudents: "step one imports no contacts"
    case .otherStaff where !includesOtherStaff: "no staff but teachers are imported"
    default: rule.cannotRun(roster)
    }
  }
}
