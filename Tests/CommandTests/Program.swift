import Foundation
import TestSupport
import Testing

/// A folder to run the program in, as a person would: the samples and pipelines are there, results
/// go to `out/`. Removed with the last copy.
struct Workbench: Sendable {
  private let temporary: TemporaryFolder

  /// A fresh folder with links to the samples and pipelines, and an invitation key `key` that is
  /// always the same, so that codes are too.
  init() throws {
    temporary = try TemporaryFolder()
    for name in ["samples", "pipelines"] {
      try temporary.link(name, to: packageFolder.appending(path: name).path)
    }
    try temporary.file("key", [UInt8](repeating: 0x07, count: 32), mode: 0o600)
  }

  var folder: URL { temporary.url }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func exists(_ path: String) -> Bool { temporary.exists(path) }

  func text(_ path: String) throws -> String { try temporary.text(path) }

  func write(_ text: String, to path: String) throws { try temporary.file(path, text) }

  /// Copies a folder of the package so that a test may damage it.
  func copy(_ path: String, to name: String) throws {
    try FileManager.default.copyItem(at: packageFolder.appending(path: path), to: url(name))
  }

  /// The files below `path`, relative to it and sorted, with their bytes.
  func files(below path: String) throws -> [String: Data] {
    try filesBelow(url(path))
  }

  /// Names of all entries below `path`, hidden ones too.
  func entries(below path: String) -> [String] {
    (FileManager.default.enumerator(atPath: url(path).path)?.allObjects as? [String] ?? []).sorted()
  }

  /// Runs the program here.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ending {
    try runTool(Program.url, arguments, in: folder, environment: environment)
  }
}

/// The program under test, which the package manager has built beside the tests.
enum Program {
  static let url: URL = {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appending(path: "clever-to-bloomz")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return packageFolder.appending(path: ".build/debug/clever-to-bloomz")
  }()
}

/// The files below `folder`, relative to it, with their bytes.
func filesBelow(_ folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
  for path in paths {
    let file = folder.appending(path: path)
    if !file.hasDirectoryPath, try !isFolder(file) { files[path] = try Data(contentsOf: file) }
  }
  return files
}

private func isFolder(_ url: URL) throws -> Bool {
  let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type]
  return type as? FileAttributeType == .typeDirectory
}

/// The rows of a CSV file of ours, whose fields in these tests hold no line breaks.
func rows(_ text: String) -> [[String: String]] {
  let lines = text.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map(fields)
  guard let header = lines.first else { return [] }
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
}

private func fields(_ line: Substring) -> [String] {
  var fields = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: fields.append("")
    default: fields[fields.count - 1].append(character)
    }
  }
  return fields
}
