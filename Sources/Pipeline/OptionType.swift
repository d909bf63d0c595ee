internal import Texts

/// What values an option takes. A value is text in the file; its type says which text will do.
public indirect enum OptionType: Sendable, Hashable {
  /// Any text.
  case text
  /// A file or folder; not empty.
  case path
  /// `true` or `false`, and no other spelling.
  case flag
  /// A whole number in this range, in digits, without leading zeros.
  case number(ClosedRange<Int>)
  /// A day of the calendar as `YYYY-MM-DD`.
  case date
  /// One of these texts.
  case choice([String])
  /// A list, no text of it twice.
  case list(of: OptionType)
  /// A mapping from names, which the stage checks itself, to options of their own; a single text in
  /// place of them is the value of the option `short`.
  ///
  /// `keys` says in the plural what the names are; `known` are those that an editor can offer.
  case named([OptionCard], short: String, keys: String, known: [String])
  /// A mapping with options of its own.
  case group([OptionCard])

  /// The type in words for a stage's page: `one of csv, json`.
  public var words: String {
    switch self {
    case .text: "text"
    case .path: "path"
    case .flag: "true or false"
    case .number(let range):
      range.upperBound == .max
        ? "whole number from \(range.lowerBound) on"
        : "whole number from \(range.lowerBound) to \(range.upperBound)"
    case .date: "date (YYYY-MM-DD)"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .list(of: .text): "list of texts"
    case .list(of: .path): "list of paths"
    case .list(let element): "list, each \(element.words)"
    case .named(let cards, let short, let keys, _):
      "mapping of \(keys), each a mapping, or as '\(short)' alone "
        + (cards.first { $0.name == short }?.type.words ?? "")
    case .group: "mapping"
    }
  }

  /// Whether a value is one text, which a parameter can fill.
  var isText: Bool {
    switch self {
    case .text, .path, .flag, .number, .date, .choice: true
    case .list, .named, .group: false
    }
  }

  /// What is wrong with `text` as a value of this type: what was wanted, and help; nil if nothing.
  ///
  /// A value that is not one text is the caller's business.
  func complaint(about text: String) -> (wanted: String, help: String)? {
    switch self {
    case .text, .list, .named, .group: nil
    case .path:
      text.isEmpty ? ("a path", "write a file or folder, '.' for the current one") : nil
    case .flag:
      text == "true" || text == "false" ? nil : ("true or false", "write 'true' or 'false'")
    case .number(let range):
      complaint(about: text, in: range)
    case .date:
      CalendarDay(text) != nil
        ? nil : ("a date", "write it as YYYY-MM-DD, '2026-08-15' for instance")
    case .choice(let choices):
      choices.contains { $0.utf8.elementsEqual(text.utf8) }
        ? nil : ("a choice", suggestion(for: text, among: choices, lead: "it takes"))
    }
  }

  private func complaint(
    about text: String,
    in range: ClosedRange<Int>
  ) -> (wanted: String, help: String)? {
    let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
    let isPlain =
      !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
      && (digits.count == 1 || digits.first != 0x30) && text != "-0"
    guard isPlain, let number = Int(text) else {
      return ("a whole number", "write it in digits, without point, plus sign or leading zeros")
    }
    return range.contains(number) ? nil : ("a \(words)", "write a number in that range")
  }
}

extension OptionType {
  /// The options of a group or of each name; nil for other types.
  var inner: [OptionCard]? {
    switch self {
    case .group(let cards), .named(let cards, _, _, _): cards
    default: nil
    }
  }
}
