/// An encoding with one byte for each character, which spreadsheets wrote before UTF-8.
///
/// Bytes below 0x80 are ASCII in all of them.
public enum SingleByteEncoding: Sendable, Hashable, CaseIterable {
  /// What Excel on Windows calls "CSV".
  case windows1252
  /// What Excel on a Mac calls "CSV (Macintosh)".
  case macRoman
  /// What Excel on Windows calls "CSV (MS-DOS)": code page 437.
  case dos437

  /// Its name, as programs show it.
  public var name: String {
    switch self {
    case .windows1252: "Windows-1252"
    case .macRoman: "Mac Roman"
    case .dos437: "MS-DOS (code page 437)"
    }
  }

  /// The characters of the bytes from 0x80 on; U+FFFD for a byte that is none.
  public var upperHalf: [Unicode.Scalar] {
    switch self {
    case .windows1252: windows1252Characters
    case .macRoman: macRomanCharacters
    case .dos437: dos437Characters
    }
  }
}

private let windows1252Characters = Array(
  ("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ").unicodeScalars
)

private let macRomanCharacters = Array(
  ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
    + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
    + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
    + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars
)

private let dos437Characters = Array(
  ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
    + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars
)
