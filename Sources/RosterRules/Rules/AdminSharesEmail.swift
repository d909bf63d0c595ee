import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Bloomz makes one account of two rows, with the role of one of them.
  public static let adminSharesEmail = RosterRule(
    "admin-shares-email",
    .warning,
    phase: .values,
    title: "a school admin has the email address of a teacher or another admin",
    why: "Bloomz knows staff by their address and makes one account of the two rows, with the "
      + "role of one",
    effect: "the person goes in beside the other",
    help: "nothing, if it is one person with two posts; else give each an address of their "
      + "own in the school's records",
    fixer: .recordsClerk,
    source: .bloomzSchoolYear("staff are matched by email over the years"),
    example: "school admin '5601b814141fd30001000017' (staff_id '1212') has the same email "
      + "address as teacher '530e5955d50c310f36112bd4'",
    latitude: .any,
    subject: .otherStaff,
    hides: "which staff Bloomz would take for one person",
    check: RuleCheck(
      noting: OtherRecord.self,
      find: { roster, report in
        let (teachers, admins) = (roster.teachers, roster.schoolAdmins)
        let own = admins.email.indices.map { admins.teacher[$0] < 0 ? admins.email[$0] : .empty }
        let emails = OpenTexts(teachers.email, teachers.records) + OpenTexts(own, admins.records)
        let pairs = RepeatedTexts.find(emails, in: roster.text, ignoringCase: true)
          .naming { roster.precedes($0, $1, in: teachers.records, admins.records) }
        let count = teachers.count
        for pair in pairs where pair.row >= count {
          let other =
            pair.other < count
            ? OtherRecord(.teacher, pair.other) : OtherRecord(.schoolAdmin, pair.other - count)
          report.find(.schoolAdmin, pair.row - count, other)
        }
      },
      describe: RuleCheck.beside(
        "has the same email address as",
        field: "email",
        note: "the other person"
      )
    )
  )
}
