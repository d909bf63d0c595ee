import Findings
import RunReport

/// A dry run at one small school in which every part has something to tell, more of it than one
/// real run would have.
func fullReport() -> Report {
  var report = partlyFullReport()
  report.sharing = [
    Report.Sharing(
      "teacher",
      "email",
      need: "required",
      shared: "0 of 12 teachers",
      .missing,
      screen: "Clever dashboard: Applications, Bloomz, Data Access",
      fixer: .districtAdmin
    )
  ]
  report.completeness = [
    Completeness(
      "school_admin",
      records: 1,
      .notProved,
      [.noList]
    ),
    Completeness(
      "teacher",
      records: 12,
      .proved,
      [.wholeList(pages: 1)]
    ),
    Completeness(
      "student",
      records: 1412,
      .incomplete,
      [.pageMissing, .countedMore(1500, than: 1412)]
    ),
  ]
  report.causes = [
    Report.Cause(
      "rule:importer-is-not-school-admin",
      what: "the person who imports is not a school admin",
      level: .blocker,
      findings: 1,
      students: 1400,
      teachers: 10,
      contacts: 2,
      staff: 1,
      classes: 31,
      fixer: .districtAdmin,
      howToFix: "ask the district's Clever admin to give this user the role 'school_admin'"
    ),
    Report.Cause(
      "school-not-shared:SCH-9",
      what: "school 'SCH-9' is not shared",
      evidence: "12 sections name it; its own record is not in the export",
      level: .error,
      findings: 2,
      teachers: 2,
      fixer: .districtAdmin,
      howToFix: "share the school with Bloomz"
    ),
  ]
  report.rules[1].list[0].cause = 1
  report.rules[1].list[1].cause = 1
  report.rules[1].isNew = [true, false]
  report.rules[2].list[0].cause = 0
  report.rules[2].isNew = [true]
  report.comparison = Report.Comparison(
    path: "out/may/report/report.json",
    sha256: String(repeating: "d1", count: 32),
    pipeline: "onboard-teachers",
    issueDate: "2026-05-03",
    fixed: [
      EarlierReport.Item(
        code: "student-without-name",
        level: .error,
        entity: "student",
        record: "S-7",
        message: "student 'S-7' has neither a first nor a last name"
      )
    ],
    new: 2,
    stillThere: 1
  )
  report.bundleChanges = fullBundleChanges()
  return report
}

private func fullBundleChanges() -> Report.BundleChanges {
  var students = Report.BundleChanges.Table("students", same: 1397)
  students[.added] = Report.BundleChanges.Rows(3, shown: ["SCH-1/S-11", "SCH-1/S-12"])
  students[.changed] = Report.BundleChanges.Rows(1, shown: ["SCH-1/S-20"])
  students[.leftOut] = Report.BundleChanges.Rows(1, shown: ["SCH-1/S-30"])
  students[.notInExport] = Report.BundleChanges.Rows(2, shown: ["SCH-1/S-40", "SCH-1/S-41"])
  students[.removed] = Report.BundleChanges.Rows(1, shown: ["SCH-1/S-50"])
  return Report.BundleChanges(
    path: "out/lincoln/bundle",
    digest: String(repeating: "b7", count: 32),
    issueDate: "2026-05-03",
    tables: [Report.BundleChanges.Table("schools", same: 1), students]
  )
}

private func partlyFullReport() -> Report {
  Report(
    verdict: Report.Verdict(
      .refused,
      "Not permitted: 1 blocker. Nothing was written.",
      nextStep: "ask the district's Clever admin to give 'op-7' the role 'school_admin', "
        + "then run the same command again",
      exitCode: 77
    ),
    run: Report.RunFacts(
      pipeline: "onboard-teachers",
      issueDate: "2026-08-03",
      programVersion: "1.0.0",
      parameters: [
        Report.RunFacts.Parameter("export", "samples/lincoln/clever"),
        Report.RunFacts.Parameter("key", nil),
      ],
      isDryRun: true
    ),
    evidence: [
      Report.Evidence(
        "operator-role",
        needed: "the person who imports is a school admin in Clever",
        found: "'op-7' has the role 'teacher'",
        .notMet,
        at: Place(file: "me.json", line: 3, column: 11),
        fixer: .districtAdmin,
        howToFix: "give this user the role 'school_admin' in Clever"
      ),
      Report.Evidence(
        "sharing",
        needed: "the school shares its records with Bloomz",
        found: "'SCH-1' is shared",
        .met
      ),
      Report.Evidence(
        "district-agreement",
        needed: "the district has agreed to the use of Bloomz",
        found: "declared in the pipeline file",
        .declared
      ),
    ],
    tally: [
      Report.TypeTally("school_admin", read: 1, fates: FateCounts(outOfScope: 1)),
      Report.TypeTally("teacher", read: 12, fates: FateCounts(bundled: 10, withheld: 2)),
      Report.TypeTally(
        "student",
        read: 1412,
        fates: FateCounts(bundled: 1400, mergedInto: 4, filtered: 7, unreadable: 1)
      ),
    ],
    schools: [
      Report.SchoolTally(
        "SCH-1",
        name: "Lincoln Elementary",
        classes: 31,
        teachers: 10,
        students: 1400,
        memberships: 2840,
        findings: LevelCounts(errors: 2, notes: 1)
      )
    ],
    books: [
      StageBook(
        "validate",
        cameIn: 1425,
        wentOn: 1422,
        fates: FateCounts(withheld: 2, unreadable: 1)
      )
    ],
    rules: [
      Report.RuleSection(
        "school-without-phone",
        .note,
        title: "a school has no phone number",
        fixer: .recordsClerk,
        findings: [
          Finding(
            "school-without-phone",
            .note,
            "school 'SCH-1' has no phone number",
            help: "add it in the SIS",
            fixer: .recordsClerk,
            entity: "school",
            record: "SCH-1",
            field: "phone"
          )
        ]
      ),
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        why: "no invitation reaches a teacher without an address",
        howToFix: "add 'email' in Clever, or share the field with Bloomz",
        fixer: .schoolAdmin,
        source: "Bloomz admin guide: \"All the imported teachers will get invitation emails\"",
        total: 9,
        findings: [
          teacherFinding("T-1042", line: 41),
          teacherFinding("T-1043", line: 57),
        ]
      ),
      Report.RuleSection(
        "importer-is-not-school-admin",
        .blocker,
        title: "the person who imports is not a school admin",
        fixer: .districtAdmin,
        findings: [
          Finding(
            "importer-is-not-school-admin",
            .blocker,
            "'op-7' has the role 'teacher'; only 'school_admin' may import a school",
            help: "ask the district's Clever admin to give this user the role 'school_admin'",
            fixer: .districtAdmin,
            at: Place(file: "me.json", line: 3, column: 11),
            notes: [
              Finding.Note(
                "the same user is listed here",
                at: Place(file: "users.json", line: 9, column: 3)
              )
            ]
          )
        ]
      ),
    ],
    ruleChanges: [
      Report.RuleChange(
        "class-is-large",
        from: .warning,
        to: .error,
        asked: "'error' if > 2 % and > 20",
        result: "31 findings about 31 of 412 records judged (7.52 %): > 2 % and > 20 is passed, so "
          + "it weighs 'error'"
      ),
      Report.RuleChange(
        "name-has-digits",
        from: .note,
        to: .note,
        asked: "suppressed until 2026-12-31: our suffixes are 2nd and 3rd",
        result: "1 finding put aside",
        reason: "our suffixes are 2nd and 3rd",
        until: "2026-12-31",
        suppressed: [
          Finding(
            "name-has-digits",
            .note,
            "student 'S-7': the last name has digits in it",
            help: "nothing, if it is part of the name",
            fixer: .recordsClerk,
            at: Place(file: "students.json", line: 9, column: 3),
            entity: "student",
            record: "S-7"
          )
        ]
      ),
    ],
    checksNotRun: [
      Report.CheckNotRun(
        "term-has-ended",
        why: "the export holds no terms",
        hides: "classes of last year may be among those imported"
      )
    ],
    catalogue: [
      Report.RuleCard(
        "school-without-phone",
        .warning,
        phase: "values",
        title: "a school has no phone number",
        howToFix: "add it in the SIS",
        fixer: .recordsClerk,
        hasRun: true
      ),
      Report.RuleCard(
        "student-without-name",
        .error,
        phase: "records",
        title: "a student has no name",
        why: "nobody knows whom the row is about",
        fixer: .recordsClerk,
        hasRun: true
      ),
      Report.RuleCard(
        "teacher-without-email",
        .error,
        phase: "records",
        title: "a teacher has no email address",
        why: "no invitation reaches a teacher without an address",
        howToFix: "add 'email' in Clever, or share the field with Bloomz",
        fixer: .schoolAdmin,
        hasRun: true
      ),
      Report.RuleCard(
        "term-has-ended",
        .warning,
        phase: "values",
        title: "a term has ended",
        hasRun: false
      ),
    ],
    inputs: [
      Report.Input(
        "me.json",
        byteCount: 412,
        sha256: String(repeating: "0a", count: 32),
        holds: "operator",
        records: 1
      ),
      Report.Input("students.json", byteCount: 1_204_118, holds: "students", records: 1412),
    ],
    outputs: Report.Outputs(
      bundle: "out/lincoln/bundle",
      predicted: String(repeating: "4f", count: 32),
      files: [
        Report.Outputs.File(
          "data/csv/staff.csv",
          byteCount: 812,
          sha256: String(repeating: "b7", count: 32),
          rows: 10
        ),
        Report.Outputs.File(
          "bagit.txt",
          byteCount: 55,
          sha256: String(repeating: "c9", count: 32)
        ),
      ],
      mail: "out/lincoln/mail",
      mailsWritten: 10,
      mailsWithheld: 2
    ),
    limits: ["the column 'grade' of the Bloomz layout is assumed"]
  )
}

/// Nothing but a verdict: every other part is left out.
func emptyReport() -> Report {
  Report(
    verdict: Report.Verdict(
      .done,
      "Done: nothing to import.",
      nextStep: "nothing",
      exitCode: 0
    ),
    run: Report.RunFacts(
      pipeline: "onboard-teachers",
      issueDate: "2026-08-03",
      programVersion: "1.0.0",
      isDryRun: false
    )
  )
}

func teacherFinding(_ id: String, line: Int) -> Finding {
  Finding(
    "teacher-without-email",
    .error,
    "teacher '\(id)' has no email address",
    help: "add 'email' in Clever, or share the field with Bloomz",
    fixer: .schoolAdmin,
    at: Place(file: "samples/lincoln/clever/teachers.json", line: line, column: 7),
    entity: "teacher",
    record: id
  )
}

extension Report.RuleSection {
  /// The findings as values that can be changed.
  var list: [Finding] {
    get { Array(findings) }
    set { findings = FindingSelection(newValue) }
  }
}
