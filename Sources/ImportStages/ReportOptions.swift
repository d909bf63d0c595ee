import Pipeline
import RunReport

/// The options below `report:` in a pipeline file.
enum ReportOptions {
  static let folder = StageOption("folder", .path, help: "the folder the report appears at")
  static let formats = StageOption(
    "formats",
    .list(of: .choice(ReportFormat.self)),
    default: [.html, .json, .csv],
    help: "the forms of the report; report.json and ledger.csv are written in any case"
  )
  static let compare = StageOption(
    "compare",
    .flag,
    default: true,
    help: "compares with the report of the same pipeline that is in 'folder', so that this one "
      + "says what is new, fixed and still there"
  )
  static let compareWith = StageOption(
    optional: "compare-with",
    .path,
    help: "another report to compare with, its folder or its report.json"
  )
  static let names = StageOption(
    "names",
    .flag,
    default: false,
    help: "adds the names of people to the fix lists; no other form ever shows them"
  )

  static let cards = [folder.card, formats.card, compare.card, compareWith.card, names.card]
}
