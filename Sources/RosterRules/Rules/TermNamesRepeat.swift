import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Where two classes differ by their term alone, its name is what tells them apart.
  public static let termNamesRepeat = RosterRule(
    "term-names-repeat",
    .note,
    phase: .links,
    title: "two terms of the classes have the same name",
    why: "a term's name is what tells two classes of one name apart, and these do not",
    effect: "nothing changes: other words tell such classes apart",
    help: "nothing, if the terms are one and the same; else name them apart in the school's "
      + "records",
    fixer: .recordsClerk,
    source: .cleverQuirks("terms are built from section text; several may have the same name"),
    example: "term '58da8c921e2d3f4a68000002' has the same name as term "
      + "'58da8c921e2d3f4a68000001'",
    latitude: .noteOrWarning("the finding is about the term, which no file of Bloomz holds"),
    check: .sameText(
      "name",
      field: "name",
      of: .term,
      in: { roster in
        let sections = roster.sections
        var names = [TextRef](repeating: .empty, count: roster.terms.count)
        for row in 0..<sections.count
        where sections.records.isOpen(row) && sections.term[row] >= 0 {
          let term = Int(sections.term[row])
          names[term] = roster.terms.text[term].name
        }
        return OpenTexts(names)
      }
    )
  )
}
