/// A path as the user gave it, divided into its last name and the part before it.
struct PathSplit: Sendable {
  /// `.` when the path is a name alone, `/` at the root.
  let parent: String
  /// Never empty, `.` or `..`.
  let name: String

  /// Nil when the last part names nothing of its own: an empty path, `/`, `..`, a zero byte.
  init?(_ path: String) {
    var bytes = path.utf8[...]
    guard !bytes.contains(0) else { return nil }
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) }
    let name = String(Substring(bytes[(start ?? bytes.startIndex)...]))
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    var parent = bytes[..<(start ?? bytes.startIndex)]
    while parent.count > 1, parent.last == UInt8(ascii: "/") { parent.removeLast() }
    self.name = name
    self.parent = parent.isEmpty ? "." : String(Substring(parent))
  }
}
