import Findings

/// The text of a pipeline file with look-alikes of YAML's signs made plain, or named: blanks, quotes
/// and colons as web pages, chats and word processors write them, and signs that cut a text.
///
///     operator:␣"…"            ␣ is U+00A0: read as a space, with a warning
///     name: “Oak School”       refused: curly quotes are part of the text for YAML
///     name: School #77         the text ends before ' #': a warning
///
/// Looks at signs only, line by line; what is inside quotes stays.
struct LookAlikes {
  /// The text with ordinary spaces for look-alikes outside quotes; each place stays the same.
  private(set) var text: String
  /// What is read as it is meant, most likely.
  private(set) var warnings: [Finding] = []
  /// What cannot be read as it is meant.
  private(set) var faults: [Finding] = []
  /// Signs that break the text around them, if the file is no YAML. Only the first is sure: what
  /// follows it is read with the wrong brackets and quotes open.
  private(set) var breaks: [Finding] = []

  private let file: String
  /// The quote that is open; a text in quotes may go on in the next line.
  private var quote: Unicode.Scalar?
  private var depth = 0
  /// Whether the next text is a value rather than a key.
  private var isValue = false
  /// The indentation of the line whose value is a block text (`|` or `>`).
  private var blockIndent: Int?

  /// Most warnings of one kind; a file may be full of them.
  private static let limit = 20

  /// Looks through `source`, the text of `file`.
  init(_ source: SourceText, file: String) {
    self.file = file
    text = ""
    var scalars = String.UnicodeScalarView()
    var number = 1
    while let line = source.wholeLine(number) {
      var line = Array(line)
      look(at: &line, number)
      scalars.append(contentsOf: line)
      number += 1
    }
    text = String(scalars)
  }

  private mutating func look(at line: inout [Unicode.Scalar], _ number: Int) {
    let end = line.lastIndex { $0 != "\n" && $0 != "\r" }.map { $0 + 1 } ?? 0
    let indent = line[..<end].firstIndex { !isAnyBlank($0) } ?? end
    if let block = blockIndent, quote == nil {
      guard indent <= block, indent < end else { return }
      blockIndent = nil
    }
    if depth == 0, quote == nil { isValue = false }
    var start: Int?
    var mayStart = quote == nil
    var isAfterBlank = true
    var isAfterQuote = false
    var index = 0
    while index < end {
      let scalar = line[index]
      defer { index += 1 }
      if let open = quote {
        if scalar == "\\", open == "\"" {
          index += 1
        } else if scalar == open, open == "'", index + 1 < end, line[index + 1] == "'" {
          // Two apostrophes are one.
          index += 1
        } else if scalar == open {
          quote = nil
          isAfterQuote = true
        } else if isLookAlike(scalar), isBesideQuote(line, index) {
          warn(
            "\(name(of: scalar)) is at the edge of this text, and is part of it",
            help: "take it away, or write an ordinary space",
            number,
            index
          )
        }
        continue
      }
      if isLookAlike(scalar) {
        if !wasReplaced(number, index) {
          warn(
            "\(name(of: scalar)) is here, not an ordinary space; it is read as one",
            help: PlanFault.lookAlikeBlank.help,
            number,
            index
          )
        }
        replaced = (number, index + 1)
        line[index] = " "
        isAfterBlank = true
        continue
      }
      if scalar == " " || scalar == "\t" {
        isAfterBlank = true
        continue
      }
      let next = index + 1 < end ? line[index + 1] : " "
      if scalar == "#", isAfterBlank {
        if let start, mayBelongToText(line[(index + 1)..<end]) {
          noteCut(line[start..<end], at: number, index)
        }
        return
      }
      defer { isAfterBlank = false }
      if isAfterQuote, !",]}:".unicodeScalars.contains(scalar) {
        noteTextAfterQuote(at: number, index)
      }
      isAfterQuote = false
      switch scalar {
      case "\"", "'":
        if mayStart { quote = scalar }
        mayStart = false
      case "{", "[":
        if mayStart || depth > 0 {
          if !mayStart, start != nil { noteBracket(scalar, at: number, index) }
          depth += 1
          (start, mayStart, isValue) = (nil, true, false)
        }
      case "}", "]":
        if depth > 0 {
          depth -= 1
          (start, mayStart) = (nil, false)
        }
      case "," where depth > 0:
        (start, mayStart, isValue) = (nil, true, false)
      case ":" where isAnyBlank(next) || index + 1 == end:
        if depth > 0, isValue, let start {
          noteColon(line[start..<end], at: number, index)
        } else {
          isValue = true
        }
        (start, mayStart) = (nil, true)
      case "-" where mayStart && !isValue && isAnyBlank(next): break
      case "|", ">":
        if mayStart, isValue, depth == 0 { blockIndent = indent }
        (start, mayStart) = (start ?? index, false)
      case "\u{FF1A}", "\u{FE55}", "\u{A789}", "\u{2236}":
        // After a key that has its colon it is part of a text.
        if !isValue, let start, isPlainName(string(line[start..<index])) {
          refuse(
            .lookAlikeSign,
            "\(name(of: scalar)) is here, where a key ends",
            help:
              "write an ordinary colon and a space after it: '\(string(line[start..<index])): '",
            number,
            index
          )
        }
        (start, mayStart) = (start ?? index, false)
      default:
        if mayStart, isCurly(scalar),
          !isSingle(scalar) || line[(index + 1)..<end].contains(where: isSingle)
        {
          refuse(
            .lookAlikeSign,
            "\(name(of: scalar)) begins this text; YAML takes it for part of the text",
            help: "write plain quotes, \" or ', before and after the text",
            number,
            index
          )
        }
        (start, mayStart) = (start ?? index, false)
      }
    }
  }

  /// The end of the last run of look-alikes, so that a run has one warning.
  private var replaced = (line: 0, column: 0)

  private func wasReplaced(_ number: Int, _ index: Int) -> Bool {
    replaced.line == number && replaced.column == index
  }

  // MARK: - Findings

  /// A comment cuts the text before it: `Public School #77`.
  private mutating func noteCut(_ text: ArraySlice<Unicode.Scalar>, at number: Int, _ index: Int) {
    let cut = string(text[..<index].reversed().drop { isAnyBlank($0) }.reversed()[...])
    let help = "if '\(shown(string(text[index...])))' belongs to the text, put the text in quotes"
    let message = "the text '\(shown(cut))' ends here: ' #' begins a comment"
    if depth > 0 {
      breaks.append(finding(.yamlSyntax, message, help: help, number, index))
    }
    guard warnings.count < LookAlikes.limit else { return }
    warnings.append(
      Finding(PlanFault.textCut, .warning, message, help: help, at: place(number, index))
    )
  }

  /// A second `: ` between brackets breaks the text: `{ name: Alder Creek: a school }`.
  private mutating func noteColon(_ text: ArraySlice<Unicode.Scalar>, at number: Int, _ index: Int)
  {
    let before = shown(string(text[..<index]))
    breaks.append(
      finding(
        .yamlSyntax,
        "a second ': ' in one text, after '\(before)'",
        help: "put the whole text in quotes: a text with ': ' in it needs them",
        number,
        index
      )
    )
  }

  /// A bracket in a text between brackets begins a list or mapping: `{ name: Oak [North] }`.
  private mutating func noteBracket(_ scalar: Unicode.Scalar, at number: Int, _ index: Int) {
    breaks.append(
      finding(
        .yamlSyntax,
        "'\(scalar)' is in a text here",
        help:
          "put the whole text in quotes: between brackets, a text with a bracket in it needs them",
        number,
        index
      )
    )
  }

  /// A quote inside quotes ends the text: `'O'Neil School'`.
  private mutating func noteTextAfterQuote(at number: Int, _ index: Int) {
    breaks.append(
      finding(
        .yamlSyntax,
        "the quotes closed before this sign, and the text goes on",
        help: "take quotes of the other kind around a text with quotes in it: \"O'Neil School\"",
        number,
        index
      )
    )
  }

  private mutating func warn(_ message: String, help: String, _ number: Int, _ index: Int) {
    guard warnings.count < LookAlikes.limit else { return }
    warnings.append(
      Finding(PlanFault.lookAlikeBlank, .warning, message, help: help, at: place(number, index))
    )
  }

  private mutating func refuse(
    _ fault: PlanFault,
    _ message: String,
    help: String,
    _ number: Int,
    _ index: Int
  ) {
    guard faults.count < LookAlikes.limit else { return }
    faults.append(finding(fault, message, help: help, number, index))
  }

  private func finding(
    _ fault: PlanFault,
    _ message: String,
    help: String,
    _ number: Int,
    _ index: Int
  ) -> Finding {
    Finding(fault, message, help: help, at: place(number, index))
  }

  private func place(_ number: Int, _ index: Int) -> Place {
    Place(file: file, line: number, column: index + 1)
  }
}

// MARK: - Signs

/// Blanks that look like a space and are none: no-break, figure, narrow, ideographic and the like.
private func isLookAlike(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

private func isAnyBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || isLookAlike(scalar)
}

/// Curly quotes.
private func isCurly(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x201F: true
  default: false
  }
}

/// Single curly quotes. One alone is no quote: a name may begin with it (‘Iolani).
private func isSingle(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{2018}" || scalar == "\u{2019}"
}

/// Whether what follows `#` may have been meant as part of the text: `#77`, `# 77`; not `# a note`.
private func mayBelongToText(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let first = rest.first else { return false }
  guard isAnyBlank(first) else { return first != "#" }
  return rest.first { !isAnyBlank($0) }.map { ("0"..."9").contains($0) } ?? false
}

/// Whether the sign at `index`, inside quotes, is the first or the last sign of the text.
private func isBesideQuote(_ line: [Unicode.Scalar], _ index: Int) -> Bool {
  let isQuote = { (scalar: Unicode.Scalar) in scalar == "\"" || scalar == "'" }
  return index > 0 && isQuote(line[index - 1])
    || index + 1 < line.count && isQuote(line[index + 1])
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

/// `a no-break space (U+00A0)`.
private func name(of scalar: Unicode.Scalar) -> String {
  let words =
    switch scalar.value {
    case 0xA0: "a no-break space"
    case 0x2007: "a figure space, which does not break,"
    case 0x202F: "a narrow no-break space"
    case 0x3000: "an ideographic space"
    case 0xFF1A: "a full-width colon"
    case 0xFE55, 0xA789, 0x2236: "a sign like a colon"
    case 0x2018...0x201F: "a curly quote"
    default: "an unusual space"
    }
  let code = String(scalar.value, radix: 16, uppercase: true)
  return "\(words) (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))"
}
