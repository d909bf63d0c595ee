import Findings
import Roster

extension RosterRule {
  /// An event says that a record changed or went, and the export does not hold that record.
  public static let eventAboutUnknownRecord = RosterRule(
    "event-about-unknown-record",
    .error,
    phase: .files,
    title: "an event changes or deletes a record that is not in the export",
    why: "the events go with another export, or records are missing from this one; a record that "
      + "one event alone tells of may be half the truth",
    effect: "what the event says is left out",
    help: "export all lists again, then the events from that hour on",
    fixer: .importer,
    source: .cleverEvents("events tell what changed since the records were exported"),
    example: "'updated' event about student '530e5960049e75a9262cff3c', which is not in the export",
    latitude: .errorOrGraver("an event is no record, so nothing can go in"),
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, event) in roster.source.events.enumerated() where event.outcome == .unknown {
          report.find(of: event.entity, SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let event = roster.source.events[hit.detail.number]
        return RuleMessage(
          "'\(event.action.rawValue)' event about \(event.entity.words) "
            + "'\(roster.idText(event.id))', which is not in the export",
          at: event.place
        )
      }
    )
  )
}
