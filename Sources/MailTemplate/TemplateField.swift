/// One thing a template may, or must, put in place.
public struct TemplateField: Sendable, Hashable {
  /// The name the template writes: `data-text="school"`.
  public let name: String
  /// Where the name may be used.
  public let kind: Kind
  /// Whether a template without it is refused: a mail without its code is of no use.
  public let isRequired: Bool

  /// A field.
  public init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
  }

  /// What a field holds.
  public enum Kind: Sendable, Hashable {
    /// Text, for `data-text` and `data-if` (true when not empty).
    case text
    /// An https or mailto address, for `data-href`, `data-text` and `data-if`.
    case link
    /// Yes or no, for `data-if`.
    case flag
    /// Rows of text, for `data-each` and `data-if` (true when there are rows). Inside, the row's
    /// text is `data-text="item"`.
    case list
  }
}

/// The fields that the templates of one kind of mail may use; a field's position is its number in
/// ``TemplateValues``.
public struct TemplateSchema: Sendable, Hashable {
  /// The fields; names are unique, and none is `item`.
  public let fields: [TemplateField]

  /// A schema.
  public init(_ fields: [TemplateField]) {
    self.fields = fields
  }

  /// The name of the row's text inside `data-each`.
  static let item = "item"

  func position(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
