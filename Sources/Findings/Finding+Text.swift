internal import Texts

extension Finding {
  /// The finding as lines of text: `place: level: message [code]`, then help and notes.
  ///
  /// The lines hold no control characters: whatever came from a file is escaped, so a value
  /// cannot move the cursor or change colours of a terminal.
  ///
  /// - Parameter paint: wraps a piece in colour; the default leaves it as it is.
  /// - Returns: the lines, without line ends.
  public func lines(paint: (Paint, String) -> String = { $1 }) -> [String] {
    let start = place.map { "\(paint(.place, printable($0.description))): " } ?? ""
    var lines = [
      "\(start)\(paint(.level(level), level.description)): "
        + "\(printable(message)) \(paint(.code, "[\(printable(code))]"))"
    ]
    if !help.isEmpty {
      lines.append("  \(paint(.label, "help:")) \(printable(help))")
    }
    for note in notes {
      let place = note.place.map { "\(printable($0.description)): " } ?? ""
      lines.append("  \(paint(.label, "note:")) \(place)\(printable(note.message))")
    }
    return lines
  }

  /// The pieces of a finding's text that a terminal may colour.
  public enum Paint: Sendable, Hashable {
    /// File, line and column.
    case place
    /// The level's word.
    case level(Level)
    /// The code in brackets.
    case code
    /// `help:` and `note:`.
    case label
  }
}
