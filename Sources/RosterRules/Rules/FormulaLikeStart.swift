import FlatTables
import Findings
import Roster

extension RosterRule {
  /// Some spreadsheets take such a value for a formula; it may as well be meant.
  public static let formulaLikeStart = RosterRule(
    "formula-like-start",
    .warning,
    phase: .values,
    title: "a text starts with '+', '-' or '@'",
    why: "some spreadsheets take it for a formula and show an error or a number in its place",
    effect: "the record goes in as it is; files made for people are neutralised",
    help: "check the text in the school's records; do not open the bundle's files in a spreadsheet",
    fixer: .recordsClerk,
    source: .csvInjection("cells that begin with '+', '-' or '@'"),
    example:
      "section '530e597a049e75a9262d0b05' (sis_id '116-98'): its name starts with '+', '-' or "
      + "'@'",
    latitude: .any,
    check: .texts("starts with '+', '-' or '@'") { text, _ in
      text.flags.contains(.startsLikeFormula)
    }
  )
}
