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
    helpInUpload: "add the student to students.csv, or take the contact's rows out "
      + "that name them",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "contact '58da8c58da8c58da8c58da01' names student '530e5960049e75a9262cff3c', who is "
      + "not in the export",
    latitude: .warningOrGraver,
    subject: .contacts,
    hides: "which children a parent is not linked to",
    trail: .contactsStudents,
    check: .unknownLinks(from: .contact, to: .student, field: "students") {
      $0.contacts.students[$1]
    }
  )
}
