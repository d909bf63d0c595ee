import Foundation
import TestSupport
import Testing

/// What a person has in hand when they start the program: the export of Harbor Point Elementary
/// (see `HarborPoint/HarborPoint.md`), changed as something went wrong for them.
///
///     let situation = try Situation(.upload)
///     try situation.edit("students.csv", "Farrow", "Farrow ")
///     let result = try situation.run(.teachers)
///     #expect(result.code == 0)
///     #expect(try result.rows("students.csv").count == 4)
struct Situation {
  /// The form of the export.
  enum Form: String { case upload, answers }

  /// The step of Bloomz's guide, by the pipeline that does it.
  enum Step: String { case teachers = "onboard-teachers", parents = "onboard-parents" }

  /// The folder of the run, with `export/`, `pipelines/`, `joined.txt` and, after a run, `out/`.
  let folder: TemporaryFolder
  private let form: Form

  init(_ form: Form) throws {
    self.form = form
    folder = try TemporaryFolder()
    for (name, source) in [
      ("export", "Tests/CommandTests/Situations/HarborPoint/\(form.rawValue)"),
      ("joined.txt", "Tests/CommandTests/Situations/HarborPoint/joined.txt"),
      ("pipelines", "pipelines"),
    ] {
      try FileManager.default.copyItem(
        at: packageFolder.appending(path: source),
        to: folder.url.appending(path: name)
      )
    }
  }

  /// Puts `new` in place of each `old` in a file of the export; `old` must be in it.
  func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try text(file)
    try #require(text.contains(old), "\(file) lacks \(old)")
    try write(file, text.replacing(old, with: new))
  }

  /// The text of a file of the export.
  func text(_ file: String) throws -> String { try folder.text("export/\(file)") }

  /// Writes a file of the export.
  func write(_ file: String, _ text: String) throws { try folder.file("export/\(file)", text) }

  /// Writes a file of the export byte for byte.
  func write(_ file: String, bytes: [UInt8]) throws { try folder.file("export/\(file)", bytes) }

  /// Takes a file out of the export.
  func remove(_ file: String) throws { try folder.remove("export/\(file)") }

  /// Does a step as its pipeline says.
  ///
  /// `settings` are values of parameters that differ from the usual ones, `edits` texts of the
  /// pipeline file with what is put in their place. `HOME` is `home` below the folder.
  func run(
    _ step: Step,
    settings: [String: String] = [:],
    pipeline edits: [(old: String, new: String)] = [],
    arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws -> SituationResult {
    var edits = edits
    if form == .upload {
      // Upload files hold nothing to judge sharing by, so a person answers for it.
      edits.append(("is-set-up: true }", "is-set-up: true, sharing-is-set: true }"))
    }
    var text = try folder.text("pipelines/\(step.rawValue).yaml")
    for (old, new) in edits {
      try #require(text.contains(old), "the pipeline lacks \(old)")
      text = text.replacing(old, with: new)
    }
    try folder.file("pipelines/edited.yaml", text)
    var values = [
      "export": "export", "out": "out", "key": "key", "school": "0071",
      "operator": "ruth.ambrose@harborpoint.k12.wa.us", "sender-name": "School Office",
      "sender-address": "office@school.example.org",
    ]
    if step == .parents { values["joined"] = "joined.txt" }
    let flags = values.merging(settings) { $1 }.sorted { $0.key < $1.key }
      .flatMap { ["--set", "\($0.key)=\($0.value)"] }
    return try start(
      ["run", "pipelines/edited.yaml"] + flags + ["--issue-date", "2026-08-20"] + arguments,
      environment
    )
  }

  /// Runs the program with any arguments.
  func start(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) throws -> SituationResult {
    try folder.folder("home")
    let usual = ["HOME": folder("home"), "NO_COLOR": "1", "COLUMNS": "120"]
    let ending = try runTool(
      Program.url,
      arguments,
      in: folder.url,
      environment: usual.merging(environment) { $1 }
    )
    return try SituationResult(ending, in: folder)
  }
}

/// What a run told and left.
struct SituationResult {
  let code: Int32
  /// All that was printed, in one line.
  let printed: String
  /// Each finding, cause, need that is not met, limit and line on completeness of the report, and
  /// its verdict, in one line each; what was printed, if there is no report.
  let passages: [String]
  /// The cause that the report puts first, in one line.
  let firstCause: String?
  /// Addresses that get mail, in small letters and sorted.
  let mail: [String]
  private let folder: TemporaryFolder

  init(_ ending: Ending, in folder: TemporaryFolder) throws {
    self.folder = folder
    code = ending.code
    printed = inOneLine(ending.output + " " + ending.error)
    var parts: [Any] = []
    var causes: [Any] = []
    if folder.exists("out/report/report.json") {
      let report = try JSONSerialization.jsonObject(
        with: Data(folder.bytes("out/report/report.json"))
      )
      let fields = try #require(report as? [String: Any])
      let rules = fields["rules"] as? [[String: Any]] ?? []
      causes = fields["causes"] as? [Any] ?? []
      parts = rules.flatMap { $0["findings"] as? [Any] ?? [] } + causes
      let evidence = fields["evidence"] as? [[String: Any]] ?? []
      parts += evidence.filter { !["met", "declared"].contains($0["verdict"] as? String) }
      for name in ["completeness", "limits"] { parts += fields[name] as? [Any] ?? [] }
      parts.append(fields["verdict"] ?? [:])
    }
    let prefix = folder.path
    let told = { (part: Any) in
      inOneLine(texts(in: part).joined(separator: " ").replacing(prefix, with: ""))
    }
    passages = parts.isEmpty ? [printed] : parts.map(told)
    firstCause = causes.first.map(told)
    let letters = folder.exists("out/mail") ? try folder.names(in: "out/mail") : []
    mail = try letters.filter { $0.hasSuffix(".eml") }.map { name in
      // A header that goes on in a second line begins it with a space.
      let lines = try folder.text("out/mail/\(name)").replacing("\r\n ", with: " ")
        .split(separator: "\r\n")
      let receiver = try #require(lines.first { $0.hasPrefix("To:") })
      return try #require(receiver.split(separator: " ").last)
        .trimmingCharacters(in: ["<", ">"]).lowercased()
    }
    .sorted()
  }

  /// Whether a whole bundle is there.
  var isPublished: Bool { folder.exists("out/bundle/bagit.txt") }

  /// The rows of a table of the bundle, by column.
  func rows(_ table: String) throws -> [[String: String]] {
    let path = try folder.names(in: "out/bundle").first { $0.hasSuffix("/\(table)") }
    return CommandTests.rows(try folder.text("out/bundle/\(try #require(path))"))
  }

  /// Whether one passage holds each of the texts, capitals and small letters alike.
  func tells(_ texts: String...) -> Bool {
    passages.contains { passage in
      texts.allSatisfy { passage.localizedCaseInsensitiveContains($0) }
    }
  }

  /// Whether the report's first cause sends the reader to the sharing in Clever.
  var blamesSharing: Bool {
    guard let firstCause else { return false }
    return ["not shared", "share ", "dashboard"].contains { firstCause.contains($0) }
  }
}

private func inOneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The texts of a value of JSON, a place as `file:line:column`, without codes and keys.
private func texts(in value: Any) -> [String] {
  switch value {
  case let text as String: return [text]
  case let list as [Any]: return list.flatMap(texts)
  case let fields as [String: Any]:
    let file = (fields["file"] as? String).map { file in
      [file] + ["line", "column"].compactMap { (fields[$0] as? Int).map(String.init) }
    }
    let others = fields.filter { !["file", "code", "cause", "key", "level"].contains($0.key) }
    let place = file.map { [$0.joined(separator: ":")] } ?? []
    return place + others.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value) }
  default: return []
  }
}
