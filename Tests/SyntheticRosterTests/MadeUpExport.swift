import Foundation  // FileManager and JSONSerialization: a reader that shares nothing with ours
import SafeFiles
import SyntheticRoster
import TestSupport

/// A made-up export on disk, removed with the last copy.
struct MadeUpExport: Sendable {
  private let temporary: TemporaryFolder
  let summary: SynthesisSummary

  init(
    students: Int,
    schools: Int? = nil,
    seed: UInt64 = 1,
    hasFaults: Bool = true,
    _ version: CleverVersion = .v31,
    _ form: ExportForm = .lines
  ) throws {
    temporary = try TemporaryFolder()
    let plan = try DistrictPlan(
      students: students,
      schools: schools,
      seed: seed,
      hasFaults: hasFaults
    )
    var output = try OutputFolder.staging(temporary("made"), mark: SynthesisSummary.answerKeyFile)
    summary = try Synthesizer(plan).write(into: &output, version: version, form: form)
    try output.publish()
  }

  var folder: String { temporary("made") }

  /// Where the export itself is.
  var path: String { "\(folder)/\(SynthesisSummary.exportFolder)" }

  /// All files of the export, in order of their paths.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      .filter { $0.hasSuffix("json") }
  }

  func bytes(_ file: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  /// The pages of a list, in the order of their files.
  func pages(of list: String) throws -> [[String: Any]] {
    try files().filter { $0.hasPrefix("\(list)/") }.map { try object(try bytes($0)) }
  }

  /// The items of every list, by name, each as it stands in the file.
  func items() throws -> [String: [[String: Any]]] {
    var items: [String: [[String: Any]]] = [:]
    for file in try files() {
      let name = String(file.prefix { $0 != "/" && $0 != "." })
      let data = try bytes(file)
      if file.hasSuffix(".ndjson") {
        items[name] = try data.split(separator: UInt8(ascii: "\n")).map { try object(Data($0)) }
      } else if let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] {
        items[name] = list
      } else if name == "export" {
        for (name, list) in try object(data) { items[name] = list as? [[String: Any]] }
      } else {
        items[name, default: []] += try object(data)["data"] as? [[String: Any]] ?? []
      }
    }
    return items
  }

  /// The records of every list, without what stands around them.
  func records() throws -> [String: [[String: Any]]] {
    try items().mapValues { $0.map { $0["data"] as? [String: Any] ?? $0 } }
  }

  /// The records of people with a role: a list of their own before v3.
  func people(_ list: String, role: String) throws -> [[String: Any]] {
    let records = try records()
    if let list = records[list] { return list }
    return (records["users"] ?? []).filter { ($0["roles"] as? [String: Any])?[role] != nil }
  }

  private func object(_ data: Data) throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw NotAnObject()
    }
    return object
  }

  private struct NotAnObject: Error {}
}

extension [String: Any] {
  /// A text; empty where there is none.
  func text(_ key: String) -> String { self[key] as? String ?? "" }

  /// A list of texts.
  func texts(_ key: String) -> [String] { self[key] as? [String] ?? [] }

  /// An object inside; empty where there is none.
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }

  /// A role's own object.
  func role(_ name: String) -> [String: Any] { object("roles").object(name) }
}

/// Forms that differ in everything a form can differ in.
let forms: [ExportForm] = [
  .lines, ExportForm(.lines, envelope: .bare), ExportForm(.array, envelope: .withoutURI),
  ExportForm(.document, envelope: .bare), ExportForm(.document),
  ExportForm(.pages(size: 40)), ExportForm(.pages(size: 7), envelope: .bare, hasLinksFirst: true),
]
