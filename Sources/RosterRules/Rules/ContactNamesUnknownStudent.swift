import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A parent's other child may be at a school that is not shared.
  public static let contactNamesUnknownStudent = RosterRule(
    "contact-names-unknown-student",
    .warning,
    phase: .families,
    title: "a contact names students who are not in the export",
    why: "the parent is not linked to these children in Bloomz",
    effect: "the contact goes in without these students",
    help: "nothing, if the students are at a school that does not use Bloomz; else share them with "
      + "Bloomz in Clever",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "contact '58da8c58da8c58da8c58da01' names student '530e5960049e75a9262cff3c', who is "
      + "not in the export",
    latitude: .warningOrGraver,
    subject: .contacts,
    hides: "which children a parent is not linked to",
    trail: .contactsStudents,
    check: { roster, report in
      let isKnown = (0..<roster.students.count).map { roster.students.records.isRecord($0) }
      let isOpen = roster.students.records.openFlags()
      let contacts = roster.contacts
      for row in 0..<contacts.count where contacts.records.isOpen(row) {
        let students = contacts.students[row]
        let unknown = students.count { !isKnown[Int($0)] }
        // A contact with no child left is left out as such; one finding is enough.
        if unknown > 0, students.contains(where: { isOpen[Int($0)] }) {
          report.find(.contact, row, detail: unknown)
        }
      }
    },
    describe: { hit, roster in
      let row = Int(hit.row)
      let unknown = roster.contacts.students[row].filter {
        !roster.students.records.isRecord(Int($0))
      }
      let list = roster.list(unknown, of: .student)
      return RuleWords(
        unknown.count == 1
          ? "\(roster.mention(.contact, row)) names student \(list), who is not in the export"
          : "\(roster.mention(.contact, row)) names \(unknown.count) students who are not in the "
            + "export: \(list)",
        field: "students"
      )
    }
  )
}
