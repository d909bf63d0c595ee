/// `text` with control characters, and the marks that reorder or hide text, written as `\u{…}`.
///
/// Keeps a value that came from a file from steering the terminal (C0, C1, ESC) or deceiving the
/// reader's eye (bidirectional overrides, zero-width signs; Unicode TR 36, section 3).
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a scalar steers a terminal, or cannot be seen and changes how others are seen.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
    0xE0000...0xE007F:
    true
  default: false
  }
}
