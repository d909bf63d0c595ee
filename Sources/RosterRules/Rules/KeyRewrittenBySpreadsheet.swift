import Findings
import Roster

extension RosterRule {
  /// A spreadsheet that opened the file made a number of the key, and digits are lost.
  public static let keyRewrittenBySpreadsheet = RosterRule(
    "key-rewritten-by-spreadsheet",
    .warning,
    phase: .values,
    title: "a key looks like a number that a spreadsheet wrote",
    why: "a spreadsheet made a number of it and may have dropped digits, so two records can "
      + "have the same key, and the school's own records another",
    effect: "the record goes in under the key as it is",
    help: "send the list to Clever without opening it in a spreadsheet, or set the column to "
      + "text there",
    fixer: .recordsClerk,
    source: .cleverEdgeCases("'sis_id' is text: letters and leading zeros belong to it"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '5.1E+11'): the sis_id looks like a "
      + "number that a spreadsheet wrote",
    latitude: .any,
    // As a rule it is the first to ask for the scan of all texts, on which the others wait.
    isLong: true,
    check: .texts("looks like a number that a spreadsheet wrote", .mangled)
  )
}
