/// The elements and attributes that mail programs show alike and that fetch or run nothing.
enum TemplateVocabulary {
  /// How an element stands in plain text.
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

/// The name among `names` that `word` was probably meant to be: at most two slips away, and
/// fewer than half its letters.
func closest(to word: String, in names: [String]) -> String? {
  var best: (name: String, slips: Int)?
  for name in names {
    let slips = distance(Array(word.utf8), Array(name.utf8))
    if slips <= 2, slips * 2 < max(word.utf8.count, 2), slips < best?.slips ?? 3 {
      best = (name, slips)
    }
  }
  return best?.name
}

/// How many letters must be put in, taken out, changed, or swapped with their neighbour.
private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var slips = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        slips = min(slips, beforeLast[column - 1] + 1)
      }
      current.append(slips)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
