/// Whether an option must be written, and what it is when it is left out.
public enum OptionPresence: Sendable, Hashable {
  /// It must be written.
  case required
  /// It may be left out, and then there is no value.
  case optional
  /// It may be left out, and then has this value.
  case defaulting(to: OptionDefault)

  /// The default as text (`csv, json` for a list); nil if there is none.
  public var defaultText: String? {
    guard case .defaulting(let value) = self else { return nil }
    switch value {
    case .text(let text): return text
    case .list(let texts): return texts.joined(separator: ", ")
    }
  }
}

/// A default as it would be written in the file: a text, or a list of texts.
public enum OptionDefault: Sendable, Hashable {
  /// For every type that is one text.
  case text(String)
  /// For a list; the empty list is also the default of named options.
  case list([String])

  /// The one text; empty for a list.
  var text: String {
    if case .text(let text) = self { text } else { "" }
  }
}
