/// A member's name, which says how to call it in a finding and nothing else: nothing is ever
/// opened or made by it.
enum MemberName {
  /// A file of this name.
  case file(String)
  /// A folder, whose name ends with a slash.
  case folder
  /// Not to be opened, and why.
  case passedOver(String, why: String)
  /// Not a name that may be shown; why, with the name as far as it can be.
  case refused(String)

  /// Judges the bytes of a name.
  ///
  /// - Parameters:
  ///   - bytes: as they are in the directory.
  ///   - isUTF8: whether the directory says that they are UTF-8. If not, they are taken for UTF-8
  ///     all the same where they can be (macOS leaves that out), else for code page 437 (APPNOTE,
  ///     appendix D).
  ///   - limits: how long a name may be.
  init(_ bytes: ArraySlice<UInt8>, isUTF8: Bool, _ limits: UnpackingLimits) {
    guard bytes.count <= limits.nameBytes else {
      self = .refused("a member has a name of more than \(limits.nameBytes) bytes")
      return
    }
    var name: String
    if let valid = String(validating: bytes, as: UTF8.self) {
      name = valid
    } else if isUTF8 {
      self = .refused("a member has a name that is not the UTF-8 that the archive says")
      return
    } else {
      name = String(String.UnicodeScalarView(bytes.map(scalar(ofCodePage437:))))
    }
    // The standard has slashes alone; archives made on Windows may have it otherwise.
    if name.utf8.contains(UInt8(ascii: "\\")) {
      name = String(name.map { $0 == "\\" ? "/" : $0 })
    }
    let isFolder = name.utf8.last == UInt8(ascii: "/")
    let parts = (isFolder ? name.dropLast() : name[...])
      .split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("") || parts.contains(".") || parts.contains("..") {
      self = .refused("a member has the name '\(name)', which is no path inside the archive")
    } else if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      self = .refused("a member has control characters in its name '\(name)'")
    } else if parts.first == "__MACOSX" {
      self = .passedOver(name, why: "macOS's own notes on the files")
    } else if parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) {
      self = .passedOver(name, why: "hidden")
    } else {
      self = isFolder ? .folder : .file(name)
    }
  }
}

/// The character of a byte in code page 437, that of the first PC.
private func scalar(ofCodePage437 byte: UInt8) -> Unicode.Scalar {
  byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
}

private let upperHalf = Array(
  ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars
)
