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

/// `text` with control characters, and the marks that reorder or hide text, written as `\u{…}`.
///
/// Keeps a value out of a file from steering the terminal (C0, C1, ESC) or deceiving the reader's
/// eye (bidirectional overrides, zero-width signs; Unicode TR 36, section 3).
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: mustEscape) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if mustEscape(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
    0xE0000...0xE007F:
    true
  default: false
  }
}
