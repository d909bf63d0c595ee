extension StageCard {
  /// The stage's page as text, at most 80 columns wide: what it does, options, an example.
  public var page: String {
    var lines = ["\(name): \(summary)", ""]
    for paragraph in paragraphs(of: help) {
      lines += wrapped(paragraph, indent: 2) + [""]
    }
    lines.append("  needs  \(input.isEmpty ? "nothing: it begins a pipeline" : withArticle(input))")
    lines.append("  gives  \(withArticle(output))")
    lines += ["", "options", ""]
    lines += options.isEmpty ? ["  none", ""] : OptionCard.page(of: options, indent: 2)
    lines += ["example", ""]
    lines += example.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension OptionCard {
  /// The options as lines of a page, those of groups indented below theirs.
  static func page(of options: [OptionCard], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return options.flatMap { option in
      var lines = ["\(margin)\(option.name)"]
      lines += wrapped("\(option.type.words); \(option.remarks)", indent: indent + 4)
      lines += wrapped(option.help, indent: indent + 4) + [""]
      if let inner = option.type.inner {
        lines += page(of: inner, indent: indent + 4)
      }
      return lines
    }
  }

  /// Presence, secrecy and age in words.
  private var remarks: String {
    let presence =
      switch self.presence {
      case .required: "required"
      case .optional: "optional"
      case .defaulting: "default: \(self.presence.defaultText.flatMap(\.nonEmpty) ?? "empty")"
      }
    return ([presence] + (isSecret ? ["secret"] : []) + ["since \(since)"])
      .joined(separator: "; ")
  }
}

extension StageRegistry {
  /// All stages, a line each: name and summary.
  public var overview: String {
    let width = cards.map { $0.name.unicodeScalars.count }.max() ?? 0
    return cards.map { card in
      let gap = String(repeating: " ", count: width + 2 - card.name.unicodeScalars.count)
      return "\(card.name)\(gap)\(card.summary)\n"
    }.joined()
  }

  /// The page of the options below `report:`.
  public var reportPage: String {
    (["report: what the report is written as, and where", "", "options", ""]
      + OptionCard.page(of: report, indent: 2)).dropLast().joined(separator: "\n") + "\n"
  }
}

/// The paragraphs of a text, each on one line; empty lines part them.
private func paragraphs(of text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .split { $0.allSatisfy(\.isWhitespace) }
    .map { $0.joined(separator: " ") }
}

/// `text` broken between words at 80 columns, each line indented.
private func wrapped(_ text: String, indent: Int) -> [String] {
  let margin = String(repeating: " ", count: indent)
  var lines: [String] = []
  var line = margin
  for word in text.split(separator: " ") {
    if line.unicodeScalars.count > indent,
      line.unicodeScalars.count + 1 + word.unicodeScalars.count > 80
    {
      lines.append(line)
      line = margin
    }
    line += (line.unicodeScalars.count > indent ? " " : "") + word
  }
  return lines + [line]
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
