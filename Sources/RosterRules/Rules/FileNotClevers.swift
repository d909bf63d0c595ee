import Findings
import Roster

extension RosterRule {
  /// A file of the folder that is none of Clever's, and without which the export has every list.
  public static let fileNotClevers = RosterRule(
    "file-not-clevers",
    .warning,
    phase: .files,
    title: "a file in the folder is not from Clever",
    why: "it is not read, so records that are in it alone are left out",
    effect: "the file is passed over; the records of the other files go in",
    help: "take it out of the folder; only what Clever gave belongs there",
    fixer: .importer,
    source: .cleverDefinitions("answers of the API are JSON; what a district uploads is CSV"),
    example: "this file is not read: it is a text, no list of Clever's",
    latitude: .noteOrWarning("it is about no record that could be withheld"),
    trail: .unreadFile,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, stray) in roster.source.strays.enumerated() where !stray.isNeeded {
          report.find(SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let stray = roster.source.strays[hit.detail.number]
        let help =
          stray.mayHold.isEmpty && !stray.mayHoldEnrollments
          ? stray.help
          : "if it holds records that the other files lack, \(stray.help); else take it out of the "
            + "folder"
        return RuleMessage(
          "this file is not read: it is \(stray.words)",
          help: help,
          at: stray.place
        )
      }
    )
  )
}
