import Findings
import Yams

/// Reads YAML into `SourceValue`: every scalar a text, and nothing that copies, types or hides.
///
/// Anchors, aliases, tags, merge keys, second documents and double keys are faults. Yams
/// composes aliases before anyone can look, and compares keys as it goes, so a nest of aliases
/// would grow without bound. Hence it gets a copy of the text in which every `*` is exchanged for
/// a private-use character, which YAML takes for a letter: an alias becomes a plain word, and the
/// original text shows at its place what it was. The texts that are kept get their `*` back.
struct YAMLReader {
  /// The largest file, in bytes.
  static let byteLimit = 256 * 1024
  /// The most keys and values together.
  static let valueLimit = 10_000
  /// The deepest nesting; the file's own mapping is the first level.
  static let depthLimit = 32

  /// Stands for `*` while Yams reads; refused in a file, as all of its plane is.
  private static let star: Unicode.Scalar = "\u{100000}"

  private let file: String
  private let source: SourceText
  private var faults: [Finding] = []
  private var valueCount = 0

  /// What was read, and the faults that did not hinder it.
  struct Reading: Sendable {
    var value: SourceValue
    var faults: [Finding]
  }

  /// The value in `text`, and faults that do not hinder the reading.
  ///
  /// - Throws: the faults behind which nothing can be read.
  static func read(
    _ text: String,
    source: SourceText,
    file: String
  ) throws(PlanError) -> Reading {
    let result = withWideStack { () -> Result<Reading, PlanError> in
      do throws(PlanError) {
        var reader = YAMLReader(file: file, source: source)
        let value = try reader.read(text)
        return .success(Reading(value: value, faults: reader.faults))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  private mutating func read(_ text: String) throws(PlanError) -> SourceValue {
    try refuseUnseenCharacters(text)
    var composer = YAMLComposer(file: file)
    let root = try composer.compose(YAMLReader.exchanging("*", for: YAMLReader.star, in: text))
    try inspect(root, depth: 1)
    let copies = [PlanFault.yamlAlias.code, PlanFault.yamlAnchor.code]
    if faults.contains(where: { copies.contains($0.code) }) {
      throw PlanError(faults)
    }
    return convert(root, renamed: composer.renamed)
  }

  private static func exchanging(
    _ old: Unicode.Scalar,
    for new: Unicode.Scalar,
    in text: String
  ) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.map { $0 == old ? new : $0 })
    return String(scalars)
  }

  /// `text` as the file has it.
  static func restored(_ text: String) -> String {
    exchanging(star, for: "*", in: text)
  }

  /// Editors do not show these characters; some end a line for YAML, some reorder what is seen.
  private func refuseUnseenCharacters(_ text: String) throws(PlanError) {
    var found: [Finding] = []
    var number = 1
    while let line = source.line(number), found.count < 20 {
      for (index, scalar) in line.enumerated() where isUnseen(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
        found.append(
          Finding(
            .controlCharacter,
            "the character U+\(digits) stands here, which cannot be seen",
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
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFE, 0xFFFF,
      0xE0000...:
      true
    default: false
    }
  }

  /// Looks at every node's first character in the file, which tells anchor, alias and tag.
  private mutating func inspect(_ node: Node, depth: Int) throws(PlanError) {
    let position = node.position
    valueCount += 1
    if valueCount > YAMLReader.valueLimit {
      throw PlanError(
        Finding(
          .yamlTooManyValues,
          "the file has more than \(YAMLReader.valueLimit) keys and values",
          at: place(position)
        )
      )
    }
    if depth > YAMLReader.depthLimit {
      throw PlanError(YAMLReader.tooDeep(at: place(position)))
    }
    switch source[position] {
    case "&":
      refuse(.yamlAnchor, "an anchor stands here: '\(word(at: position))'", at: position)
    case "*":
      refuse(.yamlAlias, "an alias stands here: '\(word(at: position))'", at: position)
    case "!":
      refuse(.yamlTag, "a tag stands here: '\(word(at: position))'", at: position)
    default: break
    }
    switch node {
    case .scalar, .alias: break
    case .sequence(let items):
      for item in items { try inspect(item, depth: depth + 1) }
    case .mapping(let pairs):
      for pair in pairs {
        try inspect(pair.key, depth: depth + 1)
        try inspect(pair.value, depth: depth + 1)
      }
    }
  }

  static func tooDeep(at place: Place) -> Finding {
    Finding(
      .yamlTooDeep,
      "values are nested more than \(YAMLReader.depthLimit) deep here",
      at: place
    )
  }

  private mutating func refuse(_ fault: PlanFault, _ message: String, at position: Position) {
    let finding = Finding(fault, message, at: place(position))
    // A block mapping begins where its first key begins, so both show the same character.
    if !faults.contains(finding) { faults.append(finding) }
  }

  /// The anchor, alias or tag as written: up to a blank or an end of a flow entry.
  private func word(at position: Position) -> String {
    guard let line = source.line(position.line) else { return "" }
    let rest = line.dropFirst(position.column - 1).prefix(40)
    let end = rest.firstIndex { " \t,]}".unicodeScalars.contains($0) } ?? rest.endIndex
    var word = ""
    word.unicodeScalars.append(contentsOf: rest[..<end])
    return word
  }

  private mutating func convert(_ node: Node, renamed: [Position: String]) -> SourceValue {
    let place = place(node.position)
    switch node {
    case .alias:
      return SourceValue(content: .nothing, place: place)
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && scalar.string.isEmpty
      return SourceValue(
        content: isNothing ? .nothing : .text(YAMLReader.restored(scalar.string)),
        place: place
      )
    case .sequence(let items):
      return SourceValue(
        content: .list(items.map { convert($0, renamed: renamed) }),
        place: place
      )
    case .mapping(let pairs):
      var entries: [SourceValue.Entry] = []
      var seen: [[UInt8]: Place] = [:]
      for (keyNode, valueNode) in pairs {
        guard let key = key(keyNode, renamed: renamed) else { continue }
        let value = convert(valueNode, renamed: renamed)
        if let first = seen.updateValue(key.place, forKey: Array(key.text.utf8)) {
          seen[Array(key.text.utf8)] = first
          faults.append(
            Finding(
              .doubleKey,
              "the key '\(shown(key.text))' comes twice in this mapping",
              at: key.place,
              notes: [.init("it stands here first", at: first)]
            )
          )
          continue
        }
        entries.append(SourceValue.Entry(key: key, value: value))
      }
      return SourceValue(content: .mapping(entries), place: place)
    }
  }

  private mutating func key(_ node: Node, renamed: [Position: String]) -> PlacedText? {
    let place = place(node.position)
    guard case .scalar(let scalar) = node else {
      faults.append(
        Finding(.keyNotText, "a list or a mapping stands where a key must be a word", at: place)
      )
      return nil
    }
    if scalar.style == .plain, scalar.string == "<<" {
      faults.append(Finding(.yamlMergeKey, "the merge key '<<' stands here", at: place))
      return nil
    }
    return PlacedText(YAMLReader.restored(renamed[node.position] ?? scalar.string), at: place)
  }

  private func place(_ position: Position) -> Place {
    Place(file: file, line: position.line, column: position.column)
  }
}

extension Node {
  /// Where the node begins; Yams gives every composed node its mark.
  var position: Position {
    Position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
