import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Without it any change of a contact makes a new one, who would be invited again.
  public static let contactWithoutSisId = RosterRule(
    "contact-without-sis-id",
    .note,
    phase: .values,
    title: "contacts have no sis_id",
    why: "Clever deletes a contact without one at any change and makes a new one, who then "
      + "looks like a person who is not invited yet",
    effect: "nothing changes: such a contact goes in under Clever's id",
    help: "share 'Contact_sis_id' from the school's records, if they have it",
    helpInUpload: "fill 'Contact_sis_id' from the school's records, if they have it",
    fixer: .recordsClerk,
    source: .cleverContacts("a contact keeps its id when data change only if it has a 'sis_id'"),
    example: "contacts without a sis_id: 12 of 30",
    latitude: .noteOrWarning("the finding is about how many there are, not about a contact"),
    subject: .contacts,
    hides: "how many parents may come back under a new id",
    check: RuleCheck(
      noting: Share.self,
      find: { roster, report in
        let contacts = roster.contacts
        var missing = 0
        var judged = 0
        for row in 0..<contacts.count where contacts.records.isOpen(row) {
          judged += 1
          if contacts.sisID[row].isEmpty { missing += 1 }
        }
        if missing > 0 { report.find(of: .contact, Share(missing, of: judged)) }
      },
      describe: { hit, _ in
        RuleMessage("contacts without a sis_id: \(hit.detail.part) of \(hit.detail.whole)")
      }
    )
  )
}
