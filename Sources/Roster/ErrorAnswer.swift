public import Findings

/// An error answer saved as if it were data.
public struct ErrorAnswer: Sendable, Hashable {
  /// Where it is.
  public var place: RecordPlace
  /// What it says, at most 200 bytes; of a web page its heading.
  public var words: String
  /// What that means.
  public var meaning: Meaning

  /// An error answer.
  public init(place: RecordPlace, words: String, meaning: Meaning = .unknown) {
    self.place = place
    self.words = words
    self.meaning = meaning
  }

  /// What Clever means by an error.
  ///
  /// Source: Clever's page of error messages, https://dev.clever.com/docs/error-messages; bodies as
  /// they were seen (`CleverData.md`, section 5). The bodies of 413 and 429 are not published.
  public enum Meaning: String, Sendable, Hashable, CaseIterable {
    /// 400: the request was not understood.
    case badRequest
    /// 401: the token is unknown or was revoked.
    case tokenRefused
    /// 403: the token's scopes do not cover the list.
    case notAllowed
    /// 404: no such record, or it was unshared or deleted.
    case notThere
    /// 404 as a web page, `Cannot GET …`: not an address for this kind of token.
    case wrongToken
    /// 413: `limit` was too large.
    case limitTooLarge
    /// 429: too many requests in a minute.
    case tooManyRequests
    /// 500 to 504: Clever failed.
    case cleverFailed
    /// A web page that is no answer of the API, such as one to sign in at.
    case webPage
    /// Nothing tells.
    case unknown
  }
}
