public import Pipeline
import RunReport

extension StageRegistry {
  /// The stages of an import, in the order a pipeline has them.
  public static let standard = StageRegistry(
    [
      Extract.self,
      Select.self,
      Validate.self,
      Transform.self,
      Load.self,
      Invite.self,
    ],
    report: [
      OptionCard("folder", .path, .required, help: "the folder the report appears at"),
      OptionCard(
        "formats",
        .list(of: .choice(ReportFormat.allCases.map(\.rawValue))),
        .defaulting(to: ["html", "json", "csv"]),
        help: "the forms of the report; report.json and ledger.csv are written in any case"
      ),
      OptionCard(
        "compare",
        .flag,
        .defaulting(to: "true"),
        help: "compares with the report of the same pipeline that stands in 'folder', so that this "
          + "one says what is new, fixed and still there"
      ),
      OptionCard(
        "compare-with",
        .path,
        .optional,
        help: "another report to compare with, its folder or its report.json"
      ),
      OptionCard(
        "names",
        .flag,
        .defaulting(to: "false"),
        help: "adds the names of people to the fix lists; no other form ever shows them"
      ),
    ]
  )
}
