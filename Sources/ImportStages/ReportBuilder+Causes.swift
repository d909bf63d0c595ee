import ConcurrentWork
import Findings
import Roster
import RosterRules
import RunReport

extension ReportBuilder {
  /// The causes behind a run's findings, ranked; each finding is given its own.
  static func causes(of findings: inout FindingList, _ record: RunRecord?) -> [Report.Cause] {
    var causes = record?.causes?.value ?? RootCauses()
    causes.settle(&findings) { code in
      RuleCatalogue.rule(code)?.title ?? CodeTitles.title(of: code)
    }
    return causes.all.map { cause in
      Report.Cause(
        cause.key,
        what: cause.what,
        evidence: cause.evidence,
        level: cause.level,
        findings: cause.findings,
        students: cause.blocked.students,
        teachers: cause.blocked.teachers,
        contacts: cause.blocked.contacts,
        staff: cause.blocked.staff,
        classes: cause.blocked.classes,
        fixer: cause.fixer,
        howToFix: cause.howToFix
      )
    }
  }
}

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
