import Roster

/// What is in a file in place of JSON: an error answer as plain text or as a web page, or an
/// answer that was saved with its headers.
struct SavedAnswer {
  /// What it says; of a web page its heading.
  var words: String
  var meaning: ErrorAnswer.Meaning

  /// How much of a file is looked at, in bytes.
  static let limit = 4 << 10
  /// Plain text that is longer, or has several lines, is no answer of Clever's.
  private static let plainLimit = 200

  /// The answer that `text`, the beginning of what is left of a file, is; nil if it is none that is
  /// known.
  ///
  /// `isWhole` says whether it is all that is left. Plain text must be short and say something that
  /// servers say: a damaged record begins with text, too.
  init?(_ text: some Sequence<UInt8>, isWhole: Bool) {
    let text = String(decoding: Array(text), as: UTF8.self)
    if text.hasPrefix("<") {
      guard let page = WebPage(text) else { return nil }
      words = page.heading
      let told = ErrorAnswer.Meaning(words: words, mayTellStatus: true)
      meaning = told == .unknown ? .webPage : told
      return
    }
    let isHeader = text.hasPrefix("HTTP/")
    let lines = text.split { $0.isNewline }
    guard isHeader || isWhole && lines.count == 1, let line = lines.first,
      line.utf8.count <= SavedAnswer.plainLimit
    else { return nil }
    words = String(line.trimmingQuotesAndBlanks)
    meaning = ErrorAnswer.Meaning(words: words, mayTellStatus: true)
    if meaning == .unknown { return nil }
  }

  /// Why `text` is not read, where it is no error answer.
  static func fault(of text: some Sequence<UInt8>) -> String {
    Array(text.prefix(5)) == Array("HTTP/".utf8)
      ? "an answer's headers were saved with it; save the body alone"
      : "this is not JSON: neither an object nor a list"
  }
}

/// As much of a web page as its heading.
private struct WebPage {
  var heading = ""

  /// nil if `text` does not begin like a page, but like other markup or by chance.
  init?(_ text: String) {
    let text = text.lowercased() == text ? text : WebPage.withLowerCaseTags(text)
    let starts = ["<!doctype html", "<html", "<head", "<title", "<body", "<center", "<pre", "<h1"]
    guard starts.contains(where: { text.hasPrefix($0) }) else { return nil }
    for tag in ["pre", "h1", "title"] where heading.isEmpty {
      guard let opening = text.firstRange(of: "<\(tag)"),
        let start = text[opening.upperBound...].firstIndex(of: ">")
      else { continue }
      let rest = text[text.index(after: start)...]
      heading = String(rest.prefix { $0 != "<" && $0 != "\n" }.trimmingQuotesAndBlanks.prefix(200))
    }
  }

  /// Tags are spelled in any case; what is between them is kept.
  private static func withLowerCaseTags(_ text: String) -> String {
    var isTag = false
    var result = ""
    for character in text {
      if character == "<" { isTag = true }
      result += isTag ? character.lowercased() : String(character)
      if character == ">" { isTag = false }
    }
    return result
  }
}

extension Substring {
  fileprivate var trimmingQuotesAndBlanks: Substring {
    let isEdge = { (character: Character) in character.isWhitespace || character == "\"" }
    var text = self
    while let first = text.first, isEdge(first) { text.removeFirst() }
    while let last = text.last, isEdge(last) { text.removeLast() }
    return text
  }
}

extension ErrorAnswer.Meaning {
  /// What servers say, the more telling words first.
  private static let phrases: [(words: [String], meaning: ErrorAnswer.Meaning)] = [
    (["cannot get "], .wrongToken),
    (["rate limit", "too many requests"], .tooManyRequests),
    (
      [
        "unrecognized token", "unauthorized", "invalid token", "token is invalid", "token expired",
        "expired token", "revoked", "authentication", "access token",
      ], .tokenRefused
    ),
    (["scope", "forbidden", "permission", "not allowed", "not authorized"], .notAllowed),
    (
      ["too large", "limit must", "limit is", "limit exceed", "limit cannot", "maximum limit"],
      .limitTooLarge
    ),
    (["not found", "does not exist"], .notThere),
    (
      ["internal server error", "bad gateway", "service unavailable", "gateway time"],
      .cleverFailed
    ),
    (["bad request", "invalid"], .badRequest),
  ]

  private static let statuses: [String: ErrorAnswer.Meaning] = [
    "400": .badRequest, "401": .tokenRefused, "403": .notAllowed, "404": .notThere,
    "413": .limitTooLarge, "429": .tooManyRequests, "500": .cleverFailed, "502": .cleverFailed,
    "503": .cleverFailed, "504": .cleverFailed,
  ]

  /// What an error means that says `words`; with `mayTellStatus` a number in it may be the status,
  /// as in `404 Not Found`.
  init(words: String, mayTellStatus: Bool = false) {
    let words = words.lowercased()
    for (phrases, meaning) in Self.phrases where phrases.contains(where: { words.contains($0) }) {
      self = meaning
      return
    }
    let numbers = mayTellStatus ? words.split { !$0.isNumber } : []
    self = numbers.lazy.compactMap { Self.statuses[String($0)] }.first ?? .unknown
  }
}
