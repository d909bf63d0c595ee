import Findings
import Roster

extension RosterRule {
  /// Names with accents arrive as two strange signs each, and parents see them so.
  public static let textIsGarbled = RosterRule(
    "text-is-garbled",
    .warning,
    phase: .values,
    title: "a text was read in the wrong encoding on its way to Clever",
    why: "teachers and parents see strange signs in place of the letters with accents",
    effect: "the record goes in with the text as it is",
    help: "send the list to Clever as UTF-8; the text in the school's records is most often "
      + "right",
    fixer: .recordsClerk,
    source: .cleverQuirks("texts are any UTF-8, and passed on as they are"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233'): the last name holds "
      + "letters that were read in the wrong encoding",
    latitude: .any,
    check: .texts("holds letters that were read in the wrong encoding", .garbled)
  )
}
