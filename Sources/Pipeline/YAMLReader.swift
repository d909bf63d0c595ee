import Findings

/// Reads YAML into `SourceValue`: every scalar is a text, and nothing copies, types or hides.
///
/// Anchors, aliases, tags, merge keys, second documents and double keys are faults. The reader
/// follows libyaml's events, which show each of them where it is written.
struct YAMLReader: ~Copyable {
  /// The largest file, in bytes.
  static let byteLimit = 256 * 1024
  /// The most keys and values together.
  static let valueLimit = 10_000
  /// The deepest nesting; the file's own mapping is the first level.
  static let depthLimit = 32

  /// The faults that did not hinder the reading.
  private(set) var faults: [Finding] = []
  private let file: String
  private let source: SourceText
  private var events: YAMLEvents
  private var valueCount = 0

  /// A reader of `source`, the text of `file`.
  init(_ source: SourceText, text: String, file: String) {
    self.file = file
    self.source = source
    events = YAMLEvents(of: text)
  }

  /// The value of the only document.
  ///
  /// - Throws: the faults that hide what follows them, and those before. An alias hides what it
  ///   stands for.
  mutating func read() throws(PlanError) -> SourceValue {
    try refuseUnseenCharacters()
    guard case .document = try next().kind else {
      throw PlanError(
        Finding(.fileEmpty, "the pipeline file says nothing", at: Place(file: file))
      )
    }
    let root = try value(try next(), depth: 1)
    // The document's end comes first; it is no event of its own.
    let after = try next()
    if case .document = after.kind {
      throw stopped(by: .yamlSecondDocument, "a second document begins here", at: after.position)
    }
    let copies = [PlanFault.yamlAlias.code, PlanFault.yamlAnchor.code]
    if faults.contains(where: { copies.contains($0.code) }) { throw PlanError(faults) }
    return root
  }

  private mutating func next() throws(PlanError) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw PlanError(faults + [error.fault(in: source, file: file)])
    }
  }

  /// The next item of a list, key or value; nil at the end.
  private mutating func nextInside() throws(PlanError) -> YAMLEvent? {
    let event = try next()
    if case .end = event.kind { return nil }
    return event
  }

  // MARK: - Values

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(PlanError) -> SourceValue {
    try checkLimits(event, depth: depth)
    if event.hasProperties { refuseProperties(at: event.position) }
    let content: SourceValue.Content
    switch event.kind {
    case .text(let text, let isPlain):
      content = isPlain && text.isEmpty ? .nothing : .text(text)
    case .list:
      var items: [SourceValue] = []
      while let item = try nextInside() { items.append(try value(item, depth: depth + 1)) }
      content = .list(items)
    case .mapping: content = .mapping(try entries(depth: depth + 1))
    case .alias:
      refuse(.yamlAlias, "an alias is here: '\(word(at: event.position))'", at: event.position)
      content = .nothing
    case .document, .end, .endOfText:
      preconditionFailure("libyaml gives a value where one belongs")
    }
    return SourceValue(content: content, place: place(event.position))
  }

  private mutating func entries(depth: Int) throws(PlanError) -> [SourceValue.Entry] {
    var entries: [SourceValue.Entry] = []
    var seen: [[UInt8]: Place] = [:]
    while let event = try nextInside() {
      let key = try key(event, depth: depth)
      let value = try value(try next(), depth: depth)
      guard let key else { continue }
      if let first = seen[Array(key.text.utf8)] {
        faults.append(
          Finding(
            .doubleKey,
            "the key '\(shown(key.text))' comes twice in this mapping",
            at: key.place,
            notes: [.init("it is here first", at: first)]
          )
        )
        continue
      }
      seen[Array(key.text.utf8)] = key.place
      entries.append(SourceValue.Entry(key: key, value: value))
    }
    return entries
  }

  /// A key; nil if it is faulty.
  private mutating func key(_ event: YAMLEvent, depth: Int) throws(PlanError) -> PlacedText? {
    let value = try value(event, depth: depth)
    switch event.kind {
    case .text("<<", isPlain: true):
      refuse(.yamlMergeKey, "the merge key '<<' is here", at: event.position)
      return nil
    case .text(let text, _): return PlacedText(text, at: value.place)
    case .alias: return nil
    default:
      refuse(
        .keyNotText,
        "a list or a mapping is here, where a key must be a word",
        at: event.position
      )
      return nil
    }
  }

  // MARK: - Faults

  private mutating func checkLimits(_ event: YAMLEvent, depth: Int) throws(PlanError) {
    if depth > YAMLReader.depthLimit {
      throw stopped(
        by: .yamlTooDeep,
        "values are nested more than \(YAMLReader.depthLimit) deep here",
        at: event.position
      )
    }
    valueCount += 1
    if valueCount > YAMLReader.valueLimit {
      throw stopped(
        by: .yamlTooManyValues,
        "the file has more than \(YAMLReader.valueLimit) keys and values",
        at: event.position
      )
    }
  }

  /// An anchor or a tag is in front of a value; of two the first is named.
  private mutating func refuseProperties(at position: Position) {
    if source[position] == "&" {
      refuse(.yamlAnchor, "an anchor is here: '\(word(at: position))'", at: position)
    } else {
      refuse(.yamlTag, "a tag is here: '\(word(at: position))'", at: position)
    }
  }

  /// Editors do not show these characters; some end a line for YAML, some reorder what is seen.
  private func refuseUnseenCharacters() throws(PlanError) {
    var found: [Finding] = []
    var number = 1
    while let line = source.line(number), found.count < 20 {
      for (index, scalar) in line.enumerated() where isUnseen(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
        found.append(
          Finding(
            .controlCharacter,
            "the character U+\(digits) is here; it cannot be seen",
            at: Place(file: file, line: number, column: index + 1)
          )
        )
      }
      number += 1
    }
    if !found.isEmpty { throw PlanError(found) }
  }

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x2069, 0xFEFF, 0xFFFE, 0xFFFF,
      0xE0000...:
      true
    default: false
    }
  }

  private mutating func refuse(_ fault: PlanFault, _ message: String, at position: Position) {
    faults.append(Finding(fault, message, at: place(position)))
  }

  /// The fault that hides the rest of the file, and those before it.
  private func stopped(
    by fault: PlanFault,
    _ message: String,
    at position: Position
  ) -> PlanError {
    PlanError(faults + [Finding(fault, message, at: place(position))])
  }

  /// The anchor, alias or tag as it is written: up to a blank or the end of a flow entry.
  private func word(at position: Position) -> String {
    guard let line = source.line(position.line) else { return "" }
    let rest = line.dropFirst(position.column - 1).prefix(40)
    let end = rest.firstIndex { " \t,]}".unicodeScalars.contains($0) } ?? rest.endIndex
    return String(String.UnicodeScalarView(rest[..<end]))
  }

  private func place(_ position: Position) -> Place {
    Place(file: file, line: position.line, column: position.column)
  }
}
