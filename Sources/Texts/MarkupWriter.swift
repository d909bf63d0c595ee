/// Writes HTML or XML in which data cannot become markup.
///
/// Tags and attribute names are `StaticString`, which only source code can hold; data is `String`
/// and is always escaped, in text and in attributes alike. Every element is closed by the call
/// that opened it.
public struct MarkupWriter {
  /// What is written.
  public enum Language: Sendable {
    /// An HTML document or a piece of one. No blanks are added, since they would be seen; lines
    /// end after elements that are blocks.
    case html
    /// An XML 1.0 document. Elements that hold elements have them on lines of their own, indented.
    case xml
  }

  /// Attributes in the order they are written in.
  public struct Attributes: ExpressibleByDictionaryLiteral {
    fileprivate let pairs: [(StaticString, String)]

    /// The attributes of a literal: `["class": "wide"]`.
    public init(dictionaryLiteral elements: (StaticString, String)...) { pairs = elements }
  }

  /// What was written.
  public private(set) var text: String
  private let language: Language
  private var depth = 0

  /// A writer that has written nothing but, in XML, the declaration.
  public init(_ language: Language) {
    self.language = language
    text = language == .xml ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : ""
  }

  /// Markup out of the source code, as it is.
  public mutating func markup(_ markup: StaticString) { text += markup.description }

  /// Text that is data (``Markup/escaped(_:)``).
  public mutating func say(_ data: String) { text += Markup.escaped(data) }

  /// An element around what `body` writes, which in XML is elements.
  public mutating func element(
    _ tag: StaticString,
    _ attributes: Attributes = [:],
    _ body: (inout MarkupWriter) -> Void
  ) {
    open(tag, attributes)
    text += language == .xml ? ">\n" : ">"
    depth += 1
    body(&self)
    depth -= 1
    indent()
    close(tag)
  }

  /// An element around text.
  public mutating func element(_ tag: StaticString, _ attributes: Attributes, _ data: String) {
    element(tag, attributes, lines: [data])
  }

  /// An element without attributes around text.
  public mutating func element(_ tag: StaticString, _ data: String) {
    element(tag, [:], lines: [data])
  }

  /// An element around lines of text.
  public mutating func element(
    _ tag: StaticString,
    _ attributes: Attributes = [:],
    lines: [String]
  ) {
    open(tag, attributes)
    text += ">"
    for (index, line) in lines.enumerated() {
      if index > 0 { text += "\n" }
      say(line)
    }
    close(tag)
  }

  /// An element without content: `<br>` in HTML, which gives such tags no end, `<skipped/>` in XML.
  public mutating func empty(_ tag: StaticString, _ attributes: Attributes) {
    open(tag, attributes)
    text += language == .xml ? "/>" : ">"
    endLine(after: tag)
  }

  /// The style sheet, whose text is the program's own and must reach the browser byte for byte.
  public mutating func style(_ sheet: String) { text += "<style>\(sheet)</style>\n" }

  /// The script, whose text is the program's own and must reach the browser byte for byte.
  public mutating func script(_ source: String) { text += "<script>\(source)</script>\n" }

  private mutating func open(_ tag: StaticString, _ attributes: Attributes) {
    indent()
    text += "<\(tag.description)"
    for (name, value) in attributes.pairs {
      text += " \(name.description)=\"\(Markup.escaped(value))\""
    }
  }

  private mutating func close(_ tag: StaticString) {
    text += "</\(tag.description)>"
    endLine(after: tag)
  }

  private mutating func indent() {
    if language == .xml { text += String(repeating: "  ", count: depth) }
  }

  private mutating func endLine(after tag: StaticString) {
    if language == .xml || !MarkupWriter.isInline(tag) { text += "\n" }
  }

  /// Whether an HTML element is part of a line, where a line end would be seen as a blank.
  private static func isInline(_ tag: StaticString) -> Bool {
    switch tag.description {
    case "a", "b", "span", "code", "strong", "svg", "use", "rect", "title", "path", "symbol",
      "input":
      true
    default: false
    }
  }
}
