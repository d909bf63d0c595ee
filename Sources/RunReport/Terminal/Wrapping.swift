/// `text` broken into lines of at most `columns` columns, at spaces where there are any.
///
/// The first line keeps the spaces `text` begins with; the others are indented by `indent`.
/// Colours take no room; one that is on at the end of a line is switched off there and on again
/// in the next, so that no line colours what a pager or another program shows after it.
func wrapped(_ text: String, columns: Int, indent: Int) -> [String] {
  var wrapper = Wrapper(columns: columns, indent: min(indent, columns / 2))
  let start = text.prefix { $0 == " " }
  wrapper.line = String(start)
  wrapper.width = start.count
  for piece in pieces(of: text.dropFirst(start.count)) { wrapper.take(piece) }
  return wrapper.finished()
}

/// What a line is made of.
private enum Piece {
  case character(Character)
  /// A sequence that switches a colour on or, when it is `off`, all of them off.
  case paint(String)

  static let off = "\u{1B}[0m"
}

/// Splits colours from characters; scalar by scalar, since a mark after a colour's last letter
/// would otherwise make one character with it.
private func pieces(of text: Substring) -> [Piece] {
  var result: [Piece] = []
  var plain = String.UnicodeScalarView()
  var sequence: String.UnicodeScalarView?
  for scalar in text.unicodeScalars {
    if var open = sequence {
      open.append(scalar)
      sequence = open
      if scalar == "m" {
        result.append(.paint(String(open)))
        sequence = nil
      }
    } else if scalar == "\u{1B}" {
      result += String(plain).map(Piece.character)
      plain = String.UnicodeScalarView()
      sequence = String.UnicodeScalarView([scalar])
    } else {
      plain.append(scalar)
    }
  }
  return result + String(plain).map(Piece.character)
}

private struct Wrapper {
  let columns: Int
  let indent: Int
  var lines: [String] = []
  var line = ""
  var width = 0
  /// Whether the line holds nothing but its indentation.
  private var isFresh = true
  /// The colour that is on where the line ends.
  private var paint = ""
  private var word: [Piece] = []
  private var wordWidth = 0
  private var spaces = 0

  init(columns: Int, indent: Int) {
    self.columns = columns
    self.indent = indent
  }

  mutating func take(_ piece: Piece) {
    if case .character(" ") = piece {
      placeWord()
      spaces += 1
    } else {
      word.append(piece)
      if case .character(let character) = piece { wordWidth += displayWidth(of: character) }
    }
  }

  mutating func finished() -> [String] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if !isFresh && wordWidth > 0 && width + spaces + wordWidth > columns { breakLine() }
    if wordWidth > 0 && !isFresh {
      line += String(repeating: " ", count: spaces)
      width += spaces
    }
    for piece in word {
      switch piece {
      case .paint(let sequence):
        paint = sequence == Piece.off ? "" : sequence
        line += sequence
      case .character(let character):
        let step = displayWidth(of: character)
        if width + step > columns { breakLine() }
        line.append(character)
        width += step
        isFresh = false
      }
    }
    word = []
    wordWidth = 0
    spaces = 0
  }

  private mutating func breakLine() {
    lines.append(paint.isEmpty ? line : line + Piece.off)
    line = String(repeating: " ", count: indent) + paint
    width = indent
    isFresh = true
    spaces = 0
  }
}
