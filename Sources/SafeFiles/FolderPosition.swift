import CSystemCalls

/// Whether what is, or would be, at `path` is the folder at `folder` or in it, however the two paths
/// are written: through links, `..`, or relative to the current folder.
///
/// - Parameters:
///   - path: a file or folder; it need not exist.
///   - folder: a folder; where there is none, nothing is in it.
/// - Returns: whether it is inside.
public func isInside(_ path: String, folder: String) -> Bool {
  guard let target = try? Folder.open(folder), let goal = try? target.facts() else { return false }
  var rest = path
  // The part of the path that is there decides where the rest will be.
  while true {
    if let start = try? Folder.open(rest) { return leads(start, upTo: goal) }
    guard let split = PathSplit(rest) else { return false }
    rest = split.parent
  }
}

/// Whether `folder` is `goal`, or one of the folders above it is.
private func leads(_ folder: Folder, upTo goal: SystemFacts) -> Bool {
  var folder = folder
  while let facts = try? folder.facts() {
    if facts.isSame(as: goal) { return true }
    // The root is its own parent.
    guard let parent = try? folder.folder(".."), let above = try? parent.facts(),
      !above.isSame(as: facts)
    else { return false }
    folder = parent
  }
  return false
}

extension SystemFacts {
  fileprivate func isSame(as other: SystemFacts) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// The folder that relative paths begin at, in full; empty if the system does not tell.
public func currentFolder() -> String {
  var bytes = [CChar](repeating: 0, count: 4096)
  // The callee keeps within the count and is done with the bytes on return.
  let error = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    unsafe system_current_folder(buffer.baseAddress, buffer.count)
  }
  guard error == 0 else { return "" }
  return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

extension FileError {
  /// The error of an input that is not there, with the folder that was looked in where its path is
  /// relative; every other error as it is.
  ///
  /// - Parameter base: the folder of the pipeline file that names the path; empty for none. It is
  ///   said if the path leads to something from there.
  /// - Returns: the error to show.
  public func tellingFolder(base: String = "") -> FileError {
    guard kind == .missing, !path.hasPrefix("/"), !path.isEmpty, !isThere(path) else { return self }
    var error = self
    let here = currentFolder()
    error.answer += "; it is a relative path, looked for from the folder the program was started in"
    if !here.isEmpty { error.answer += ", \(here)" }
    if !base.isEmpty, base != ".", isThere("\(base)/\(path)") {
      error.answer +=
        "; it is there from the folder of the pipeline file: start the program in "
        + "\(base), or write the path in full"
    }
    return error
  }
}

private func isThere(_ path: String) -> Bool {
  guard let split = PathSplit(path), let folder = try? Folder.open(split.parent) else {
    return false
  }
  return (try? folder.facts(of: split.name)) ?? nil != nil
}
