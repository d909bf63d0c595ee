import Findings
import Texts

/// Takes the file's own keys apart, and collects what is wrong with them.
struct PipelineFileReader {
  /// The keys that every pipeline file may have before and after the options that stages share, in
  /// the order a person would write them.
  static let keys = (first: ["pipeline", "version"], last: ["parameters", "stages", "report"])

  let path: String
  var faults: [Finding]
  private(set) var name = ""
  private(set) var parameters: [ParameterCard] = []
  private(set) var otherKeys: [SourceValue.Entry] = []
  private(set) var stages: [PipelineFile.StageEntry] = []
  private(set) var report: PipelineFile.StageEntry?

  init(path: String, faults: [Finding]) {
    self.path = path
    self.faults = faults
  }

  mutating func read(_ root: SourceValue) {
    guard case .mapping(let entries) = root.content else {
      faults.append(
        Finding(
          .wrongKind,
          "the pipeline file is \(root.kind), not a mapping",
          help: PlanFault.fileEmpty.help,
          at: root.place
        )
      )
      return
    }
    for entry in entries {
      switch entry.key.text {
      case "pipeline": readName(entry)
      case "version": readVersion(entry)
      case "parameters": readParameters(entry)
      case "stages": readStages(entry)
      case "report": report = PipelineFile.StageEntry(name: entry.key, options: entry.value)
      default: otherKeys.append(entry)
      }
    }
    let written = entries.map(\.key.text)
    for key in ["pipeline", "version", "stages"] where !written.contains(key) {
      faults.append(
        Finding(
          .missingKey,
          "the file has no key '\(key)'",
          help: Self.example(of: key),
          at: Place(file: path)
        )
      )
    }
  }

  private static func example(of key: String) -> String {
    switch key {
    case "version": "add 'version: 1'"
    case "pipeline": "add the pipeline's name: 'pipeline: onboard-teachers'"
    default: "add 'stages:' and below it '- name: { options }', one line a stage"
    }
  }

  private mutating func readName(_ entry: SourceValue.Entry) {
    guard let text = text(of: entry) else { return }
    name = text
    checkName(text, at: entry.value.place)
  }

  private mutating func readVersion(_ entry: SourceValue.Entry) {
    guard let text = text(of: entry), text != "1" else { return }
    faults.append(
      Finding(
        .unknownVersion,
        "the version is '\(shown(text))', but only '1' is known",
        at: entry.value.place
      )
    )
  }

  private mutating func readParameters(_ entry: SourceValue.Entry) {
    guard let declarations = entry.value.entries else {
      refuse(entry, takes: "a mapping of names", help: "write 'name: { help: \"…\", default: … }'")
      return
    }
    for declaration in declarations {
      checkName(declaration.key.text, at: declaration.key.place)
      parameters.append(parameter(declaration))
    }
  }

  private mutating func parameter(_ entry: SourceValue.Entry) -> ParameterCard {
    var help = ""
    var defaultValue: String?
    if let fields = entry.value.entries {
      for field in fields {
        switch field.key.text {
        case "help": help = text(of: field) ?? ""
        case "default": defaultValue = text(of: field).map { unescaped($0, at: field.value.place) }
        default:
          faults.append(
            Finding(
              .unknownKey,
              "a parameter has no key '\(shown(field.key.text))'",
              help: field.commaHint
                + suggestion(for: field.key.text, among: ["help", "default"], lead: "it has"),
              at: field.key.place
            )
          )
        }
      }
    } else {
      refuse(entry, takes: "a mapping", help: "write '{ help: \"…\", default: … }'")
      // A default is most likely what was meant; a further fault would only repeat this one.
      defaultValue = ""
    }
    return ParameterCard(
      name: entry.key.text,
      help: help,
      defaultValue: defaultValue,
      place: entry.key.place
    )
  }

  /// A default may not lean on other parameters: their order would decide what it means.
  private mutating func unescaped(_ text: String, at place: Place) -> String {
    var result = ""
    for piece in ParameterPiece.pieces(of: text) {
      switch piece {
      case .text(let text): result += text
      case .name(let name):
        faults.append(
          Finding(
            .parameterInDefault,
            "this default uses the parameter '\(shown(name))'",
            help: "write the default out, or '$${' for the two signs",
            at: place
          )
        )
      case .unclosed:
        faults.append(Finding(.parameterNotClosed, "'${' has no '}' in this text", at: place))
      }
    }
    return result
  }

  private mutating func readStages(_ entry: SourceValue.Entry) {
    guard case .list(let items) = entry.value.content else {
      refuse(
        entry,
        takes: "a list of stages",
        help: "write '- name: { options }', one line a stage"
      )
      return
    }
    if items.isEmpty {
      faults.append(Finding(.noStages, "the list of stages is empty", at: entry.value.place))
    }
    for item in items {
      switch item.content {
      case .mapping(let entries) where entries.count == 1:
        stages += entries.map { PipelineFile.StageEntry(name: $0.key, options: $0.value) }
      case .mapping(let entries):
        let names = entries.map { "'\(shown($0.key.text))'" }.joined(separator: ", ")
        faults.append(
          Finding(
            .stageNotOneKey,
            entries.isEmpty ? "this stage has no name" : "this stage has several keys: \(names)",
            help: entries.isEmpty
              ? PlanFault.stageNotOneKey.help
              : "indent the options further than the stage's name, or give each stage its own '-'",
            at: item.place
          )
        )
      case .text(let text):
        faults.append(
          Finding(
            .stageNotOneKey,
            "'\(shown(text))' is a text, not a stage with options",
            help: "write '- \(shown(text)): {}'",
            at: item.place
          )
        )
      case .nothing, .list:
        faults.append(
          Finding(.stageNotOneKey, "\(item.kind) is here, where a stage belongs", at: item.place)
        )
      }
    }
  }

  private mutating func text(of entry: SourceValue.Entry) -> String? {
    switch entry.value.content {
    case .text(let text): return text
    case .nothing:
      faults.append(
        Finding(
          .missingValue,
          "'\(entry.key.text)' has nothing after its colon",
          at: entry.key.place
        )
      )
    case .list, .mapping: refuse(entry, takes: "a text", help: "write one text after the colon")
    }
    return nil
  }

  private mutating func refuse(_ entry: SourceValue.Entry, takes wanted: String, help: String) {
    if case .nothing = entry.value.content {
      faults.append(
        Finding(
          .missingValue,
          "'\(shown(entry.key.text))' has nothing after its colon",
          help: help,
          at: entry.key.place
        )
      )
      return
    }
    faults.append(
      Finding(
        .wrongKind,
        "'\(shown(entry.key.text))' takes \(wanted), but \(entry.value.kind) is here",
        help: help,
        at: entry.value.place
      )
    )
  }

  private mutating func checkName(_ name: String, at place: Place) {
    guard !isPlainName(name) else { return }
    faults.append(
      Finding(
        .badName,
        "the name '\(shown(name))' has other signs than a-z, 0-9 and '-'",
        help: "write it like 'onboard-teachers', with a letter first, at most 64 signs",
        at: place
      )
    )
  }
}

/// Whether `name` is a lower-case word with digits and hyphens, a letter first, at most 64 long.
func isPlainName(_ name: String) -> Bool {
  guard name.utf8.count <= 64, let first = name.unicodeScalars.first else { return false }
  guard ("a"..."z").contains(first) else { return false }
  return name.unicodeScalars.allSatisfy {
    ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
  }
}
