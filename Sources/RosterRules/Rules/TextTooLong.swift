import FlatTables
import Findings
import Roster

extension RosterRule {
  /// Clever advises 255 characters, and importers cut or refuse what is longer.
  public static let textTooLong = RosterRule(
    "text-too-long",
    .warning,
    phase: .values,
    title: "a text is longer than 255 characters",
    why: "an importer may cut it or refuse its row; Bloomz publishes no limit of its own",
    effect: "the record goes in; a class name is cut to fit",
    help: "shorten the text in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("texts have no limit; 255 characters are advised"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98'): its name is longer than 255 "
      + "characters",
    latitude: .any,
    check: .texts("is longer than 255 characters") { text, arena in
      text.length > 255 && characterCount(arena.span(text)) > 255
    }
  )
}

/// Unicode scalars in valid UTF-8: every byte that does not continue one.
private func characterCount(_ bytes: Span<UInt8>) -> Int {
  var count = 0
  for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
  return count
}
