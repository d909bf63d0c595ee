/// Reads a page strictly, as a witness that does not share the writer's code: every tag closed,
/// every attribute quoted, no stray sign that a browser would have to guess about.
struct PageReader {
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text inside, with that of the elements inside.
    var text = ""
    /// Positions of the elements that it lies in, outermost first.
    var parents: [Int]
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private var scalars: [Unicode.Scalar]
  private var position = 0

  init(_ page: String) throws {
    scalars = Array(page.unicodeScalars)
    try expect("<!DOCTYPE html>\n")
    while position < scalars.count {
      if scalars[position] == "<" { try readTag() } else { try readText() }
    }
    guard open.isEmpty else {
      throw Fault(description: "'\(elements[open[0]].name)' is not closed")
    }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The cells of each row of the table in the region labelled by `caption`.
  func rows(captionedBy caption: String) -> [[String]] {
    guard
      let region = elements.firstIndex(where: {
        $0.name == "div" && $0.attributes["aria-labelledby"] == caption
      })
    else { return [] }
    return elements.indices.filter {
      elements[$0].name == "tr" && elements[$0].parents.contains(region)
    }.map { row in
      elements.filter { ["td", "th"].contains($0.name) && $0.parents.last == row }.map(\.text)
    }
  }

  private mutating func expect(_ text: String) throws {
    let wanted = Array(text.unicodeScalars)
    guard scalars.count >= wanted.count, Array(scalars[..<wanted.count]) == wanted else {
      throw Fault(description: "does not begin with \(text)")
    }
    position = wanted.count
  }

  private mutating func readText() throws {
    var text = String.UnicodeScalarView()
    let isStyle = open.last.map { ["style", "script"].contains(elements[$0].name) } == true
    while position < scalars.count, scalars[position] != "<" {
      let scalar = scalars[position]
      if !isStyle && (scalar == ">" || scalar == "\"" || scalar == "'") {
        throw Fault(description: "a bare \(scalar) in text")
      }
      if !isStyle && scalar == "&" {
        text.append(try readReference())
      } else {
        text.append(scalar)
        position += 1
      }
    }
    for index in open { elements[index].text += String(text) }
  }

  private mutating func readReference() throws -> Unicode.Scalar {
    let known: [(String, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    for (reference, scalar) in known {
      let wanted = Array(reference.unicodeScalars)
      if Array(scalars[position...].prefix(wanted.count)) == wanted {
        position += wanted.count
        return scalar
      }
    }
    throw Fault(description: "an unknown reference or a bare &")
  }

  private mutating func readTag() throws {
    position += 1
    let isEnd = scalars[position] == "/"
    if isEnd { position += 1 }
    let name = readName()
    guard !name.isEmpty else { throw Fault(description: "a bare < in text") }
    if isEnd {
      guard let last = open.popLast(), elements[last].name == name, scalars[position] == ">" else {
        throw Fault(description: "'\(name)' is closed where it is not open")
      }
      position += 1
      return
    }
    var attributes: [String: String] = [:]
    while scalars[position] == " " {
      position += 1
      let key = readName()
      guard scalars[position] == "=", scalars[position + 1] == "\"", attributes[key] == nil else {
        throw Fault(description: "attribute '\(key)' of '\(name)' is not well written")
      }
      position += 2
      var value = String.UnicodeScalarView()
      while scalars[position] != "\"" {
        guard scalars[position] != "<", scalars[position] != ">" else {
          throw Fault(description: "a bare sign in attribute '\(key)'")
        }
        if scalars[position] == "&" {
          value.append(try readReference())
        } else {
          value.append(scalars[position])
          position += 1
        }
      }
      position += 1
      attributes[key] = String(value)
    }
    guard scalars[position] == ">" else { throw Fault(description: "'\(name)' does not end") }
    position += 1
    elements.append(Element(name: name, attributes: attributes, parents: open))
    if !["meta", "wbr", "input"].contains(name) { open.append(elements.count - 1) }
  }

  private mutating func readName() -> String {
    var name = ""
    while position < scalars.count,
      scalars[position].properties.isAlphabetic || scalars[position] == "-"
        || ("0"..."9").contains(scalars[position])
    {
      name.unicodeScalars.append(scalars[position])
      position += 1
    }
    return name
  }
}
