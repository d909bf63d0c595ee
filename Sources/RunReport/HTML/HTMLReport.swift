internal import Texts

/// The report as one page of HTML that needs nothing else: no network and no other file. Where a
/// browser runs scripts, tables can be sorted and filtered; all is there without.
///
/// Meant for the school: the verdict first, then who is allowed what, what became of the records,
/// and each rule with what to do. Aims at WCAG 2.2 AA in light, dark and print.
public enum HTMLReport {
  /// The most bytes a page may have: what any mail system and browser take without trouble.
  package static let byteLimit = 1_000_000

  /// The page; the same report gives the same bytes.
  ///
  /// Shows at most 200 rows of a table, and fewer when the page would grow beyond a megabyte;
  /// totals are always true, and the file with the rest is named.
  public static func render(_ report: Report) -> String {
    var page = ""
    for limit in [200, 100, 50, 20, 10, 5, 1] {
      page = render(report, rowLimit: limit)
      if page.utf8.count <= byteLimit { break }
    }
    return page
  }

  private static func render(_ report: Report, rowLimit: Int) -> String {
    var page = MarkupWriter(.html)
    page.markup("<!DOCTYPE html>\n")
    page.element("html", ["lang": "en"]) { html in
      html.element("head") { head in
        head.head(
          "\(report.verdict.kind.words) – \(report.run.pipeline), \(report.run.issueDate)"
        )
      }
      html.element("body") { body in
        Icon.writeSprite(to: &body)
        body.element("a", ["class": "skip", "href": "#main"], "Skip to the verdict")
        body.element("header") { $0.element("div", ["class": "page"]) { $0.facts(report.run) } }
        body.element("main", ["id": "main", "class": "page"]) { main in
          main.verdict(report.verdict)
          main.cards(report)
          main.contents(report)
          for section in ReportSection.allCases where section.isPresent(in: report) {
            main.section(section, of: report, rowLimit: rowLimit)
          }
        }
        body.element("footer") { footer in
          footer.element(
            "p",
            ["class": "page"],
            "Made by clever-to-bloomz \(report.run.programVersion). This page is one file, opens "
              + "without a network and names people by id only."
          )
        }
        body.script(PageScript.text)
      }
    }
    return page.text
  }
}

extension MarkupWriter {
  fileprivate mutating func section(_ section: ReportSection, of report: Report, rowLimit: Int) {
    element("section", ["aria-labelledby": section.id]) { part in
      part.element("h2", ["id": section.id], section.title(of: report))
      switch section {
      case .permission:
        part.evidence(report.evidence, rowLimit)
        part.sharing(report.sharing, rowLimit)
      case .causes: part.causes(report, rowLimit)
      case .comparison: part.comparison(report, rowLimit)
      case .records: part.tally(report.tally, rowLimit)
      case .completeness: part.completeness(report.completeness, rowLimit)
      case .schools: part.schools(report.schools, rowLimit)
      case .findings: part.rules(report, rowLimit)
      case .passed: part.rulesPassed(report.rulesPassed, rowLimit)
      case .changes: part.ruleChanges(report, rowLimit)
      case .checks: part.checksNotRun(report.checksNotRun, rowLimit)
      case .outputs: part.outputs(report.outputs, isDryRun: report.run.isDryRun, rowLimit)
      case .inputs: part.inputs(report.inputs, rowLimit)
      case .stages: part.books(report.books, rowLimit)
      case .limits: part.limits(report.limits, rowLimit)
      case .words: part.glossary()
      }
    }
  }
}
