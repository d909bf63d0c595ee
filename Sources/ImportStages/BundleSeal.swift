import SafeFiles

/// Which bundle a folder of mail or a report belongs to: a file with the hash of the bundle that was
/// published with it, 64 hexadecimal digits and a line feed.
///
/// All outputs of a run take their places as one, but each may be moved or replaced afterwards.
/// `verify` compares.
struct BundleSeal {
  /// The file's name in each of the folders.
  static let name = "bundle-sha256.txt"

  /// The bundle's hash; see `SealedBundle.digest`.
  var digest: String

  func put(into file: inout OutputFile) { file.put("\(digest)\n") }

  /// What the folder at `path` says; nil if it says nothing, as the report of a dry run does.
  ///
  /// - Throws: `FileError` when the folder is not there, or its file cannot be read.
  static func digest(in path: String) throws(FileError) -> String? {
    do {
      let bytes = try readSmallFile("\(path)/\(name)", limit: 100)
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    } catch {
      guard error.kind == .missing else { throw error }
      // A folder whose name was mistyped must not pass for one that says nothing.
      _ = try listFiles(path)
      return nil
    }
  }
}
