public import Findings

/// How text for a terminal looks: its width, and whether it has colours.
public struct TerminalStyle: Sendable, Hashable {
  /// The choice that `--color` makes.
  public enum ColorOption: String, Sendable, Hashable, CaseIterable {
    /// Colours where a person reads: on a terminal that has them.
    case auto
    /// Colours even into a file or a pipe.
    case always
    /// No colours.
    case never
  }

  /// Columns no line goes beyond; at least 20.
  public var columns: Int
  /// Whether lines hold colours (ECMA-48, "select graphic rendition").
  public var hasColor: Bool
  /// How many findings of a rule are shown; the file that lists them all is named for the rest.
  public var findingsPerRule: Int

  /// A style; the default suits a file or a pipe.
  public init(hasColor: Bool = false, columns: Int = 80, findingsPerRule: Int = 5) {
    self.hasColor = hasColor
    self.columns = max(columns, 20)
    self.findingsPerRule = max(findingsPerRule, 1)
  }

  /// The style for one stream.
  ///
  /// `auto` means colours only on a terminal, with `NO_COLOR` unset or empty (no-color.org) and
  /// `TERM` set to something other than `dumb`.
  ///
  /// - Parameters:
  ///   - option: what `--color` said.
  ///   - isTTY: whether the stream is a terminal.
  ///   - environment: the environment's variables by name; `NO_COLOR` and `TERM` are looked at.
  /// - Returns: a style of 80 columns, with colours or without.
  public static func choose(
    option: ColorOption,
    isTTY: Bool,
    environment: [String: String]
  ) -> TerminalStyle {
    switch option {
    case .always: return TerminalStyle(hasColor: true)
    case .never: return TerminalStyle(hasColor: false)
    case .auto:
      let isUnwanted = !(environment["NO_COLOR"] ?? "").isEmpty
      let terminal = environment["TERM"] ?? ""
      return TerminalStyle(
        hasColor: isTTY && !isUnwanted && !terminal.isEmpty && terminal != "dumb"
      )
    }
  }

  /// `text` in the colour of a piece of a finding; unchanged without colours.
  ///
  /// Fits `Finding.lines(paint:)`.
  public func paint(_ piece: Finding.Paint, _ text: String) -> String {
    switch piece {
    case .place: paint(.bold, text)
    case .level(let level): paint(Ink(level), text)
    case .code, .label: paint(.dim, text)
    }
  }

  /// The few looks that the report uses; all from the 16 colours a reader's own theme defines.
  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"

    init(_ level: Level) {
      self =
        switch level {
        case .blocker, .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }
  }

  func paint(_ ink: Ink, _ text: String) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
