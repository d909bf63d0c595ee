public import BloomzModel
public import MailTemplate

/// The wordings that come with the program, and how others are read.
public enum InvitationWording {
  /// What a template of an invitation may use.
  public static var schema: TemplateSchema { InvitationField.schema }

  /// Language tags (RFC 5646) of the built-in wordings, each for every role.
  public static let languages = InvitationLanguage.all.map(\.tag)

  /// The names that a pipeline file may write instead of a file's path: `invitations/teacher`.
  public static let names = InvitedRole.allCases.map { "invitations/\($0.rawValue)" }

  /// The built-in wording for `role`, or nil when there is none in this language.
  ///
  /// Cost: the template is made, read and compiled; keep it.
  public static func builtIn(_ role: InvitedRole, language: String) throws(TemplateFaults)
    -> Template?
  {
    guard let texts = InvitationLanguage.all.first(where: { $0.tag == language }) else {
      return nil
    }
    return try Template(
      InvitationLayout.template(role, in: texts),
      file: "invitations/\(role.rawValue).\(language).xhtml",
      schema: InvitationField.schema
    )
  }

  /// The wording in a file of the school's own.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - file: the path as findings shall name it.
  /// - Returns: the wording, ready to be filled in.
  /// - Throws: ``TemplateFaults`` with all that is wrong.
  public static func read(_ bytes: [UInt8], file: String) throws(TemplateFaults) -> Template {
    try Template(bytes, file: file, schema: InvitationField.schema)
  }
}
