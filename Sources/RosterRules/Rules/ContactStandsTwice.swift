import Findings
import FlatTables
import Roster

extension RosterRule {
  /// The parent of siblings is often in the export once for each child, and gets a code for each.
  public static let contactStandsTwice = RosterRule(
    "contact-stands-twice",
    .warning,
    phase: .values,
    title: "two contacts have the same name and the same email address",
    why: "it is most often one parent, once for each child, who then gets a code for each",
    effect: "both contacts go in, each with their own students",
    help: "give the parent one 'sis_id' for all children in the school's records; Clever then "
      + "makes one contact of them",
    fixer: .recordsClerk,
    source: .cleverContacts("without a 'sis_id' the parent of siblings may appear once for each"),
    example: "contact '58da8c911e2d3f4a68000002' has the name and email address of contact "
      + "'58da8c911e2d3f4a68000001'",
    latitude: .any,
    subject: .contacts,
    hides: "which parents get a code for each child",
    isLong: true,
    cannotRun: { roster, _ in
      let isPerChild = roster.source.files.contains { file in
        file.version.utf8.starts(with: "v1".utf8)
          && file.recordCounts[Int(Entity.contact.rawValue)] > 0
      }
      return isPerChild ? "before v2.0 Clever makes a contact for each child" : nil
    },
    check: RuleCheck(
      noting: OtherRecord.self,
      find: { roster, report in
        let contacts = roster.contacts
        let start = roster.teachers.count
        let shared = report.sharedEmails(roster)
        guard !shared.isEmpty else { return }
        // Few contacts, as a rule, so only these are compared.
        let sharing = shared.filter { $0.row >= start }
        let rows = sharing.map { $0.row - start }
        let pairs = RepeatedTexts.find(
          OpenTexts(rows.map { contacts.lastName[$0] }),
          groups: sharing.map { Int32(min($0.row, $0.other)) },
          in: roster.text,
          ignoringCase: true
        )
        .map { RepeatedTexts.Pair(row: rows[$0.row], other: rows[$0.other]) }
        .naming { roster.precedes($0, $1, in: contacts.records) }
        for pair in pairs where roster.precedes(pair.other, pair.row, in: contacts.records) {
          let (first, second) = (contacts.firstName[pair.other], contacts.firstName[pair.row])
          // Two contacts of one name who share a made-up address need not be one person.
          if equalBytes(roster.text.span(first), roster.text.span(second)),
            !EmailForms.isPlaceholder(roster.text.span(contacts.email[pair.row]))
          {
            report.find(.contact, pair.row, OtherRecord(.contact, pair.other))
          }
        }
      },
      describe: RuleCheck.beside("has the name and email address of", field: nil)
    )
  )
}
