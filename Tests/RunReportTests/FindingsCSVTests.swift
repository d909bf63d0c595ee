import Findings
import RunReport
import Testing
import Texts

struct FindingsCSVTests {
  @Test
  func `the file is this, gravest first`() {
    #expect(
      FindingsCSV.render(fullReport()) == "\u{FEFF}"
        + "code,level,entity,record,file,line,column,message,help,fixer,cause,state,suppressed\r\n"
        + "importer-is-not-school-admin,blocker,,,me.json,3,11,"
        + "''op-7' has the role 'teacher'; only 'school_admin' may import a school,"
        + "ask the district's Clever admin to give this user the role 'school_admin',"
        + "district-admin,rule:importer-is-not-school-admin,new,\r\n"
        + "teacher-without-email,error,teacher,T-1042,samples/lincoln/clever/teachers.json,41,7,"
        + "teacher 'T-1042' has no email address,"
        + "\"add 'email' in Clever, or share the field with Bloomz\",school-admin,"
        + "school-not-shared:SCH-9,new,\r\n"
        + "teacher-without-email,error,teacher,T-1043,samples/lincoln/clever/teachers.json,57,7,"
        + "teacher 'T-1043' has no email address,"
        + "\"add 'email' in Clever, or share the field with Bloomz\",school-admin,"
        + "school-not-shared:SCH-9,still-there,\r\n"
        + "school-without-phone,note,school,SCH-1,,,,school 'SCH-1' has no phone number,"
        + "add it in the SIS,records-clerk,,,\r\n"
        + "name-has-digits,note,student,S-7,students.json,9,3,"
        + "student 'S-7': the last name has digits in it,"
        + "\"nothing, if it is part of the name\",records-clerk,,,"
        + "our suffixes are 2nd and 3rd (until 2026-12-31)\r\n"
    )
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ("two\r\nlines", "two\\u{d}\\u{a}lines"), (" blank", " blank"), ("blank ", "blank "),
    ("=1,2", "\"'=1,2\""), ("\t=x", "\\u{9}=x"), ("日本", "日本"),
  ])
  func `a cell is quoted, guarded and free of control characters`(value: String, cell: String) {
    var report = emptyReport()
    report.rules = [
      Report.RuleSection(
        "x",
        .note,
        title: "x",
        findings: [Finding("x", .note, value, help: "")]
      )
    ]
    #expect(
      Array(FindingsCSV.render(report).utf8)
        == Array(
          ("\u{FEFF}code,level,entity,record,file,line,column,message,help,fixer,cause,state,suppressed\r\n"
            + "x,note,,,,,,\(cell),,importer,,,\r\n").utf8
        )
    )
  }

  @Test(arguments: 0..<100)
  func `what a reader of RFC 4180 gets is what was found`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let rows = rowsOfCSV(String(FindingsCSV.render(report).unicodeScalars.dropFirst()))
    let found =
      report.rulesWorstFirst.flatMap(\.findings) + report.ruleChanges.flatMap(\.suppressed)
    #expect(rows.count == found.count + 1, "seed \(seed)")
    for (row, finding) in zip(rows.dropFirst(), found) {
      let plain = row.map { Array(FormulaGuard.unguarded($0).utf8) }
      #expect(plain[0] == Array(printable(finding.code).utf8), "seed \(seed)")
      #expect(plain[3] == Array(printable(finding.record).utf8), "seed \(seed)")
      #expect(plain[7] == Array(printable(finding.message).utf8), "seed \(seed)")
      #expect(plain[8] == Array(printable(finding.help).utf8), "seed \(seed)")
    }
  }

  /// A reader by the letter of RFC 4180, over scalars.
  private func rowsOfCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted && scalar == "\"" && !wasQuote {
        wasQuote = true
      } else if isQuoted && !(wasQuote && scalar != "\"") {
        cell.append(scalar)
        wasQuote = false
      } else {
        if wasQuote {
          isQuoted = false
          wasQuote = false
        }
        switch scalar {
        case "\"" where cell.isEmpty: isQuoted = true
        case ",", "\n":
          row.append(String(cell))
          cell = String.UnicodeScalarView()
          if scalar == "\n" {
            rows.append(row)
            row = []
          }
        case "\r": break
        default: cell.append(scalar)
        }
      }
    }
    return rows
  }
}
