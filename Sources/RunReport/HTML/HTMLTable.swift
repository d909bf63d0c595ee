internal import Texts

/// The head of a column.
struct TableColumn {
  let title: String
  var isNumber = false
  /// Whether the column has no order to be sorted by.
  var isFixed = false

  static func text(_ title: String) -> TableColumn { TableColumn(title: title) }
  static func number(_ title: String) -> TableColumn { TableColumn(title: title, isNumber: true) }
  static func fixed(_ title: String) -> TableColumn { TableColumn(title: title, isFixed: true) }
}

extension MarkupWriter {
  /// A table in a region that scrolls on its own and can be reached by keyboard.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - caption: what the table holds; also the region's name.
  ///   - columns: the heads.
  ///   - rows: at most `limit` are shown; the caption tells when there are more.
  ///   - limit: how many rows the page has room for.
  ///   - allIn: the file that holds the rows that are not shown.
  ///   - cells: writes one row's cells, the first as the row's head.
  ///   - foot: writes a last row; nothing when nil.
  mutating func table<Rows: Collection>(
    id: String,
    caption: String,
    columns: [TableColumn],
    rows: Rows,
    limit: Int,
    allIn: String = ReportWriter.mark,
    cells: (inout MarkupWriter, Rows.Element) -> Void,
    foot: ((inout MarkupWriter) -> Void)? = nil
  ) {
    let isCut = rows.count > limit
    element(
      "div",
      [
        "class": "scroll", "role": "region", "aria-labelledby": "\(id)-caption", "tabindex": "0",
      ]
    ) { region in
      region.element("table", columns.count > 2 ? ["class": "wide"] : [:]) { table in
        let more =
          isCut ? "; the first \(grouped(limit)) of \(grouped(rows.count)), all in \(allIn)" : ""
        table.element("caption", ["id": "\(id)-caption"], caption + more)
        table.element("thead") { head in
          head.element("tr") { row in
            for column in columns {
              let look: MarkupWriter.Attributes =
                column.isNumber
                ? ["scope": "col", "class": "num"]
                : column.isFixed ? ["scope": "col", "data-fixed": ""] : ["scope": "col"]
              row.element("th", look, column.title)
            }
          }
        }
        table.element("tbody") { body in
          for row in rows.prefix(limit) {
            body.element("tr") { cells(&$0, row) }
          }
        }
        if let foot {
          table.element("tfoot") { $0.element("tr") { foot(&$0) } }
        }
      }
    }
  }

  /// The head of a row that is about a file.
  mutating func pathHead(_ name: String) {
    element("th", ["scope": "row", "class": "where"]) { $0.path(name) }
  }

  /// The head of a row, with smaller words below.
  mutating func rowHead(_ words: String, small: String = "") {
    let head: (inout MarkupWriter) -> Void = { cell in
      cell.say(words.isEmpty ? "–" : words)
      cell.small(small)
    }
    if words.utf8.count > 40 {
      element("th", ["scope": "row", "class": "long"], head)
    } else {
      element("th", ["scope": "row"], head)
    }
  }

  /// A cell of text, with smaller words below.
  mutating func cell(_ words: String, small: String = "") {
    element("td", ["class": "words"]) { cell in
      cell.say(words)
      cell.small(small)
    }
  }

  /// A cell that has nothing to tell.
  mutating func emptyCell(_ words: String = "–") {
    element("td", ["class": "zero"], words)
  }

  /// A path or a place, which may break after each '/'.
  mutating func path(_ path: String) {
    for piece in clipped(path).split(separator: "/", omittingEmptySubsequences: false)
      .enumerated()
    {
      if piece.offset > 0 {
        say("/")
        markup("<wbr>")
      }
      say(String(piece.element))
    }
  }

  /// A cell with a number; zeros step back.
  mutating func cell(_ number: Int) {
    element("td", ["class": number == 0 ? "num zero" : "num"], grouped(number))
  }

  /// A cell with a digest, or a dash where there is none.
  mutating func digestCell(_ digest: String) {
    element("td") { cell in
      if digest.isEmpty {
        cell.say("not hashed")
      } else {
        cell.element("code", ["class": "digest"], digest)
      }
    }
  }

  mutating func small(_ words: String) {
    if !words.isEmpty { element("span", ["class": "small"], words) }
  }
}

/// `text` as far as a page has room for it; the whole is in the other files.
func clipped(_ text: String) -> String {
  let limit = 400
  let scalars = text.unicodeScalars
  guard scalars.count > limit else { return text }
  return String(scalars.prefix(limit)) + "…"
}
