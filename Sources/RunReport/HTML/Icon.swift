internal import Findings
internal import Texts

/// The page's symbols: shapes that differ without their colour, drawn in a 16 by 16 box.
enum Icon: CaseIterable {
  case tick, octagon, cross, triangle, letter, diamond, ring

  var id: String {
    switch self {
    case .tick: "i-tick"
    case .octagon: "i-octagon"
    case .cross: "i-cross"
    case .triangle: "i-triangle"
    case .letter: "i-letter"
    case .diamond: "i-diamond"
    case .ring: "i-ring"
    }
  }

  /// The outline, with holes by the even-odd rule.
  private var path: String {
    let disc = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z"
    return switch self {
    case .tick: "\(disc)M10.9 4.9 12.1 6 7.2 11.6 3.9 8.4 5 7.2l2.1 2z"
    case .octagon: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM4 7v2h8V7z"
    case .cross:
      "\(disc)M5.3 4.2 8 6.9l2.7-2.7 1.1 1.1L9.1 8l2.7 2.7-1.1 1.1L8 9.1l-2.7 2.7-1.1-1.1"
        + "L6.9 8 4.2 5.3z"
    case .triangle: "M8 1.2 15.5 14.5H.5zM7.2 6v4.3h1.6V6zM7.2 11.3v1.7h1.6v-1.7z"
    case .letter: "\(disc)M7.1 7v5h1.8V7zM7.1 3.9v1.8h1.8V3.9z"
    case .diamond: "M8 .8 15.2 8 8 15.2.8 8zM8 5.2 5.2 8 8 10.8 10.8 8z"
    case .ring: "\(disc)M8 3.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z"
    }
  }

  /// All symbols, to be put once at the top of the page.
  static func writeSprite(to page: inout MarkupWriter) {
    page.element("svg", ["class": "sprite", "aria-hidden": "true", "focusable": "false"]) { svg in
      for icon in allCases {
        svg.element("symbol", ["id": icon.id, "viewBox": "0 0 16 16"]) { symbol in
          symbol.element("path", ["fill-rule": "evenodd", "d": icon.path], "")
        }
      }
    }
    page.markup("\n")
  }

  /// The symbol at its place; the word beside it says what it means.
  func write(to page: inout MarkupWriter) {
    page.element("svg", ["class": "icon", "aria-hidden": "true", "focusable": "false"]) { svg in
      svg.element("use", ["href": "#\(id)"], "")
    }
  }
}

/// The page's four tones; each also has its own words and symbols.
enum Tone: String {
  case good, warn, bad, note
}

extension MarkupWriter {
  /// Symbol and word in a tone.
  mutating func badge(_ icon: Icon, _ tone: Tone, _ words: String) {
    element("span", ["class": "badge \(tone.rawValue)"]) { badge in
      icon.write(to: &badge)
      badge.say(words)
    }
  }

  mutating func badge(_ level: Level, _ words: String) {
    switch level {
    case .blocker: badge(.octagon, .bad, words)
    case .error: badge(.cross, .bad, words)
    case .warning: badge(.triangle, .warn, words)
    case .note: badge(.letter, .note, words)
    }
  }
}
