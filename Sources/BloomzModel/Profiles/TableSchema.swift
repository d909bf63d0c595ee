/// What a table of a bundle looks like to its reader: columns, and what is true between rows.
///
/// The words are those of Table Schema, part of Data Package v2, which a bundle carries in its
/// `datapackage.json`.
public struct TableSchema: Sendable, Hashable {
  /// The columns, in order.
  public var fields: [TableField]
  /// The names of the columns that together are different in every row; empty if there are none.
  public var primaryKey: [String]
  /// The columns whose values must be in another file.
  public var foreignKeys: [ForeignKey]

  /// A table's shape.
  public init(fields: [TableField], primaryKey: [String] = [], foreignKeys: [ForeignKey] = []) {
    self.fields = fields
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }
}

/// A column of a table, as its reader sees it.
public struct TableField: Sendable, Hashable {
  /// The name in the header.
  public var name: String
  /// Whether every row must have a value.
  public var need: FieldNeed
  /// What a value is; ids are strings, so that `003456` keeps its zeros.
  public var type: FieldType
  /// The values that are allowed; empty if any is.
  public var values: [String]
  /// A regular expression (XML Schema's, as Table Schema has it) that a whole value must match.
  public var pattern: String?
  /// Whether no source states the column.
  public var isAssumed: Bool
  /// What the values mean, in one line.
  public var summary: String

  /// A column.
  public init(
    _ name: String,
    _ need: FieldNeed,
    type: FieldType = .string,
    values: [String] = [],
    pattern: String? = nil,
    isAssumed: Bool = false,
    summary: String
  ) {
    self.name = name
    self.need = need
    self.type = type
    self.values = values
    self.pattern = pattern
    self.isAssumed = isAssumed
    self.summary = summary
  }
}

/// Whether a column must be filled in every row.
public enum FieldNeed: Sendable, Hashable {
  /// It must.
  case required
  /// It may be empty; `default` is what the importer then takes, nil if that is not known.
  case optional(default: String? = nil)
}

/// What a value is, in the words of Table Schema.
public enum FieldType: String, Sendable, Hashable {
  /// Text.
  case string
  /// A whole number in decimal digits.
  case integer
  /// `true` or `false`; in JSON only.
  case boolean
  /// A list; in JSON only.
  case array
  /// Names with values; in JSON only.
  case object
  /// A day as YYYY-MM-DD.
  case date
}

/// Columns whose values, taken together, must be in some row of another file, unless all of
/// them are empty.
public struct ForeignKey: Sendable, Hashable {
  /// The columns here.
  public var columns: [String]
  /// The other file's name without extension.
  public var file: String
  /// The columns there, in the same order.
  public var references: [String]

  /// A foreign key.
  public init(_ columns: [String], in file: String, _ references: [String]) {
    self.columns = columns
    self.file = file
    self.references = references
  }
}
