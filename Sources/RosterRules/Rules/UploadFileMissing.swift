import Findings
import Roster

extension RosterRule {
  /// Without one of the five files there are no classes, no people in them, or no names.
  public static let uploadFileMissing = RosterRule(
    "upload-file-missing",
    .blocker,
    phase: .files,
    title: "a file of a district's upload is not in the folder",
    why:
      "without it there are no classes, or no one in them, or no one who may import; and what is "
      + "missing from a bundle may be removed in Bloomz",
    effect: "nothing is written",
    help: "put all files of the district's upload into the folder: schools.csv, students.csv, "
      + "teachers.csv, sections.csv, enrollments.csv and staff.csv, which tells who may import",
    fixer: .importer,
    source: .cleverUpload("an upload that lacks one of the five files is not processed"),
    example: "students.csv is not in the folder, and other files of a district's upload are",
    latitude: .alwaysBlocker("a part of the district cannot be taken for the whole"),
    trail: .missingUpload,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for (number, file) in roster.source.missingUploads.enumerated() {
          report.find(of: file.entity, SourceEntry(number))
        }
      },
      describe: { hit, roster in
        let file = roster.source.missingUploads[hit.detail.number]
        return RuleMessage(
          "\(file.name) is not in the folder, and other files of a district's upload are",
          help: file.entity == .schoolAdmin
            ? "put staff.csv into the folder: it tells who may import which school"
            : "put \(file.name) into the folder, beside the other files of the same upload"
        )
      }
    )
  )
}
