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
    check: { roster, report in
      let teachers = roster.teachers
      let admins = roster.schoolAdmins
      let own = admins.email.indices.map { admins.teacher[$0] < 0 ? admins.email[$0] : .empty }
      let emails = OpenTexts(teachers.email, teachers.records) + OpenTexts(own, admins.records)
      let pairs = RepeatedTexts.find(emails, in: roster.text, ignoringCase: true)
        .naming { left, right in
          // A teacher before an admin.
          guard (left < teachers.count) == (right < teachers.count) else { return left < right }
          return left < teachers.count
            ? roster.precedes(left, right, in: teachers.records)
            : roster.precedes(left - teachers.count, right - teachers.count, in: admins.records)
        }
      for pair in pairs where pair.row >= teachers.count {
        let isTeacher = pair.other < teachers.count
        report.find(
          .schoolAdmin,
          pair.row - teachers.count,
          detail: isTeacher ? pair.other : pair.other - teachers.count,
          second: Int((isTeacher ? Entity.teacher : .schoolAdmin).rawValue)
        )
      }
    },
    describe: { hit, roster in
      let other = Entity(rawValue: UInt8(truncatingIfNeeded: hit.second)) ?? .schoolAdmin
      let records = roster.records(of: other)
      let row = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.schoolAdmin, Int(hit.row))) has the same email address as \(other.words) "
          + "'\(records.map { roster.idText($0.ids[row]) } ?? "")'",
        field: "email",
        notes: [FindingText.Note("the other person", at: records?.places[row])]
      )
    }
  )
}
