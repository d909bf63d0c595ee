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

/// Findings in words that do not have their places yet, with all that is needed to look these up,
/// so that the roster can be released.
struct FindingsToPlace {
  private var list = FindingList()
  private var questions = PlaceResolver.Questions()
  /// The finding that each question is about, and the note of it; -1 for its own place.
  private var askers: [(finding: Int32, note: Int32)] = []

  /// None yet, with room for `count`.
  init(reserving count: Int = 0) {
    list.reserveCapacity(count)
    questions.reserveCapacity(count)
    askers.reserveCapacity(count)
  }

  /// Adds a finding after the others.
  mutating func append(_ text: FindingText) {
    let finding = Int32(list.count)
    if let place = text.place {
      questions.append(.init(place, line: text.line, field: text.field ?? ""))
      askers.append((finding, -1))
    }
    for (number, note) in text.notes.enumerated() {
      guard let place = note.place else { continue }
      questions.append(.init(place))
      askers.append((finding, Int32(number)))
    }
    list.append(text.finding { _, _ in nil })
  }

  /// The findings with their places: one walk over each of `files`, however many findings it has.
  consuming func placed(in files: [SourceFile]) -> FindingList {
    var list = list
    self.list = FindingList()
    PlaceResolver(files: files).resolve(questions) { number, place in
      let asker = askers[number]
      list.setPlace(place, of: Int(asker.finding), note: asker.note < 0 ? nil : Int(asker.note))
    }
    return list
  }
}
