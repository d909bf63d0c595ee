import Findings
import RunReport
import SafeFiles
import Testing

struct FixListsTests {
  /// The files of the fix lists by name, as they would be written.
  private func files(
    _ report: Report,
    facts: (Finding) -> RecordFacts = { _ in RecordFacts() }
  ) -> [String: String] {
    Dictionary(uniqueKeysWithValues: FixListFiles.render(report, facts: facts))
  }

  private func rows(_ csv: String?) -> [String] {
    (csv ?? "").split(separator: "\r\n").dropFirst().map(String.init)
  }

  @Test
  func `each finding that asks for something is in one list of a person and one of a school`() {
    let files = files(fullReport()) { finding in
      RecordFacts(school: finding.entity == "teacher" ? "0042" : nil)
    }
    #expect(
      files.keys.sorted() == [
        "for-district-admin.csv", "for-district-admin.html", "for-school-admin.csv",
        "for-school-admin.html", "index.html", "no-school.csv", "no-school.html",
        "school-0042.csv", "school-0042.html",
      ]
    )
    #expect(rows(files["for-district-admin.csv"]).count == 1)
    #expect(rows(files["for-school-admin.csv"]).count == 2)
    #expect(rows(files["school-0042.csv"]) == rows(files["for-school-admin.csv"]))
    #expect(rows(files["no-school.csv"]) == rows(files["for-district-admin.csv"]))
    // The note is in no list, and the index says so.
    #expect(files["index.html"]?.contains("are in no list: 1 in this run") == true)
    #expect(files["index.html"]?.contains("Only counted, and so in no list: 7 findings") == true)
  }

  @Test
  func `a row says what, which record, where and how`() {
    let files = files(fullReport()) { _ in RecordFacts(school: "0042", sisID: "T-9") }
    #expect(
      rows(files["for-school-admin.csv"]).first
        == ",error,teacher 'T-1042' has no email address,teacher,T-1042,T-9,0042,"
        + "in the school's records (SIS),\"add 'email' in Clever, or share the field with Bloomz\","
        + "school-admin,teacher-without-email,samples/lincoln/clever/teachers.json,41,7"
    )
  }

  @Test
  func `names are in the lists only where they are given`() {
    let without = files(fullReport())
    #expect(!without.values.contains { $0.contains("Ada Canary") || $0.contains(",name,") })
    let with = files(fullReport()) { finding in
      RecordFacts(name: finding.entity == "teacher" ? "Ada Canary" : "")
    }
    #expect(with["for-school-admin.csv"]?.contains(",sis_id,name,") == true)
    #expect(with["for-school-admin.csv"]?.contains(",Ada Canary,") == true)
    #expect(with["for-school-admin.html"]?.contains("<td class=\"words\">Ada Canary</td>") == true)
    // A list without people has no empty column.
    #expect(with["for-district-admin.csv"]?.contains(",name,") == false)
  }

  @Test(arguments: 0..<60)
  func `no finding is in two lists of a kind, and none is in none`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let schools = ["0042", "SCH-1", "sch-1", "../x", ""]
    let files = files(report) { finding in
      RecordFacts(
        school: finding.message.utf8.count.isMultiple(of: 3)
          ? nil
          : schools[finding.message.utf8.count % 5]
      )
    }
    let wanted = report.rules.reduce(0) { $0 + ($1.level > .note ? $1.findings.count : 0) }
    let csv = files.filter { $0.key.hasSuffix(".csv") }
    let ofPeople = csv.filter { $0.key.hasPrefix("for-") }
    #expect(ofPeople.values.reduce(0) { $0 + rows($1).count } == wanted, "seed \(seed)")
    let ofSchools = csv.filter { !$0.key.hasPrefix("for-") }
    #expect(ofSchools.values.reduce(0) { $0 + rows($1).count } == wanted, "seed \(seed)")
    for (name, text) in files where name.hasSuffix(".html") {
      let page = try PageReader(text)
      #expect(page.all("h1").count == 1, "seed \(seed)")
      for link in page.all("a") {
        let target = link.attributes["href"] ?? ""
        #expect(files[target] != nil || target.hasPrefix("#"), "seed \(seed): \(target)")
      }
      if name != "index.html" {
        let count = page.all("input").count
        let listed = rows(files[name.replacing(".html", with: ".csv")]).count
        #expect(count == min(listed, 1000), "seed \(seed)")
      }
    }
  }

  @Test
  func `gravest first, on paper too`() throws {
    let files = files(fullReport()) { _ in RecordFacts(school: "0042") }
    let page = try PageReader(files["school-0042.html"] ?? "")
    #expect(
      page.all("h2").map(\.text) == [
        "The person who imports is not a school admin", "A teacher has no email address",
      ]
    )
    #expect(page.all("input").allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
    #expect(
      page.rows(captionedBy: "fix-2-caption") == [
        ["Done", "Record", "What was found", "Where"],
        [
          "", "T-1042teacher", "teacher 'T-1042' has no email address",
          "In the school's records (SIS)samples/lincoln/clever/teachers.json:41:7",
        ],
        [
          "", "T-1043teacher", "teacher 'T-1043' has no email address",
          "In the school's records (SIS)samples/lincoln/clever/teachers.json:57:7",
        ],
      ]
    )
  }

  @Test
  func `a person's list over several schools says which`() throws {
    let files = files(fullReport()) { RecordFacts(school: $0.record == "T-1042" ? "0042" : "0043") }
    let page = try PageReader(files["for-school-admin.html"] ?? "")
    let rows = page.rows(captionedBy: "fix-1-caption")
    #expect(rows.map { $0[2] } == ["School", "0042", "0043"])
    let one = try PageReader(files["school-0042.html"] ?? "")
    #expect(!one.rows(captionedBy: "fix-1-caption")[0].contains("School"))
  }

  @Test
  func `a long list's page is cut, and names the CSV with all`() throws {
    var report = emptyReport()
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        findings: (0..<1200).map { teacherFinding("T-\($0)", line: $0 + 1) }
      )
    ]
    let files = files(report)
    let page = try PageReader(files["for-school-admin.html"] ?? "")
    #expect(page.all("input").count == 1000)
    #expect(
      page.all("p").contains {
        $0.text == "The first 1,000 of 1,200; all are in for-school-admin.csv."
      }
    )
    #expect(rows(files["for-school-admin.csv"]).count == 1200)
  }

  @Test(arguments: [
    ("0042", "0042"), ("lincoln-elementary", "lincoln-elementary"), ("SCH-1", "sch-1-5ffae7b7"),
    ("../../etc", "------etc-74ccf3c5"), ("", "-e3b0c442"), ("é", "---4a99557e"),
    (String(repeating: "9", count: 300), String(repeating: "9", count: 48) + "-DIGEST"),
  ])
  func `a file is named by the school's id, whatever it holds`(id: String, name: String) {
    let digest = SHA256Digest.hex(of: Array(id.utf8)).prefix(8)
    #expect(FileNames.safe(id) == name.replacing("DIGEST", with: digest))
  }

  @Test(arguments: 0..<200)
  func `names of files are safe, and those of two schools differ`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    let (one, other) = (maker.text(), maker.text())
    let name = FileNames.safe(one)
    #expect(name.utf8.count <= 57 && !name.isEmpty)
    #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
    if Array(one.utf8) != Array(other.utf8) { #expect(name != FileNames.safe(other)) }
  }
}
