import Findings

/// A template's bytes, and where its tags and attributes are in them.
///
/// libxml2 keeps the line of an element but no columns, and of an attribute nothing; a person who
/// mends a template wants the very place. The document is known to be well-formed and without a
/// document type when tags are looked for, which makes that easy.
struct TemplateSource {
  let file: String
  let bytes: [UInt8]
  /// For each start tag, in order: where it is, and each attribute's name and place.
  private(set) var tags: [Tag] = []

  struct Tag {
    var offset: Int
    var attributes: [(name: String, offset: Int)] = []
  }

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The place of the byte at `offset`; columns count Unicode scalars.
  func place(_ offset: Int) -> Place {
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(file: file, line: line, column: column)
  }

  /// The place of an element's start tag, or of one of its attributes.
  func place(of element: XMLElement, attribute: String? = nil) -> Place {
    guard element.order < tags.count else { return Place(file: file) }
    let tag = tags[element.order]
    let found = tag.attributes.first { $0.name == attribute }
    return place(found?.offset ?? tag.offset)
  }

  /// Where `word` first is.
  func firstOffset(of word: String) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    return (0...(bytes.count - word.count)).first { bytes[$0...].starts(with: word) }
  }

  /// Finds all start tags of a well-formed document.
  mutating func findTags() {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts("<!--", at: index) {
        index = end(of: "-->", after: index + 4)
      } else if starts("<![CDATA[", at: index) {
        index = end(of: "]]>", after: index)
      } else if starts("<?", at: index) {
        index = end(of: "?>", after: index)
      } else if starts("</", at: index) {
        index = end(of: ">", after: index)
      } else {
        index = readTag(at: index)
      }
    }
  }

  private mutating func readTag(at start: Int) -> Int {
    var tag = Tag(offset: start)
    var index = start + 1
    while index < bytes.count, isName(bytes[index]) { index += 1 }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard isName(bytes[index]) else {
        index += 1
        continue
      }
      let nameStart = index
      while index < bytes.count, isName(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
      tag.attributes.append((name, nameStart))
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
        bytes[index] != UInt8(ascii: "'")
      {
        index += 1
      }
      guard index < bytes.count else { break }
      let quote = bytes[index]
      index += 1
      while index < bytes.count, bytes[index] != quote { index += 1 }
      index += 1
    }
    tags.append(tag)
    return index + 1
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"): false
    default: true
    }
  }

  private func starts(_ word: String, at index: Int) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  private func end(of word: String, after start: Int) -> Int {
    var index = start
    while index < bytes.count, !starts(word, at: index) { index += 1 }
    return index + word.utf8.count
  }
}
