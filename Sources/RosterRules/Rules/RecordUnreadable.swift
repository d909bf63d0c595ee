import Findings
import Roster

extension RosterRule {
  /// One record makes no sense; its neighbours do, and go on.
  public static let recordUnreadable = RosterRule(
    "record-unreadable",
    .error,
    phase: .files,
    title: "a record cannot be read",
    why: "it is not known what the record is about, so a person may be left out",
    effect: "this record is left out",
    help: "export the record again; if it comes back the same, tell Clever",
    fixer: .importer,
    source: .rfc(8259, "sections 4 and 8: names in an object are unique, text is UTF-8"),
    example: "a student record cannot be read: a key comes twice in one object",
    latitude: .errorOrGraver("what cannot be read cannot go in"),
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, record) in roster.source.unreadable.enumerated() {
          report.find(of: record.entity, SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let record = roster.source.unreadable[hit.detail.number]
        let kind = record.entity.map { "a \($0.words) record" } ?? "a record"
        return RuleMessage(
          "\(kind) cannot be read: \(record.words)",
          at: record.fault,
          notes: [FindingText.Note("the record begins here", at: record.place)]
        )
      }
    )
  )
}
