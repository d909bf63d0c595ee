package import SafeFiles

/// The tag files of a bag: what BagIt 1.0 (RFC 8493) wants beside the payload.
package enum BagTags {
  /// Where the declaration is; also what tells an output of ours from other folders.
  static let declaration = "bagit.txt"
  static let info = "bag-info.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  /// The folder of the payload.
  static let payload = "data/"

  /// RFC 8493, section 2.1.1: these two lines and no others.
  static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// The label of the payload's size, `bytes.files` (RFC 8493, section 2.2.2).
  static let oxumLabel = "Payload-Oxum"
  /// The label of the layout's name.
  static let layoutLabel = "Bloomz-Layout"
  /// The label of the tables that are proved complete, with commas between; `none` for none.
  static let completeLabel = "Bloomz-Complete-Tables"

  /// The lines of a manifest, sorted by path (RFC 8493, section 2.1.3).
  package static func manifestLines(_ entries: [FileEntry]) -> String {
    entries
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.sha256)  \(encoded($0.path))\n" }
      .joined()
  }

  /// The lines of `bag-info.txt`, in the order given (RFC 8493, section 2.2.2).
  ///
  /// A control character in a value could start a line of its own, and becomes a space.
  package static func infoLines(_ facts: [(label: String, value: String)]) -> String {
    facts.map { label, value in "\(oneLine(label)): \(oneLine(value))\n" }.joined()
  }

  private static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }

  /// CR, LF and `%` in a path are percent-encoded (RFC 8493, section 2.1.3).
  private static func encoded(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\n": text += "%0A"
      case "\r": text += "%0D"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
