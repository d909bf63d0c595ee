import ConcurrentWork
public import Findings
public import Reachability
public import Roster

/// All rules, and the one loop that runs them.
public enum RuleCatalogue {
  /// The rule with `id`, if there is one.
  public static func rule(_ id: String) -> RosterRule? { index(of: id).map { all[$0] } }

  /// The position of the rule with `id` in ``all``.
  public static func index(of id: String) -> Int? {
    all.firstIndex { $0.id == id }
  }

  /// The position of `rule` in ``all``.
  ///
  /// - Precondition: the rule is in the catalogue, as a test asks of every rule's file.
  public static func index(of rule: RosterRule) -> Int {
    guard let index = index(of: rule.id) else {
      preconditionFailure("the rule '\(rule.id)' is not in the catalogue")
    }
    return index
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
  /// on. Nothing depends on anything but the roster, the step and the levels: rules that leave the
  /// roster as it is are asked side by side, and what they find is taken in their order.
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
  ///   - reach: how the contacts of `roster` can be reached; nil has it found out.
  /// - Returns: what was found, and which rules did not run.
  public static func run(
    on roster: inout Roster,
    step: GuideStep,
    includesOtherStaff: Bool = false,
    day: RuleDay? = nil,
    levels: RuleLevels = .standard,
    budgets: RuleBudgets = .none,
    reach: ContactReach? = nil
  ) -> RuleOutcome {
    let circumstances = RuleCircumstances(
      step: step,
      includesOtherStaff: includesOtherStaff,
      day: day
    )
    var outcome = RuleOutcome(levels: levels)
    let memory = RuleMemory(reach ?? self.reach(in: roster, step: step))
    for round in rounds(levels, budgets) {
      var rules: [Int] = []
      for index in round {
        if let why = whyNot(all[index], on: roster, circumstances) {
          outcome.notRun.append(RuleNotRun(id: all[index].id, why: why, hides: all[index].hides))
        } else {
          rules.append(index)
        }
      }
      let turns = rules.filter { all[$0].isLong } + rules.filter { !all[$0].isLong }
      let reports = concurrentMap(turns.count) { [roster, turns] turn in
        var report = RuleReport(rule: turns[turn], circumstances, memory)
        all[turns[turn]].check(roster, &report)
        return report
      }
      let reportOfRule = Dictionary(uniqueKeysWithValues: zip(turns, reports))
      for index in rules {
        guard let report = reportOfRule[index] else {
          preconditionFailure("each rule that ran leaves a report")
        }
        take(report, of: index, budgets, &outcome, &roster)
      }
    }
    outcome.notRun.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    outcome.budgets.sort { $0.rule < $1.rule }
    return outcome
  }

  /// How the contacts of `roster` can be reached; step one asks of nobody.
  ///
  /// For ``run(on:step:includesOtherStaff:day:levels:budgets:reach:)``, and for whoever goes on with
  /// the roster and would have to find it out once more.
  public static func reach(in roster: Roster, step: GuideStep) -> ContactReach {
    step == .parentsContacts
      ? ContactReach(of: roster.contacts, in: roster.text) : ContactReach()
  }

  /// The rules in running order, cut behind each that may withhold a record: of a round only the
  /// last can change what the others see.
  ///
  /// Those of phase ``RulePhase/records`` are not cut from each other. Each record is judged by
  /// itself there, so whom one of them withholds is taken out of what those behind it found.
  private static func rounds(_ levels: RuleLevels, _ budgets: RuleBudgets) -> [[Int]] {
    var rounds: [[Int]] = []
    // Whether any rule of the last round may withhold a record.
    var mayChange = true
    for index in runningOrder {
      let goesWithLast =
        all[index].phase == .records
        && rounds.last?.last.map { all[$0].phase } == .records
      if mayChange, !goesWithLast {
        rounds.append([])
        mayChange = false
      }
      rounds[rounds.count - 1].append(index)
      mayChange = mayChange || levels[index] >= .error || budgets.has(index)
    }
    return rounds
  }

  /// Takes in what a rule found: its hits, how it stands to its budget, whom it withholds.
  private static func take(
    _ report: RuleReport,
    of index: Int,
    _ budgets: RuleBudgets,
    _ outcome: inout RuleOutcome,
    _ roster: inout Roster
  ) {
    let level = outcome.levels[index]
    // A rule before it in the same round may have withheld some.
    let hits = all[index].phase == .records ? open(report.hits, in: roster) : report.hits
    if let verdict = budgets.verdict(on: hits, of: index, level, roster) {
      outcome.budgets.append(verdict)
      outcome.levels.raise(index, to: verdict.level)
    }
    guard !hits.isEmpty else { return }
    outcome.starts[index] = outcome.hits.count
    outcome.hits += hits
    outcome.counts[index] = hits.count
    guard outcome.levels[index] >= .error else { return }
    let fate = Fate(.withheld, reason: roster.reason(all[index].id))
    for hit in hits where hit.row >= 0 {
      if let entity = hit.entity { roster.decide(fate, entity, Int(hit.row)) }
    }
  }

  /// Those of `hits` whose records are open still, and those that name none.
  private static func open(_ hits: [RuleHit], in roster: Roster) -> [RuleHit] {
    hits.filter { hit in
      guard let entity = hit.entity, hit.row >= 0 else { return true }
      return roster.withRecords(of: entity) { $0.isOpen(Int(hit.row)) } ?? true
    }
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
