/// What goes into a template for one person. Made once and filled again for the next person, so
/// that a mail costs no allocation here.
public struct TemplateValues: Sendable {
  let schema: TemplateSchema
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>]
  private(set) var flags: [Bool]
  private(set) var rows: [[Range<Int>]]

  /// Values for templates of `schema`: all texts empty, all flags false, all lists without rows.
  public init(_ schema: TemplateSchema) {
    self.schema = schema
    ranges = Array(repeating: 0..<0, count: schema.fields.count)
    flags = Array(repeating: false, count: schema.fields.count)
    rows = Array(repeating: [], count: schema.fields.count)
  }

  /// Makes everything empty again, keeping the room.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    for slot in ranges.indices {
      ranges[slot] = 0..<0
      flags[slot] = false
      if !rows[slot].isEmpty { rows[slot].removeAll(keepingCapacity: true) }
    }
  }

  /// Sets the text of the field at `slot`.
  ///
  /// - Parameters:
  ///   - slot: the field's position in the schema.
  ///   - text: UTF-8; it is escaped wherever it goes.
  /// - Precondition: the field is a text.
  public mutating func set(_ slot: Int, _ text: Span<UInt8>) {
    precondition(schema.fields[slot].kind == .text, "the field is not a text")
    ranges[slot] = keep(text)
  }

  /// Sets the text of the field at `slot`.
  ///
  /// - Precondition: the field is a text.
  public mutating func set(_ slot: Int, _ text: String) {
    set(slot, Array(text.utf8).span)
  }

  /// Sets the address of the field at `slot`.
  ///
  /// - Precondition: the field is a link.
  public mutating func set(_ slot: Int, _ link: TemplateLink) {
    precondition(schema.fields[slot].kind == .link, "the field is not a link")
    ranges[slot] = keep(Array(link.description.utf8).span)
  }

  /// Sets the flag at `slot`.
  ///
  /// - Precondition: the field is a flag.
  public mutating func set(_ slot: Int, _ flag: Bool) {
    precondition(schema.fields[slot].kind == .flag, "the field is not a flag")
    flags[slot] = flag
  }

  /// Adds a row to the list at `slot`.
  ///
  /// - Precondition: the field is a list.
  public mutating func addRow(_ slot: Int, _ text: Span<UInt8>) {
    precondition(schema.fields[slot].kind == .list, "the field is not a list")
    rows[slot].append(keep(text))
  }

  /// Adds a row to the list at `slot`.
  ///
  /// - Precondition: the field is a list.
  public mutating func addRow(_ slot: Int, _ text: String) {
    addRow(slot, Array(text.utf8).span)
  }

  /// Whether `data-if` lets the field at `slot` through.
  func isTrue(_ slot: Int) -> Bool {
    flags[slot] || !ranges[slot].isEmpty || !rows[slot].isEmpty
  }

  private mutating func keep(_ text: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(addingCapacity: text.count) { output in
      for index in text.indices { output.append(text[index]) }
    }
    return start..<bytes.count
  }
}
