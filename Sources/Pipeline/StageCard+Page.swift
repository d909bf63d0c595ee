import Texts

extension Stage {
  /// The page as text, at most 80 columns wide: what the stage does, its options, an example.
  static var page: String {
    var lines = ["\(card.name): \(card.summary)", ""]
    for paragraph in paragraphs(of: card.help) {
      lines += wrappedLines(of: paragraph, indent: 2) + [""]
    }
    let needs = Input.self == PipelineStart.self
    lines.append("  needs  \(needs ? "nothing: it begins a pipeline" : withArticle(inputName))")
    lines.append("  gives  \(withArticle(outputName))")
    lines += ["", "options", ""]
    lines += card.options.isEmpty ? ["  none", ""] : OptionCard.page(of: card.options, indent: 2)
    lines += ["example", ""]
    lines += card.example.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension OptionCard {
  /// The options as lines of a page, those of groups indented below theirs.
  static func page(of options: [OptionCard], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return options.flatMap { option in
      var lines = ["\(margin)\(option.name)"]
      lines += wrappedLines(of: "\(option.type.words); \(option.remarks)", indent: indent + 4)
      lines += wrappedLines(of: option.help, indent: indent + 4) + [""]
      if let inner = option.type.inner {
        lines += page(of: inner, indent: indent + 4)
      }
      return lines
    }
  }

  /// Whether it is required, its default and its age.
  private var remarks: String {
    let presence =
      switch self.presence {
      case .required: "required"
      case .optional: "optional"
      case .defaulting: "default: \(self.presence.defaultText.flatMap(\.nonEmpty) ?? "empty")"
      }
    return "\(presence); since \(since)"
  }
}

extension StageRegistry {
  /// The page of the stage with this name; nil if there is none.
  public func page(of name: String) -> String? { stage(named: name)?.page }

  /// The page of the options at the top of the file, which all stages share.
  public var sharedPage: String {
    page(["file: what is written at the top of the file, beside 'version:'"], shared)
  }

  /// The page of the options below `report:`.
  public var reportPage: String {
    page(["report: what the report is written as, and where"], report)
  }

  private func page(_ head: [String], _ cards: [OptionCard]) -> String {
    let lines = head + ["", "options", ""] + OptionCard.page(of: cards, indent: 2)
    return lines.dropLast().joined(separator: "\n") + "\n"
  }
}

/// The paragraphs of a text, each on one line; empty lines are between them.
private func paragraphs(of text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .split { $0.allSatisfy(\.isWhitespace) }
    .map { $0.joined(separator: " ") }
}

/// `text` broken between words at 80 columns, each line indented.
private func wrappedLines(of text: String, indent: Int) -> [String] {
  let margin = String(repeating: " ", count: indent)
  return wrapped(margin + text, columns: 80, indent: indent, breaksWords: false)
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
