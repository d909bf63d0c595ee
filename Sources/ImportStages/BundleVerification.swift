import BloomzBundle
public import SafeFiles

/// What `verify` finds in a bundle, in words.
public struct BundleVerification: Sendable {
  /// Whether every file is what the bundle says it is.
  public let isWhole: Bool
  /// A line a fault and what to do, or that the bundle is whole.
  public let text: String

  /// Reads the bundle at `path` whole.
  ///
  /// - Throws: `FileError` when it cannot be read.
  public init(of path: String) throws(FileError) {
    let faults = try BundleVerifier.verify(path)
    isWhole = faults.isEmpty
    if faults.isEmpty {
      let digest = SHA256Digest.hex(of: try readSmallFile("\(path)/tagmanifest-sha256.txt"))
      text = "\(path): whole; sha256 \(digest)\n"
    } else {
      text = faults.map { fault in
        "\(path)/\(fault.path): error: \(fault.what) [\(fault.kind.rawValue)]\n  help: \(fault.help)\n"
      }.joined()
    }
  }
}
