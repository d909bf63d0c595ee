import Findings
import Roster

extension RosterRule {
  /// Two copies of a record differ and nothing tells which is newer: either may be wrong.
  public static let duplicateRecord = RosterRule(
    "duplicate-record",
    .error,
    phase: .records,
    title: "a record is in the export twice, with different content",
    why: "nothing tells which copy is newer, and the older one may hold a class or an address "
      + "that is no longer true",
    effect: "this record is left out",
    help: "keep one export in the folder; in the files of a district's upload give each person, "
      + "class and school one id of its own",
    fixer: .importer,
    source: .cleverDefinitions("'id' is unique to a record"),
    example:
      "student '530e5960049e75a9262cff3c' is in the export twice, with different content; the "
      + "copies differ in 'grade'",
    latitude: .errorOrGraver("it is not known which copy would go in"),
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, copy) in roster.source.copies.enumerated()
        where copy.comparison == .undecidable {
          guard let records = roster.records(of: copy.entity), records.isOpen(Int(copy.row)) else {
            continue
          }
          report.find(copy.entity, Int(copy.row), SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let copy = roster.source.copies[hit.detail.number]
        let isUpload = roster.source.files[copy.place.file].isUpload
        let fields = copy.differing.text
        let help =
          isUpload
          ? "if they are two \(copy.entity.plural), give each an id of its own; if they are one, let "
            + "both rows say the same; if one file is an older copy, take it out of the folder"
          : "keep one export in the folder, or the copy with the newer 'last_modified'"
        return RuleMessage(
          "\(roster.mention(copy.entity, Int(copy.row))) is in the export twice, with different "
            + "content"
            + (fields.isEmpty ? "" : "; the \(isUpload ? "rows" : "copies") differ in \(fields)"),
          help: help,
          notes: [FindingText.Note("the other copy begins here", at: copy.place)]
        )
      }
    )
  )
}
