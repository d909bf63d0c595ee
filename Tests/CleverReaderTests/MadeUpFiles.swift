import CleverReader
import Foundation
import PackedSamples
import Roster
import SafeFiles
import SyntheticRoster
import TestSupport

/// The files of a made-up export, by their paths in it; in memory, to be rearranged or damaged.
struct MadeUpFiles: Sendable {
  private(set) var files: [String: [UInt8]] = [:]

  /// The export of a plan. Only `lists` are taken, if any are given, which needs files that hold
  /// one list each.
  init(
    _ plan: DistrictPlan,
    _ version: CleverVersion,
    _ form: ExportForm,
    lists: Set<String>? = nil
  ) throws {
    let folder = try TemporaryFolder()
    let place = folder.url.appending(path: "made")
    var output = try OutputFolder.staging(place.path, mark: SynthesisSummary.answerKeyFile)
    _ = try Synthesizer(plan).write(into: &output, version: version, form: form)
    try output.publish()
    try gather(place.appending(path: SynthesisSummary.exportFolder), lists)
  }

  /// An export of an earlier day with the events since, and the export of today.
  static func withEvents(
    _ plan: DistrictPlan,
    _ version: CleverVersion,
    _ form: ExportForm,
    pageSize: Int
  ) throws -> (before: MadeUpFiles, after: MadeUpFiles) {
    let folder = try TemporaryFolder()
    let place = folder.url.appending(path: "made")
    var output = try OutputFolder.staging(place.path, mark: SynthesisSummary.answerKeyFile)
    _ = try Synthesizer(plan).writeEvents(
      into: &output,
      version: version,
      form: form,
      pageSize: pageSize
    )
    try output.publish()
    var (before, after) = (MadeUpFiles(), MadeUpFiles())
    try before.gather(place.appending(path: SynthesisSummary.exportFolder))
    try after.gather(place.appending(path: SynthesisSummary.laterFolder))
    return (before, after)
  }

  private init() {}

  private mutating func gather(_ folder: URL, _ lists: Set<String>? = nil) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let list = String(path.prefix { $0 != "/" && $0 != "." })
      if lists?.contains(list) ?? true { files[path] = Array(try Data(contentsOf: file)) }
    }
  }

  /// The paths, in order.
  var paths: [String] { files.keys.sorted() }

  subscript(path: String) -> [UInt8] {
    get { files[path] ?? [] }
    set { files[path] = newValue }
  }

  mutating func remove(_ path: String) { files[path] = nil }

  /// The files whose paths do not begin with `folder`.
  func without(_ folder: String) -> MadeUpFiles {
    var rest = self
    for path in paths where path.hasPrefix(folder) { rest.remove(path) }
    return rest
  }

  /// Reads the files as an export; students' addresses, too, so that every field is compared.
  func read() throws -> Roster {
    let export = try export()
    return try withExtendedLifetime(export) { try export.read(studentEmail: true) }
  }

  /// The files in a folder of their own.
  func export() throws -> Export {
    let export = try Export([:])
    for (path, bytes) in files { try export.write(Data(bytes), to: path) }
    return export
  }

  // MARK: - Rearranged

  /// The same records: files under names in another order, records and links in another order
  /// within each list, or both.
  mutating func shuffle(
    files movesFiles: Bool,
    records movesRecords: Bool,
    _ random: inout SeededRandom
  ) {
    var shuffled: [String: [UInt8]] = [:]
    for path in paths {
      let bytes = self[path]
      let moved =
        movesRecords ? reordered(bytes, isLines: path.hasSuffix("ndjson"), &random) : bytes
      shuffled[movesFiles ? renamed(path, &random) : path] = moved
    }
    files = shuffled
  }

  /// The same files, each packed, or all in an archive whose members are in no order.
  mutating func pack(_ packing: ExportForm.Packing, _ random: inout SeededRandom) {
    switch packing {
    case .none: return
    case .gzip:
      files = Dictionary(
        uniqueKeysWithValues: files.map { ("\($0).gz", deflated($1, gzip: true)) }
      )
    case .zip:
      let members = paths.shuffled(using: &random).map { path in
        var member = Archive.Member(path, "")
        member.content = self[path]
        return member
      }
      files = ["export.zip": Archive(members).bytes]
    }
  }

  /// Another name that says no less: the list's name stays the nearest that names a list.
  private func renamed(_ path: String, _ random: inout SeededRandom) -> String {
    let mark = String(random.next() % 1_000_000_000)
    guard let slash = path.lastIndex(of: "/") else { return "\(mark)/\(path)" }
    return "\(path[..<slash])/\(mark).json"
  }
}

/// `bytes` with its lines in another order, or the elements of its lists: of the list that it is,
/// or of those that its top object holds.
private func reordered(_ bytes: [UInt8], isLines: Bool, _ random: inout SeededRandom) -> [UInt8] {
  if isLines {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).shuffled(using: &random)
    return Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
  var result: [UInt8] = []
  var open: [UInt8] = []
  var elements: [[UInt8]] = [[]]
  var isText = false
  var isEscaped = false
  for byte in bytes {
    let listDepth = bytes.first == UInt8(ascii: "[") ? 1 : 2
    let isInList = open.count >= listDepth && open[listDepth - 1] == UInt8(ascii: "[")
    var ends = false
    if isText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isText = false
      }
    } else {
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open.removeLast()
        ends = isInList && open.count < listDepth
      case UInt8(ascii: ",") where isInList && open.count == listDepth:
        elements.append([])
        continue
      default: break
      }
    }
    if ends {
      result += elements.shuffled(using: &random).joined(separator: [UInt8(ascii: ",")])
      elements = [[]]
      result.append(byte)
    } else if isInList {
      elements[elements.count - 1].append(byte)
    } else {
      result.append(byte)
    }
  }
  return result
}
