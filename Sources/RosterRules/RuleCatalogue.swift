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

  /// Why `id` is no rule's, in lower case without a full stop.
  public static func whyUnknown(_ id: String) -> String {
    id.utf8.starts(with: "PRE-".utf8) || GateCode.allCases.contains { $0.rawValue == id }
      ? "it belongs to the permission gate, which always decides by itself"
      : "there is no such rule"
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
  ///   - day: the day the run counts from; without one no rule asks what is over.
  ///   - levels: what each rule's findings weigh.
  ///   - budgets: how many findings make a rule weigh more.
  /// - Returns: what was found, and which rules did not run.
  public static func run(
    on roster: inout Roster,
    step: GuideStep,
    includesOtherStaff: Bool = false,
    day: RuleDay? = nil,
    levels: RuleLevels = .standard,
    budgets: RuleBudgets = .none
  ) -> RuleOutcome {
    let circumstances = RuleCircumstances(
      step: step,
      includesOtherStaff: includesOtherStaff,
      day: day
    )
    var outcome = RuleOutcome(levels: levels)
    var memory = RuleMemory(roster, circumstances)
    for index in runningOrder {
      let rule = all[index]
      if let why = whyNot(rule, on: roster, circumstances) {
        outcome.notRun.append(RuleNotRun(id: rule.id, why: why, hides: rule.hides))
        continue
      }
      var report = RuleReport(rule: index, circumstances, memory)
      rule.check(roster, &report)
      memory = report.memory
      if let verdict = budgets.verdict(on: report.hits, of: index, levels[index], roster) {
        outcome.budgets.append(verdict)
        outcome.levels.raise(index, to: verdict.level)
      }
      guard !report.hits.isEmpty else { continue }
      outcome.hits += report.hits
      outcome.counts[index] = report.hits.count
      guard outcome.levels[index] >= .error else { continue }
      let fate = Fate(.withheld, reason: roster.reason(rule.id))
      for hit in report.hits where hit.row >= 0 {
        if let entity = hit.entity { roster.decide(fate, entity, Int(hit.row)) }
      }
    }
    outcome.notRun.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    outcome.budgets.sort { $0.rule < $1.rule }
    return outcome
  }

  private static func whyNot(
    _ rule: RosterRule,
    on roster: Roster,
    _ circumstances: RuleCircumstances
  ) -> String? {
    switch rule.subject {
    case .contacts where circumstances.step == .classesTeachersStudents:
      "step one imports no contacts"
    case .contacts where roster.contacts.records.recordCount == 0:
      "the export holds no contacts"
    case .otherStaff where !circumstances.includesOtherStaff:
      "no staff but teachers are imported"
    case .otherStaff where roster.schoolAdmins.records.recordCount == 0:
      "the export holds no school admins"
    default: rule.cannotRun(roster, circumstances)
    }
  }
}
