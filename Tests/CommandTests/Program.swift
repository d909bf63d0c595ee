import Foundation
import Testing

/// The package's folder.
let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A folder to run the program in, as a person would: the samples and pipelines are there, results
/// go to `out/`. Removed with the last reference.
final class Workbench: Sendable {
  let folder: URL

  /// A fresh folder with links to the samples and pipelines, and an invitation key `key` that is
  /// always the same, so that codes are too.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "clever-to-bloomz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["samples", "pipelines"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name),
        withDestinationURL: packageFolder.appending(path: name)
      )
    }
    try Data(repeating: 0x07, count: 32).write(to: folder.appending(path: "key"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: folder.appending(path: "key").path
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  func write(_ text: String, to path: String) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

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

/// How a process ended, and what it said.
struct Ending {
  var code: Int32
  var output: String
  var error: String
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

/// Runs an executable to its end.
func runTool(
  _ tool: URL,
  _ arguments: [String],
  in folder: URL,
  environment: [String: String] = [:]
) throws -> Ending {
  let process = Process()
  process.executableURL = tool
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment
    .merging(environment) { $1 }
  // To files, not pipes: a pipe that nobody empties would hold a long run up for ever.
  let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let error = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  for file in [output, error] { try Data().write(to: file) }
  defer { for file in [output, error] { try? FileManager.default.removeItem(at: file) } }
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: error)
  process.standardInput = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return Ending(
    code: process.terminationStatus,
    output: try String(contentsOf: output, encoding: .utf8),
    error: try String(contentsOf: error, encoding: .utf8)
  )
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
