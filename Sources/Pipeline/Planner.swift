import Findings
import Texts

/// Makes a plan of a file, and collects all faults on the way rather than stopping at one.
struct Planner {
  private let file: PipelineFile
  private let registry: StageRegistry
  private let settings: [ParameterSetting]
  private let standsIn: Bool
  private var reader: OptionReader
  private(set) var faults: [Finding]
  private(set) var stages: [Plan.PlannedStage] = []
  private(set) var report: StageOptions?

  /// A planner; when `standsIn`, a parameter without value is taken for any value that fits.
  init(
    file: PipelineFile,
    registry: StageRegistry,
    settings: [ParameterSetting],
    standsIn: Bool
  ) {
    self.file = file
    self.registry = registry
    self.settings = settings
    self.standsIn = standsIn
    reader = OptionReader(
      filler: ParameterFiller(file: file, settings: settings),
      standsIn: standsIn
    )
    faults = file.faults
  }

  /// The parameters with their values; known once `plan()` ran.
  var parameters: [ParameterValue] { reader.filler.values }

  mutating func plan() {
    checkSettings()
    var previous: (name: String, type: any Stage.Type)?
    // Behind a stage that does not exist nobody knows what comes out.
    var isKnown = true
    for entry in file.stages {
      guard let type = registry.stage(named: entry.name.text) else {
        faults.append(
          Finding(
            .unknownStage,
            "there is no stage '\(shown(entry.name.text))'",
            help: suggestion(for: entry.name.text, among: registry.cards.map(\.name)),
            at: entry.name.place
          )
        )
        isKnown = false
        continue
      }
      if isKnown {
        checkFit(of: type, behind: previous, at: entry.name.place)
      }
      make(type, entry)
      previous = (entry.name.text, type)
      isKnown = true
    }
    if let entry = file.report {
      report = reader.read(entry.options, owner: entry.name, cards: registry.report)
    }
    faults += reader.faults
    if !standsIn {
      checkValues()
    }
  }

  private mutating func make(_ type: any Stage.Type, _ entry: PipelineFile.StageEntry) {
    guard
      let options = reader.read(entry.options, owner: entry.name, cards: type.card.options)
    else { return }
    do {
      let stage = try type.init(options: options)
      stages.append(
        Plan.PlannedStage(name: entry.name.text, place: entry.name.place, stage: stage)
      )
    } catch {
      faults += error.faults.filter { fault in
        fault.place.map { !reader.standIns.contains($0) } ?? true
      }
    }
  }

  private mutating func checkFit(
    of type: any Stage.Type,
    behind previous: (name: String, type: any Stage.Type)?,
    at place: Place
  ) {
    let start = previous?.type.outputType ?? ObjectIdentifier(PipelineStart.self)
    guard type.inputType != start else { return }
    let name = type.card.name
    if type.inputType == ObjectIdentifier(PipelineStart.self) {
      faults.append(
        Finding(
          .stagesDoNotFit,
          "'\(name)' begins a pipeline, but '\(previous?.name ?? "")' comes before it",
          help: "put '\(name)' first, once",
          at: place
        )
      )
      return
    }
    let message =
      if let previous {
        "'\(name)' needs \(withArticle(type.card.input)), "
          + "but '\(previous.name)' gives \(withArticle(previous.type.card.output))"
      } else {
        "'\(name)' needs \(withArticle(type.card.input)), but no stage comes before it"
      }
    let bridge = registry.bridge(from: start, to: type.inputType)
    let help =
      if let bridge {
        "put \(listed(bridge)) \(previous == nil ? "before it" : "between them")"
      } else if let previous {
        "no stages lead from \(withArticle(previous.type.card.output)) "
          + "to \(withArticle(type.card.input)); see the order of the stages"
      } else {
        "no stages lead to \(withArticle(type.card.input))"
      }
    faults.append(Finding(.stagesDoNotFit, message, help: help, at: place))
  }

  private mutating func checkSettings() {
    let declared = file.parameters.map(\.name)
    var seen: [[UInt8]] = []
    for setting in settings {
      let bytes = Array(setting.name.utf8)
      if seen.contains(bytes) {
        faults.append(
          Finding(.parameterSetTwice, "--set gives '\(shown(setting.name))' twice", at: nil)
        )
      } else if !declared.contains(where: { $0.utf8.elementsEqual(setting.name.utf8) }) {
        faults.append(
          Finding(
            .unknownParameter,
            "--set gives '\(shown(setting.name))', but the pipeline has no such parameter",
            help: suggestion(for: setting.name, among: declared),
            at: nil
          )
        )
      }
      seen.append(bytes)
    }
  }

  private mutating func checkValues() {
    for parameter in file.parameters where reader.filler.value(of: parameter) == nil {
      guard let uses = reader.filler.uses[parameter.name] else { continue }
      faults.append(
        Finding(
          .parameterWithoutValue,
          "the parameter '\(shown(parameter.name))' has no value",
          help: "give it with --set \(shown(parameter.name))=…"
            + (parameter.help.isEmpty ? "" : ": \(parameter.help)"),
          at: parameter.place,
          notes: uses.map { Finding.Note("it is used here", at: $0) }
        )
      )
    }
  }
}

/// `a CleverRoster`, `an Invitation`.
func withArticle(_ noun: String) -> String {
  let isVowel = noun.unicodeScalars.first.map { "aeiouAEIOU".unicodeScalars.contains($0) } ?? false
  return "\(isVowel ? "an" : "a") \(noun)"
}

/// `'a', 'b' and 'c'`.
private func listed(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
  return "\(quoted.dropLast().joined(separator: ", ")) and \(last)"
}
