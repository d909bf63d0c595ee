import Findings
import Roster

extension RosterRule {
  /// Most often two records of one name were told apart that way.
  public static let nameHasDigits = RosterRule(
    "name-has-digits",
    .note,
    phase: .values,
    title: "a person's name has digits in it",
    why: "most often two records of one name were told apart that way, or a number got into "
      + "the wrong column",
    effect: "nothing changes: the name goes in as it is",
    help: "nothing, if it is part of the name ('3rd'); else take the digits out in the "
      + "school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("names are passed on as they are"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233'): the last name has "
      + "digits in it",
    latitude: .any,
    check: .texts("has digits in it", .digit)
  )
}
