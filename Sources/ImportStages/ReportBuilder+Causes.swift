import ConcurrentWork
import Findings
import Roster
import RosterRules
import RunReport

extension ReportBuilder {
  /// The causes of a run's findings, ranked; each finding is given its own.
  static func causes(of findings: inout FindingList, _ record: RunRecord?) -> [Report.Cause] {
    var causes = record?.causes ?? RootCauses()
    causes.settle(&findings) { CodeCatalogue.title(of: $0) }
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
