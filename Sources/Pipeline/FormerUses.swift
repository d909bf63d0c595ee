import Findings

/// The former spellings in a file, each with what it says of an option at the top.
struct FormerUses {
  /// A former spelling as it is written.
  private struct Use {
    var option: String
    var value: PlacedText
    var shared: String
    var meaning: String
  }

  private var uses: [Use] = []

  /// Takes the former spellings out of the options of a stage.
  ///
  /// - Parameters:
  ///   - options: what is written.
  ///   - card: says which spellings are former ones.
  ///   - filler: fills in parameters; a value that waits for one is left to the other checks.
  /// - Returns: the options without them.
  mutating func take(
    from options: SourceValue,
    card: StageCard,
    _ filler: inout ParameterFiller
  ) -> SourceValue {
    guard case .mapping(let entries) = options.content, !card.former.isEmpty else { return options }
    var rest: [SourceValue.Entry] = []
    for entry in entries {
      guard let former = card.former.first(where: { $0.option == entry.key.text }),
        case .text(let text) = entry.value.content,
        let value = filler.fill(text, at: entry.value.place).text,
        let meaning = former.meanings[value]
      else {
        rest.append(entry)
        continue
      }
      uses.append(
        Use(
          option: former.option,
          value: PlacedText(value, at: entry.key.place),
          shared: former.shared,
          meaning: meaning
        )
      )
    }
    return SourceValue(content: .mapping(rest), place: options.place)
  }

  /// What the first use says of the shared option `name`, and where; nil if none does.
  func meaning(of name: String) -> PlacedText? {
    uses.first { $0.shared == name }.map { PlacedText($0.meaning, at: $0.value.place) }
  }

  /// A warning for each use that agrees with the options at the top of the file, a fault for each
  /// that contradicts them.
  ///
  /// - Parameter top: what is written at the top, by option; what is not there follows from the
  ///   first use.
  /// - Returns: the findings, in the order of the file.
  func findings(top: [String: PlacedText]) -> [Finding] {
    uses.map { use in
      let said = top[use.shared] ?? meaning(of: use.shared)
      let written = "'\(use.option): \(shown(use.value.text))'"
      let wanted = "'\(use.shared): \(said?.text ?? use.meaning)'"
      if let said, said.text != use.meaning {
        return Finding(
          .formerOption,
          "\(written) means '\(use.shared): \(use.meaning)', but the file says \(wanted)",
          help: "take it away: it follows from '\(use.shared)' at the top of the file",
          at: use.value.place,
          notes: [.init("it is said here", at: said.place)]
        )
      }
      return Finding(
        PlanFault.formerOption,
        .warning,
        "\(written) is a former spelling: it follows from '\(use.shared)' at the top of the file",
        help: top[use.shared] == nil
          ? "write \(wanted) at the top of the file, beside 'version:', and take this away"
          : "take it away",
        at: use.value.place
      )
    }
  }
}
