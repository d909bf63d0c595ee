public import Findings
import Roster

extension RootCauses {
  /// Gives every finding of a run its cause, and ranks the causes by what the run came to.
  ///
  /// Findings of other stages have no cause yet: those of one code become one, unless a rule of
  /// that name has one already. Counts are taken again, since findings may have been added or set
  /// aside after the rules ran; a cause that is left with nothing is dropped.
  ///
  /// - Parameters:
  ///   - findings: all of the run, in any order; afterwards each one's `cause` is the position of
  ///     its cause in ``all``.
  ///   - title: what a code means in plain words.
  public mutating func settle(_ findings: inout FindingList, title: (String) -> String) {
    var numbers: [String: Int32] = [:]
    for index in all.indices {
      if all[index].kind == .rule { numbers[all[index].subject] = Int32(index) }
      all[index].findings = 0
      all[index].level = nil
    }
    var people: [Int32: Set<Person>] = [:]
    for index in findings.indices {
      if findings.cause(of: index) < 0 {
        let finding = findings[index]
        let cause = numbers[finding.code] ?? Int32(all.count)
        if Int(cause) == all.count {
          numbers[finding.code] = cause
          all.append(RootCause(of: finding, title: title(finding.code)))
        }
        findings.setCause(cause, of: index)
        if finding.level >= .error, let person = Person(finding) {
          people[cause, default: []].insert(person)
        }
      }
      all[Int(findings.cause(of: index))].count(findings.level(of: index))
    }
    for (cause, members) in people { all[Int(cause)].blocked.add(members.map(\.entity)) }

    let order = all.indices
      .filter { all[$0].findings > 0 || (all[$0].kind != .rule && all[$0].blocked.people > 0) }
      .sorted { RootCause.ranksBefore(all[$0], all[$1]) }
    var rank = [Int32](repeating: -1, count: all.count)
    for (position, index) in order.enumerated() { rank[index] = Int32(position) }
    all = order.map { all[$0] }
    for index in findings.indices {
      findings.setCause(rank[Int(findings.cause(of: index))], of: index)
    }
    ofHits = []
    ofGateFindings = []
  }
}

/// A person that a finding names.
private struct Person: Hashable {
  var entity: Entity
  var record: String

  init?(_ finding: Finding) {
    guard !finding.record.isEmpty,
      let entity = Entity.allCases.first(where: { $0.text == finding.entity })
    else { return nil }
    self.entity = entity
    record = finding.record
  }
}

extension RootCause {
  /// The cause that findings of one code are on their own.
  fileprivate init(of finding: Finding, title: String) {
    self.init(
      .rule,
      finding.code,
      what: title,
      evidence: "",
      fixer: finding.fixer,
      howToFix: finding.help
    )
  }

  /// Counts a finding of `level`.
  mutating func count(_ level: Level) {
    findings += 1
    self.level = max(self.level ?? level, level)
  }
}

extension RootCause.Blocked {
  fileprivate mutating func add(_ entities: [Entity]) {
    for entity in entities { count(entity) }
  }
}
