public import Findings
internal import Texts

/// The line a fault is about, and a caret below its column.
///
/// Tabs stay tabs in both lines, so that the caret is right however wide they are; every other
/// scalar is taken for one column, which is wrong only after wide letters. Signs that steer a
/// terminal or hide are escaped. Of a long line the part around the column is shown.
public struct SourceExcerpt: Sendable, Hashable {
  /// The line, or a part of it.
  public let line: String
  /// The blanks and the caret; empty if the place has no column.
  public let caret: String

  /// How many scalars of a line are shown on each side of the column.
  private static let reach = 100

  /// The excerpt of a file's `text` for `place`; nil if the place names no line of it.
  public init?(of text: String, at place: Place) {
    guard place.line > 0, var scalars = SourceText(text).line(place.line) else { return nil }
    // A byte order mark is no part of the text that faults count columns in.
    if place.line == 1, scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    let column = max(1, place.column)
    let first = max(0, column - 1 - SourceExcerpt.reach)
    let window = scalars.dropFirst(first).prefix(2 * SourceExcerpt.reach)
    var line = first > 0 ? "…" : ""
    var caret = first > 0 ? " " : ""
    for (index, scalar) in window.enumerated() {
      let shown = scalar == "\t" ? "\t" : printable(String(scalar))
      line += shown
      guard first + index + 1 < column else { continue }
      caret +=
        scalar == "\t" ? "\t" : String(repeating: " ", count: shown.unicodeScalars.count)
    }
    self.line = first + window.count < scalars.count ? line + "…" : line
    self.caret = place.column > 0 ? caret + "^" : ""
  }

  /// The line and the caret, as they are shown.
  public var lines: [String] { caret.isEmpty ? [line] : [line, caret] }
}

extension PlanError {
  /// The faults as lines of text, each with the line of the pipeline file it is about.
  ///
  /// - Parameters:
  ///   - text: the pipeline file's text; empty if it could not be read.
  ///   - path: the pipeline file's path, as faults name it.
  ///   - paint: wraps a piece in colour.
  /// - Returns: the lines in the faults' order.
  public func lines(
    showing text: String,
    of path: String,
    paint: (Finding.Paint, String) -> String = { $1 }
  ) -> [String] {
    faults.flatMap { $0.lines(showing: text, of: path, paint: paint) }
  }
}

extension Finding {
  /// The finding as lines of text, with the line of the pipeline file that it is about.
  ///
  /// - Parameters:
  ///   - text: the pipeline file's text.
  ///   - path: the pipeline file's path, as findings name it.
  ///   - paint: wraps a piece in colour.
  /// - Returns: the message, the line and its caret, then help and notes.
  public func lines(
    showing text: String,
    of path: String,
    paint: (Finding.Paint, String) -> String = { $1 }
  ) -> [String] {
    var lines = lines(paint: paint)
    if let place, place.file == path, let excerpt = SourceExcerpt(of: text, at: place) {
      lines.insert(contentsOf: excerpt.lines.map { "  | \($0)" }, at: 1)
    }
    return lines
  }
}
