import FlatTables
import Findings
import Reachability
import Roster

extension RosterRule {
  /// Bloomz invites a parent by e-mail or by phone; with neither, an invitation is not possible.
  public static let contactUnreachable = RosterRule(
    "contact-unreachable",
    .error,
    phase: .records,
    title: "a contact has neither a usable email address nor a phone of ten digits",
    why: "Bloomz invites by one of the two, so this parent could never join",
    effect: "this contact is left out",
    help: "add an email address or a phone number to the contact in the school's records, or share "
      + "the fields with Bloomz in Clever",
    helpInUpload: "add an email address or a phone number to the contact in the "
      + "school's records",
    fixer: .recordsClerk,
    source: .bloomzV1Guide("of a parent's email and phone one is mandatory"),
    example: "contact '58da8c58da8c58da8c58da01' has neither a usable email address nor a phone of "
      + "ten digits",
    latitude: .errorOrGraver("Bloomz's contact file needs one of the two"),
    subject: .contacts,
    hides: "which parents cannot be invited",
    check: RuleCheck(
      noting: Lacks.self,
      find: { roster, report in
        let records = roster.contacts.records
        for row in 0..<records.count
        where records.isOpen(row) && !report.reach.hasPhone(row) && !report.reach.hasAddress(row) {
          let (email, phone) = (roster.contacts.email[row], roster.contacts.phone[row])
          report.find(.contact, row, Lacks(email: email.isEmpty, phone: phone.isEmpty))
        }
      },
      describe: { hit, roster in
        let email = hit.detail.email ? "email is missing" : "email cannot be used"
        let phone = hit.detail.phone ? "phone is missing" : "phone cannot be used"
        return RuleMessage(
          "\(hit.mention(in: roster)) has neither a usable email address nor a phone of ten "
            + "digits",
          notes: [FindingText.Note("\(email), \(phone)")]
        )
      }
    )
  )
}

/// Which of the two a contact lacks; a value that is there cannot be used.
private struct Lacks: HitDetail {
  let email: Bool
  let phone: Bool

  init(email: Bool, phone: Bool) {
    self.email = email
    self.phone = phone
  }
  init(_ packed: PackedDetail) { self.init(email: packed.first == 1, phone: packed.second == 1) }
  var packed: PackedDetail { PackedDetail(email ? 1 : 0, phone ? 1 : 0) }
}
