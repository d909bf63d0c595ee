import FlatTables
import Findings
import Roster

extension RosterRule {
  /// A student who is their own contact would be invited as their own parent.
  public static let contactIsSelf = RosterRule(
    "contact-is-self",
    .error,
    phase: .records,
    title: "a contact is the student",
    why: "the student would be invited as their own parent, and see what parents see",
    effect: "this contact is left out",
    help: "if this person is a parent, correct 'relationship' in the school's records",
    fixer: .recordsClerk,
    source: .cleverContacts("'relationship' may be 'Self'"),
    example: "contact '58da8c58da8c58da8c58da01' is the student: the relationship is 'Self'",
    latitude: .any,
    subject: .contacts,
    hides: "which contacts are students",
    check: RuleCheck(
      find: { roster, report in
        let contacts = roster.contacts
        let selves = Set(
          contacts.relationship.filter { $0.length == 4 && isSelf($0, roster.text) }
        )
        guard !selves.isEmpty else { return }
        for row in 0..<contacts.count where contacts.records.isOpen(row) {
          let range = contacts.students.range(row)
          let isSelf = range.allSatisfy { selves.contains(contacts.relationship[$0]) }
          if !range.isEmpty, isSelf { report.find(.contact, row) }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) is the student: the relationship is 'Self'",
          field: "relationship"
        )
      }
    )
  )
}

/// Whether a text of four bytes is `Self`, in letters of either case.
private func isSelf(_ ref: TextRef, _ arena: TextArena) -> Bool {
  let bytes = arena.span(ref)
  return lower(bytes[0]) == UInt8(ascii: "s") && lower(bytes[1]) == UInt8(ascii: "e")
    && lower(bytes[2]) == UInt8(ascii: "l") && lower(bytes[3]) == UInt8(ascii: "f")
}
