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

/// A default as it would stand in the file: a text, or a list of texts.
public enum OptionDefault: Sendable, Hashable, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral
{
  /// For every type but lists and maps.
  case text(String)
  /// For a list; the empty one also stands for an empty map.
  case list([String])

  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A list of texts.
  public init(arrayLiteral elements: String...) { self = .list(elements) }
}
