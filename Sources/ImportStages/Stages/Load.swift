import BloomzBundle
import BloomzModel
import Findings
public import Pipeline
import RosterTransform
import SafeFiles

/// Writes the bundle, aside: it appears when the whole run has gone well.
public struct Load: Stage {
  private static let bundle = StageOption("bundle", .path, help: "the folder the bundle appears at")
  private static let profile = StageOption(
    "profile",
    .choice(of: BundleProfile.all, named: \.name),
    default: .bloomzV2,
    help: "the layout of the CSV files"
  )
  private static let formats = StageOption(
    "formats",
    .list(of: .choice(BundleFormat.self)),
    default: [.csv, .json],
    help: "the forms of the records"
  )
  private static let compare = StageOption(
    "compare",
    .flag,
    default: true,
    help: "compares with the bundle that is there, so that the report says what is added, changed, "
      + "removed"
  )
  private static let compareWith = StageOption(
    optional: "compare-with",
    .path,
    help: "another bundle to compare with, such as last year's"
  )

  /// Name, options and help.
  public static let card = StageCard(
    name: "load",
    summary: "writes the bundle for the Bloomz importer",
    help: """
      The bundle is a BagIt 1.0 bag: CSV files in the layout of the profile, the same facts as \
      JSON, a Data Package that describes them, and a SHA-256 of every file. It is written aside \
      and appears by one rename when the run is done; an older bundle at that place is replaced \
      whole, anything else at that place is left alone. What it held is compared with what \
      the new one holds, and the report says what is added, changed and removed. A record that is \
      not in this export is called removed only if the export is proved to hold all of its kind.

      The bundle's bag-info.txt names the tables that are proved complete: the export holds every \
      record of theirs, no rule withheld one, and no class names one that is not there. Only in \
      these does 'diff' take what a later bundle lacks for removed.

      Columns that no public page of Bloomz shows are assumed, and marked so in the Data Package: \
      compare them with the templates that Bloomz offers for download before the first import.
      """,
    options: [bundle.card, profile.card, formats.card, compare.card, compareWith.card],
    example: """
      - load: { bundle: "${out}/bundle", profile: bloomz-v2, formats: [csv, json] }
      """
  )

  private let path: String
  private let profile: BundleProfile
  private let formats: Set<BundleFormat>
  /// The bundle to compare with; nil for none.
  private let earlier: String?
  /// Whether the file names it, and so expects it to be there.
  private let namesEarlier: Bool

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    path = options[Load.bundle]
    profile = options[Load.profile]
    namesEarlier = options.isGiven(Load.compareWith)
    earlier = options[Load.compare] ? options[Load.compareWith] ?? path : nil
    formats = Set(options[Load.formats])
    guard !formats.isEmpty else {
      throw PlanError(
        Finding(
          StageCode.noFormats,
          .error,
          "'formats' is empty, so nothing would be written",
          help: "name csv, json or both",
          at: options.place(of: Load.formats)
        )
      )
    }
  }

  /// The folder it makes.
  public var outputs: [String] { [path] }

  /// Does the work; see the card.
  public func run(
    _ input: consuming BloomzHandoff,
    context: RunContext
  ) async throws -> StageResult<LoadedBundle> {
    let (bloomz, sources) = (input.bloomz, input.sources)
    var record = input.record
    let folder =
      context.isDryRun
      ? OutputFolder.predicting(path) : try OutputFolder.staging(path, mark: "bagit.txt")
    var bundle = BundleWriter(
      folder: folder,
      profile: profile,
      formats: formats,
      issueDate: context.issueDate,
      complete: record.completeTables
    )
    do {
      try bundle.write(bloomz)
    } catch {
      bundle.discard()
      throw error
    }
    let comparison = earlier.map {
      BundleComparison(
        with: $0,
        isNamed: namesEarlier,
        record.roster,
        bloomz,
        profile,
        complete: record.completeTables
      )
    }
    context.tell(
      Load.card.name,
      did: bloomz.classes.count + bloomz.staff.count + bloomz.students.count
        + bloomz.contacts.count,
      "records"
    )
    record.bundle = BundleRecord(path: path, profile: profile, comparison: comparison)
    record.written.bundle = bundle
    return .done(
      LoadedBundle(
        record: record,
        bloomz: bloomz,
        sources: sources
      ),
      []
    )
  }
}
