/// An option that a stage took once, and what is written instead.
public enum FormerOption: Sendable, Hashable {
  /// It is written once, at the top of the file.
  case movedToTop(String)
  /// It is not written any more; `help` says what it follows from.
  case left(String, help: String)

  /// The option's name.
  var name: String {
    switch self {
    case .movedToTop(let name), .left(let name, _): name
    }
  }

  /// What to write instead of the option with this value.
  func help(for value: SourceValue) -> String {
    switch self {
    case .movedToTop(let name):
      let text = if case .text(let text) = value.content { shown(text) } else { "…" }
      return "take it away and write '\(name): \(text)' at the top of the file, beside 'version:'"
    case .left(_, let help): return help
    }
  }
}
