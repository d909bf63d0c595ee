import Findings
import RunReport
import Testing

struct JUnitReportTests {
  @Test
  func `the tests of a small report are these`() {
    var report = fullReport()
    report.evidence.removeFirst(2)
    #expect(JUnitReport.render(report) == smallJUnit)
  }

  @Test(arguments: 0..<80)
  func `counts are those of the tests that are there`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let xml = JUnitReport.render(report)
    func count(_ start: String) -> Int { xml.split(separator: start).count - 1 }
    // The data has no '<' left, so each of these is markup.
    #expect(
      xml.utf8.count { $0 == UInt8(ascii: "<") } == xml.utf8.count { $0 == UInt8(ascii: ">") }
    )
    let heads = xml.matches(
      of: /<testsuites? name="[^"]*" tests="(\d+)" failures="(\d+)" errors="0" skipped="(\d+)"/
    )
    let numbers = heads.map { [$0.output.1, $0.output.2, $0.output.3].compactMap { Int($0) } }
    let all = try #require(numbers.first)
    #expect(all == [count("<testcase "), count("<failure "), count("<skipped ")], "seed \(seed)")
    for column in 0..<3 {
      let sum = numbers.dropFirst().reduce(0) { $0 + $1[column] }
      #expect(sum == all[column], "seed \(seed)")
    }
    let broken =
      Set(report.rules.filter { $0.level >= .error && $0.total > 0 }.map(\.code)).count
      + report.evidence.count { !$0.verdict.passes }
    #expect(all[1] == broken, "seed \(seed)")
  }

  @Test
  func `a rule with many findings names the first places and the number of the rest`() {
    var report = emptyReport()
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        total: 2000,
        findings: (0..<20).map { teacherFinding("T-\($0)", line: $0 + 1) }
      )
    ]
    let xml = JUnitReport.render(report)
    #expect(xml.contains("teachers.json:5:7: error: teacher &#39;T-4&#39;"))
    #expect(!xml.contains("T-5"))
    #expect(xml.contains("\nand 1,995 more</failure>"))
  }
}

private let smallJUnit = """
  <?xml version="1.0" encoding="UTF-8"?>
  <testsuites name="clever-to-bloomz" tests="6" failures="2" errors="0" skipped="1" time="0">
    <testsuite name="permission" tests="1" failures="0" errors="0" skipped="0" time="0">
      <testcase classname="clever-to-bloomz.permission" name="district-agreement: the district has agreed to the use of Bloomz" time="0">
        <properties>
          <property name="verdict" value="declared"/>
          <property name="fixer" value="importer"/>
        </properties>
      </testcase>
    </testsuite>
    <testsuite name="rules.records" tests="2" failures="1" errors="0" skipped="0" time="0">
      <testcase classname="clever-to-bloomz.rules.records" name="student-without-name: a student has no name" time="0">
        <properties>
          <property name="findings" value="0"/>
          <property name="level" value="error"/>
          <property name="fixer" value="records-clerk"/>
        </properties>
      </testcase>
      <testcase classname="clever-to-bloomz.rules.records" name="teacher-without-email: a teacher has no email address" time="0">
        <properties>
          <property name="findings" value="9"/>
          <property name="level" value="error"/>
          <property name="fixer" value="school-admin"/>
        </properties>
        <failure message="9 findings: a teacher has no email address" type="error">samples/lincoln/clever/teachers.json:41:7: error: teacher &#39;T-1042&#39; has no email address
  samples/lincoln/clever/teachers.json:57:7: error: teacher &#39;T-1043&#39; has no email address
  and 7 more
  help: add &#39;email&#39; in Clever, or share the field with Bloomz</failure>
      </testcase>
    </testsuite>
    <testsuite name="rules.run" tests="1" failures="1" errors="0" skipped="0" time="0">
      <testcase classname="clever-to-bloomz.rules.run" name="importer-is-not-school-admin: the person who imports is not a school admin" time="0">
        <properties>
          <property name="findings" value="1"/>
          <property name="level" value="blocker"/>
          <property name="fixer" value="district-admin"/>
        </properties>
        <failure message="1 finding: the person who imports is not a school admin" type="blocker">me.json:3:11: blocker: &#39;op-7&#39; has the role &#39;teacher&#39;; only &#39;school_admin&#39; may import a school</failure>
      </testcase>
    </testsuite>
    <testsuite name="rules.values" tests="2" failures="0" errors="0" skipped="1" time="0">
      <testcase classname="clever-to-bloomz.rules.values" name="school-without-phone: a school has no phone number" time="0">
        <properties>
          <property name="findings" value="1"/>
          <property name="level" value="note"/>
          <property name="fixer" value="records-clerk"/>
        </properties>
        <system-out>1 finding: a school has no phone number
  note: school &#39;SCH-1&#39; has no phone number
  help: add it in the SIS</system-out>
      </testcase>
      <testcase classname="clever-to-bloomz.rules.values" name="term-has-ended: a term has ended" time="0">
        <properties>
          <property name="findings" value="0"/>
          <property name="level" value="warning"/>
          <property name="fixer" value="importer"/>
        </properties>
        <skipped message="the export holds no terms"/>
      </testcase>
    </testsuite>
  </testsuites>

  """
