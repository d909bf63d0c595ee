import FlatTables
import Findings
import Roster

extension RosterRule {
  /// A spreadsheet runs such a value as a formula, on the machine of the person who opens the file.
  public static let formulaStart = RosterRule(
    "formula-start",
    .error,
    phase: .records,
    title: "a text starts with '=', a tab or a carriage return",
    why: "a spreadsheet runs it as a formula on the machine of the person who opens the file",
    effect: "this record is left out",
    help: "take the sign off the start of the text in the school's records",
    fixer: .recordsClerk,
    source: .csvInjection("cells that begin with '='"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233'): the first name starts with "
      + "'=', a tab or a carriage return",
    latitude: .errorOrGraver("the file is handed on as it is, and a formula must not leave"),
    check: .texts("starts with '=', a tab or a carriage return") { text, _ in
      text.flags.contains(.startsFormula)
    }
  )
}
