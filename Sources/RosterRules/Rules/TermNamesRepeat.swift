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
    check: { roster, report in
      let terms = roster.terms
      var names = [TextRef](repeating: .empty, count: terms.count)
      let sections = roster.sections
      for row in 0..<sections.count where sections.records.isOpen(row) && sections.term[row] >= 0 {
        names[Int(sections.term[row])] = terms.text[Int(sections.term[row])].name
      }
      let pairs = RepeatedTexts.find(names, in: roster.text)
        .naming { roster.precedes($0, $1, in: terms.records) }
      for pair in pairs where roster.precedes(pair.other, pair.row, in: terms.records) {
        report.find(.term, pair.row, detail: pair.other)
      }
    },
    describe: { hit, roster in
      let records = roster.terms.records
      let other = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.term, Int(hit.row))) has the same name as term "
          + "'\(roster.idText(records.ids[other]))'",
        field: "name",
        notes: [FindingText.Note("the other term", at: records.places[other])]
      )
    }
  )
}
