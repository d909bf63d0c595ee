import Findings
import Pipeline
import Roster
import Texts

/// A pipeline file for an export, to be read and completed: step one, with the schools and the
/// people who may import them in comments, and every option that is left at its default.
///
/// Stages and options are written from their cards, so a new option is in the next draft. What the
/// export cannot tell stays without a value, and what only a person may declare stays a comment.
public struct PipelineDraft: Sendable {
  /// The file, ended by a line feed.
  public private(set) var text = ""

  private let inspection: ExportInspection

  /// How wide comments are.
  private static let width = 98
  /// How many schools and people are listed; `inspect` shows all.
  private static let shown = 20

  /// The draft for the export of `inspection`.
  public init(for inspection: ExportInspection) {
    self.inspection = inspection
    putHead()
    putParameters()
    putStages()
    put("report:")
    put("folder: \"${out}/report\"", indent: 2)
    putOtherOptions(of: StageRegistry.standard.report, besides: ["folder"], indent: 2)
  }

  // MARK: - Head

  private mutating func putHead() {
    comment(
      "Step one of Bloomz's guide for the export below: classes, teachers and students of a school, "
        + "and an invitation mail for each teacher. A draft: read it, give the parameters without "
        + "'default' a value, here or with --set name=value, and declare below what only you can. "
        + "Then try it: clever-to-bloomz run FILE --dry-run"
    )
    put("#")
    let held = inspection.kinds.filter { $0.completeness.records > 0 }
    comment(
      "In the export: "
        + held.map { "\($0.entity.plural) \($0.completeness.records)" }
        .joined(separator: ", ")
    )
    let open = held.filter { $0.completeness.verdict != .proved }
    if !open.isEmpty {
      comment(
        "Not proved complete: \(open.map(\.entity.plural).joined(separator: ", ")). "
          + "What is absent of these may only not have been saved; 'inspect' says why."
      )
    }
    if inspection.hasGaps {
      comment("Something is missing or could not be read: put right first what 'inspect' names.")
    }
    put("pipeline: onboard-teachers")
    put("version: 1")
    put("step: \(GuideStep.classesTeachersStudents.rawValue)")
  }

  // MARK: - Parameters

  private mutating func putParameters() {
    put("parameters:")
    putParameter("export", "folder with the Clever export", inspection.path)
    comment("Schools in the export:", indent: 2)
    list(
      inspection.schools.map { school in
        "\(printable(school.key))  \(printable(school.name)), \(school.sections) "
          + "section\(school.sections == 1 ? "" : "s")"
      },
      orNone: "none: no school can be imported"
    )
    putParameter(
      "school",
      "the school to import: Clever id or sis_id, or all",
      school.map { key(of: $0) }
    )
    comment(
      "School admins in the export"
        + (school == nil ? ":" : " with that school on their list; only they may import it:"),
      indent: 2
    )
    list(
      candidates.map { person in
        let schools = "\(person.schools.count) school\(person.schools.count == 1 ? "" : "s")"
        return "\(printable(person.id))  \(schools)\(person.isSignedIn ? ", signed in by /me" : "")"
      },
      orNone: "none: have staff shared with Bloomz in Clever"
    )
    putParameter("operator", "Clever id or e-mail of the person who runs the import", importer?.id)
    putParameter("out", "where results go", "out/import")
    putParameter(
      "key",
      "invitation key file (32 bytes, mode 0600), made on first use",
      "out/import/invitation.key"
    )
    putParameter("sender-name", "the school's or office's name in the mail", school?.name)
    putParameter("sender-address", "the address the mail comes from, of the school's domain", nil)
  }

  private mutating func putParameter(_ name: String, _ help: String, _ value: String?) {
    var line = "\(name): { help: \"\(help)\""
    if let value, !value.isEmpty, let scalar = PipelineDraft.scalar(value) {
      line += ", default: \(scalar)"
    }
    put("\(line) }", indent: 2)
  }

  /// The school to import, where nothing is left to choose.
  private var school: ExportInspection.School? {
    if inspection.schools.count == 1 { return inspection.schools[0] }
    guard let person = inspection.operators.first, person.isSignedIn, person.schools.count == 1
    else { return nil }
    return inspection.schools.first { $0.id == person.schools[0] }
  }

  /// Those who may import the school, or any.
  private var candidates: [ExportInspection.Operator] {
    inspection.operators.filter { person in
      school.map { person.schools.contains($0.id) } ?? !person.schools.isEmpty
    }
  }

  /// Who imports, where nothing is left to choose.
  private var importer: ExportInspection.Operator? {
    candidates.first { $0.isSignedIn } ?? (candidates.count == 1 ? candidates[0] : nil)
  }

  /// What a pipeline file names a school by; its Clever id where its own cannot be written.
  private func key(of school: ExportInspection.School) -> String {
    PipelineDraft.scalar(school.key) == nil ? school.id : school.key
  }

  // MARK: - Stages

  private mutating func putStages() {
    put("stages:")
    putStage("extract", ["from: \"${export}\""])
    putStage("select", ["school: \"${school}\""])
    putStage(
      "validate",
      ["operator: \"${operator}\"", "application: bloomz"],
      declaring: "declared: { community-is-set-up: true }"
    )
    putStage("transform", [])
    putStage("load", ["bundle: \"${out}/bundle\""])
    putStage(
      "invite",
      [
        "mail: \"${out}/mail\"", "key: \"${key}\"",
        "from: { name: \"${sender-name}\", address: \"${sender-address}\" }",
      ]
    )
  }

  private mutating func putStage(_ name: String, _ options: [String], declaring: String? = nil) {
    guard let card = StageRegistry.standard.card(named: name) else { return }
    comment(card.summary, indent: 2)
    put("- \(name):", indent: 2)
    for option in options { put(option, indent: 6) }
    var written = options.map { String($0.prefix { $0 != ":" }) }
    if let declaring {
      comment("No file can show this; take the '# ' away when it is so:", indent: 6)
      put("# \(declaring)", indent: 6)
      written.append(String(declaring.prefix { $0 != ":" }))
    }
    putOtherOptions(of: card.options, besides: written, indent: 6)
  }

  /// The options that are left at their defaults, as comments.
  private mutating func putOtherOptions(
    of cards: [OptionCard],
    besides written: [String],
    indent: Int
  ) {
    for card in cards where !written.contains(card.name) {
      let value = card.presence.defaultText.map { $0.isEmpty ? "(empty)" : $0 } ?? "(nothing)"
      comment("\(card.name): \(value) – \(card.help)", indent: indent)
    }
  }

  // MARK: - Lines

  private mutating func put(_ line: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  /// A comment, broken between words.
  private mutating func comment(_ words: String, indent: Int = 0) {
    var line = "#"
    for word in words.split(separator: " ") {
      if line.count > 1, indent + line.count + 1 + word.count > PipelineDraft.width {
        put(line, indent: indent)
        line = "#  "
      }
      line += " \(word)"
    }
    put(line, indent: indent)
  }

  private mutating func list(_ lines: [String], orNone none: String) {
    for line in lines.prefix(PipelineDraft.shown) { put("#   \(line)", indent: 2) }
    if lines.count > PipelineDraft.shown {
      put("#   and \(lines.count - PipelineDraft.shown) more; 'inspect' shows them", indent: 2)
    }
    if lines.isEmpty { put("#   \(none)", indent: 2) }
  }

  /// `text` as a value in quotes; nil where it holds what a file should not.
  static func scalar(_ text: String) -> String? {
    guard printable(text) == text else { return nil }
    var scalar = ""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { scalar += "\\" }
      scalar.unicodeScalars.append(character)
    }
    // Written so, what looks like a parameter is text.
    return "\"\(scalar.replacing("${", with: "$${"))\""
  }
}
