package import Findings

/// What the pipeline file says at one place: a text, a list or a mapping. Nothing is guessed.
package struct SourceValue: Sendable {
  /// What the value holds.
  package var content: Content
  /// Where it begins.
  package var place: Place

  /// The three things YAML can say; every scalar is a text.
  package indirect enum Content: Sendable {
    /// A scalar, quoted or not.
    case text(String)
    /// Nothing at all, as after the colon of `from:`. An empty text in quotes is a text.
    case nothing
    /// A sequence, in its order.
    case list([SourceValue])
    /// A mapping, in its order; no key comes twice.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Sendable {
    /// The key.
    package var key: PlacedText
    /// The value.
    package var value: SourceValue

    /// Help on a key that there is not, where it may be what follows a comma in a text:
    /// `{ name: Oak, North Campus }`.
    var commaHint: String {
      guard case .nothing = value.content else { return "" }
      return "if it belongs to the text before it, put that text in quotes, comma and all; "
    }
  }

  /// The kind in words, for a fault: `a list`.
  package var kind: String {
    switch content {
    case .text: "a text"
    case .nothing: "nothing"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The entries, if this is a mapping; none for nothing at all, so that `extract:` needs no `{}`.
  package var entries: [Entry]? {
    switch content {
    case .mapping(let entries): entries
    case .nothing: []
    case .text, .list: nil
    }
  }
}
