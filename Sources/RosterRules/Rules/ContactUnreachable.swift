import FlatTables
import Findings
import Reachability
import Roster

extension RosterRule {
  /// Bloomz invites a parent by e-mail or by phone; with neither there is nobody to invite.
  public static let contactUnreachable = RosterRule(
    "contact-unreachable",
    .error,
    phase: .records,
    title: "a contact has neither a usable email address nor a phone of ten digits",
    why: "Bloomz invites by one of the two, so this parent could never join",
    effect: "this contact is left out",
    help: "add an email address or a phone number to the contact in the school's records, or share "
      + "the fields with Bloomz in Clever",
    fixer: .recordsClerk,
    source: .bloomzV1Guide("of a parent's email and phone one is mandatory"),
    example: "contact '58da8c58da8c58da8c58da01' has neither a usable email address nor a phone of "
      + "ten digits",
    latitude: .errorOrGraver("Bloomz's contact file needs one of the two"),
    subject: .contacts,
    hides: "which parents cannot be invited",
    check: { roster, report in
      let records = roster.contacts.records
      for row in 0..<records.count
      where records.isOpen(row) && !report.reach.hasPhone(row) && !report.reach.hasAddress(row) {
        let (email, phone) = (roster.contacts.email[row], roster.contacts.phone[row])
        report.find(.contact, row, detail: email.isEmpty ? 1 : 0, second: phone.isEmpty ? 1 : 0)
      }
    },
    describe: { hit, roster in
      let row = Int(hit.row)
      let email = hit.detail == 1 ? "email is missing" : "email cannot be used"
      let phone = hit.second == 1 ? "phone is missing" : "phone cannot be used"
      return RuleWords(
        "\(roster.mention(.contact, row)) has neither a usable email address nor a phone of ten "
          + "digits",
        notes: [FindingText.Note("\(email), \(phone)")]
      )
    }
  )
}
