import Findings
import Roster

extension RosterRule {
  /// The export holds a newer record than the event tells of, so the event has nothing to add.
  public static let eventOlderThanRecord = RosterRule(
    "event-older-than-record",
    .note,
    phase: .files,
    title: "an event is older than the record it is about",
    why: "what it says was true once; the record in the export says what came after it",
    effect: "nothing changes",
    help: "nothing needs to be done; events from before the export may be left out",
    fixer: .importer,
    source: .cleverDefinitions("'last_modified' tells when a record changed"),
    example: "'updated' event about student '530e5960049e75a9262cff3c' is older than the record in "
      + "the export",
    latitude: .noteOrWarning("nothing depends on an event that changes nothing"),
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, event) in roster.source.events.enumerated() where event.outcome == .older {
          report.find(of: event.entity, SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let event = roster.source.events[hit.detail.number]
        return RuleMessage(
          "'\(event.action.rawValue)' event about \(event.entity.words) "
            + "'\(roster.idText(event.id))' is older than the record in the export",
          at: event.place
        )
      }
    )
  )
}
