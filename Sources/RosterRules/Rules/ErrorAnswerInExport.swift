import Findings
import Roster

extension RosterRule {
  /// Where Clever answered with an error, the data that were asked for are not in the export.
  public static let errorAnswerInExport = RosterRule(
    "error-answer-in-export",
    .blocker,
    phase: .files,
    title: "an error answer was saved in place of data",
    why: "the records that were asked for are not in the export, and it is not known which",
    effect: "nothing is written",
    help: "ask Clever for this list again; if the import does not need it, take the file out of "
      + "the folder",
    fixer: .importer,
    source: .cleverErrors("an answer with an error holds no data"),
    example:
      "an error answer was saved in place of data: 'Resource not found' (404: there is no such "
      + "record, or it was unshared or deleted)",
    latitude: .warningToBlocker("a list may be missing, so it cannot be a note"),
    trail: .errorAnswer,
    check: RuleCheck(
      noting: SourceEntry.self,
      find: { roster, report in
        for number in roster.source.errorAnswers.indices { report.find(SourceEntry(number)) }
      },
      describe: { hit, roster in
        let answer = roster.source.errorAnswers[hit.detail.number]
        var message = "an error answer was saved in place of data: '\(answer.words)'"
        if let words = answer.meaning.words { message += " (\(words))" }
        return RuleMessage(message, help: answer.meaning.help, at: answer.place)
      }
    )
  )
}

extension ErrorAnswer.Meaning {
  /// What it means, with Clever's status; nil where nothing tells.
  fileprivate var words: String? {
    switch self {
    case .badRequest: "400: Clever did not understand the request"
    case .tokenRefused: "401: the token is unknown to Clever, or was revoked"
    case .notAllowed: "403: the token may not read this list"
    case .notThere: "404: there is no such record, or it was unshared or deleted"
    case .wrongToken: "404: the address is none for this kind of token"
    case .limitTooLarge: "413: 'limit' was too large"
    case .tooManyRequests: "429: too many requests in a minute"
    case .cleverFailed: "500 to 504: Clever failed"
    case .webPage: "a web page, no answer of Clever's API"
    case .unknown: nil
    }
  }

  /// What to do about it; nil where nothing better is known than for any error.
  var help: String? {
    switch self {
    case .badRequest: "ask again with the address and parameters of Clever's documents"
    case .tokenRefused:
      "take the district's present token for Bloomz, and export all lists again with it"
    case .notAllowed:
      "have the district share this kind of record with Bloomz in Clever, then ask again"
    case .notThere:
      "if the record is no longer shared, take the file out of the folder; else have it shared in "
        + "Clever and ask again"
    case .wrongToken:
      "ask with the district's token for Bloomz (Secure Sync); the token of a person who signed in "
        + "reads no lists"
    case .limitTooLarge: "ask with 'limit=10000' at most, and follow 'next'"
    case .tooManyRequests:
      "wait a minute and ask for this page again; Clever answers 1200 requests a minute"
    case .cleverFailed: "ask again later; nothing is wrong with the request"
    case .webPage: "save what api.clever.com answers, not a page of Clever's site"
    case .unknown: nil
    }
  }
}
