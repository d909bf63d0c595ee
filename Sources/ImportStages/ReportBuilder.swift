import BloomzModel
import CleverReader
import ConcurrentWork
import Findings
import FlatTables
import Pipeline
import Roster
import RosterRules
import RosterTransform
import RunReport
import Texts

/// Makes the report's model of what a run came to: one model, from which every form is written.
struct ReportBuilder {
  private let plan: ImportPlan
  private let settings: ImportRun.Settings
  private let outcome: RunOutcome<RunRecord>
  private let earlier: ComparedReport
  private let finished: [String]

  init(
    plan: ImportPlan,
    settings: ImportRun.Settings,
    outcome: RunOutcome<RunRecord>,
    earlier: ComparedReport = ComparedReport(),
    finished: [String] = []
  ) {
    self.finished = finished
    self.earlier = earlier
    self.plan = plan
    self.settings = settings
    self.outcome = outcome
  }

  /// The report, without what publishing adds.
  func report(_ record: RunRecord?) -> Report {
    // The findings of all stages, and of the comparison: many, where an export is full of faults.
    var findings = outcome.findings
    findings.append(contentsOf: FindingList(earlier.findings))
    let newestChange = record?.roster.newestChange
    if let older = earlier.findingIfOlder(newestChange) {
      findings.append(contentsOf: FindingList([older]))
    }
    let causes = ReportBuilder.causes(of: &findings, record)
    let levels = LaterValue { [findings, roster = record?.roster] in
      roster.map { ReportBuilder.levels(ofSchoolsIn: $0, findings) } ?? [:]
    }
    let sections = ruleSections(findings)
    var report = Report(
      verdict: Report.Verdict(.done, "", nextStep: "", exitCode: 0),
      run: ReportBuilder.facts(plan, settings, newestChange: newestChange),
      rules: sections,
      catalogue: RuleCatalogue.cards(record?.rules),
      limits: limits(record),
      findingsFile: findingsFile
    )
    report.causes = causes
    if let record {
      report.evidence = evidence(record)
      report.sharing = ReportBuilder.sharing(record)
      report.tally = tally(record)
      report.completeness = record.completeness.filter(\.isMet)
      report.schools = schools(record, levels.value)
      report.books = record.books
      report.ruleChanges = Report.RuleChange.all(of: record, on: settings.issueDate)
      report.checksNotRun = (record.rules?.notRun ?? []).map {
        Report.CheckNotRun($0.id, why: $0.why, hides: $0.hides)
      }
      report.inputs = ReportBuilder.inputs(record)
      if !outcome.isRefused {
        report.outputs = outputs(record)
        report.bundleChanges = record.bundle?.comparison?.changes
      }
    }
    if let last = earlier.report { report.compare(with: last, isReplaced: earlier.isReplaced) }
    report.verdict = verdict(report, record)
    return report
  }

  /// The verdict's exit code.
  func exit(_ report: Report) -> ImportExit {
    ImportExit(rawValue: Int32(report.verdict.exitCode)) ?? .internalError
  }

  /// Where all findings are, for a form that shows only the first of them.
  private var findingsFile: String {
    guard let options = plan.report else { return "all of them with --verbose" }
    let hasCSV = options[ReportOptions.formats].contains(.csv)
    return "\(options[ReportOptions.folder])/\(hasCSV ? "findings.csv" : ReportWriter.mark)"
  }

  // MARK: - Facts

  static func facts(
    _ plan: ImportPlan,
    _ settings: ImportRun.Settings,
    newestChange: String? = nil
  ) -> Report.RunFacts {
    Report.RunFacts(
      pipeline: plan.name,
      issueDate: settings.issueDate,
      programVersion: ProgramVersion.text,
      parameters: plan.parameters.map { .init($0.name, $0.value) },
      isDryRun: settings.isDryRun,
      newestChange: newestChange
    )
  }

  static func inputs(_ record: RunRecord) -> [Report.Input] {
    record.roster.source.files.map { file in
      let held = Entity.allCases.compactMap { entity in
        let count = file.recordCounts[Int(entity.rawValue)]
        return count > 0 ? "\(count) \(count == 1 ? entity.text : entity.plural)" : nil
      }
      let version = file.version.isEmpty ? "" : " (\(file.version))"
      return Report.Input(
        file.path,
        byteCount: file.byteCount,
        holds: (held.isEmpty ? "no records" : held.joined(separator: ", ")) + version,
        records: file.recordCounts.reduce(0, +)
      )
    }
  }

  private func limits(_ record: RunRecord?) -> [String] {
    var limits = earlier.limits
    if !finished.isEmpty {
      limits.append(
        "An earlier run was stopped while its outputs took their places. This run finished that "
          + "first: \(finished.joined(separator: ", "))."
      )
    }
    if !settings.issueDateIsGiven {
      limits.append(
        "No issue date was given, so today's, \(settings.issueDate), was taken. Give it with "
          + "--issue-date to get the same bytes on another day."
      )
    }
    if let options = plan.report, options[ReportOptions.names] {
      limits.append(
        options[ReportOptions.formats].contains(.fixLists)
          ? "The fix lists name people, as the pipeline file asks. Keep them inside the school."
          : "Names are asked for, but only fix lists have them, and 'fix-lists' is not in 'formats'."
      )
    }
    if let source = record?.roster.source {
      limits += ReportBuilder.leftUnread(source)
    }
    if let profile = record?.bundle?.profile, !profile.assumedColumns.isEmpty {
      limits.append(
        "No public page of Bloomz shows these columns of layout '\(profile.name)', so they are "
          + "assumed: \(profile.assumedColumns.joined(separator: ", ")). Compare them with the "
          + "templates on Bloomz's Bulk Import page before the first import."
      )
    }
    if let why = record?.bundle?.comparison?.whyNot { limits.append(why) }
    if let mail = record?.mail {
      if mail.keyWasMade {
        limits.append(
          "The invitation key '\(mail.key)' was made by this run. Keep it: with another key "
            + "everybody gets another code."
        )
      }
      limits.append(
        "No public page of Bloomz says that its importer takes invitation codes made elsewhere; "
          + "data/invitations.csv says of each code where it was made."
      )
    }
    return limits
  }

  /// What the reader did not open, and the fields it did not keep.
  private static func leftUnread(_ source: SourceEvidence) -> [String] {
    var lines: [String] = []
    let entries = source.passedOver
    if !entries.isEmpty {
      let shown = entries.prefix(5).map { "\($0.path) (\($0.why))" }.joined(separator: ", ")
      let more = entries.count > 5 ? " and \(entries.count - 5) more" : ""
      lines.append("Not opened in the export's folder: \(shown)\(more).")
    }
    let titled = source.files.filter { $0.rowsAboveHeader > 0 }
    if !titled.isEmpty {
      let shown = titled.prefix(5).map { "\($0.path) (\($0.rowsAboveHeader))" }
        .joined(separator: ", ")
      let more = titled.count > 5 ? " and \(titled.count - 5) more" : ""
      lines.append("Rows above a header, passed over as a title: \(shown)\(more).")
    }
    let fields = source.unusedFields.keys.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    if !fields.isEmpty {
      let shown = fields.prefix(40).joined(separator: ", ")
      let more = fields.count > 40 ? " and \(fields.count - 40) more" : ""
      lines.append(
        "Fields that were read past and not kept, since Bloomz has no column for them: "
          + "\(shown)\(more)."
      )
    }
    return lines
  }

  // MARK: - Permission

  private func evidence(_ record: RunRecord) -> [Report.Evidence] {
    guard let gate = record.gate else { return [] }
    let rows = gate.rows.filter { $0.verdict != .notAsked }
    let places = PlaceResolver(files: record.roster.source.files)
      .places(of: rows.map { .init($0.place ?? .none) })
    return zip(rows, places).map { row, place in
      Report.Evidence(
        row.id,
        needed: row.needed,
        found: row.found,
        Report.Evidence.Verdict(row),
        at: place,
        fixer: row.fixer,
        howToFix: [.met, .declared].contains(row.verdict) ? "" : row.howToFix
      )
    }
  }

  // MARK: - Counts

  private func tally(_ record: RunRecord) -> [Report.TypeTally] {
    let count = FateCount(of: record.roster)
    return Entity.allCases.compactMap { entity in
      // Counted by the reader as the records went by, independently of the tables.
      let read = record.roster.source.files.reduce(0) {
        $0 + $1.recordCounts[Int(entity.rawValue)]
      }
      var fates = count.counts[entity] ?? FateCounts()
      // A record without a fate is missing from the sum, so that the books do not close.
      fates[.undecided] = 0
      guard read > 0 || fates.total > 0 else { return nil }
      return Report.TypeTally(entity.text, read: read, fates: fates)
    }
  }

  /// How many findings of each level are about records of each school.
  private static func levels(
    ofSchoolsIn roster: Roster,
    _ findings: FindingList
  ) -> [Int32: LevelCounts] {
    var levels: [Int32: LevelCounts] = [:]
    for (index, record) in roster.records(of: findings).enumerated() {
      guard let record, let school = roster.school(of: record.entity, record.row) else { continue }
      levels[school, default: LevelCounts()][findings.level(of: index)] += 1
    }
    return levels
  }

  private func schools(
    _ record: RunRecord,
    _ levels: [Int32: LevelCounts]
  ) -> [Report.SchoolTally] {
    let roster = record.roster
    return record.schoolCounts.map { school, count in
      Report.SchoolTally(
        roster.shownID(ofSchool: school),
        name: roster.text.string(roster.schools.name[Int(school)]),
        classes: count.classes,
        teachers: count.teachers,
        students: count.students,
        memberships: count.memberships,
        contacts: count.contacts,
        findings: levels[school] ?? LevelCounts()
      )
    }
  }

  private func outputs(_ record: RunRecord) -> Report.Outputs {
    var outputs = Report.Outputs()
    if let bundle = record.bundle {
      outputs.bundle = bundle.path
      outputs.predicted = bundle.digest
      outputs.files = bundle.files.map {
        .init($0.path, byteCount: $0.byteCount, sha256: $0.sha256, rows: $0.rows)
      }
    }
    if let mail = record.mail {
      outputs.mail = mail.path
      outputs.mailsWritten = mail.written
      outputs.mailsWithheld = mail.withheld
    }
    return outputs
  }

  // MARK: - Findings

  /// The findings, grouped by code and level, each group with the words of its rule.
  private func ruleSections(_ findings: FindingList) -> [Report.RuleSection] {
    findings.groups().map { findings in
      let first = findings[0]
      let page = RuleCatalogue.rule(first.code)
      return Report.RuleSection(
        first.code,
        first.level,
        title: CodeCatalogue.title(of: first.code),
        why: page?.why ?? "",
        // The rule's own words are true of its own level alone.
        effect: page.flatMap { $0.level == first.level ? $0.effect : nil } ?? first.level.effect,
        howToFix: page?.help ?? first.help,
        fixer: first.fixer,
        source: page?.source.text ?? "",
        findings: findings
      )
    }
    .sorted { left, right in
      left.level != right.level
        ? left.level > right.level
        : left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
    }
  }

  // MARK: - Verdict

  private func verdict(_ report: Report, _ record: RunRecord?) -> Report.Verdict {
    let counts = report.findingCounts
    guard case .refused(let stage) = outcome.ending else {
      return Report.Verdict(
        counts,
        withheld: report.tally.reduce(0) { $0 + $1.fates[.withheld] },
        failOn: settings.failOn,
        isDryRun: settings.isDryRun,
        nextStep: nextStep(record)
      )
    }
    let exit = ImportExit(
      refusedBy: stage,
      outcome.findings,
      gateCodes: Set(GateCode.allCases.map(\.rawValue))
    )
    return Report.Verdict(
      refusedWith: exit,
      counts,
      isEmpty: stage == Transform.card.name,
      isAboutList: outcome.findings.filter { $0.level == .blocker }.allSatisfy {
        $0.code == StageCode.peopleListNotText.code
      }
    )
  }

  private func nextStep(_ record: RunRecord?) -> String {
    guard let bundle = record?.bundle else {
      return "Put right what the findings name, or run a pipeline that writes the bundle."
    }
    if settings.isDryRun {
      return "Read the findings; run without --dry-run to write the bundle to \(bundle.path)."
    }
    let mail = record?.mail.map { " and send the mail in \($0.path)" } ?? ""
    switch record?.step {
    case .parentsContacts?:
      return "Hand \(bundle.path) to the Bloomz importer, with Full Data and Archive off\(mail)."
    default:
      return "Hand \(bundle.path) to the Bloomz importer\(mail); when all teachers have joined, "
        + "run step two."
    }
  }
}

extension Report.Evidence.Verdict {
  fileprivate init(_ row: GateRow) {
    switch row.verdict {
    case .met, .notAsked: self = .met
    case .declared: self = .declared
    case .notMet: self = row.refuses ? .notMet : .toLookAt
    case .unknown: self = row.refuses ? .notKnown : .toLookAt
    }
  }
}
