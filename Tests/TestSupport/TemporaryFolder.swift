package import Foundation

/// A folder of one test, removed with the object.
package final class TemporaryFolder: Sendable {
  /// Where it is, without a slash at the end.
  package let path: String

  package init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "test-\(UUID().uuidString)").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where it is.
  package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  /// The path of a name in it.
  package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file with its parents, and gives its path.
  @discardableResult
  package func file(_ name: String, _ bytes: [UInt8], mode: Int = 0o644) throws -> String {
    let file = URL(filePath: self(name))
    let parent = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
    return self(name)
  }

  /// Writes a file with its parents, and gives its path.
  @discardableResult
  package func file(_ name: String, _ text: String = "", mode: Int = 0o644) throws -> String {
    try file(name, Array(text.utf8), mode: mode)
  }

  /// Makes a folder with its parents, and gives its path.
  @discardableResult
  package func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  /// Makes a symbolic link, and gives its path.
  @discardableResult
  package func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    return self(name)
  }

  /// The paths of everything below, sorted, hidden names too.
  package func names(in name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: name.isEmpty ? path : self(name)).sorted()
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self(name))))
  }

  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: self(name), encoding: .utf8)
  }

  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: self(name))
  }
}
