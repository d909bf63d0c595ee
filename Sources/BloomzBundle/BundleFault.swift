/// One way in which a bundle is not what was sealed.
public struct BundleFault: Sendable, Hashable, CustomStringConvertible {
  /// What happened to the file.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Listed, but not there.
    case missing
    /// There, but not listed.
    case extra
    /// Its bytes are not those that were sealed.
    case damaged
    /// Listed under another name, with the same bytes.
    case renamed
    /// A link, a fifo or a device; it was not opened.
    case notAFile = "not-a-file"
    /// A line of a manifest is not a SHA-256, two spaces and a path.
    case badLine = "bad-line"
    /// A manifest names a path outside its part of the bundle; it was not opened.
    case badPath = "bad-path"
    /// `bagit.txt` does not say what BagIt 1.0 asks for.
    case badDeclaration = "bad-declaration"
    /// `Payload-Oxum` in `bag-info.txt` does not fit the files of the payload.
    case badOxum = "bad-oxum"
  }

  /// What happened.
  public var kind: Kind
  /// The file, relative to the bundle; for a bad line or path the manifest.
  public var path: String
  /// What was found, with names in quotes.
  public var what: String

  init(_ kind: Kind, _ path: String, _ what: String) {
    self.kind = kind
    self.path = path
    self.what = what
  }

  /// What to do.
  public var help: String {
    switch kind {
    case .extra: "take the file away, or make the bundle again: what is not listed is not ours"
    case .renamed: "give the file its name back"
    case .notAFile: "put the file itself there, or copy the bundle again"
    case .missing, .damaged, .badLine, .badPath, .badDeclaration, .badOxum:
      "copy the bundle again from where it was made, or make it again; do not import it"
    }
  }

  /// ``what``, in one line.
  public var description: String { what }
}
