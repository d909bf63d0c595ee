import Findings
import Roster

extension RosterRule {
  /// A test record or an empty post would be imported, and invited, like a person.
  public static let nameIsPlaceholder = RosterRule(
    "name-is-placeholder",
    .warning,
    phase: .values,
    title: "a name is a word that names no person",
    why: "a test record or an empty post would be in classes like a person; a teacher's "
      + "would be invited",
    effect: "the record goes in like a person's",
    help: "take the record out of sharing in Clever, or put the person's name into the "
      + "school's records",
    helpInUpload: "take the record out of the district's files, or put the person's "
      + "name into the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("names are passed on as they are"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the last name is a word "
      + "that names no person",
    latitude: .any,
    check: .texts("is a word that names no person", .placeholder)
  )
}
