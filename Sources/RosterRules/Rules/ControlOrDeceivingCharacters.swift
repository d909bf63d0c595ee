import FlatTables
import Findings
import Roster

extension RosterRule {
  /// Such characters break a line of the file, or show a name that is not the one written.
  public static let controlOrDeceivingCharacters = RosterRule(
    "control-or-deceiving-characters",
    .error,
    phase: .records,
    title: "a text holds control characters, or marks that hide or turn letters",
    why: "a line break splits a row of the file; marks that hide or turn letters show another name "
      + "than the one that is written",
    effect: "this record is left out",
    help: "type the text again in the school's records; such characters come with copied text",
    fixer: .recordsClerk,
    source: .unicodeSecurity("sections 2 and 3, text that deceives the eye"),
    example:
      "student '530e5960049e75a9262cff3c' (sis_id '100095233'): the first name holds a control "
      + "character, or a mark that hides or turns letters",
    latitude: .errorOrGraver("it would break the file, or deceive its reader"),
    check: .texts("holds a control character, or a mark that hides or turns letters") {
      text,
      arena in
      text.flags.contains(.hasControl)
        || text.flags.contains(.hasNonASCII) && holdsDeceivingMark(arena.span(text))
    }
  )
}

/// Whether `bytes`, which are valid UTF-8, hold a C1 control (U+0080–U+009F), a zero-width sign or
/// direction mark (U+200B–U+200F, U+2028–U+202E, U+2060–U+2069, U+FEFF), or a tag character
/// (U+E0000–U+E007F).
func holdsDeceivingMark(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case 0xC2:
      if (0x80...0x9F).contains(bytes[index + 1]) { return true }
      index += 2
    case 0xE2:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x8B...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xA9): return true
      default: index += 3
      }
    case 0xEF:
      if bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return true }
      index += 3
    case 0xF3:
      if bytes[index + 1] == 0xA0, bytes[index + 2] == 0x80 || bytes[index + 2] == 0x81 {
        return true
      }
      index += 4
    default: index += 1
    }
  }
  return false
}
