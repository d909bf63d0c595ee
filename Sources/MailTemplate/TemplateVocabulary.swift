/// The elements and attributes that mail programs show alike and that fetch or run nothing.
enum TemplateVocabulary {
  /// How an element is laid out in plain text.
  enum Layout {
    /// Inside a line.
    case inline
    /// On lines of its own.
    case row
    /// With a blank line before and after.
    case block
    /// A heading, underlined.
    case heading
    /// A list; numbered or not.
    case list(isNumbered: Bool)
    /// An item of a list.
    case item
    /// Not in the plain text at all.
    case absent
  }

  static func layout(of element: String) -> Layout? {
    switch element {
    case "a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong": .inline
    case "br", "div", "main", "tbody", "td", "th", "tr": .row
    case "body", "blockquote", "h2", "h3", "hr", "html", "p", "table": .block
    case "h1": .heading
    case "ol": .list(isNumbered: true)
    case "ul": .list(isNumbered: false)
    case "li": .item
    case "head", "meta", "style", "title": .absent
    default: nil
    }
  }

  /// Elements that HTML writes without an end tag.
  static func isVoid(_ element: String) -> Bool {
    element == "br" || element == "hr" || element == "meta"
  }

  /// What a template's own attributes may be; `data-…` bindings are looked at elsewhere.
  static func allows(attribute: String, on element: String) -> Bool {
    switch attribute {
    case "align", "bgcolor", "class", "dir", "id", "lang", "role", "style", "title", "valign",
      "width", "xml:lang", "aria-hidden", "aria-label", "aria-labelledby":
      true
    case "border", "cellpadding", "cellspacing": element == "table"
    case "colspan", "rowspan", "scope": element == "td" || element == "th"
    case "content", "name": element == "meta"
    case "href": element == "a"
    case "start": element == "ol"
    default: false
    }
  }

  /// The bindings.
  static let bindings = ["data-text", "data-href", "data-if", "data-each", "data-only"]

  /// Whether a style fetches something.
  static func fetches(_ style: String) -> Bool {
    let lower = style.lowercased()
    return lower.contains("url(") || lower.contains("@import") || lower.contains("expression(")
  }
}
