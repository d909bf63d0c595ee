internal import Texts

extension Report {
  /// What changed since an earlier report: findings that are new, fixed, or still there.
  public struct Comparison: Sendable, Hashable {
    /// The earlier report's path, as it was given.
    public var path: String
    /// SHA-256 of its file; nil if this report replaces it. The file is gone then, and without the
    /// hash a third run of the same input says what the second said.
    public var sha256: String?
    /// The pipeline that made it.
    public var pipeline: String
    /// The day it counts from, `YYYY-MM-DD`.
    public var issueDate: String
    /// What the earlier report had and this one has not, in its order.
    public var fixed: [EarlierReport.Item]
    /// How many findings are not in the earlier report.
    public var new: Int
    /// How many both have.
    public var stillThere: Int

    /// A comparison; what is left out is empty.
    public init(
      path: String,
      sha256: String?,
      pipeline: String,
      issueDate: String,
      fixed: [EarlierReport.Item] = [],
      new: Int = 0,
      stillThere: Int = 0
    ) {
      self.path = path
      self.sha256 = sha256
      self.pipeline = pipeline
      self.issueDate = issueDate
      self.fixed = fixed
      self.new = new
      self.stillThere = stillThere
    }

    /// The counts in words: `3 new, 2 fixed, 10 still there`.
    public var words: String {
      "\(grouped(new)) new, \(grouped(fixed.count)) fixed, \(grouped(stillThere)) still there"
    }
  }

  /// How the findings of one rule changed.
  struct CodeComparison: Hashable {
    var code: String
    var new = 0
    var fixed = 0
    var stillThere = 0
  }

  /// Compares the findings with those of an earlier report, by their fingerprints.
  ///
  /// A finding is the same when rule, record and field are; where in its file the record is
  /// and how the finding is worded do not matter. Every finding that the report holds is compared.
  ///
  /// - Parameters:
  ///   - earlier: the earlier report.
  ///   - isReplaced: whether this one takes its place.
  public mutating func compare(with earlier: EarlierReport, isReplaced: Bool = false) {
    var known: [String: Int] = [:]
    var counter = FingerprintCounter()
    for (index, item) in earlier.findings.enumerated() {
      known[counter.next(item.finding)] = index
    }
    var isFixed = [Bool](repeating: true, count: earlier.findings.count)
    var result = Comparison(
      path: earlier.path,
      sha256: isReplaced ? nil : earlier.sha256,
      pipeline: earlier.pipeline,
      issueDate: earlier.issueDate
    )
    // The counter tells equal findings apart by their order, which is the report's.
    counter = FingerprintCounter()
    rules = rulesWorstFirst + rules.filter { $0.total == 0 }
    for index in rules.indices {
      rules[index].isNew = rules[index].findings.map { finding in
        guard let there = known[counter.next(finding)] else {
          result.new += 1
          return true
        }
        isFixed[there] = false
        result.stillThere += 1
        return false
      }
    }
    result.fixed = earlier.findings.indices.filter { isFixed[$0] }.map { earlier.findings[$0] }
    comparison = result
  }

  /// The changes rule by rule, in order of codes; rules in which nothing is new or fixed are left
  /// out.
  var codeComparisons: [CodeComparison] {
    guard let comparison else { return [] }
    var changes: [String: CodeComparison] = [:]
    for rule in rules {
      for isNew in rule.isNew {
        if isNew {
          changes[rule.code, default: CodeComparison(code: rule.code)].new += 1
        } else {
          changes[rule.code, default: CodeComparison(code: rule.code)].stillThere += 1
        }
      }
    }
    for item in comparison.fixed {
      changes[item.code, default: CodeComparison(code: item.code)].fixed += 1
    }
    return changes.values.filter { $0.new > 0 || $0.fixed > 0 }
      .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }
}

extension Report.RuleSection {
  /// What a comparison says of a finding: `new` or `still-there`; nil without one.
  func state(of index: Int) -> String? {
    guard isNew.indices.contains(index) else { return nil }
    return isNew[index] ? "new" : "still-there"
  }
}
