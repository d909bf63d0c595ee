import Findings
import Roster

extension RosterRule {
  /// Clever gave everybody but students a new id in v3; what does not name the id before is not
  /// joined, and the two parts may be of different days.
  public static let apiVersionsMixed = RosterRule(
    "api-versions-mixed",
    .warning,
    phase: .files,
    title: "the export mixes records of Clever's API before v3 with those of v3",
    why: "Clever gave teachers, staff and contacts new ids in v3; who does not name the id "
      + "before stands there twice, or seems not to be there",
    effect: "every person whose v3 record names the id before ('legacy_id') goes in once",
    help: "export all lists anew with one version of the API",
    fixer: .importer,
    source: .cleverVersions("the ids of all users but students change between v2 and v3"),
    example: "the records here are of 'v2.1', and others in the export of 'v3.0'",
    latitude: .warningToBlocker("the finding is about files, not about a record"),
    check: { roster, report in
      let kinds: [Entity] = [.teacher, .schoolAdmin, .contact, .section]
      var older: Int?
      var newer: Int?
      for (number, file) in roster.source.files.enumerated() where !file.version.isEmpty {
        guard kinds.contains(where: { file.recordCounts[Int($0.rawValue)] > 0 }) else { continue }
        if file.version.utf8.starts(with: "v3".utf8) {
          newer = newer ?? number
        } else {
          older = older ?? number
        }
      }
      if let older, let newer { report.find(detail: older, second: newer) }
    },
    describe: { hit, roster in
      let files = roster.source.files
      return RuleWords(
        "the records here are of '\(files[Int(hit.detail)].version)', and others in the export of "
          + "'\(files[Int(hit.second)].version)'",
        at: RecordPlace(file: Int(hit.detail), offset: 0),
        notes: [
          FindingText.Note("the others", at: RecordPlace(file: Int(hit.second), offset: 0))
        ]
      )
    }
  )
}
