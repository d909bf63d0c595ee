public import SafeFiles

/// A bundle to which nothing can be added any more: what it is, and how it is put in its place.
public struct SealedBundle: Sendable {
  /// The bundle's hash: the SHA-256 of `tagmanifest-sha256.txt`, which lists the hash of the
  /// manifest, which lists the hash of every file. 64 lower-case hexadecimal digits.
  ///
  /// Two bundles are the same, byte for byte, if and only if their digests are.
  public let digest: String
  /// Every file, in the order of writing; the tag manifest last.
  public let entries: [FileEntry]
  /// The rows of each file that holds the roster, in the order of writing.
  public let rowCounts: [RowCount]

  /// The folder, which is published with the run's other outputs.
  public let folder: OutputFolder

  init(digest: String, entries: [FileEntry], rowCounts: [RowCount], folder: OutputFolder) {
    self.digest = digest
    self.entries = entries
    self.rowCounts = rowCounts
    self.folder = folder
  }

  /// Puts the bundle in its place by one rename; does nothing for a prediction.
  ///
  /// - Throws: `FileError`; see ``SafeFiles/OutputFolder/publish()``.
  public func publish() throws(FileError) { try folder.publish() }

  /// Gives the bundle up and removes what was written aside.
  public func discard() { folder.discard() }
}
