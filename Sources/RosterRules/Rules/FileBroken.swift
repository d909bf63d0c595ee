import Findings
import Roster

extension RosterRule {
  /// All that comes after the break is unread, so a record's absence would mean nothing.
  public static let fileBroken = RosterRule(
    "file-broken",
    .blocker,
    phase: .files,
    title: "a file breaks off or is not JSON",
    why: "everything after the break is unread, and what is missing from a bundle may be removed "
      + "in Bloomz",
    effect: "nothing is written",
    help: "export this file again and check that the transfer was not cut short",
    fixer: .importer,
    source: .rfc(8259, "section 2, the grammar of a JSON text"),
    example: "the file breaks off: the file ends inside a page",
    latitude: .alwaysBlocker("what was not read cannot be judged"),
    trail: .brokenFile,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for number in roster.source.broken.indices { report.find(SourceEntry(number)) }
      },
      describe: { hit, roster in
        let file = roster.source.broken[hit.detail.number]
        return RuleMessage("the file breaks off: \(file.words)", at: file.place)
      }
    )
  )
}
