import Findings
import Roster

extension ExportInspection {
  /// For programs: what ``InspectionSchema`` describes, keys in a fixed order.
  public var json: String {
    """
    {
      "inspection": 1,
      "path": \(quoted(path)),
      "kinds": \(list(kinds.map(json))),
      "schools": \(list(schools.map(json))),
      "operators": \(list(operators.map(json))),
      "gaps": \(list(gaps.map(json)))
    }

    """
  }

  private func list(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    \(elements.joined(separator: ",\n    "))\n  ]"
  }

  private func texts(_ texts: [String]) -> String {
    "[\(texts.map { quoted($0) }.joined(separator: ", "))]"
  }

  private func json(_ kind: Kind) -> String {
    "{\"kind\": \(quoted(kind.entity.text)), "
      + "\"records\": \(kind.completeness.records), \"copies\": \(kind.copies), "
      + "\"unreadable\": \(kind.unreadable), \"files\": \(kind.files), \"pages\": \(kind.pages), "
      + "\"versions\": \(texts(kind.versions)), "
      + "\"newestChange\": \(kind.newestChange.map { quoted($0) } ?? "null"), "
      + "\"complete\": \(quoted(kind.completeness.verdict.rawValue)), "
      + "\"reasons\": \(texts(kind.completeness.reasons.map(\.words)))}"
  }

  private func json(_ school: School) -> String {
    "{\"id\": \(quoted(school.id)), \"sisID\": \(quoted(school.sisID)), "
      + "\"name\": \(quoted(school.name)), \"sections\": \(school.sections)}"
  }

  private func json(_ person: Operator) -> String {
    "{\"id\": \(quoted(person.id)), \"signedIn\": \(person.isSignedIn), "
      + "\"schools\": \(texts(person.schools))}"
  }

  private func json(_ gap: Finding) -> String {
    "{\"code\": \(quoted(gap.code)), \"level\": \(quoted(gap.level.description)), "
      + "\"message\": \(quoted(gap.message)), \"help\": \(quoted(gap.help)), "
      + "\"fixer\": \(quoted(gap.fixer.rawValue)), \"place\": \(place(gap.place))}"
  }

  private func place(_ place: Place?) -> String {
    guard let place else { return "null" }
    return "{\"file\": \(quoted(place.file)), \"line\": \(number(place.line)), "
      + "\"column\": \(number(place.column))}"
  }

  /// A line or column, which is 0 where none is meant.
  private func number(_ number: Int) -> String { number > 0 ? String(number) : "null" }
}
