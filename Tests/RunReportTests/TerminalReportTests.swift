import Findings
import RunReport
import Testing

struct TerminalReportTests {
  @Test
  func `the text of a full report is this`() {
    #expect(TerminalReport.render(fullReport(), style: TerminalStyle()) == fullText)
  }

  @Test
  func `the text of an empty report is this`() {
    #expect(
      TerminalReport.render(emptyReport(), style: TerminalStyle()) == """
        ✔ Done: nothing to import.

        onboard-teachers, issue date 2026-08-03, clever-to-bloomz 1.0.0

        next: nothing

        """
    )
  }

  @Test
  func `colours go to the verdict, the levels and the labels`() {
    let text = TerminalReport.render(fullReport(), style: TerminalStyle(hasColor: true))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "\u{1B}[1;31m✖ Not permitted: 1 blocker. Nothing was written.\u{1B}[0m")
    #expect(lines.contains("    \u{1B}[2mhelp:\u{1B}[0m add it in the SIS"))
    #expect(
      lines.contains(
        "\u{1B}[1;31m✖ error\u{1B}[0m: \u{1B}[1ma teacher has no email address\u{1B}[0m (9)"
      )
    )
  }

  @Test(arguments: zip(Report.Verdict.Kind.allCases, ["✔", "✔", "✖", "✖", "▲"]))
  func `each kind of end has its sign`(kind: Report.Verdict.Kind, sign: String) {
    var report = emptyReport()
    report.verdict.kind = kind
    let text = TerminalReport.render(report, style: TerminalStyle())
    #expect(text.hasPrefix("\(sign) Done: nothing to import.\n"))
  }

  @Test
  func `only the first findings of a rule are shown, and the file with all is named`() {
    var report = emptyReport()
    report.findingsFile = "out/lincoln/report/findings.csv"
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        findings: (0..<42).map { teacherFinding("T-\($0)", line: $0 + 1) }
      )
    ]
    let text = TerminalReport.render(report, style: TerminalStyle())
    #expect(text.contains("✖ error: a teacher has no email address (42)\n"))
    #expect(text.contains("\n  and 37 more: see out/lincoln/report/findings.csv\n"))
    #expect(text.contains("'T-4'") && !text.contains("'T-5'"))
  }
}

private let fullText = """
  ✖ Not permitted: 1 blocker. Nothing was written.
    Fix these 2 causes, and 3 of 11 findings go.

  onboard-teachers, dry run, issue date 2026-08-03, clever-to-bloomz 1.0.0
    export  samples/lincoln/clever
    key     (not shown)

  Permission
    ✖ not met: the person who imports is a school admin in Clever
      found: 'op-7' has the role 'teacher' (me.json:3:11)
      help: give this user the role 'school_admin' in Clever
      who: the district's Clever admin
    ✔ met: the school shares its records with Bloomz
    ✔ declared: the district has agreed to the use of Bloomz
    ▲ missing: teachers: email
      where: Clever dashboard: Applications, Bloomz, Data Access
      who: the district's Clever admin

  What to fix first
    1. the person who imports is not a school admin
       holds up: 1,400 students, 10 teachers, 2 parents and contacts, 1 other
         employee, 31 classes
       help: ask the district's Clever admin to give this user the role
         'school_admin'
       who: the district's Clever admin
       then: 1 finding goes, and 1,413 people are no longer held up
    2. school 'SCH-9' is not shared
       shown by: 12 sections name it; its own record is not in the export
       holds up: 2 teachers
       help: share the school with Bloomz
       who: the district's Clever admin
       then: 2 findings go, and 2 people are no longer held up

  Since the last run
    bundle of 2026-05-03 in out/lincoln/bundle
      students  3 added, 1 changed, 1 left out now, 2 not in this export, 1
                removed, 1,397 the same
      Left out now: the export has the record, and this import does not take it;
        'why' and the ledger say why.
      Not in this export: the export is not proved to be complete, so no one can
        tell whether they left. An importer set to Full Data may take them out:
        make sure before you hand the bundle over.
    report of 2026-05-03 in out/may/report/report.json: 2 new, 1 fixed, 1 still
      there
      importer-is-not-school-admin: 1 new, 0 fixed, 0 still there
      student-without-name: 0 new, 1 fixed, 0 still there
      teacher-without-email: 1 new, 0 fixed, 1 still there

  What was read, and what would become of it
    school admins      1 read: 1 out of scope
    teachers          12 read: 10 bundled, 2 withheld
    students       1,412 read: 1,400 bundled, 4 merged, 7 filtered, 1 unreadable

  Whether the export is complete
    ✔ proved complete: teachers
    ▲ not proved complete: school admins
      why: no list page with links holds them, so nothing shows where they end
    ✖ incomplete: students
      why: a page of the list is missing; Clever counted 1500, there are 1412

  What would be written
    bundle  out/lincoln/bundle: 2 files, 867 bytes
    sha256  4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
    mail    out/lincoln/mail: 10 invitations, 2 withheld

  Findings: 1 blocker, 9 errors, 1 note

  ■ blocker: the person who imports is not a school admin (1)
    me.json:3:11: blocker: 'op-7' has the role 'teacher'; only 'school_admin' may
      import a school [importer-is-not-school-admin]
      help: ask the district's Clever admin to give this user the role
        'school_admin'
      note: users.json:9:3: the same user is listed here

  ✖ error: a teacher has no email address (9)
    samples/lincoln/clever/teachers.json:41:7: error: teacher 'T-1042' has no
      email address [teacher-without-email]
      help: add 'email' in Clever, or share the field with Bloomz
    samples/lincoln/clever/teachers.json:57:7: error: teacher 'T-1043' has no
      email address [teacher-without-email]
    and 7 more that were only counted

  ● note: a school has no phone number (1)
    note: school 'SCH-1' has no phone number [school-without-phone]
      help: add it in the SIS

  Rules that the pipeline file changes
    class-is-large: 'error' if > 2 % and > 20
      result: 31 findings about 31 of 412 records judged (7.52 %): > 2 % and > 20
        is passed, so it weighs 'error'
    name-has-digits: suppressed until 2026-12-31: our suffixes are 2nd and 3rd
      result: 1 finding put aside

  Checks that could not run
    term-has-ended: the export holds no terms
      hides: classes of last year may be among those imported

  To keep in mind
    the column 'grade' of the Bloomz layout is assumed

  next: ask the district's Clever admin to give 'op-7' the role 'school_admin',
        then run the same command again

  """
