/// One file of a ``BundleProfile``: its columns in order, and what holds between its rows.
public struct ProfileFile: Sendable, Hashable {
  /// The file's name without extension, such as `classes`; also its name in foreign keys.
  public var name: String
  /// What the file holds, in one line.
  public var summary: String
  /// The table whose rows it has.
  public var table: ProfileTable
  /// The columns, in the order of the header; each name once.
  public var columns: [ProfileColumn]
  /// The names of the columns that together are different in every row.
  public var primaryKey: [String]
  /// The columns whose values must be in another file.
  public var foreignKeys: [ForeignKey]

  /// A file.
  public init(
    name: String,
    summary: String,
    table: ProfileTable,
    columns: [ProfileColumn],
    primaryKey: [String],
    foreignKeys: [ForeignKey] = []
  ) {
    self.name = name
    self.summary = summary
    self.table = table
    self.columns = columns
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }

  /// The file's columns and keys without where its values come from.
  public var schema: TableSchema {
    TableSchema(fields: columns.map(\.field), primaryKey: primaryKey, foreignKeys: foreignKeys)
  }

  /// Where the columns are described, each source once, in the order of first use.
  public var citations: [Citation] {
    columns.reduce(into: []) { found, column in
      if !found.contains(column.citation) { found.append(column.citation) }
    }
  }
}

/// The rows a file can have: how the roster is walked, and in which order.
///
/// Keys are compared as UTF-8 bytes; the rows of ``BloomzRoster`` are in that order already.
public enum ProfileTable: Sendable, Hashable, CaseIterable {
  /// One row a school, by key.
  case schools
  /// One row a class, by school and key.
  case classes
  /// One row for each school of each member of staff, by school and key.
  ///
  /// Bloomz does not say how someone at two schools is written; other formats repeat the row
  /// (`BloomzImport.md`, section 3.3).
  case staff
  /// One row for each school of each student, by school and key.
  case students
  /// One row for each child of each contact, by the child's first school, contact and child.
  case contacts
  /// One row for each person of each class, by school, class, ``MemberType`` and key; a parent
  /// with two children in a class has one row (`BloomzImport.md`, section 10.5).
  case memberships

  /// All that a row of this table is about: a column can have values of these only.
  public var entities: [RowEntity] {
    switch self {
    case .schools: [.school]
    case .classes: [.school, .class]
    case .staff: [.school, .staffMember]
    case .students: [.school, .student]
    case .contacts: [.school, .student, .contact]
    case .memberships: [.school, .class, .membership]
    }
  }
}
