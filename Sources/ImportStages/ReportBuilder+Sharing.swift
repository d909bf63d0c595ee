import Findings
import Roster
import RosterRules
import RunReport

extension ReportBuilder {
  /// The sharing matrix in the report's words.
  static func sharing(_ record: RunRecord) -> [Report.Sharing] {
    record.sharing.compactMap { row in
      Report.Sharing.Verdict(rawValue: row.verdict.rawValue).map { verdict in
        Report.Sharing(
          row.entity.text,
          row.group,
          need: row.need.rawValue,
          shared: row.shared,
          verdict,
          screen: row.screen,
          fixer: row.fixer
        )
      }
    }
  }
}
