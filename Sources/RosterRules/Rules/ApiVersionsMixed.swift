import Findings
import Roster

extension RosterRule {
  /// Clever gave all users but students a new id in v3. A record that does not name the earlier id
  /// is not joined with it, and the two parts may be of different days.
  public static let apiVersionsMixed = RosterRule(
    "api-versions-mixed",
    .warning,
    phase: .files,
    title: "the export mixes records of Clever's API before v3 with those of v3",
    why: "Clever gave teachers, staff and contacts new ids in v3; a person whose record does not "
      + "name the earlier id is there twice, or seems to be missing",
    effect: "every person whose v3 record names the earlier id ('legacy_id') goes in once",
    help: "export all lists again with one version of the API",
    fixer: .importer,
    source: .cleverVersions("the ids of all users but students change between v2 and v3"),
    example: "the records here are of 'v2.1', and others in the export of 'v3.0'",
    latitude: .warningToBlocker("the finding is about files, not about a record"),
    check: RuleCheck(
      noting: FilePair.self,
      find: { roster, report in
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
        if let older, let newer { report.find(FilePair(older: older, newer: newer)) }
      },
      describe: { hit, roster in
        let files = roster.source.files
        return RuleMessage(
          "the records here are of '\(files[hit.detail.older].version)', and others in the export of "
            + "'\(files[hit.detail.newer].version)'",
          at: RecordPlace(file: hit.detail.older, offset: 0),
          notes: [
            FindingText.Note("the others", at: RecordPlace(file: hit.detail.newer, offset: 0))
          ]
        )
      }
    )
  )
}

/// A file of each of the two kinds.
private struct FilePair: HitDetail {
  let older: Int
  let newer: Int

  init(older: Int, newer: Int) {
    self.older = older
    self.newer = newer
  }
  init(_ packed: PackedDetail) { self.init(older: Int(packed.first), newer: Int(packed.second)) }
  var packed: PackedDetail { PackedDetail(older, newer) }
}
