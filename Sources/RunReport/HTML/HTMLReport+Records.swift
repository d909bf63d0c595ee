internal import Findings
internal import Texts

extension MarkupWriter {
  /// Who is allowed what: the permission gate, row by row.
  mutating func evidence(_ rows: [Report.Evidence], _ rowLimit: Int) {
    let unmet = rows.count { !$0.verdict.passes }
    let toLookAt = rows.count { $0.verdict == .toLookAt }
    lead("What Bloomz's guide and Clever's sharing ask for before a school may be imported.")
    table(
      id: "permission",
      caption: "\(counted(rows.count, "need")), "
        + (unmet > 0 ? "\(unmet) not met" : toLookAt > 0 ? "\(toLookAt) to look at" : "all met"),
      columns: [
        .text("What is needed"), .text("Result"), .text("What was found"), .text("What to do"),
      ],
      rows: rows,
      limit: rowLimit
    ) { table, row in
      table.rowHead(capitalized(clipped(row.needed)), small: row.need)
      table.element("td") { cell in
        switch row.verdict {
        case .met: cell.badge(.tick, .good, row.verdict.words)
        case .declared: cell.badge(.diamond, .note, row.verdict.words)
        case .notMet: cell.badge(.octagon, .bad, row.verdict.words)
        case .notKnown: cell.badge(.ring, .bad, row.verdict.words)
        case .toLookAt: cell.badge(.triangle, .warn, row.verdict.words)
        }
      }
      table.element("td", ["class": "where"]) { cell in
        cell.say(clipped(row.found))
        guard let place = row.place else { return }
        cell.element("span", ["class": "small"]) { $0.path(place.description) }
      }
      if !row.howToFix.isEmpty {
        table.cell(capitalized(clipped(row.howToFix)), small: "Who can: \(row.fixer.words)")
      } else if row.verdict.isPlain {
        table.emptyCell("Nothing")
      } else {
        table.cell("Ask \(row.fixer.words)")
      }
    }
  }

  /// What became of the records of each type, as numbers and as a bar.
  mutating func tally(_ rows: [Report.TypeTally], _ rowLimit: Int) {
    lead("Every record that was read has exactly one of these fates; each row adds up.")
    table(
      id: "records",
      caption: "Records by type",
      columns: [.text("Type"), .number("Read")] + fateColumns + [.fixed("Share")],
      rows: rows,
      limit: rowLimit
    ) { table, row in
      table.rowHead(capitalized(plural(row.type)))
      table.cell(row.read)
      table.fateCells(row.fates)
      table.element("td") { $0.bar(row) }
    } foot: { foot in
      foot.rowHead("All")
      foot.cell(rows.reduce(0) { $0 + $1.read })
      var sums = FateCounts()
      for row in rows {
        for fate in FateKind.decided { sums[fate] += row.fates[fate] }
      }
      foot.fateCells(sums)
      foot.element("td", "")
    }
    element(
      "p",
      ["class": "legend"],
      "Share: the tall bar is bundled, the middle one merged, the thin one left out."
    )
  }

  /// What each school gets.
  mutating func schools(_ rows: [Report.SchoolTally], _ rowLimit: Int) {
    lead("A person at two schools counts in both, so columns need not add up to the table above.")
    table(
      id: "schools",
      caption: counted(rows.count, "school"),
      columns: [
        .text("School"), .number("Classes"), .number("Teachers"), .number("Students"),
        .number("Memberships"), .number("Contacts"), .text("Findings"),
      ],
      rows: rows,
      limit: rowLimit
    ) { table, row in
      table.rowHead(clipped(row.name ?? row.id), small: row.name == nil ? "" : row.id)
      table.cell(row.classes)
      table.cell(row.teachers)
      table.cell(row.students)
      table.cell(row.memberships)
      table.cell(row.contacts)
      table.element("td", row.findings.total == 0 ? ["class": "zero"] : [:]) { cell in
        cell.say(capitalized(row.findings.words))
      }
    }
  }

  /// What came into each stage, and what went on.
  mutating func books(_ rows: [StageBook], _ rowLimit: Int) {
    lead("What came in is what went on and what got its fate there.")
    table(
      id: "stages",
      caption: counted(rows.count, "stage"),
      columns: [.text("Stage"), .number("Came in"), .number("Went on")] + fateColumns,
      rows: rows,
      limit: rowLimit
    ) { table, row in
      table.rowHead(row.stage)
      table.cell(row.cameIn)
      table.cell(row.wentOn)
      table.fateCells(row.fates)
    }
  }

  /// Levels, fates and the gate's results, in words.
  mutating func glossary() {
    element("dl", ["class": "pairs"]) { list in
      for level in Level.allCases.reversed() {
        list.element("dt") { $0.badge(level, level.description) }
        list.element("dd", capitalized(level.effect))
      }
      for fate in FateKind.decided {
        list.element("dt", capitalized(fate.words))
        list.element("dd", capitalized(fate.meaning))
      }
    }
  }

  /// A paragraph below a heading that says how to read what follows.
  mutating func lead(_ words: String) {
    element("p", ["class": "lead"], words)
  }

  private var fateColumns: [TableColumn] {
    FateKind.decided.map { .number(capitalized($0.words)) }
  }

  private mutating func fateCells(_ fates: FateCounts) {
    for fate in FateKind.decided { cell(fates[fate]) }
  }

  /// Bundled, merged and left out side by side; heights tell them apart where colours do not.
  private mutating func bar(_ row: Report.TypeTally) {
    let parts = [row.fates[.bundled], row.fates[.mergedInto], row.fates.leftOut].map { max($0, 0) }
    let total = parts.reduce(0, +)
    let name = plural(row.type)
    let words =
      "\(name): \(grouped(parts[0])) bundled, \(grouped(parts[1])) merged, "
      + "\(grouped(parts[2])) left out"
    element("svg", ["class": "bar", "viewBox": "0 0 144 16", "role": "img"]) { svg in
      svg.element("title", words)
      guard total > 0 else {
        svg.part("track", x: 0, width: 144, height: 2)
        return
      }
      var x = 0
      let looks: [(StaticString, Int)] = [("in", 14), ("same", 8), ("out", 4)]
      for (index, width) in widths(parts, of: 144).enumerated() where width > 0 {
        svg.part(looks[index].0, x: x, width: width, height: looks[index].1)
        x += width + 2
      }
    }
  }

  /// One rectangle of a bar, standing on the picture's ground line.
  mutating func part(_ look: StaticString, x: Int, width: Int, height: Int) {
    element(
      "rect",
      [
        "class": look.description, "x": String(x), "y": String(15 - height),
        "width": String(width), "height": String(height),
      ],
      ""
    )
  }
}

/// `parts` as whole lengths that fill `length` with gaps of 2 between them; none that is not 0
/// vanishes.
package func widths(_ parts: [Int], of length: Int) -> [Int] {
  let present = parts.count { $0 > 0 }
  let total = parts.reduce(0, +)
  guard present > 0, total > 0 else { return parts.map { _ in 0 } }
  let room = length - 2 * (present - 1)
  var result = parts.map { part in
    part > 0 ? max(3, Int(Double(part) / Double(total) * Double(room))) : 0
  }
  // What rounding left over, or took too much, is the widest part's.
  if let widest = result.indices.max(by: { result[$0] < result[$1] }) {
    result[widest] += room - result.reduce(0, +)
  }
  return result
}
