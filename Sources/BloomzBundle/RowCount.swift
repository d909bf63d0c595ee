/// How many records a file of a bundle has.
public struct RowCount: Sendable, Hashable {
  /// The file, as among the entries: `data/csv/students.csv`.
  public var path: String
  /// Rows of a CSV file, the header not counted; lines of a JSON file.
  public var rows: Int
}
