import BloomzBundle
public import SafeFiles

/// What `verify` finds in a bundle, and in the mail and the report beside it, in words.
public struct BundleVerification: Sendable {
  /// Whether every file is what the bundle says it is, and mail and report belong to it.
  public let isWhole: Bool
  /// A line a fault and what to do, or that the bundle is whole.
  public let text: String

  /// Reads the bundle at `path` whole.
  ///
  /// - Parameters:
  ///   - path: the bundle's folder.
  ///   - others: folders of mail or reports that are to belong to it.
  /// - Throws: `FileError` when it cannot be read.
  public init(of path: String, with others: [String] = []) throws(FileError) {
    let faults = try BundleVerifier.verify(path)
    guard faults.isEmpty else {
      isWhole = false
      text = faults.map { fault in
        "\(path)/\(fault.path): error: \(fault.what) [\(fault.kind.rawValue)]\n  help: \(fault.help)\n"
      }.joined()
      return
    }
    let digest = SHA256Digest.hex(of: try readSmallFile("\(path)/tagmanifest-sha256.txt"))
    var isWhole = true
    var text = "\(path): whole; sha256 \(digest)\n"
    for other in others {
      switch try BundleSeal.digest(in: other) {
      case digest: text += "\(other): belongs to the bundle\n"
      case nil:
        text += "\(other): does not say to which bundle it belongs: its run published none\n"
      case let found?:
        isWhole = false
        text += """
          \(other)/\(BundleSeal.name): error: it belongs to another bundle, sha256 \(found) \
          [other-bundle]
            help: run the pipeline again, so that bundle, mail and report are of one run

          """
      }
    }
    self.isWhole = isWhole
    self.text = text
  }

  /// The folders `mail` and `report` beside the bundle at `path`, where the shipped pipelines put
  /// them; those that are there.
  public static func neighbours(of path: String) -> [String] {
    var parent = path[...]
    while parent.last == "/" { parent.removeLast() }
    while let last = parent.last, last != "/" { parent.removeLast() }
    return ["mail", "report"].map { parent + $0 }.filter { (try? listFiles($0)) != nil }
  }
}
