import Findings
import Roster

extension RosterRule {
  /// Nothing turns them back, so they are shown as part of the name.
  public static let textHoldsMarkup = RosterRule(
    "text-holds-markup",
    .warning,
    phase: .values,
    title: "a text holds tags or character references of a web page",
    why: "nothing turns '&#39;' back into an apostrophe, so it is shown as part of the name",
    effect: "the record goes in with the text as it is",
    help: "type the text again in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("texts are any UTF-8, and passed on as they are"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233'): the last name holds a "
      + "tag or a character reference",
    latitude: .any,
    check: .texts("holds a tag or a character reference", .markup)
  )
}
