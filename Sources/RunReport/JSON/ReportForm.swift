internal import Findings
internal import Texts

/// The members of `report.json`: how each is written, and its schema.
struct ReportForm {
  /// Called after each finding; may hand on what was written so far.
  let drain: (inout JSONWriter) -> Void

  /// The whole report.
  var report: JSONForm<Report> {
    .object([
      .init("report", .constant(Report.version).described(as: "the version of this layout")) {
        _ in Report.version
      },
      .init("program", ReportForm.program, \.run),
      .init("run", ReportForm.run, \.run),
      .init("verdict", ReportForm.verdict, \.verdict),
      .init(
        "evidence",
        .list(of: ReportForm.evidence).described(as: "the rows of the permission gate"),
        \.evidence
      ),
      .init(
        "sharing",
        .list(of: ReportForm.sharing)
          .described(as: "what is needed and what is shared, by record type and fields"),
        \.sharing
      ),
      .init(
        "tally",
        .list(of: ReportForm.tally)
          .described(as: "by record type; the fates add up to what was read"),
        \.tally
      ),
      .init(
        "completeness",
        .list(of: ReportForm.completeness)
          .described(as: "by record type: only where proved does absence mean removal"),
        \.completeness
      ),
      .init(
        "schools",
        .list(of: ReportForm.school)
          .described(as: "what each school gets; a person at two schools counts in both"),
        \.schools
      ),
      .init(
        "stages",
        .list(of: ReportForm.book).described(as: "cameIn = wentOn + the fates given"),
        \.books
      ),
      .init("findings", ReportForm.levels, \.findingCounts),
      .init("comparison", ReportForm.comparison, \.comparison),
      .init("bundleComparison", ReportForm.bundleComparison, \.bundleChanges),
      .init(
        "causes",
        .list(of: ReportForm.cause)
          .described(as: "the causes of the findings, the one to fix first at the start"),
        \.causes
      ),
      .init(
        "rules",
        .list(of: rule).described(as: "rules with findings, gravest first")
      ) { report in
        report.rulesWorstFirst.map { RuleWithCauses(section: $0, causes: report.causes) }
      },
      .init(
        "ruleChanges",
        .list(of: ruleChange)
          .described(as: "rules that the pipeline file changes, and what came of it"),
        \.ruleChanges
      ),
      .init("checksNotRun", .list(of: ReportForm.checkNotRun), \.checksNotRun),
      .init(
        "rulesPassed",
        .list(of: .text).described(as: "codes of the rules that ran and found nothing")
      ) { $0.rulesPassed.map(\.code) },
      .init("inputs", .list(of: ReportForm.input), \.inputs),
      .init("outputs", ReportForm.outputs, \.outputs),
      .init("limits", .list(of: .text), \.limits),
    ])
  }

  // MARK: - Rules

  /// A rule with its findings, and the causes of all findings.
  private struct RuleWithCauses {
    var section: Report.RuleSection
    var causes: [Report.Cause]
  }

  private var rule: JSONForm<RuleWithCauses> {
    .object([
      .init("code", .text, \.section.code),
      .init("level", .level, \.section.level),
      .init("title", .text, \.section.title),
      .init("why", .text, \.section.why),
      .init("effect", .text, \.section.effect),
      .init("howToFix", .text, \.section.howToFix),
      .init("fixer", .fixer, \.section.fixer),
      .init("source", .text, \.section.source),
      .init(
        "total",
        .total.described(as: "also those that are not listed here"),
        \.section.total
      ),
      .init(
        "findings",
        findings { (rule: RuleWithCauses, json) in
          var common = CommonParts()
          for index in rule.section.findings.indices {
            json.finding(
              rule.section.findings[index],
              rule.causes,
              rule.section.state(of: index),
              &common
            )
            drain(&json)
          }
        }
      ) { $0 },
    ])
  }

  private var ruleChange: JSONForm<Report.RuleChange> {
    .object([
      .init("code", .text, \.code),
      .init("from", .level.described(as: "the catalogue's level"), \.from),
      .init("to", .level.described(as: "the level in this run"), \.to),
      .init("asked", .text, \.asked),
      .init("result", .text, \.result),
      .init("reason", .text.described(as: "empty where not suppressed"), \.reason),
      .init("until", .text.described(as: "YYYY-MM-DD, or empty"), \.until),
      .init(
        "suppressed",
        findings { (change: Report.RuleChange, json) in
          var common = CommonParts()
          for finding in change.suppressed {
            json.finding(finding, [], nil, &common)
            drain(&json)
          }
        }
        .described(as: "findings that were put aside, and count nowhere else")
      ) { $0 },
    ])
  }

  /// An array of findings, which `write` writes.
  private func findings<Owner>(
    _ write: @escaping (Owner, inout JSONWriter) -> Void
  ) -> JSONForm<Owner> {
    JSONForm(
      schema: ["type": "array", "items": ["$ref": "#/$defs/finding"]]
    ) { owner, key, json in
      json.array(key) { write(owner, &$0) }
    }
  }
}
