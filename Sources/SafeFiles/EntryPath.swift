/// The checked path of a file inside an output folder: it cannot lead out, and it is the same file
/// on every system.
struct EntryPath: Sendable {
  /// As it was given.
  let text: String
  /// The folders on the way, outermost first.
  let folders: ArraySlice<String>
  /// The file's name.
  let name: String

  /// - Throws: ``FileError`` (`failed`) for an absolute path, empty parts, `.`, `..`, control
  ///   characters, and parts of more than 255 bytes (the limit of Linux file systems).
  init(_ path: String, in target: String) throws(FileError) {
    func refusal(_ answer: String) -> FileError {
      FileError(.failed, tried: "write", path: "\(target)/\(path)", answer: answer)
    }
    guard !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw refusal("a file's name cannot hold control characters")
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    for part in parts {
      guard !part.isEmpty, part != ".", part != ".." else {
        throw refusal("'\(path)' does not name a file inside the folder")
      }
      guard part.utf8.count <= 255 else { throw refusal("file name too long") }
    }
    guard let name = parts.last else { throw refusal("a file needs a name") }
    text = path
    self.name = name
    folders = parts.dropLast()
  }
}
