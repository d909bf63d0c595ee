/// All that an invitation says in one language.
///
/// A text may use the placeholders of ``InvitationLayout``, such as `{school}`, and inline markup of
/// XHTML, such as `<strong>`.
struct InvitationLanguage: Sendable {
  /// The language's tag (RFC 5646): `en`.
  var tag: String
  /// The names of the twelve months.
  var months: [String]
  /// How a day is written: `{month} {day}, {year}`.
  var date: String
  /// Stands before the last of several names: ` and `.
  var and: String

  /// Greets the person: `Hello {person},`.
  var greeting: String
  /// Introduces the three steps.
  var stepsIntroduction: String
  /// First step: open Bloomz. The names of Bloomz's buttons stay in English, as Bloomz shows them.
  var openStep: String
  /// Last step: enter the code.
  var codeStep: String
  /// Says that the school made the code; only in mails with such a code.
  var codeMadeHere: String
  /// Names the last day; only in mails that have one.
  var joinBy: String
  /// Asks not to pass the code on.
  var keepSecret: String
  /// Says what to do if the mail came to the wrong person.
  var notYours: String

  /// What only teachers are told.
  var teacher: ForRole
  /// What only parents and contacts are told.
  var parent: ForRole

  /// What is said to one role only.
  struct ForRole: Sendable {
    /// The subject. It names the school, never a person.
    var subject: String
    /// What mail programs show beside the subject.
    var preview: String
    /// The heading of the mail.
    var heading: String
    /// Who invites, to what, and why the person gets the mail.
    var reason: String
    /// Introduces the teacher's classes, or the parent's children.
    var listIntroduction: String
    /// Introduces the code.
    var codeIntroduction: String
    /// Second step: make an account.
    var accountStep: String
  }

  /// Every language, in the order in which they are listed for people.
  static let all: [InvitationLanguage] = [
    .english,
    .spanish,
  ]

  /// The language with the tag `tag`, or with its first part: `en` for `en-US`.
  static func of(_ tag: String) -> InvitationLanguage? {
    let language = tag.split(separator: "-").first
    return all.first { $0.tag.utf8.elementsEqual((language ?? "").utf8) }
  }
}
