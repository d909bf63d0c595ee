/// How values of a type are written as JSON, and the JSON Schema of what is written.
///
/// One table of fields says both, so that they cannot disagree:
///
///     let form = JSONForm<Point>.object([.init("x", .count, \.x), .init("y", .count, \.y)])
///     form.document(of: Point(x: 1, y: 2))  // {"x": 1, "y": 2}
///     form.schema  // {"type": "object", …, "properties": {"x": {"type": "integer", …}, …}}
public struct JSONForm<Value> {
  /// Writes a value: a member if there is a key, else an element or the document.
  public typealias Put = (_ value: Value, _ key: String?, _ json: inout JSONWriter) -> Void

  /// The schema of a value (JSON Schema, draft 2020-12).
  public let schema: JSONValue
  /// Writes a value.
  public let put: Put

  /// A form of its own kind.
  public init(schema: JSONValue, put: @escaping Put) {
    self.schema = schema
    self.put = put
  }

  /// `value` as a document of its own.
  public func document(of value: Value) -> String {
    gathered { emit in
      var json = JSONWriter()
      put(value, nil, &json)
      json.drain(emit)
    }
  }

  /// The form with words for a person in its schema.
  public func described(as text: String) -> JSONForm {
    guard case .object(let members) = schema else { return self }
    return JSONForm(schema: .object(members + [("description", .text(text))]), put: put)
  }

  /// The schema as a document of its own, with a name, `urn:…`, and a title; `definitions` are the
  /// schemas that others refer to (``defined(as:)``).
  public func schemaDocument(
    _ id: String,
    title: String,
    definitions: [(String, JSONValue)] = []
  ) -> String {
    guard case .object(let members) = schema else { return schema.document }
    let head: [(String, JSONValue)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .text(id)),
      ("title", .text(title)),
    ]
    let end: [(String, JSONValue)] =
      definitions.isEmpty ? [] : [("$defs", .object(definitions))]
    return JSONValue.object(head + members + end).document
  }

  /// The form whose schema is in the document's `$defs`, by that name.
  public func defined(as name: String) -> JSONForm {
    JSONForm(schema: ["$ref": "#/$defs/\(name)"], put: put)
  }

  /// An object with all of these members, and no other.
  public static func object(_ fields: [JSONField<Value>]) -> JSONForm {
    JSONForm(
      schema: [
        "type": "object",
        "additionalProperties": false,
        "required": JSONValue(fields.map(\.name)),
        "properties": .object(fields.map { ($0.name, $0.schema) }),
      ]
    ) { value, key, json in
      json.object(key) { json in
        for field in fields { field.put(value, &json) }
      }
    }
  }

  /// An array of values that have one form; `isNeverEmpty` is for the schema.
  public static func list<Element>(
    of form: JSONForm<Element>,
    isNeverEmpty: Bool = false
  ) -> JSONForm where Value == [Element] {
    let least: [(String, JSONValue)] = isNeverEmpty ? [("minItems", 1)] : []
    let schema = JSONValue.object([("type", "array"), ("items", form.schema)] + least)
    return JSONForm(schema: schema) { values, key, json in
      json.array(key) { json in
        for value in values { form.put(value, nil, &json) }
      }
    }
  }

  /// A value that may be missing: `null` then.
  public static func optional<Wrapped>(_ form: JSONForm<Wrapped>) -> JSONForm
  where Value == Wrapped? {
    JSONForm(schema: orNull(form.schema)) { value, key, json in
      if let value { form.put(value, key, &json) } else { json.putNull(as: key) }
    }
  }

  /// One of some values, each with its text.
  public static func choice(
    of values: [Value],
    _ text: @escaping (Value) -> String
  ) -> JSONForm {
    JSONForm(schema: ["enum": JSONValue(values.map(text))]) { value, key, json in
      json.put(text(value), as: key)
    }
  }

  /// The schema of a value or `null`; of one that has a `type` or an `enum`.
  private static func orNull(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(
      members.map { name, value in
        switch (name, value) {
        case ("type", .text(let type)): (name, [.text(type), "null"])
        case ("enum", .list(let values)): (name, .list(values + [.null]))
        default: (name, value)
        }
      }
    )
  }
}

extension JSONForm where Value == String {
  /// Any text.
  public static var text: JSONForm {
    JSONForm(schema: ["type": "string"]) { value, key, json in json.put(value, as: key) }
  }

  /// A text of this pattern, a regular expression.
  public static func text(matching pattern: String) -> JSONForm {
    JSONForm(schema: ["type": "string", "pattern": .text(pattern)], put: JSONForm.text.put)
  }

  /// One of these texts.
  public static func text(oneOf texts: [String]) -> JSONForm { .choice(of: texts) { $0 } }

  /// Always this text.
  public static func constant(_ text: String) -> JSONForm {
    JSONForm(schema: ["const": .text(text)], put: JSONForm.text.put)
  }
}

extension JSONForm where Value == Int {
  /// A number that is at least `least` and at most `most`.
  public static func count(from least: Int = 0, upTo most: Int? = nil) -> JSONForm {
    let maximum = most.map { [("maximum", JSONValue.number($0))] } ?? []
    return JSONForm(
      schema: .object([("type", "integer"), ("minimum", .number(least))] + maximum)
    ) { value, key, json in
      json.put(value, as: key)
    }
  }

  /// Always this number.
  public static func constant(_ number: Int) -> JSONForm {
    JSONForm(schema: ["const": .number(number)], put: JSONForm.count().put)
  }
}

extension JSONForm where Value == Bool {
  /// `true` or `false`.
  public static var flag: JSONForm {
    JSONForm(schema: ["type": "boolean"]) { value, key, json in json.put(value, as: key) }
  }
}

/// One member of an object: its name, and the form of the part of its owner that it shows.
public struct JSONField<Owner> {
  /// The member's name.
  public let name: String
  /// The schema of its value.
  public let schema: JSONValue
  /// Writes the member of an owner.
  let put: (Owner, inout JSONWriter) -> Void

  /// A member that shows what `part` gives.
  public init<Part>(
    _ name: String,
    _ form: JSONForm<Part>,
    _ part: @escaping (Owner) -> Part
  ) {
    self.name = name
    schema = form.schema
    put = { owner, json in form.put(part(owner), name, &json) }
  }
}
