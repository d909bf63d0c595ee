import Findings
import Pipeline
import Roster
import RosterRules

/// What gate and rules found, put into words: causes, the sharing matrix, findings with places.
///
/// It decides nothing, so it is left to the run as deferred work.
struct ValidationWords: Sendable {
  private let outcome: RuleOutcome
  private let gateFindings: [FindingText]
  private let roster: Roster
  private let step: GuideStep
  private let unsharedSchools: Set<Int32>
  private let suppressed: Set<String>
  /// Whether the rule at each position of the catalogue is suppressed.
  private let isSuppressed: [Bool]

  /// - Parameters:
  ///   - outcome: what the rules found.
  ///   - gateFindings: what the gate found.
  ///   - roster: the roster as the rules left it.
  ///   - step: the guide's step.
  ///   - unsharedSchools: schools of the importer that are not shared, as rows of `roster`.
  ///   - suppressed: the rules whose findings are put aside.
  init(
    of outcome: RuleOutcome,
    gate gateFindings: [FindingText],
    roster: Roster,
    step: GuideStep,
    unsharedSchools: Set<Int32>,
    suppressed: Set<String>
  ) {
    self.outcome = outcome
    self.gateFindings = gateFindings
    self.roster = roster
    self.step = step
    self.unsharedSchools = unsharedSchools
    self.suppressed = suppressed
    isSuppressed = RuleCatalogue.all.map { suppressed.contains($0.id) }
  }

  /// The work: findings that are not put aside, and for the record the rest.
  var work: DeferredWork<RunRecord> {
    let putAside = RuleCatalogue.all.lazy.filter { suppressed.contains($0.id) }
      .reduce(0) { $0 + outcome.hits(of: $1).count }
    let count = gateFindings.count + outcome.hits.count - putAside
    return DeferredWork(findingCount: count) {
      let sharing = SharingMatrix.rows(of: roster, step: step)
      let causes = RootCauses(
        of: roster,
        outcome,
        gate: gateFindings,
        unsharedSchools: unsharedSchools
      )
      let aside = suppressed.isEmpty ? FindingList() : findings(areSuppressed: true, causes)
      let suppressed = Dictionary(grouping: aside, by: \.code)
      return DeferredWork.Result(findings: findings(areSuppressed: false, causes)) { record in
        record.sharing = sharing
        record.causes = causes
        record.suppressed = suppressed
      }
    }
  }

  private func findings(areSuppressed: Bool, _ causes: RootCauses) -> FindingList {
    var findings = FindingsToPlace(reserving: gateFindings.count + outcome.hits.count)
    // Those of the gate are never put aside.
    for (index, finding) in gateFindings.enumerated() where !areSuppressed {
      findings.append(finding.caused(by: causes.ofGateFindings[index]))
    }
    outcome.visitTexts(in: roster, where: { isSuppressed[$0] == areSuppressed }) { index, text in
      findings.append(text.caused(by: causes.ofHits[index]))
    }
    return findings.placed(in: roster.source.files)
  }
}

extension FindingText {
  /// The finding with the position of its cause.
  fileprivate func caused(by cause: Int32) -> FindingText {
    var finding = self
    finding.cause = cause
    return finding
  }
}
