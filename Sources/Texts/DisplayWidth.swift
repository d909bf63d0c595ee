/// The columns of a terminal that `text` takes: 2 for wide signs, 0 for marks that sit on others.
///
/// Follows Unicode TR 11 (East Asian Wide and Fullwidth take two columns) with one table of
/// ranges; a sign of uncertain width counts as one, as terminals outside East Asia show it.
public func displayWidth(of text: String) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns that one character, with all its marks, takes.
public func displayWidth(of character: Character) -> Int {
  var widest = 0
  for scalar in character.unicodeScalars {
    // The variation selector that asks for a picture makes it a wide one.
    if scalar == "\u{FE0F}" { return 2 }
    widest = max(widest, displayWidth(of: scalar))
  }
  return widest
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initial consonants
  0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653,
  0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x2705...0x2705, 0x270A...0x270B,
  0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,  // signs shown as pictures
  0x2E80...0x303E,  // radicals, ideographic punctuation
  0x3041...0x33FF,  // kana, bopomofo, Hangul letters, enclosed and squared signs
  0x3400...0x4DBF, 0x4E00...0x9FFF,  // ideographs
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,  // Yi, Hangul
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,  // compatibility forms
  0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
  0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, further kana
  0x1F1E6...0x1F1FF,  // letters that pair to flags
  0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1FAFF,  // pictures
  0x20000...0x2FFFD, 0x30000...0x3FFFD,  // further ideographs
]
