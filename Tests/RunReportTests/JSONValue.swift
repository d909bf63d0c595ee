// Foundation's parser is the witness that the JSON is JSON; it shares no code with the writer.
import FoundationEssentials

/// A JSON text as Foundation reads it.
enum JSONValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The type's name in JSON Schema.
  var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .int: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  var object: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  var array: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var int: Int? {
    if case .int(let value) = self { value } else { nil }
  }

  var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  subscript(key: String) -> JSONValue? { object[key] }
}
