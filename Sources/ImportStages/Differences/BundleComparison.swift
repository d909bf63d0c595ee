import BloomzBundle
import BloomzModel
import Roster
import RunReport
import SafeFiles

/// How the bundle that is made differs from an earlier one, or why that cannot be said.
///
/// It changes nothing about the bundle, so a fault of the earlier one does not stop the
/// run: the report says that nothing was compared, and why.
struct BundleComparison: Sendable {
  /// What differs; nil where nothing was compared.
  private(set) var changes: Report.BundleChanges?
  /// Why nothing was compared; nil if something was, or if there is no bundle and none was named.
  private(set) var whyNot: String?

  /// The keys of a kind that a report holds for each table; all are counted.
  private static let keyLimit = 200

  /// Compares with the bundle at `path`.
  ///
  /// - Parameters:
  ///   - path: the earlier bundle's folder.
  ///   - isNamed: whether the pipeline file names it; then it is missed if it is not there.
  ///   - roster: the export, each record with its fate.
  ///   - bloomz: what goes into the new bundle.
  ///   - profile: the new bundle's layout.
  ///   - complete: the tables whose records the export is proved to hold, all of them.
  init(
    with path: String,
    isNamed: Bool,
    _ roster: Roster,
    _ bloomz: BloomzRoster,
    _ profile: BundleProfile,
    complete: Set<ProfileTable>
  ) {
    do {
      guard let earlier = try StandingBundle(at: path) else {
        if isNamed { whyNot = "There is no bundle at \(path), so nothing was compared with it." }
        return
      }
      let absences = Absences(roster, bloomz, complete: complete)
      let difference = try BundleDifference(
        since: earlier,
        bloomz,
        profile: profile,
        keyLimit: BundleComparison.keyLimit,
        absence: absences.reason
      )
      changes = Report.BundleChanges(
        path: path,
        digest: earlier.digest,
        issueDate: earlier.issueDate,
        tables: difference.tables.map { BundleComparison.table($0) }
      )
    } catch {
      whyNot = "The earlier bundle was not compared with: \(error)."
    }
  }

  private static func table(_ table: BundleDifference.Table) -> Report.BundleChanges.Table {
    var counts = Report.BundleChanges.Table(table.name, same: table.same)
    let kinds: [(Report.BundleChanges.Kind, BundleDifference.Keys)] = [
      (.added, table.added), (.changed, table.changed), (.leftOut, table.leftOut),
      (.notInExport, table.notInExport), (.removed, table.removed),
    ]
    for (kind, keys) in kinds {
      counts[kind] = Report.BundleChanges.Rows(keys.count, shown: keys.shown)
    }
    return counts
  }
}
