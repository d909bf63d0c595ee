internal import Findings
internal import Texts

/// A fix list as a page to print and tick off.
enum FixListPage {
  /// The page of one list.
  static func render(_ list: FixList, of report: Report) -> String {
    page(list.title, report) { main in
      main.element("h1", list.title)
      main.element(
        "p",
        ["class": "lead"],
        "\(capitalized(list.counts.words)), gravest first. Tick off what is done; the next run "
          + "shows what is left."
      )
      if list.rows.count > FixLists.rowLimit {
        main.element(
          "p",
          "The first \(grouped(FixLists.rowLimit)) of \(grouped(list.rows.count)); all are in "
            + "\(list.fileName).csv."
        )
      }
      var rest = list.rows.prefix(FixLists.rowLimit)[...]
      var number = 0
      while let first = rest.first {
        let group = rest.prefix {
          $0.rule.code == first.rule.code && $0.rule.level == first.rule.level
        }
        rest = rest.dropFirst(group.count)
        number += 1
        main.group(Array(group), number, hasNames: list.hasNames)
      }
      main.element("p") { $0.element("a", ["href": "index.html"], "All lists") }
    }
  }

  /// The page that names all lists.
  static func index(_ lists: FixLists) -> String {
    page("Fix lists", lists.report) { main in
      main.element("h1", "Fix lists")
      main.element(
        "p",
        ["class": "lead"],
        "What is to be put right, by who can and by school: a page to print and tick off, and the "
          + "same as CSV. Each thing is in one list of a person and in one of a school."
      )
      if lists.entries.isEmpty {
        main.element("p", "There is nothing to put right.")
      } else {
        main.table(
          id: "lists",
          caption: counted(lists.entries.count, "list"),
          columns: [.text("List"), .number("Things to do"), .text("How grave"), .text("As CSV")],
          rows: lists.entries,
          limit: .max
        ) { table, list in
          table.element("th", ["scope": "row"]) { cell in
            cell.element("a", ["href": "\(list.fileName).html"], clipped(list.title))
          }
          table.cell(list.counts.total)
          table.cell(capitalized(list.counts.words))
          table.element("td") { cell in
            cell.element("a", ["href": "\(list.fileName).csv"], "\(list.fileName).csv")
          }
        }
      }
      if lists.noteCount > 0 {
        main.element(
          "p",
          ["class": "legend"],
          "Notes, which ask for nothing, are in no list: \(grouped(lists.noteCount)) in this run; "
            + "\(lists.report.findingsFile), in the folder above, has them."
        )
      }
      if lists.onlyCounted > 0 {
        main.element(
          "p",
          ["class": "legend"],
          "Only counted, and so in no list: \(counted(lists.onlyCounted, "finding"))."
        )
      }
    }
  }

  private static func page(
    _ title: String,
    _ report: Report,
    _ body: (inout MarkupWriter) -> Void
  ) -> String {
    var page = MarkupWriter(.html)
    page.markup("<!DOCTYPE html>\n")
    page.element("html", ["lang": "en"]) { html in
      html.element("head") { $0.head("\(title) – \(report.run.pipeline)") }
      html.element("body") { part in
        Icon.writeSprite(to: &part)
        part.element("header") { header in
          header.element("div", ["class": "page"]) { page in
            page.element("p", ["class": "brand"], "Clever to Bloomz: what to put right")
            page.element(
              "p",
              ["class": "facts"],
              "Pipeline \(report.run.pipeline), issue date \(report.run.issueDate)"
            )
          }
        }
        part.element("main", ["id": "main", "class": "page fixes"]) { body(&$0) }
        part.script(PageScript.text)
      }
    }
    return page.text
  }
}

extension MarkupWriter {
  /// The rows of one rule, under what they have in common.
  fileprivate mutating func group(_ rows: [FixList.Row], _ number: Int, hasNames: Bool) {
    guard let first = rows.first else { return }
    let showsHelp = Set(rows.map(\.help)).count > 1
    let showsSchool = Set(rows.map(\.facts.school)).count > 1
    let showsWho = Set(rows.map(\.finding.fixer)).count > 1
    element("section", ["class": "rule", "aria-labelledby": "fix-\(number)"]) { part in
      part.element("p", ["class": "head"]) { head in
        head.badge(first.rule.level, first.rule.level.description)
        head.element("code", first.rule.code)
      }
      part.element("h2", ["id": "fix-\(number)"], first.rule.heading)
      part.element("dl", ["class": "pairs"]) { list in
        list.pair("Effect", first.rule.effect)
        if !showsHelp { list.pair("What to do", first.help) }
        if !showsWho { list.pair("Who can", first.finding.fixer.words) }
      }
      part.table(
        id: "fix-\(number)",
        caption: "\(counted(rows.count, "thing")) to do: \(first.rule.code), \(first.rule.level)",
        columns: [.fixed("Done"), .text("Record")] + (hasNames ? [.text("Name")] : [])
          + (showsSchool ? [.text("School")] : [])
          + [.text("What was found"), .text("Where")]
          + (showsHelp ? [.text("What to do")] : []) + (showsWho ? [.text("Who can")] : []),
        rows: rows,
        limit: .max
      ) { table, row in
        table.element("td") { cell in
          let id = row.facts.sisID.isEmpty ? row.finding.record : row.facts.sisID
          let record = "\(row.finding.entity) \(id)"
          cell.empty(
            "input",
            ["type": "checkbox", "class": "tick", "aria-label": "done: \(clipped(record))"]
          )
        }
        table.recordHead(row)
        if hasNames { table.cell(clipped(row.facts.name)) }
        if showsSchool { table.cell(clipped(row.facts.school ?? "–")) }
        table.cell(clipped(row.finding.message))
        table.cell(
          capitalized(clipped(row.whereToLook)),
          small: row.finding.place.map { clipped($0.description) } ?? ""
        )
        if showsHelp { table.cell(capitalized(clipped(row.help))) }
        if showsWho { table.cell(capitalized(row.finding.fixer.words)) }
      }
    }
  }

  /// The record by the id that its keeper knows: the district's own first, where there is one.
  private mutating func recordHead(_ row: FixList.Row) {
    let finding = row.finding
    if row.facts.sisID.isEmpty {
      rowHead(
        finding.record.isEmpty ? "–" : clipped(finding.record),
        small: clipped(finding.entity)
      )
    } else {
      rowHead(
        clipped(row.facts.sisID),
        small: "\(clipped(finding.entity)), Clever id \(clipped(finding.record))"
      )
    }
  }
}
