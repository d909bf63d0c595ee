import Findings
import Roster

extension RosterRule {
  /// The code opens the teacher's classes: sent to a shared address, anyone there may take them.
  public static let teachersShareEmail = RosterRule(
    "teachers-share-email",
    .error,
    phase: .comparisons,
    title: "two teachers have the same email address",
    why: "Bloomz knows teachers by their address, so one would take over the other's classes; "
      + "it is not known whose address it is",
    effect: "all of these teachers are left out; their classes go in without them",
    help: "give each teacher an address of their own in the school's records, or merge the two "
      + "records there",
    fixer: .recordsClerk,
    source: .bloomzSchoolYear("teachers are matched by email"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') has the same email address as "
      + "teacher '530e5955d50c310f36112bd5'",
    latitude: .errorOrGraver("Bloomz would make one account of them"),
    check: .sameText(
      "email address",
      field: "email",
      of: .teacher,
      isOfEach: true,
      ignoringCase: true,
      in: { OpenTexts($0.teachers.email, $0.teachers.records) }
    )
  )
}
