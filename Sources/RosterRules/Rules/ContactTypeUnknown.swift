import Findings
import FlatTables
import Roster

extension RosterRule {
  /// It may mean 'for emergencies only', and such people are left out by that word.
  public static let contactTypeUnknown = RosterRule(
    "contact-type-unknown",
    .warning,
    phase: .values,
    title: "a contact's type is not in Clever's list",
    why: "a contact for emergencies only is known by this word, and would be invited like a "
      + "parent",
    effect: "the contact goes in like a parent",
    help: "correct 'type' of the contact in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("contact 'type', from v2.0 on one of a list"),
    example: "contact '58da8c58da8c58da8c58da01' has a type that is not in Clever's list",
    latitude: .any,
    subject: .contacts,
    hides: "which contacts may be for emergencies only",
    check: RuleCheck(
      find: { roster, report in
        let contacts = roster.contacts
        // Up to v1.2 it is free text.
        let isFreeText = roster.source.files.map { $0.version.utf8.starts(with: "v1".utf8) }
        for row in 0..<contacts.count where contacts.records.isOpen(row) {
          // Asked first, since few have one.
          let hasUnknown = contacts.students.range(row).contains { contacts.type[$0] == .unknown }
          if hasUnknown, !isFreeText[contacts.records.places[row].file] {
            report.find(.contact, row)
          }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) has a type that is not in Clever's list",
          field: "type"
        )
      }
    )
  )
}
