import Findings
import Texts

/// Fills `${name}` in texts of the pipeline file, and notes where each parameter is used.
///
/// Filling happens after parsing, text for text, and what was filled in is not looked through
/// again: no value can bring a key, a list or another parameter into the file.
struct ParameterFiller {
  /// A filled text.
  struct Filled {
    /// The text; nil if a parameter in it is unknown or has no value.
    var text: String?
    /// The declared parameters in it, for notes.
    var parameters: [ParameterCard] = []
    var faults: [Finding] = []
  }

  private let declared: [ParameterCard]
  private let settings: [String: String]
  private let source: SourceText
  /// Where each parameter is used, in the order of the file's reading.
  private(set) var uses: [String: [Place]] = [:]

  init(file: PipelineFile, settings: [ParameterSetting]) {
    declared = file.parameters
    source = file.source
    self.settings = Dictionary(
      settings.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The value a parameter has in this run; nil if it has none.
  func value(of parameter: ParameterCard) -> String? {
    settings[parameter.name] ?? parameter.defaultValue
  }

  /// The parameters with their values, in the file's order; those without a value are left out.
  var values: [ParameterValue] {
    declared.compactMap { parameter in
      guard let value = value(of: parameter) else { return nil }
      return ParameterValue(name: parameter.name, value: value)
    }
  }

  /// `text` with its parameters filled in.
  mutating func fill(_ text: String, at place: Place) -> Filled {
    var result = ""
    var filled = Filled()
    var isWhole = true
    for piece in ParameterPiece.pieces(of: text) {
      switch piece {
      case .text(let text): result += text
      case .unclosed:
        isWhole = false
        filled.faults.append(
          Finding(
            .parameterNotClosed,
            "'${' has no '}' in this text",
            help: "write '${name}', or '$${' for the two signs",
            at: exactPlace(of: "${", after: place)
          )
        )
      case .name(let name):
        let use = exactPlace(of: "${\(name)}", after: place)
        guard let parameter = declared.first(where: { $0.name.utf8.elementsEqual(name.utf8) })
        else {
          isWhole = false
          filled.faults.append(
            Finding(
              .unknownParameter,
              "there is no parameter '\(shown(name))'",
              help: declared.isEmpty
                ? PlanFault.unknownParameter.help
                : suggestion(for: name, among: declared.map(\.name)),
              at: use
            )
          )
          continue
        }
        if uses[parameter.name]?.contains(use) != true {
          uses[parameter.name, default: []].append(use)
        }
        filled.parameters.append(parameter)
        guard let value = value(of: parameter) else {
          isWhole = false
          continue
        }
        result += value
      }
    }
    filled.text = isWhole ? result : nil
    return filled
  }

  /// The place of `word` in the line where a text begins; the beginning if it is elsewhere.
  private func exactPlace(of word: String, after place: Place) -> Place {
    let start = Position(line: place.line, column: place.column)
    guard let found = source.find(word, from: start) else { return place }
    return Place(file: place.file, line: found.line, column: found.column)
  }
}
