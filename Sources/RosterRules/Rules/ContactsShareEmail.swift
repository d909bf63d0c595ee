import Findings
import FlatTables
import Roster

extension RosterRule {
  /// It is no person's own: it is an office's, or was typed to fill the field.
  public static let contactsShareEmail = RosterRule(
    "contacts-share-email",
    .warning,
    phase: .values,
    title: "five or more contacts have the same email address",
    why: "it is no person's own address, and everyone who reads it gets the codes to all these "
      + "children's classes",
    effect: "all these contacts go in with the address",
    help: "put each contact's own address into the school's records, or leave it empty",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are"),
    example: "contact '58da8c58da8c58da8c58da01' has an email address that 5 contacts have",
    latitude: .any,
    subject: .contacts,
    hides: "which addresses belong to no parent",
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let start = roster.teachers.count
        var counts: [Int: Int] = [:]
        let contacts = report.sharedEmails(roster).filter { $0.row >= start }
        for pair in contacts { counts[min(pair.row, pair.other), default: 0] += 1 }
        for pair in contacts {
          let count = counts[min(pair.row, pair.other)] ?? 0
          let row = pair.row - start
          // An address that was made up to fill the field is another rule's business.
          guard count >= 5, !EmailForms.isPlaceholder(roster.text.span(roster.contacts.email[row]))
          else {
            continue
          }
          report.find(.contact, row, Count(count))
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) has an email address that \(hit.detail.number) contacts have",
          field: "email"
        )
      }
    )
  )
}
