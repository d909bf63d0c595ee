import Findings
import Roster
import Texts

extension ExportInspection {
  /// For a person: a table by kind, what is not proved complete and why, the schools, the gaps.
  public var text: String {
    table + eventLine + doubts + schoolList + gaps.flatMap { $0.lines() }.map { "\($0)\n" }.joined()
  }

  private var table: String {
    let head = [
      "kind", "records", "copies", "files", "pages", "versions", "newest change", "complete",
    ]
    let rows = kinds.map { kind in
      [
        kind.entity.plural, String(kind.completeness.records), String(kind.copies),
        String(kind.files), String(kind.pages),
        kind.versions.isEmpty ? "not told" : kind.versions.joined(separator: ", "),
        kind.newestChange.map { String($0.prefix(10)) } ?? "not told", kind.isComplete,
      ]
    }
    return ExportInspection.aligned([head] + rows)
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return (1...4).contains(column) ? blanks + cell : cell + blanks
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// Why kinds are not proved complete: a line a reason, with all kinds it holds for.
  private var doubts: String {
    var groups: [(reason: String, kinds: [String])] = []
    for kind in kinds where kind.completeness.verdict != .proved {
      for reason in kind.completeness.reasons.map(\.words) {
        if let index = groups.firstIndex(where: { $0.reason == reason }) {
          groups[index].kinds.append(kind.entity.plural)
        } else {
          groups.append((reason, [kind.entity.plural]))
        }
      }
    }
    guard !groups.isEmpty else { return "" }
    let lines = groups.map { "  \($0.kinds.joined(separator: ", ")): \($0.reason)\n" }
    return "\nnot proved complete, so what is absent may only not have been saved\n"
      + lines.joined()
  }

  /// How many events there are; nothing for an export without any.
  private var eventLine: String {
    events == 0
      ? "" : "\n\(counted(events, "event")) about records, applied to those that are there\n"
  }

  private var schoolList: String {
    guard !schools.isEmpty else { return "\nno school is in the export\n" }
    let lines = schools.map { school in
      "  \(printable(school.sisID))  \(school.id)  \(printable(school.name)), "
        + "\(school.sections) section\(school.sections == 1 ? "" : "s")\n"
    }
    return "\nschools\n" + lines.joined()
  }
}

extension ExportInspection.Kind {
  fileprivate var isComplete: String {
    switch completeness.verdict {
    case .proved: "proved"
    case .notProved: "not proved"
    case .incomplete: "no"
    }
  }
}
