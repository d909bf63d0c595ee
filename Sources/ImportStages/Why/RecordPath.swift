import BloomzModel
import Findings
import Roster
import RosterRules
import Texts

/// What became of one record and why, as lines for a person.
struct RecordPath: Hashable {
  /// The record: `student '5895…' (sis_id '100003')`.
  var title: String
  /// What there is to say, in order.
  private(set) var lines: [Line] = []

  /// A word and what belongs to it.
  struct Line: Hashable {
    var label: String
    var words: String
  }

  init(_ title: String) {
    self.title = title
  }

  /// Says `words` of `label`; nothing where there are none.
  mutating func say(_ label: String, _ words: String) {
    if !words.isEmpty { lines.append(Line(label: label, words: words)) }
  }

  /// Says of a finding what it found, what to do and what is behind it.
  mutating func say(_ finding: Finding, cause: String?) {
    say("found", "\(finding.level): \(finding.message) [\(finding.code)]")
    say("  help", finding.help)
    say("  who", finding.fixer.words)
    say("  cause", cause ?? "")
  }

  /// The lines, free of control characters.
  var text: String {
    var text = "\(printable(title))\n"
    for line in lines {
      let label = "\(line.label):"
      let gap = String(repeating: " ", count: max(1, 12 - label.utf8.count))
      text += "  \(label)\(gap)\(printable(line.words))\n"
    }
    return text
  }
}

/// The answer to `why`: the records with an id, or what may have been meant.
public struct WhyAnswer: Sendable {
  /// The paths of the records with the id, or that there are none.
  public let text: String
  /// Whether there are any.
  public let isFound: Bool

  init(_ paths: [RecordPath]) {
    text = paths.map(\.text).joined(separator: "\n")
    isFound = true
  }

  /// No record has the id; `help` says which are near.
  init(unknown id: String, in place: String, help: String) {
    text =
      "error: no record with the id '\(printable(id))' is in \(printable(place))\n"
      + "  help: \(printable(help))\n"
    isFound = false
  }
}

/// What decided a fate: a rule, or a stage in one of the guide's steps.
func decider(_ reason: String) -> String {
  if RuleCatalogue.rule(reason) != nil { return "rule '\(reason)' in stage 'validate'" }
  if reason == "run-refused" { return "the run, which was refused" }
  if reason == "deleted-by-event" { return "an event in the export, in stage 'extract'" }
  return GuideStep(rawValue: reason) != nil
    ? "stage 'transform', step '\(reason)'" : "stage '\(reason)'"
}

/// The first few of `words`, and how many more there are.
func firstFew(_ words: [String], limit: Int = 5) -> String {
  let shown = words.prefix(limit).joined(separator: ", ")
  return words.count > limit ? "\(shown) and \(words.count - limit) more" : shown
}
