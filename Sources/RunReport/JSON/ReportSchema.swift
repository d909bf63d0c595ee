internal import Texts

/// The published description of `report.json`: JSON Schema, draft 2020-12.
public enum ReportSchema {
  /// The schema's text, ended by a line feed. Every member is required, and none may be added: a
  /// program that reads the report can rely on both.
  public static var json: String {
    ReportForm(drain: { _ in }).report.schemaDocument(
      "urn:clever-to-bloomz:report:\(Report.version)",
      title: "report of a clever-to-bloomz run",
      definitions: ReportForm.definitions
    )
  }
}
