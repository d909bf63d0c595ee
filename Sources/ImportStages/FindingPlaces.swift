import CleverReader
import Findings
import Roster
import RosterRules

/// Gives each finding the place of its record.
func placed(_ findings: [(finding: Finding, place: RecordPlace?)], in roster: Roster) -> [Finding] {
  let places = PlaceResolver(files: roster.source.files)
    .places(of: findings.map { .init($0.place ?? .none) })
  return zip(findings, places).map { pair, place in
    var finding = pair.finding
    finding.place = place
    return finding
  }
}

/// Gives findings their places: one walk over each file, however many findings it has.
func placed(_ texts: [FindingText], in roster: Roster) -> [Finding] {
  var questions: [PlaceResolver.Question] = []
  for text in texts {
    if let place = text.place {
      questions.append(.init(place, line: text.line, field: text.field ?? ""))
    }
    for note in text.notes {
      if let place = note.place { questions.append(.init(place)) }
    }
  }
  let answers = PlaceResolver(files: roster.source.files).places(of: questions)
  var next = 0
  return texts.map { text in
    text.finding { _, _ in
      defer { next += 1 }
      return answers[next]
    }
  }
}
