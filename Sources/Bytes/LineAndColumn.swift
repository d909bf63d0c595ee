/// A line and a column of a text file.
public struct LineAndColumn: Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// The given line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
