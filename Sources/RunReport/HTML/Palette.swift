/// The page's colours, as data: the style sheet is made from them, and a test measures the
/// contrast of every pair that the page uses.
package struct Palette: Sendable {
  /// Name and `#rrggbb`, in the order the style sheet declares them.
  package let colors: KeyValuePairs<String, String>

  /// For daylight and for print.
  package static let light = Palette(colors: [
    "paper": "#f6f4ee", "surface": "#ffffff", "ink": "#1d2733", "muted": "#55606d",
    "line": "#ddd8cc", "edge": "#858072", "link": "#17567a",
    "good": "#1b6a44", "good-tint": "#e7f3eb", "warn": "#855000", "warn-tint": "#fcf1dd",
    "bad": "#a12a22", "bad-tint": "#fbeae7", "note": "#2a5b88", "note-tint": "#e7f0f8",
  ])

  /// For screens whose reader asked for dark.
  package static let dark = Palette(colors: [
    "paper": "#13171c", "surface": "#1b2128", "ink": "#e7eaee", "muted": "#a5afba",
    "line": "#353e48", "edge": "#77818d", "link": "#8fc7e4",
    "good": "#83d2a5", "good-tint": "#18301f", "warn": "#efbe70", "warn-tint": "#352811",
    "bad": "#f39b91", "bad-tint": "#3b1f1c", "note": "#95c3ef", "note-tint": "#182b3e",
  ])

  /// What is written on what: foreground and background, which need a contrast of 4.5 to 1
  /// (WCAG 2.2, success criterion 1.4.3).
  package static let textPairs: [(text: String, ground: String)] =
    ["ink", "muted", "link"].flatMap { text in
      [(text, "paper"), (text, "surface")]
    }
    + ["good", "warn", "bad", "note"].flatMap { tone in
      [(tone, "surface"), (tone, "paper"), (tone, "\(tone)-tint"), ("ink", "\(tone)-tint")]
    }

  /// Shapes that carry meaning, which need 3 to 1 (WCAG 2.2, success criterion 1.4.11).
  package static let shapePairs: [(shape: String, ground: String)] =
    ["good", "warn", "bad", "note", "edge"].map { ($0, "surface") }

  /// The colours as declarations of custom properties.
  var declarations: String {
    colors.map { "--\($0.key):\($0.value)" }.joined(separator: ";")
  }
}
