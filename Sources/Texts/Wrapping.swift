/// `text` broken into lines of at most `columns` columns, at spaces where there are any.
///
/// The first line keeps the spaces `text` begins with; the others are indented by `indent`.
/// Colours take no room; one that is on at the end of a line is switched off there and on again
/// in the next, so that no line colours what a pager or another program shows after it.
///
/// - Parameters:
///   - text: one line; runs of spaces inside it stay as they are.
///   - columns: the width of a line as a terminal shows it (``displayWidth(of:)``).
///   - indent: how many spaces go before each line but the first, at most half of `columns`.
///   - breaksWords: whether a word that fits no line is broken; a page to copy web addresses from
///     keeps it whole, on a line that is too long.
/// - Returns: the lines without their ends; one, empty, for an empty text.
public func wrapped(
  _ text: String,
  columns: Int,
  indent: Int,
  breaksWords: Bool = true
) -> [String] {
  var wrapper = Wrapper(
    columns: columns,
    indent: min(indent, columns / 2),
    breaksWords: breaksWords
  )
  for piece in pieces(of: text) { wrapper.take(piece) }
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
/// would otherwise make one character with it. A blank is always a piece of its own, so that
/// lines break at the same places with colours and without.
private func pieces(of text: String) -> [Piece] {
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
    } else if scalar == " " {
      result += String(plain).map(Piece.character) + [.character(" ")]
      plain = String.UnicodeScalarView()
    } else {
      plain.append(scalar)
    }
  }
  return result + String(plain).map(Piece.character)
}

private struct Wrapper {
  let columns: Int
  let indent: Int
  let breaksWords: Bool
  private var lines: [String] = []
  private var line = ""
  private var width = 0
  /// Whether the line holds nothing yet but its indentation; the first line keeps its blanks.
  private var isFresh = true
  /// The colour that is on where the line ends.
  private var paint = ""
  private var word: [Piece] = []
  private var wordWidth = 0
  /// Whether the word is more than a change of colour, which needs no blank before it.
  private var hasCharacters = false
  private var spaces = 0

  init(columns: Int, indent: Int, breaksWords: Bool) {
    self.columns = columns
    self.indent = indent
    self.breaksWords = breaksWords
  }

  mutating func take(_ piece: Piece) {
    if case .character(" ") = piece {
      placeWord()
      spaces += 1
    } else {
      word.append(piece)
      if case .character(let character) = piece {
        wordWidth += displayWidth(of: character)
        hasCharacters = true
      }
    }
  }

  mutating func finished() -> [String] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if hasCharacters {
      if !isFresh && width + spaces + wordWidth > columns {
        breakLine()
      } else if !isFresh || lines.isEmpty {
        let gap = min(spaces, columns - 1 - width)
        line += String(repeating: " ", count: gap)
        width += gap
      }
      spaces = 0
    }
    for piece in word {
      switch piece {
      case .paint(let sequence):
        paint = sequence == Piece.off ? "" : sequence
        line += sequence
      case .character(let character):
        let step = displayWidth(of: character)
        if breaksWords, width + step > columns { breakLine() }
        line.append(character)
        width += step
        isFresh = false
      }
    }
    word = []
    wordWidth = 0
    hasCharacters = false
  }

  private mutating func breakLine() {
    lines.append(paint.isEmpty ? line : line + Piece.off)
    line = String(repeating: " ", count: indent) + paint
    width = indent
    isFresh = true
    spaces = 0
  }
}
