internal import Findings

extension Report {
  /// A row whose numbers contradict each other: a fault of the program, never of the data.
  public struct Imbalance: Error, Sendable, Hashable, CustomStringConvertible {
    /// What does not add up, in words.
    public var description: String
  }

  /// The rows that do not add up, in the order of the report; empty when the books are closed.
  ///
  /// Every record that was read has one fate; every stage passes on or gives a fate to what came
  /// in; no rule holds more findings than it counted, or findings of another rule or level; no
  /// count is below zero. The publisher calls this first. If it returns anything, the run stops with
  /// an internal error (exit 70), because a report that does not add up hides a record.
  public func imbalances() -> [Imbalance] {
    var found: [Imbalance] = []
    for row in tally {
      if row.read != row.fates.total {
        found.append(
          Imbalance(
            description: "\(plural(row.type)): \(row.read) read, "
              + "but \(row.fates.total) have a fate"
          )
        )
      }
      found += negatives(of: plural(row.type), [row.read], row.fates)
    }
    for book in books {
      let accountedFor = book.wentOn + book.fates.total
      if book.cameIn != accountedFor {
        found.append(
          Imbalance(
            description: "stage '\(book.stage)': \(book.cameIn) came in, "
              + "but \(book.wentOn) went on and \(book.fates.total) got a fate"
          )
        )
      }
      found += negatives(of: "stage '\(book.stage)'", [book.cameIn, book.wentOn], book.fates)
    }
    for rule in rules {
      if rule.findings.count > rule.total {
        found.append(
          Imbalance(
            description: "rule '\(rule.code)': \(rule.total) counted, "
              + "but \(rule.findings.count) held"
          )
        )
      }
      let strangers = rule.findings.indices.count {
        rule.findings[$0].code != rule.code || rule.findings[$0].level != rule.level
      }
      if strangers > 0 {
        found.append(
          Imbalance(
            description: "rule '\(rule.code)': \(strangers) of its findings have another code "
              + "or level"
          )
        )
      }
    }
    for change in ruleChanges {
      let strangers = change.suppressed.count { $0.code != change.code || $0.level != change.to }
      if strangers > 0 {
        found.append(
          Imbalance(
            description:
              "rule '\(change.code)': \(strangers) of the findings put aside have another "
              + "code or level"
          )
        )
      }
    }
    return found
  }

  private func negatives(of row: String, _ counts: [Int], _ fates: FateCounts) -> [Imbalance] {
    let all = counts + FateKind.allCases.map { fates[$0] }
    guard all.contains(where: { $0 < 0 }) else { return [] }
    return [Imbalance(description: "\(row): a count is below zero")]
  }
}
