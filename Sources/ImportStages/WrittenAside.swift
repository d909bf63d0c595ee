import BloomzBundle
import SafeFiles

/// What a run has written beside its places: it appears there when the whole run has gone well.
///
/// It is part of the run's record, so no stage can lose it.
struct WrittenAside: Sendable {
  /// The bundle, once `load` ran.
  var bundle: BundleWriter?
  /// The mail, once `invite` ran.
  var mail: OutputFolder?

  /// Removes all of it.
  func discard() {
    bundle?.discard()
    mail?.discard()
  }
}

extension RunRecord {
  /// Closes the bundle, and notes its hash and files; nil if no stage wrote one.
  mutating func sealBundle() throws -> SealedBundle? {
    guard let sealed = try written.bundle?.seal() else { return nil }
    bundle?.digest = sealed.digest
    let rows = Dictionary(uniqueKeysWithValues: sealed.rowCounts.map { ($0.path, $0.rows) })
    bundle?.files = sealed.entries.map { entry in
      BundleRecord.BundleFile(
        path: entry.path,
        byteCount: entry.byteCount,
        sha256: entry.sha256,
        rows: rows[entry.path]
      )
    }
    return sealed
  }
}
