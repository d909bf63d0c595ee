/// Where something is in a file, the way a person finds it in an editor.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file's path as the run was told it, never made absolute.
  public var file: String
  /// The line, from 1; 0 when the finding is about the file as a whole.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars; 0 when the whole line is meant.
  public var column: Int

  /// A place in `file`; line and column are left out for the file as a whole.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, without the parts that are zero.
  public var description: String {
    guard line > 0 else { return file }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }

  /// Whether both are the same place; of paths, only those with the same bytes are the same.
  public static func == (left: Place, right: Place) -> Bool {
    left.line == right.line && left.column == right.column
      && ExactText(left.file) == ExactText(right.file)
  }

  /// Hashes all three.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactText(file))
    hasher.combine(line)
    hasher.combine(column)
  }

  /// Orders by path (as UTF-8 bytes), then line, then column.
  public static func < (left: Place, right: Place) -> Bool {
    if ExactText(left.file) != ExactText(right.file) {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}
