/// A file of an output folder, or the prediction of one.
public struct FileEntry: Sendable, Hashable {
  /// The path inside the folder, parts divided by `/`.
  public var path: String
  /// Length in bytes.
  public var byteCount: Int
  /// The SHA-256 of all bytes: 64 lower-case hexadecimal digits. Empty in a folder that is not
  /// hashed.
  public var sha256: String

  /// An entry as it is in a list of files.
  public init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}
