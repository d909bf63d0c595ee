/// Keeps a spreadsheet from running a cell as a formula, in files made for people.
///
/// A cell is guarded by an apostrophe in front, which spreadsheets swallow, if its first visible
/// character could start a formula: `=1+1` becomes `'=1+1`. A cell that begins with an apostrophe
/// of its own is guarded, too, so that ``unguarded(_:)`` gives back every cell. Files for importers
/// carry values as they are and are never guarded.
public enum FormulaGuard {
  /// `cell`, with an apostrophe in front if it needs one.
  public static func guarded(_ cell: String) -> String {
    isNeeded(for: cell.utf8.span) ? "'\(cell)" : cell
  }

  /// The cell that was guarded: `'=1+1` gives `=1+1`, and `abc` is `abc`.
  public static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    // Scalar by scalar: an apostrophe and a combining mark after it are one `Character`.
    return String(cell.unicodeScalars.dropFirst())
  }

  /// Whether `cell`, in UTF-8, gets an apostrophe in front.
  public static func isNeeded(for cell: Span<UInt8>) -> Bool {
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "|"), UInt8(ascii: "%"), UInt8(ascii: "'"), 0x09, 0x0A, 0x0D:
        return true
      // Blanks and control characters do not hide what comes after them.
      case 0...0x20, 0x7F: continue
      case 0x21...0x7E: return false
      default:
        var rest: [UInt8] = []
        for place in index..<cell.count { rest.append(cell[place]) }
        return isNeeded(for: String(decoding: rest, as: UTF8.self).unicodeScalars)
      }
    }
    return false
  }

  private static func isNeeded(for scalars: String.UnicodeScalarView) -> Bool {
    for scalar in scalars {
      switch scalar {
      case "=", "+", "-", "@", "|", "%", "'", "\t", "\n", "\r": return true
      // The full-width and small forms, which a spreadsheet may fold to the plain ones.
      case "＝", "＋", "－", "＠", "｜", "％", "＇", "﹢", "﹣", "﹦", "﹪", "﹫": return true
      default:
        guard isInvisible(scalar) else { return false }
      }
    }
    return false
  }

  /// Blanks, control characters, and marks that nothing is drawn for: U+00A0, U+200B, U+FEFF.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control || properties.generalCategory == .format
  }
}
