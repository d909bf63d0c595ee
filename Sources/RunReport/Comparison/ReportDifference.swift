/// What differs between the findings of two reports.
public struct ReportDifference: Sendable, Hashable {
  /// What only the new report has, in its order.
  public let new: [EarlierReport.Item]
  /// What only the old report has, in its order.
  public let fixed: [EarlierReport.Item]
  /// How many findings both have.
  public let stillThere: Int

  /// Compares two reports by the fingerprints of their findings.
  public init(old: EarlierReport, new: EarlierReport) {
    let known = Set(ReportDifference.fingerprints(of: old.findings))
    let found = ReportDifference.fingerprints(of: new.findings)
    let there = Set(found)
    self.new = zip(new.findings, found).filter { !known.contains($0.1) }.map(\.0)
    fixed = zip(old.findings, ReportDifference.fingerprints(of: old.findings))
      .filter { !there.contains($0.1) }.map(\.0)
    stillThere = found.count - self.new.count
  }

  private static func fingerprints(of items: [EarlierReport.Item]) -> [String] {
    var counter = FingerprintCounter()
    return items.map { counter.next($0.finding) }
  }
}
