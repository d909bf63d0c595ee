import Findings
import RunReport
import Testing

struct HTMLReportTests {
  @Test(arguments: 0..<60)
  func `a page is well formed, reaches nothing outside and can be found one's way in`(
    seed: Int
  ) throws {
    var maker = ReportMaker(seed: seed)
    let report = seed == 0 ? fullReport() : seed == 1 ? emptyReport() : maker.report()
    let page = try PageReader(HTMLReport.render(report))
    let note = Comment(rawValue: "seed \(seed)")

    let forbidden = [
      "link", "img", "iframe", "object", "base", "form", "text", "foreignobject",
    ]
    #expect(page.elements.allSatisfy { !forbidden.contains($0.name) }, note)
    let scripts = page.all("script")
    #expect(scripts.count == 1 && scripts.allSatisfy { $0.attributes.isEmpty }, note)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, note)
    for element in page.elements {
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "style" && key != "src", note)
        if key == "href" {
          #expect(value.hasPrefix("#") && ids.contains(String(value.dropFirst())), note)
        }
        if key == "aria-labelledby" { #expect(ids.contains(value), note) }
      }
      if element.name == "th" {
        #expect(["row", "col"].contains(element.attributes["scope"]), note)
      }
    }
    let html = try #require(page.all("html").first)
    #expect(html.attributes["lang"] == "en")
    #expect(page.all("title").first?.text.isEmpty == false)
    #expect(page.all("table").count == page.all("caption").count, note)
    for region in page.elements where region.attributes["class"] == "scroll" {
      #expect(region.attributes["tabindex"] == "0" && region.attributes["role"] == "region", note)
    }
    for picture in page.all("svg") where picture.attributes["aria-hidden"] == nil {
      #expect(picture.attributes["role"] == "img" && !picture.text.isEmpty, note)
    }
    for shape in page.all("rect") {
      let sizes = ["x", "width", "y", "height"].map { Int(shape.attributes[$0] ?? "") ?? -1 }
      #expect(sizes.allSatisfy { $0 >= 0 }, note)
      #expect(sizes[0] + sizes[1] <= 144 && sizes[2] + sizes[3] <= 16, note)
    }
    checkHeadings(page, note)
  }

  private func checkHeadings(_ page: PageReader, _ note: Comment) {
    let levels = page.elements.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, note)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1, note) }
  }

  @Test
  func `the policy allows the page's own style and script and nothing else`() throws {
    let page = try PageReader(HTMLReport.render(fullReport()))
    let sheet = try #require(page.all("style").first).text
    let script = try #require(page.all("script").first).text
    let policy = try #require(
      page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    )
    #expect(
      policy.attributes["content"]
        == "default-src 'none'; style-src '\(policyHash(of: sheet))'; "
        + "script-src '\(policyHash(of: script))'; base-uri 'none'; form-action 'none'"
    )
    #expect(!script.contains("http") && !script.contains("innerHTML") && !script.contains("eval"))
    #expect(!sheet.contains("http") && !sheet.contains("@import") && !sheet.contains("url("))
  }

  @Test
  func `a policy hash is the digest in base64`() {
    // SHA-256 of "abc", FIPS 180-4's first example.
    #expect(policyHash(of: "abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test
  func `the verdict comes first and the permission gate is a matrix`() throws {
    let page = try PageReader(HTMLReport.render(fullReport()))
    #expect(page.all("h1").map(\.text) == ["Not permitted: 1 blocker. Nothing was written."])
    #expect(
      page.rows(captionedBy: "permission-caption") == [
        ["What is needed", "Result", "What was found", "What to do"],
        [
          "The person who imports is a school admin in Cleveroperator-role", "not met",
          "'op-7' has the role 'teacher'me.json:3:11",
          "Give this user the role 'school_admin' in CleverWho can: the district's Clever admin",
        ],
        [
          "The school shares its records with Bloomzsharing", "met", "'SCH-1' is shared", "Nothing",
        ],
        [
          "The district has agreed to the use of Bloomzdistrict-agreement", "declared",
          "declared in the pipeline file", "Nothing",
        ],
      ]
    )
  }

  @Test
  func `the tally has a row a type and one for all`() throws {
    let page = try PageReader(HTMLReport.render(fullReport()))
    #expect(
      page.rows(captionedBy: "records-caption") == [
        [
          "Type", "Read", "Bundled", "Merged", "Withheld", "Filtered", "Out of scope",
          "Unreadable", "Share",
        ],
        [
          "School admins", "1", "0", "0", "0", "0", "1", "0",
          "school admins: 0 bundled, 0 merged, 1 left out",
        ],
        [
          "Teachers", "12", "10", "0", "2", "0", "0", "0",
          "teachers: 10 bundled, 0 merged, 2 left out",
        ],
        [
          "Students", "1,412", "1,400", "4", "0", "7", "0", "1",
          "students: 1,400 bundled, 4 merged, 8 left out",
        ],
        ["All", "1,425", "1,410", "4", "2", "7", "1", "1", ""],
      ]
    )
  }

  @Test
  func `each type is said to be proved complete or not, and why`() throws {
    let page = try PageReader(HTMLReport.render(fullReport()))
    #expect(
      page.rows(captionedBy: "completeness-caption") == [
        ["Type", "Records", "Verdict", "How it is known"],
        [
          "School admins", "1", "not proved complete",
          "No list page with links holds them, so nothing shows where they end",
        ],
        [
          "Teachers", "12", "proved complete", "Saved from the first page to the last (1 page)",
        ],
        [
          "Students", "1,412", "incomplete",
          "A page of the list is missing; Clever counted 1500, there are 1412",
        ],
      ]
    )
  }

  @Test
  func `rules come worst first, and tell where they strike`() throws {
    let page = try PageReader(HTMLReport.render(fullReport()))
    #expect(
      // Those before are of the comparisons.
      page.all("h3").map(\.text).dropFirst(2) == [
        "The person who imports is not a school admin", "A teacher has no email address",
        "A school has no phone number",
      ]
    )
    #expect(
      page.rows(captionedBy: "rule-2-caption") == [
        ["What was found", "Where", "Record"],
        [
          "teacher 'T-1042' has no email address", "samples/lincoln/clever/teachers.json:41:7",
          "T-1042teacher",
        ],
        [
          "teacher 'T-1043' has no email address", "samples/lincoln/clever/teachers.json:57:7",
          "T-1043teacher",
        ],
      ]
    )
  }

  @Test
  func `a long list is folded, cut at 200 rows, and names the file with the rest`() throws {
    var report = emptyReport()
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        total: 5000,
        findings: (0..<1000).map { teacherFinding("T-\($0)", line: $0 + 1) }
      )
    ]
    let page = try PageReader(HTMLReport.render(report))
    #expect(page.all("summary").map(\.text) == ["Show the first 200 of 5,000 places"])
    #expect(page.rows(captionedBy: "rule-1-caption").count == 201)
    #expect(
      page.all("caption").map(\.text) == [
        "5,000 findings of teacher-without-email, 4,000 only counted; the first 200 of 1,000, "
          + "all in findings.csv"
      ]
    )
    #expect(
      page.all("p").contains {
        $0.text == "5,000 errors. All but 4,000, which were only counted, are in findings.csv."
      }
    )
    report.rules[0].list.removeLast(989)
    report.rules[0].total = 11
    let short = try PageReader(HTMLReport.render(report))
    #expect(short.all("summary").map(\.text) == ["Show all 11 places"])
    report.rules[0].list.removeLast()
    report.rules[0].total = 10
    let open = try PageReader(HTMLReport.render(report))
    #expect(open.all("details").isEmpty)
  }

  @Test
  func `a page stays below a megabyte and keeps its totals`() throws {
    var report = emptyReport()
    report.rules = (0..<20).map { number in
      let code = "rule-number-\(number)"
      return Report.RuleSection(
        code,
        .warning,
        title: "something is odd",
        findings: (0..<60).map { row in
          Finding(
            code,
            .warning,
            String(repeating: "<&>", count: 300),
            help: String(repeating: "\"", count: 999),
            at: Place(file: "students.json", line: row + 1)
          )
        }
      )
    }
    let text = HTMLReport.render(report)
    #expect(text.utf8.count <= HTMLReport.byteLimit)
    let page = try PageReader(text)
    #expect(page.all("dd").contains { $0.text == "1,200" })
    #expect(page.all("h3").count == 20)
  }

  @Test(arguments: [
    ([0, 0, 0], [0, 0, 0]), ([5, 0, 0], [144, 0, 0]), ([1, 0, 1], [71, 0, 71]),
    ([1_000_000, 1, 1], [134, 3, 3]), ([0, 7, 0], [0, 144, 0]), ([1, 2, 1], [35, 70, 35]),
  ])
  func `a bar is filled, and no part of it vanishes`(parts: [Int], lengths: [Int]) {
    #expect(widths(parts, of: 144) == lengths)
  }

  @Test(arguments: 0..<200)
  func `bars stay within their picture`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    let parts = (0..<3).map { _ in maker.bool() ? 0 : maker.number(below: 1 << 40) }
    let lengths = widths(parts, of: 144)
    let present = parts.count { $0 > 0 }
    #expect(zip(parts, lengths).allSatisfy { ($0 > 0) == ($1 > 0) && $1 >= 0 })
    #expect(lengths.reduce(0, +) + 2 * max(present - 1, 0) == (present > 0 ? 144 : 0))
  }

  @Test(arguments: ["light", "dark"])
  func `what is written can be read on its ground`(scheme: String) throws {
    let palette = scheme == "light" ? Palette.light : Palette.dark
    let colors = Dictionary(uniqueKeysWithValues: palette.colors.map { ($0.key, $0.value) })
    for (text, ground) in Palette.textPairs {
      let ratio = try contrast(#require(colors[text]), #require(colors[ground]))
      #expect(ratio >= 4.5, "\(scheme): \(text) on \(ground)")
    }
    for (shape, ground) in Palette.shapePairs {
      let ratio = try contrast(#require(colors[shape]), #require(colors[ground]))
      #expect(ratio >= 3, "\(scheme): \(shape) on \(ground)")
    }
  }

  /// The contrast ratio of two colours (WCAG 2.2, "relative luminance", "contrast ratio"); the
  /// power of 2.4 is taken by a table-free root: x^2.4 = x² · x^(2/5).
  private func contrast(_ first: String, _ second: String) throws -> Double {
    let luminances = try [first, second].map { color -> Double in
      let value = try #require(Int(color.dropFirst(), radix: 16))
      let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        if share <= 0.04045 { return share / 12.92 }
        let base = (share + 0.055) / 1.055
        return base * base * fifthRoot(base * base)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func fifthRoot(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
    }
    return root
  }
}
