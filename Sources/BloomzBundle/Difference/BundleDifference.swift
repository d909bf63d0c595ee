import BloomzModel
public import SafeFiles

/// What differs between two bundles of one layout, table by table, told by the rows' own keys.
public struct BundleDifference: Sendable, Hashable {
  /// The tables of the layout, in its order.
  public let tables: [Table]

  /// The differences of one table.
  public struct Table: Sendable, Hashable {
    /// The table's name: `students`.
    public let name: String
    /// Keys of rows that only the new bundle has, in its order.
    public internal(set) var added: [String] = []
    /// Keys of rows that both have, with other values.
    public internal(set) var changed: [String] = []
    /// Keys of rows that only the old bundle has, in its order.
    public internal(set) var missing: [String] = []
    /// How many rows are the same.
    public internal(set) var same = 0
    /// Whether the export is proved to hold every record of the table, so that a row that is
    /// missing was removed; else nobody can tell it from one that was not exported.
    public internal(set) var isProvedComplete = false

    init(_ name: String) { self.name = name }
  }

  /// Compares the CSV files of two bundles; nothing outside of them is read.
  ///
  /// - Parameters:
  ///   - old: the earlier bundle's folder.
  ///   - new: the later one's.
  ///   - complete: names of the tables that are proved to be whole in the new bundle.
  /// - Throws: ``FileError``: `missing` where there is no bundle, `failed` where one is damaged,
  ///   has no CSV files, or the two have different layouts.
  public init(old: String, new: String, complete: Set<String> = []) throws(FileError) {
    let profile = try BundleDifference.profile(of: old)
    let other = try BundleDifference.profile(of: new)
    guard profile.name == other.name else {
      throw FileError(
        .failed,
        tried: "compare",
        path: new,
        answer: "its layout is '\(other.name)', that of \(old) is '\(profile.name)'"
      )
    }
    var tables: [Table] = []
    for file in profile.files {
      var table = Table(file.name)
      table.isProvedComplete = complete.contains(file.name)
      table.compare(
        try BundleDifference.rows(of: file, in: old),
        try BundleDifference.rows(of: file, in: new)
      )
      tables.append(table)
    }
    self.tables = tables
  }

  /// Whether both bundles hold the same rows.
  public var isEmpty: Bool {
    tables.allSatisfy { $0.added.isEmpty && $0.changed.isEmpty && $0.missing.isEmpty }
  }

  /// The layout that a bundle's tags name; only of a bundle that is whole.
  private static func profile(of path: String) throws(FileError) -> BundleProfile {
    func fault(_ answer: String) -> FileError {
      FileError(.failed, tried: "compare", path: path, answer: answer)
    }
    let faults = try BundleVerifier.verify(path)
    if let first = faults.first { throw fault("it is damaged: \(first.what)") }
    let info = String(decoding: try wholeFile("\(path)/\(BagTags.info)"), as: UTF8.self)
    let label = "Bloomz-Layout: "
    let name = info.split(separator: "\n").first { $0.hasPrefix(label) }?.dropFirst(label.count)
    guard let name, let profile = BundleProfile.named(String(name)) else {
      throw fault("its \(BagTags.info) names no layout that this program knows")
    }
    return profile
  }

  /// The rows of a file by their keys.
  private static func rows(of file: ProfileFile, in bundle: String) throws(FileError) -> KeyedRows {
    let path = "\(bundle)/data/csv/\(file.name).csv"
    let csv = try CSVRows(parsing: try wholeFile(path), path: path)
    // Someone at two schools has a row at each, whatever the layout calls its key.
    let names = (csv.header.contains("school_id") ? ["school_id"] : []) + file.primaryKey
    var columns: [Int] = []
    for name in names {
      guard let column = csv.header.firstIndex(of: name) else {
        throw FileError(
          .failed,
          tried: "compare",
          path: path,
          answer: "it has no column '\(name)'"
        )
      }
      if !columns.contains(column) { columns.append(column) }
    }
    return KeyedRows(csv.rows, columns)
  }

  private static func wholeFile(_ path: String) throws(FileError) -> [UInt8] {
    var file = try InputFile(path)
    var bytes = [UInt8](repeating: 0, count: file.byteCount + 1)
    var count = 0
    while count < bytes.count {
      let got = try file.read(into: &bytes, from: count)
      if got == 0 { break }
      count += got
    }
    try file.checkUnchanged()
    return Array(bytes[..<count])
  }
}

/// Rows and their keys; a key that comes again is told apart by its number.
private struct KeyedRows {
  var keys: [String] = []
  var rows: [[String]]
  var numbers: [String: Int] = [:]

  init(_ rows: [[String]], _ columns: [Int]) {
    self.rows = rows
    for (index, row) in rows.enumerated() {
      let key = columns.map { row[$0] }.joined(separator: "/")
      var unique = key
      var copy = 1
      while numbers[unique] != nil {
        copy += 1
        unique = "\(key) (\(copy))"
      }
      numbers[unique] = index
      keys.append(unique)
    }
  }
}

extension BundleDifference.Table {
  fileprivate mutating func compare(_ old: KeyedRows, _ new: KeyedRows) {
    for (index, key) in new.keys.enumerated() {
      guard let there = old.numbers[key] else {
        added.append(key)
        continue
      }
      if old.rows[there] == new.rows[index] { same += 1 } else { changed.append(key) }
    }
    missing = old.keys.filter { new.numbers[$0] == nil }
  }
}
