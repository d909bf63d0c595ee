import Texts

/// The published description of what `inspect --json` prints: JSON Schema, draft 2020-12.
public enum InspectionSchema {
  /// The schema's text, ended by a line feed. Every member is required, and none may be added: a
  /// program that reads an inspection can rely on both.
  public static var json: String {
    ExportInspection.form.schemaDocument(
      "urn:clever-to-bloomz:inspection:1",
      title: "what clever-to-bloomz finds in a Clever export"
    )
  }
}
