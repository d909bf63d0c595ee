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
        "compare-with",
        .path,
        .optional,
        help: "an earlier report, its folder or its report.json: the report then says what is new, "
          + "fixed and still there; may be this report's own folder"
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
