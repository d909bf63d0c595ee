import Findings
import Roster
import Texts

extension ExportInspection {
  /// For programs: what ``InspectionSchema`` describes, members in a fixed order.
  public var json: String { ExportInspection.form.document(of: self) }

  /// The members of the JSON: how each is written, and its schema.
  static var form: JSONForm<ExportInspection> {
    .object([
      .init("inspection", .constant(1).described(as: "the version of this layout")) { _ in 1 },
      .init("path", .text, \.path),
      .init(
        "kinds",
        .list(of: kind).described(as: "the kinds of record that the export has something of"),
        \.kinds
      ),
      .init("events", .count().described(as: "about records, each once"), \.events),
      .init("schools", .list(of: school), \.schools),
      .init(
        "operators",
        .list(of: person).described(as: "school admins; the one who was signed in comes first"),
        \.operators
      ),
      .init(
        "gaps",
        .list(of: gap).described(as: "what is missing or could not be read, gravest first"),
        \.gaps
      ),
    ])
  }

  private static var kind: JSONForm<Kind> {
    let kinds = Entity.allCases.filter { $0 != .user }.map(\.text)
    let verdicts = Completeness.Verdict.allCases
    return .object([
      .init("kind", .text(oneOf: kinds), \.entity.text),
      .init("records", .count().described(as: "each once"), \.completeness.records),
      .init("copies", .count(), \.copies),
      .init("unreadable", .count(), \.unreadable),
      .init("files", .count(), \.files),
      .init("pages", .count().described(as: "pages of lists"), \.pages),
      .init("versions", .list(of: .text), \.versions),
      .init(
        "newestChange",
        .optional(.text).described(as: "YYYY-MM-DDTHH:MM:SS.sssZ"),
        \.newestChange
      ),
      .init(
        "complete",
        .choice(of: verdicts, \.rawValue)
          .described(as: "only where proved does absence mean removal"),
        \.completeness.verdict
      ),
      .init("reasons", .list(of: .text, isNeverEmpty: true)) {
        $0.completeness.reasons.map(\.words)
      },
    ])
  }

  private static var school: JSONForm<School> {
    .object([
      .init("id", .text, \.id),
      .init("sisID", .text.described(as: "empty for none"), \.sisID),
      .init("name", .text, \.name),
      .init("sections", .count(), \.sections),
    ])
  }

  private static var person: JSONForm<Operator> {
    .object([
      .init("id", .text, \.id),
      .init("signedIn", .flag.described(as: "an answer of /me shows them"), \.isSignedIn),
      .init(
        "schools",
        .list(of: .text)
          .described(as: "Clever ids of the schools on their list that are in the export"),
        \.schools
      ),
    ])
  }

  private static var gap: JSONForm<Finding> {
    .object([
      .init("code", .text, \.code),
      .init("level", .choice(of: Level.allCases, \.description), \.level),
      .init("message", .text, \.message),
      .init("help", .text, \.help),
      .init("fixer", .text, \.fixer.rawValue),
      .init("place", .optional(place), \.place),
    ])
  }

  private static var place: JSONForm<Place> {
    .object([
      .init("file", .text, \.file),
      .init("line", .optional(.count(from: 1))) { $0.line > 0 ? $0.line : nil },
      .init("column", .optional(.count(from: 1))) { $0.column > 0 ? $0.column : nil },
    ])
  }
}
