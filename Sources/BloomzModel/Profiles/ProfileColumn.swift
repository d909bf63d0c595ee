/// One column of a ``ProfileFile``.
public struct ProfileColumn: Sendable, Hashable {
  /// Its name, need and values, as the importer wants them.
  public var field: TableField
  /// Where each row's value comes from.
  public var source: ColumnSource
  /// The source that says that the column exists.
  public var citation: Citation

  /// A column.
  public init(
    _ name: String,
    _ source: ColumnSource,
    _ need: FieldNeed,
    type: FieldType = .string,
    values: [String] = [],
    pattern: String? = nil,
    summary: String,
    citation: Citation
  ) {
    self.field = TableField(
      name,
      need,
      type: type,
      values: values,
      pattern: pattern,
      isAssumed: citation == .assumed,
      summary: summary
    )
    self.source = source
    self.citation = citation
  }

  /// The name in the header.
  public var name: String { field.name }
  /// Whether no source states the column; see ``Citation/assumed``.
  public var isAssumed: Bool { field.isAssumed }
}

/// Where a column's values come from.
public enum ColumnSource: Sendable, Hashable {
  /// The same text in every row.
  case fixed(String)
  /// A value of the row.
  case value(RowValue)

  /// Always empty: a column that Bloomz has and Clever has nothing for.
  public static let blank = ColumnSource.fixed("")
}

/// Where a column is described.
public struct Citation: Sendable, Hashable {
  /// The document and its edition, in words.
  public var title: String
  /// The document's address; nil if it has none.
  public var address: String?

  /// A citation.
  public init(title: String, address: String?) {
    self.title = title
    self.address = address
  }

  /// No page that could be read names the column: it is taken over from the files that are
  /// documented, and from V1. To be checked against the templates on Bloomz's Bulk Import page.
  public static let assumed = Citation(
    title: "assumed: compare the header with the template on Bloomz's Bulk Import page",
    address: nil
  )
}
