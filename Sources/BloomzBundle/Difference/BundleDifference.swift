public import BloomzModel
public import SafeFiles

/// What differs between two bundles of one layout, table by table, told by the rows' own keys.
///
/// Both are read once, a row at a time.
public struct BundleDifference: Sendable, Hashable {
  /// The tables of the layout, in its order.
  public let tables: [Table]

  /// The differences of one table.
  public struct Table: Sendable, Hashable {
    /// The table's name: `students`.
    public let name: String
    /// What its rows are.
    public let table: ProfileTable
    /// Rows that only the new bundle has, in its order.
    public internal(set) var added = Keys()
    /// Rows that both have, with other values.
    public internal(set) var changed = Keys()
    /// Rows that only the old bundle has, though the export has the record.
    public internal(set) var leftOut = Keys()
    /// Rows that only the old bundle has, and of which nothing proves that they are gone.
    public internal(set) var notInExport = Keys()
    /// Rows that only the old bundle has, and that are proved to be gone.
    public internal(set) var removed = Keys()
    /// How many rows are the same.
    public internal(set) var same = 0

    init(_ name: String, _ table: ProfileTable) {
      self.name = name
      self.table = table
    }

    /// Whether nothing differs.
    public var isSame: Bool {
      added.count + changed.count + leftOut.count + notInExport.count + removed.count == 0
    }
  }

  /// Rows by their keys: school, then what the row is of, with `/` between.
  public struct Keys: Sendable, Hashable {
    /// How many.
    public private(set) var count = 0
    /// The first of them, as many as were asked for.
    public private(set) var shown: [String] = []

    mutating func add(_ key: String, limit: Int) {
      count += 1
      if shown.count < limit { shown.append(key) }
    }
  }

  /// Why a row of the old bundle is not in the new one.
  public enum Absence: Sendable, Hashable {
    /// The export has the record, and the import does not take it.
    case leftOut
    /// The export does not have it, and may not be whole.
    case notInExport
    /// It is proved to be gone.
    case removed
  }

  /// Compares the CSV files of two bundles; nothing outside of them is read.
  ///
  /// - Parameters:
  ///   - old: the earlier bundle's folder.
  ///   - new: the later one's. What it lacks of the tables that it says are proved complete is
  ///     ``Absence/removed``, everything else ``Absence/notInExport``.
  /// - Throws: ``FileError``: `missing` where there is no bundle, `failed` where one is damaged,
  ///   has no CSV files, or the two have different layouts.
  public init(old: String, new: String) throws(FileError) {
    let earlier = try BundleDifference.whole(old)
    let later = try BundleDifference.whole(new)
    try BundleDifference.checkLayouts(earlier, later.profile, new)
    var tables: [Table] = []
    for file in earlier.profile.files {
      let absence = later.completeTables.contains(file.name) ? Absence.removed : .notInExport
      var merge = TableMerge(file, since: try earlier.rows(of: file), keyLimit: .max) { _ in
        absence
      }
      var rows = try later.rows(of: file)
      while try rows.next() { merge.take(rows.row) }
      try later.check(file, try rows.sha256())
      try earlier.check(file, try merge.finish())
      tables.append(merge.table)
    }
    self.tables = tables
  }

  /// Compares an earlier bundle with the one that is made of `roster`, whether or not that is
  /// written.
  ///
  /// - Parameters:
  ///   - earlier: the earlier bundle.
  ///   - roster: what the new one holds.
  ///   - profile: the new one's layout.
  ///   - keyLimit: how many keys of a kind are kept for each table; all are counted.
  ///   - absence: asked of each row that is not in the new bundle.
  /// - Throws: `FileError` (`failed`) where the earlier one is damaged, has no CSV files, or has
  ///   another layout; ``BundleError`` where no bundle can be made of `roster`.
  public init(
    since earlier: StandingBundle,
    _ roster: BloomzRoster,
    profile: BundleProfile,
    keyLimit: Int,
    absence: @escaping (ProfileTable, RowKey) -> Absence
  ) throws {
    try BundleDifference.checkLayouts(earlier, profile, "the new one")
    let values = RowValues(roster, grades: profile.gradeSpelling)
    var tables: [Table] = []
    for file in profile.files {
      var merge = TableMerge(file, since: try earlier.rows(of: file), keyLimit: keyLimit) {
        absence(file.table, $0)
      }
      var table = CSVTable(file, of: values)
      try table.write(into: &merge)
      try earlier.check(file, try merge.finish())
      tables.append(merge.table)
    }
    self.tables = tables
  }

  /// Whether both bundles hold the same rows.
  public var isEmpty: Bool { tables.allSatisfy(\.isSame) }

  /// Where a file of the layout is in a bundle.
  static func path(of file: ProfileFile) -> String { "\(BagTags.payload)csv/\(file.name).csv" }

  private static func whole(_ path: String) throws(FileError) -> StandingBundle {
    let faults = try BundleVerifier.verify(path)
    guard faults.isEmpty, let bundle = try StandingBundle(at: path) else {
      let what = faults.first?.what ?? "it has no '\(BagTags.declaration)'"
      throw FileError(.failed, tried: "compare", path: path, answer: "it is damaged: \(what)")
    }
    return bundle
  }

  private static func checkLayouts(
    _ earlier: StandingBundle,
    _ profile: BundleProfile,
    _ path: String
  ) throws(FileError) {
    guard profile.name != earlier.profile.name else { return }
    throw FileError(
      .failed,
      tried: "compare",
      path: earlier.path,
      answer: "its layout is '\(earlier.profile.name)', that of \(path) is '\(profile.name)'"
    )
  }
}
