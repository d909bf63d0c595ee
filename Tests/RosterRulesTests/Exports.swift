import CleverReader
import Findings
import Roster
import RosterRules
import Texts

/// Runs the rules over an export and shows what they find, with places.
///
/// - Parameters:
///   - path: a file or folder, from the package's root.
///   - rule: decides the step, unless the export has contacts, so that it has a say.
///   - folder: what is taken off the paths in the text.
/// - Returns: the lines of all findings, gravest first.
/// - Throws: whatever the reader throws.
func findings(in path: String, for rule: RosterRule, below folder: String) throws -> String {
  var roster = try CleverReader(readsStudentEmail: true).read(path)
  let hasContacts = rule.subject == .contacts || roster.contacts.records.recordCount > 0
  let outcome = RuleCatalogue.run(
    on: &roster,
    step: hasContacts ? .parentsContacts : .classesTeachersStudents,
    includesOtherStaff: true,
    day: CalendarDay("2026-08-20")
  )
  let findings = outcome.hits.map { placed(outcome.text(of: $0, in: roster), in: roster, folder) }
  return findings.sorted().map { $0.lines().joined(separator: "\n") + "\n" }.joined()
}

/// `text` with its places found in the files, their paths without `folder`.
private func placed(_ text: FindingText, in roster: Roster, _ folder: String) -> Finding {
  let resolver = PlaceResolver(files: roster.source.files)
  return text.finding { place, field in
    var place = resolver.places(of: [.init(place, field: field ?? "")])[0]
    if let file = place?.file, file.hasPrefix(folder) {
      place?.file = String(file.dropFirst(folder.count))
    }
    return place
  }
}
