/// As much of JSON Schema, draft 2020-12, as the published schema uses; anything else is a fault.
struct SchemaCheck {
  private let root: JSONValue
  /// Every faulty place, with what is wrong.
  private(set) var faults: [String] = []
  /// The schema's properties that the document had, as pointers into the schema.
  private(set) var used: Set<String> = []

  init(_ document: JSONValue, against schema: JSONValue) {
    root = schema
    check(document, against: schema, at: "", as: "#")
  }

  private mutating func check(
    _ value: JSONValue,
    against schema: JSONValue,
    at place: String,
    as pointer: String
  ) {
    for (keyword, rule) in schema.object {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "properties", "required": break
      case "$ref":
        let name = rule.string?.split(separator: "/").last.map(String.init) ?? ""
        if let definition = root["$defs"]?[name] {
          check(value, against: definition, at: place, as: "#/$defs/\(name)")
        } else {
          faults.append("\(place): no definition for \(rule)")
        }
      case "type":
        let names = rule.string.map { [$0] } ?? rule.array.compactMap(\.string)
        if !names.contains(value.type) { faults.append("\(place): not \(names)") }
      case "const":
        if value != rule { faults.append("\(place): not \(rule)") }
      case "enum":
        if !rule.array.contains(value) { faults.append("\(place): not in enum") }
      case "pattern":
        let pattern = rule.string.flatMap { try? Regex($0) }
        if let text = value.string, let pattern, text.firstMatch(of: pattern) == nil {
          faults.append("\(place): does not match")
        }
      case "minimum":
        if let number = value.int, let least = rule.int, number < least {
          faults.append("\(place): too small")
        }
      case "maximum":
        if let number = value.int, let most = rule.int, number > most {
          faults.append("\(place): too big")
        }
      case "items":
        for (index, element) in value.array.enumerated() {
          check(element, against: rule, at: "\(place)/\(index)", as: "\(pointer)/items")
        }
      case "additionalProperties":
        if rule != .bool(false) { faults.append("\(place): properties are left open") }
      default:
        faults.append("schema: unknown keyword '\(keyword)'")
      }
    }
    if case .object(let members) = value {
      checkMembers(members, against: schema, at: place, as: pointer)
    }
  }

  private mutating func checkMembers(
    _ members: [String: JSONValue],
    against schema: JSONValue,
    at place: String,
    as pointer: String
  ) {
    guard let properties = schema["properties"]?.object else { return }
    let required = Set(schema["required"]?.array.compactMap(\.string) ?? [])
    if required != Set(properties.keys) { faults.append("\(pointer): required is not properties") }
    for key in required.subtracting(members.keys) { faults.append("\(place): lacks '\(key)'") }
    for (key, member) in members {
      guard let rule = properties[key] else {
        faults.append("\(place): '\(key)' is not in the schema")
        continue
      }
      let next = "\(pointer)/properties/\(key)"
      used.insert(next)
      check(member, against: rule, at: "\(place)/\(key)", as: next)
    }
  }

  /// All properties that the schema speaks of, as pointers into it.
  static func properties(of schema: JSONValue, at pointer: String = "#") -> Set<String> {
    var found: Set<String> = []
    for (key, member) in schema.object {
      if key == "properties" {
        for (name, rule) in member.object {
          let next = "\(pointer)/properties/\(name)"
          found.insert(next)
          found.formUnion(properties(of: rule, at: next))
        }
      } else {
        found.formUnion(properties(of: member, at: "\(pointer)/\(key)"))
      }
    }
    return found
  }
}
