internal import Texts

/// Lines of text that keep to a style's width.
struct TerminalPage {
  let style: TerminalStyle
  private(set) var text = ""

  init(style: TerminalStyle) {
    self.style = style
  }

  /// Adds `line`, wrapped; the lines after the first are indented by `hanging`.
  ///
  /// Data in `line` has gone through `printable(_:)`: the one escape here is the style's own.
  mutating func put(_ line: String, hanging: Int) {
    for part in wrapped(line, columns: style.columns, indent: hanging) {
      text += part
      text += "\n"
    }
  }

  mutating func blank() {
    text += "\n"
  }

  mutating func heading(_ words: String) {
    blank()
    put(style.paint(.bold, words), hanging: 2)
  }

  /// Adds rows of a name and what belongs to it, the second column in line where names are short.
  mutating func columns(_ rows: [(name: String, words: String)]) {
    let widest = rows.map { displayWidth(of: $0.name) }.max() ?? 0
    let indent = min(widest, 20) + 4
    for row in rows {
      let gap = max(indent - 2 - displayWidth(of: row.name), 2)
      put("  \(row.name)\(String(repeating: " ", count: gap))\(row.words)", hanging: indent)
    }
  }
}
