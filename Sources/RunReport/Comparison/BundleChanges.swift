internal import Texts

extension Report {
  /// What differs between the bundle that is made and an earlier one.
  public struct BundleChanges: Sendable, Hashable {
    /// The earlier bundle's folder.
    public var path: String
    /// Its SHA-256.
    public var digest: String
    /// The day of its hand-off, `YYYY-MM-DD`.
    public var issueDate: String
    /// What differs, a row a table, in the order of the bundle's files.
    public var tables: [Table]

    /// A comparison of two bundles.
    public init(path: String, digest: String, issueDate: String, tables: [Table]) {
      self.path = path
      self.digest = digest
      self.issueDate = issueDate
      self.tables = tables
    }

    /// What became of a row.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Only the new bundle has it.
      case added
      /// Both have it, with other values.
      case changed
      /// Only the earlier bundle has it; the export has the record, and the import leaves it out.
      case leftOut
      /// Only the earlier bundle has it; the export has no such record, and may not be whole.
      case notInExport
      /// Only the earlier bundle has it, and it is proved to be gone.
      case removed

      /// The kind in a sentence.
      var words: String {
        switch self {
        case .added: "added"
        case .changed: "changed"
        case .leftOut: "left out now"
        case .notInExport: "not in this export"
        case .removed: "removed"
        }
      }
    }

    /// Rows of one kind.
    public struct Rows: Sendable, Hashable {
      /// How many.
      public var count: Int
      /// The keys of the first of them: `0042/000001`, the school's and the record's.
      public var shown: [String]

      /// Rows by number and key.
      public init(_ count: Int = 0, shown: [String] = []) {
        self.count = count
        self.shown = shown
      }
    }

    /// The differences of one table.
    public struct Table: Sendable, Hashable {
      /// The table: `students`.
      public var name: String
      /// Rows that are the same.
      public var same: Int
      private var rows: [Kind: Rows] = [:]

      /// A table in which nothing differs yet.
      public init(_ name: String, same: Int) {
        self.name = name
        self.same = same
      }

      /// The rows of a kind.
      public subscript(kind: Kind) -> Rows {
        get { rows[kind] ?? Rows() }
        set { rows[kind] = newValue.count == 0 && newValue.shown.isEmpty ? nil : newValue }
      }

      /// How many rows differ.
      var differing: Int { Kind.allCases.reduce(0) { $0 + self[$1].count } }

      /// `3 added, 2 not in this export, 398 the same`.
      var words: String {
        let parts = Kind.allCases.compactMap { kind in
          self[kind].count > 0 ? "\(grouped(self[kind].count)) \(kind.words)" : nil
        }
        return (parts + ["\(grouped(same)) the same"]).joined(separator: ", ")
      }
    }

    /// How many rows of a kind there are in all tables.
    func count(_ kind: Kind) -> Int { tables.reduce(0) { $0 + $1[kind].count } }

    /// What all tables come to, in one sentence.
    var sentence: String {
      let parts = Kind.allCases.filter { $0 == .added || $0 == .changed || count($0) > 0 }
        .map { "\(grouped(count($0))) \($0.words)" }
      let isSame = tables.allSatisfy { $0.differing == 0 }
      return isSame ? "no row differs" : "\(parts.joined(separator: ", ")) (rows of all files)"
    }

    /// What the kinds mean that say that a row is no longer there, as far as there are such rows.
    var explanations: [String] {
      var parts: [String] = []
      if count(.leftOut) > 0 {
        parts.append(
          "Left out now: the export has the record, and this import does not take it; 'why' and "
            + "the ledger say why."
        )
      }
      if count(.notInExport) > 0 {
        parts.append(
          "Not in this export: the export is not proved to be complete, so no one can tell whether "
            + "they left. An importer set to Full Data may take them out: make sure before you "
            + "hand the bundle over."
        )
      }
      return parts
    }
  }
}
