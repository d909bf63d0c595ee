/// A file's text cut into lines of Unicode scalars, so that a line and a column can be looked up.
///
/// Lines end at LF, CR LF or CR, which is how libyaml counts them.
package struct SourceText: Sendable {
  /// The lines in order, each with its end.
  private var lines: [[Unicode.Scalar]] = []

  /// The lines of `text`; cost grows with its length.
  package init(_ text: String) {
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if previous == "\n" || (previous == "\r" && scalar != "\n") {
        lines.append(line)
        line = []
      }
      line.append(scalar)
      previous = scalar
    }
    lines.append(line)
    // After the last line end comes an empty line: libyaml places there what is missing.
    if previous == "\n" || previous == "\r" { lines.append([]) }
  }

  /// The line with this number (from 1) without its end; nil if there is none.
  package func line(_ number: Int) -> ArraySlice<Unicode.Scalar>? {
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    let end = line.lastIndex { $0 != "\n" && $0 != "\r" }
    return line[..<(end.map { $0 + 1 } ?? 0)]
  }

  /// The line with this number (from 1), its end included; nil if there is none.
  func wholeLine(_ number: Int) -> [Unicode.Scalar]? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// The scalar at a position; nil after the end of the line.
  package subscript(position: Position) -> Unicode.Scalar? {
    guard let line = line(position.line), line.indices.contains(position.column - 1) else {
      return nil
    }
    return line[position.column - 1]
  }

  /// The first place of `word` in the line of `start`, not before it; nil if there is none.
  package func find(_ word: String, from start: Position) -> Position? {
    let wanted = Array(word.unicodeScalars)
    guard let line = line(start.line), !wanted.isEmpty, line.count >= wanted.count else {
      return nil
    }
    var index = max(0, start.column - 1)
    while index + wanted.count <= line.count {
      if line[index..<index + wanted.count].elementsEqual(wanted) {
        return Position(line: start.line, column: index + 1)
      }
      index += 1
    }
    return nil
  }
}
