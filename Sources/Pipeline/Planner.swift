import Findings
import Texts

/// Makes a plan of a file, and collects all faults on the way rather than stopping at one.
struct Planner<Record: Sendable> {
  private let file: PipelineFile
  private let registry: StageRegistry<Record>
  private let settings: [ParameterSetting]
  private let standsIn: Bool
  private var reader: OptionReader
  private(set) var faults: [Finding]
  private(set) var stages: [Plan<Record>.PlannedStage] = []
  private(set) var report: StageOptions?
  /// What runs, but is written differently now.
  private(set) var warnings: [Finding] = []
  private var former = FormerUses()
  /// The options that all stages share; nil if some of them are faulty or wait for a value.
  private var shared: StageOptions?

  /// A planner; when `standsIn`, a parameter without value is taken for any value that fits.
  init(
    file: PipelineFile,
    registry: StageRegistry<Record>,
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
    warnings = file.warnings
  }

  /// The parameters with their values; known once `plan()` ran.
  var parameters: [ParameterValue] { reader.filler.values }

  mutating func plan() {
    checkSettings()
    var previous: (name: String, type: any Stage<Record>.Type)?
    let stages = takeFormerSpellings()
    shared = readShared()
    // What a stage gives that does not exist is not known.
    var isKnown = true
    for entry in stages {
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
        checkFit(of: type, after: previous, at: entry.name.place)
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

  private mutating func make(_ type: any Stage<Record>.Type, _ entry: PipelineFile.StageEntry) {
    guard
      let options = reader.read(
        entry.options,
        owner: entry.name,
        cards: type.card.options
      )
    else { return }
    do {
      let stage = try type.init(options: options.joined(with: shared ?? unknownShared))
      stages.append(
        Plan<Record>.PlannedStage(name: entry.name.text, place: entry.name.place, stage: stage)
      )
    } catch {
      // A fault may follow from a shared option: without its value no fault of a stage is certain.
      guard shared != nil else { return }
      faults += error.faults.filter { fault in
        fault.place.map { !reader.standIns.contains($0) } ?? true
      }
    }
  }

  /// Reads the options at the top of the file; nil if a value is faulty or not known yet.
  private mutating func readShared() -> StageOptions? {
    var entries: [SourceValue.Entry] = []
    let names = registry.shared.map(\.name)
    for entry in file.otherKeys {
      guard !names.contains(entry.key.text) else {
        entries.append(entry)
        continue
      }
      let keys = PipelineFileReader.keys
      faults.append(
        Finding(
          .unknownKey,
          "a pipeline file has no key '\(shown(entry.key.text))'",
          help: suggestion(
            for: entry.key.text,
            among: keys.first + names + keys.last,
            lead: "it has"
          ),
          at: entry.key.place
        )
      )
    }
    judgeFormerSpellings(besides: entries)
    let written = entries.map(\.key.text)
    for name in names where !written.contains(name) {
      guard let meaning = former.meaning(of: name) else { continue }
      entries.append(
        SourceValue.Entry(
          key: PlacedText(name, at: meaning.place),
          value: SourceValue(content: .text(meaning.text), place: meaning.place)
        )
      )
    }
    let top = SourceValue(content: .mapping(entries), place: Place(file: file.path))
    let options = reader.read(
      top,
      owner: PlacedText("pipeline", at: top.place),
      cards: registry.shared
    )
    return reader.standIns.isEmpty ? options : nil
  }

  /// The stages of the file without former spellings, which ``former`` keeps.
  private mutating func takeFormerSpellings() -> [PipelineFile.StageEntry] {
    file.stages.map { entry in
      guard let card = registry.card(named: entry.name.text) else { return entry }
      let options = former.take(from: entry.options, card: card, &reader.filler)
      return PipelineFile.StageEntry(name: entry.name, options: options)
    }
  }

  /// Compares former spellings with what is written at the top of the file.
  private mutating func judgeFormerSpellings(besides entries: [SourceValue.Entry]) {
    var top: [String: PlacedText] = [:]
    for entry in entries {
      guard case .text(let text) = entry.value.content,
        let value = reader.filler.fill(text, at: entry.value.place).text
      else { continue }
      top[entry.key.text] = PlacedText(value, at: entry.value.place)
    }
    let findings = former.findings(top: top)
    faults += findings.filter { $0.level == .error }
    warnings += findings.filter { $0.level < .error }
  }

  /// The shared options as if none was written.
  private var unknownShared: StageOptions {
    StageOptions(
      owner: "pipeline",
      place: Place(file: file.path),
      cards: registry.shared,
      written: [:]
    )
  }

  private mutating func checkFit(
    of type: any Stage<Record>.Type,
    after previous: (name: String, type: any Stage<Record>.Type)?,
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
        "'\(name)' needs \(withArticle(type.inputName)), "
          + "but '\(previous.name)' gives \(withArticle(previous.type.outputName))"
      } else {
        "'\(name)' needs \(withArticle(type.inputName)), but no stage comes before it"
      }
    let bridge = registry.bridge(from: start, to: type.inputType)
    let help =
      if let bridge {
        "put \(listed(bridge)) \(previous == nil ? "before it" : "between them")"
      } else if let previous {
        "no stages lead from \(withArticle(previous.type.outputName)) "
          + "to \(withArticle(type.inputName)); see the order of the stages"
      } else {
        "no stages lead to \(withArticle(type.inputName))"
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
