import Findings
import Roster
import Texts

extension RosterRule {
  /// A spreadsheet that opened one of the files took the zeros away, and nothing fits any more.
  public static let zerosLost = RosterRule(
    "zeros-lost",
    .blocker,
    phase: .files,
    title: "ids in one file lost the zeros in front",
    why: "the files of an upload name each other's records by these ids; without the zeros classes "
      + "would be empty, and the program does not guess who is who",
    effect: "nothing is written",
    help: "get the file again from the school's records and do not save it in a spreadsheet, which "
      + "takes the zeros in front of numbers away",
    fixer: .importer,
    source: .cleverUpload("ids are texts and must be the same in all files"),
    example: "enrollments.csv has student '4101' where students.csv has '004101': 812 ids lost the "
      + "zeros in front",
    latitude: .alwaysBlocker("it is not known who is in which class"),
    trail: .lostZeros,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, lost) in roster.source.lostZeros.enumerated() {
          report.find(of: lost.entity, SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let lost = roster.source.lostZeros[hit.detail.number]
        return RuleMessage(
          lost.words(roster.source),
          at: RecordPlace(file: lost.file, offset: 0),
          notes: [
            FindingText.Note(
              "this file has the zeros",
              at: RecordPlace(file: lost.other, offset: 0)
            )
          ]
        )
      }
    )
  )
}

extension LostZeros {
  /// What is lost, in one sentence without a full stop.
  func words(_ source: SourceEvidence) -> String {
    "\(source.files[file].name) has \(entity.words) '\(short)' where "
      + "\(source.files[other].name) has '\(full)': \(counted(count, "id")) lost the zeros in front"
  }
}

extension SourceFile {
  /// The last part of its path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
