import CleverReader
import Findings
public import Pipeline
import Roster
import SafeFiles

/// Reads what Clever exported.
public struct Extract: Stage {
  private static let from = StageOption(
    "from",
    .path,
    help: "the file or folder with the Clever export"
  )
  private static let studentEmail = StageOption(
    "student-email",
    .flag,
    default: false,
    help: "also reads students' e-mail addresses, so that they go into the bundle"
  )

  /// Name, options and help.
  public static let card = StageCard(
    name: "extract",
    summary: "reads a Clever export of any API version, or the CSV files a district uploads",
    help: """
      Takes a file, or a folder with files however deep: list pages, single answers, NDJSON, \
      concatenated records and plain arrays, as API v1.1 to v3.1 give them; or the CSV files that \
      a district uploads to Clever (schools, students, teachers, sections, enrollments, staff); \
      also packed as .gz or .zip. Content decides what a file is, not its name. Fields that \
      Bloomz has no column for are \
      never stored.

      Two copies of a record become one: the newer goes on.
      """,
    options: [from.card, studentEmail.card],
    example: """
      - extract: { from: "${export}" }
      """
  )

  /// The file or folder with the export.
  let path: String
  private let readsStudentEmail: Bool

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    path = options[Extract.from]
    readsStudentEmail = options[Extract.studentEmail]
  }

  /// Does the work; see the card.
  public func run(
    _ input: PipelineStart,
    context: RunContext
  ) async throws -> StageResult<ExtractedRoster> {
    let reader = CleverReader(readsStudentEmail: readsStudentEmail)
    let roster = try reader.readExport(path) { done, total in
      context.progress(
        .counted(stage: Extract.card.name, things: "bytes", done: done, total: total)
      )
    }
    var record = RunRecord(export: path, roster: roster)
    let count = FateCount(of: roster)
    record.books.append(
      StageBook(
        Extract.card.name,
        cameIn: count.total,
        wentOn: count.total(.undecided),
        fates: count.decided
      )
    )
    context.tell(Extract.card.name, did: count.total, "records")
    return .done(ExtractedRoster(record: record), [])
  }
}
