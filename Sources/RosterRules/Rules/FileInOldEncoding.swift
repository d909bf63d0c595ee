import Findings
import Roster

extension RosterRule {
  /// What letters the bytes stand for is a conclusion, even where only one is possible.
  public static let fileInOldEncoding = RosterRule(
    "file-in-old-encoding",
    .warning,
    phase: .files,
    title: "a CSV file is not in UTF-8 and was decoded",
    why: "Clever takes UTF-8 alone; whether names with accents are right, people can see best",
    effect: "its records go in, with the letters that the encoding gives",
    help: "look at some names with accents; save the file as 'CSV UTF-8' for the next upload",
    fixer: .importer,
    source: .rfc(3629, "section 4: which bytes are UTF-8"),
    example: "the file is in Windows-1252 and was decoded from it, since no other encoding gives "
      + "names",
    latitude: .any,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, file) in roster.source.files.enumerated() where !file.decodedFrom.isEmpty {
          report.find(SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let number = hit.detail.number
        let name = roster.source.files[number].decodedFrom
        return RuleMessage(
          "the file is in \(name) and was decoded from it, since no other encoding gives names",
          at: RecordPlace(file: number, offset: 0)
        )
      }
    )
  )
}
