/// A JSON value that is written as it was put together: members keep their order.
///
/// Literals are values, so that a small document reads like what is written:
/// `["type": "object", "required": ["id", "name"]]`.
public indirect enum JSONValue: Sendable {
  /// A string.
  case text(String)
  /// A whole number.
  case number(Int)
  /// `true` or `false`.
  case truth(Bool)
  /// `null`.
  case null
  /// An array; one whose elements are neither arrays nor objects is written on one line.
  case list([JSONValue])
  /// An object, its members in the order they are written in.
  case object([(String, JSONValue)])

  /// A string; `null` if there is none.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  /// A number; `null` if there is none.
  public init(_ number: Int?) { self = number.map(JSONValue.number) ?? .null }

  /// An array of strings.
  public init(_ texts: some Sequence<String>) { self = .list(texts.map(JSONValue.text)) }

  /// The value as a document of its own, as ``JSONWriter`` writes it.
  public var document: String {
    gathered { emit in
      var json = JSONWriter()
      json.element(self)
      json.drain(emit)
    }
  }

  /// Whether the value is neither an array nor an object.
  var isScalar: Bool {
    switch self {
    case .text, .number, .truth, .null: true
    case .list, .object: false
    }
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A number.
  public init(integerLiteral value: Int) { self = .number(value) }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .truth(value) }

  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  /// An object, its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}
