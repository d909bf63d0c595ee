/// Keeps a spreadsheet from taking a cell for a formula, in files made for people.
///
/// A cell whose first visible character could start one gets an apostrophe in front, which
/// spreadsheets swallow. So does a cell that begins with an apostrophe of its own: that makes the
/// guard reversible. Files for importers carry values verbatim and never pass here.
package enum FormulaGuard {
  /// `cell`, with an apostrophe in front where it needs one.
  package static func guarded(_ cell: String) -> String {
    isRisky(cell) ? "'\(cell)" : cell
  }

  /// The cell that `guarded(_:)` made this from.
  package static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    var scalars = cell.unicodeScalars
    scalars.removeFirst()
    return String(scalars)
  }

  private static func isRisky(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t", "\r", "\n", "=", "+", "-", "@", "|", "%", "'": return true
      // The full-width and small forms, which a spreadsheet may fold to the plain ones.
      case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FF5C}", "\u{FF05}", "\u{FF07}",
        "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6A}", "\u{FE6B}":
        return true
      default:
        guard isInvisible(scalar) else { return false }
      }
    }
    return false
  }

  /// Blanks, control characters and signs without ink do not hide what comes after them.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control || properties.generalCategory == .format
  }
}
