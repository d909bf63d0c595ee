import Findings
import Roster

extension RosterRule {
  /// A file that is not read for what it is, while the export lacks a list that may be in it.
  public static let fileNotRead = RosterRule(
    "file-not-read",
    .blocker,
    phase: .files,
    title: "a file is not read that may hold a list of the export",
    why: "the list is missing from the export, and the records in the file are left out",
    effect: "nothing is written",
    help: "save its lists as Clever gives them, JSON or CSV, and take the file out of the folder",
    fixer: .importer,
    source: .cleverDefinitions("answers of the API are JSON; what a district uploads is CSV"),
    example:
      "this file is not read: it is a web page, no answer of Clever's API; the export has no "
      + "students",
    latitude: .alwaysBlocker("what was not read cannot be judged"),
    trail: .unreadFile,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, stray) in roster.source.strays.enumerated() where stray.isNeeded {
          report.find(SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let stray = roster.source.strays[hit.detail.number]
        let kinds: [Entity] = [.school, .section, .teacher, .student]
        var absent = kinds.filter { stray.mayHold.contains($0) && roster.recordCount(of: $0) == 0 }
          .map(\.plural)
        if absent.isEmpty, stray.mayHoldEnrollments { absent = ["enrollments"] }
        let lack = absent.isEmpty ? "" : "; the export has no \(absent.joined(separator: ", no "))"
        return RuleMessage(
          "this file is not read: it is \(stray.words)\(lack)",
          help: stray.help,
          at: stray.place
        )
      }
    )
  )
}
