import ConcurrentWork
public import Findings
public import Reachability
public import Roster
public import Texts

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
  /// A rule does not see records that an earlier rule withheld. The result depends only on the
  /// roster, the step and the levels: rules that withhold nothing run at the same time, and their
  /// hits are taken in the order of the rules.
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
    day: CalendarDay? = nil,
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
      let hits = concurrentMap(turns.count) { [roster, turns] turn in
        all[turns[turn]].check.run(roster, turns[turn], circumstances, memory)
      }
      let hitsOfRule = Dictionary(uniqueKeysWithValues: zip(turns, hits))
      for index in rules {
        guard let hits = hitsOfRule[index] else {
          preconditionFailure("each rule that ran has a list of hits")
        }
        take(hits, of: index, budgets, &outcome, &roster)
      }
    }
    outcome.notRun.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    outcome.budgets.sort { $0.rule < $1.rule }
    return outcome
  }

  /// How the contacts of `roster` can be reached; empty in step one.
  ///
  /// For ``run(on:step:includesOtherStaff:day:levels:budgets:reach:)``, and for the transform,
  /// which needs it, too.
  public static func reach(in roster: Roster, step: GuideStep) -> ContactReach {
    step == .parentsContacts
      ? ContactReach(of: roster.contacts, in: roster.text) : ContactReach()
  }

  /// The rules in running order, divided into rounds. A round ends after a rule that may withhold a
  /// record, so that only its last rule can change what others see.
  ///
  /// The rules of phase ``RulePhase/records`` are one round. They judge each record by itself, so
  /// what one of them withholds is removed from the hits of those after it.
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

  /// Takes in what a rule found: its hits, the verdict of its budget, the records it withholds.
  private static func take(
    _ found: [RuleHit],
    of index: Int,
    _ budgets: RuleBudgets,
    _ outcome: inout RuleOutcome,
    _ roster: inout Roster
  ) {
    let level = outcome.levels[index]
    // A rule before it in the same round may have withheld some.
    let hits = all[index].phase == .records ? open(found, in: roster) : found
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
