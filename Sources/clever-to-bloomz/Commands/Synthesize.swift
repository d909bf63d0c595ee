public import ArgumentParser
import ImportStages
import SafeFiles
public import SyntheticRoster

/// Makes up a district, to try the program or measure it without a child's data.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes up a district's export, of any size, version and form.",
    discussion: """
      The same arguments give the same bytes. The export is in DIR/clever; DIR/answer-key.json
      counts what is in it and, with --faults, names each planted fault and the rule that finds it.
      With --events, DIR/clever is the export of an earlier day and the events since, and DIR/after
      the export of today that they must come to; the answer key is about that one.

      EXAMPLES
        clever-to-bloomz synthesize out/made-up --students 1000
        clever-to-bloomz synthesize out/faulty --students 1000 --faults --api-version v2.1 \\
          --form pages --page-size 100
        clever-to-bloomz synthesize out/earlier --students 1000 --events
      """
  )

  /// How the export is cut into files.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case ndjson, pages, array, document, csv
  }

  @Argument(help: "The folder the export appears in.", completion: .directory)
  var folder: String

  @Option(help: "How many students.")
  var students = 1000

  @Option(help: "How many schools. Default: one for each 550 students.")
  var schools: Int?

  @Option(help: "Picks the district.")
  var seed: UInt64 = 1

  @Option(name: .customLong("api-version"), help: "The API version whose shapes the records have.")
  var version: CleverVersion = .v31

  @Option(
    help: """
      A record a line, list pages, an array a list, one document, or the CSV files that a district \
      uploads to Clever.
      """
  )
  var form: Form = .ndjson

  @Option(help: "Records of a page.")
  var pageSize = 100

  @Option(help: "What is around a record: wrapped, without-uri or bare.")
  var envelope: ExportForm.Envelope = .wrapped

  @Flag(help: "Puts the links of a page before its data.")
  var linksFirst = false

  @Option(help: "How files are packed: none, gzip (each) or zip (all in one archive).")
  var pack: ExportForm.Packing = .none

  @Flag(help: "Plants faults, and names them in the answer key.")
  var faults = false

  @Flag(help: "Makes the export one of an earlier day, with pages of events since.")
  var events = false

  func validate() throws {
    guard !events || !faults else {
      throw ValidationError("faults cannot be planted where '--events' changes records")
    }
    guard (1...10_000).contains(pageSize) else {
      throw ValidationError("a page has 1 to 10000 records, not \(pageSize)")
    }
    if faults, form == .csv {
      throw ValidationError("no faults are planted in CSV files; leave out --faults or --form csv")
    }
    do {
      _ = try plan()
    } catch let error as DistrictPlanError {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    let layout: ExportForm.Layout =
      switch form {
      case .ndjson: .lines
      case .pages: .pages(size: pageSize)
      case .array: .array
      case .document: .document
      case .csv: .upload
      }
    do {
      var output = try OutputFolder.staging(folder, mark: SynthesisSummary.answerKeyFile)
      let form = ExportForm(
        layout,
        envelope: envelope,
        hasLinksFirst: linksFirst,
        packing: pack
      )
      let synthesizer = try Synthesizer(plan())
      let summary =
        events
        ? try synthesizer.writeEvents(
          into: &output,
          version: version,
          form: form,
          pageSize: pageSize
        ) : try synthesizer.write(into: &output, version: version, form: form)
      try output.publish()
      let lists = summary.lists.map { "\($0.records) \($0.name)" }.joined(separator: ", ")
      try StandardOutput.write(
        """
        \(folder)/\(SynthesisSummary.exportFolder): \(lists); \(summary.byteCount) bytes
        planted faults: \(summary.planted.count { $0.fault.rule != nil })
        a person who may import every school: \(summary.importer)

        """
      )
    } catch let error as FileError {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
  }

  private func plan() throws -> DistrictPlan {
    try DistrictPlan(students: students, schools: schools, seed: seed, hasFaults: faults)
  }
}

extension CleverVersion: ExpressibleByArgument {}

extension ExportForm.Envelope: ExpressibleByArgument {
  /// The envelope by its name on the command line.
  public init?(argument: String) {
    guard let envelope = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = envelope
  }

  /// The names on the command line.
  public static var allValueStrings: [String] { allCases.map(\.name) }

  /// The name on the command line.
  public var defaultValueDescription: String { name }

  private var name: String {
    switch self {
    case .wrapped: "wrapped"
    case .withoutURI: "without-uri"
    case .bare: "bare"
    }
  }
}

extension ExportForm.Packing: ExpressibleByArgument {
  /// The packing by its name on the command line.
  public init?(argument: String) {
    guard let packing = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = packing
  }

  /// The names on the command line.
  public static var allValueStrings: [String] { allCases.map { "\($0)" } }

  /// The name on the command line.
  public var defaultValueDescription: String { "\(self)" }
}
