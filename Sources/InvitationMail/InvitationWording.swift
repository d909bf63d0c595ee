public import BloomzModel
public import MailTemplate
internal import Texts

/// The wordings that come with the program, and how others are read.
public enum InvitationWording {
  /// What a template of an invitation may use.
  public static var schema: TemplateSchema { InvitationField.schema }

  /// Language tags (RFC 5646) of the built-in wordings, each for every role.
  public static let languages = ["en", "es"]

  /// The names that a pipeline file may write instead of a file's path: `invitations/teacher`.
  public static let names = InvitedRole.allCases.map { "invitations/\($0.rawValue)" }

  /// The built-in wording for `role`, or nil when there is none in this language.
  ///
  /// Cost: the template is read and compiled; keep it.
  public static func builtIn(_ role: InvitedRole, language: String) throws(TemplateFaults)
    -> Template?
  {
    let bytes: [UInt8]
    switch (role, language) {
    case (.teacher, "en"): bytes = PackageResources.teacher_en_xhtml
    case (.teacher, "es"): bytes = PackageResources.teacher_es_xhtml
    case (.parent, "en"): bytes = PackageResources.parent_en_xhtml
    case (.parent, "es"): bytes = PackageResources.parent_es_xhtml
    default: return nil
    }
    return try Template(
      bytes,
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

extension CalendarDay {
  /// The day as the language writes it; `2026-08-15` where we do not know.
  func text(in language: String) -> String {
    switch language.split(separator: "-").first {
    case "en":
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      return "\(months[month - 1]) \(day), \(year)"
    case "es":
      let months = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]
      return "\(day) de \(months[month - 1]) de \(year)"
    default: return description
    }
  }
}

/// `names` as a list inside a sentence.
func joined(_ names: [String], in language: String) -> String {
  let and =
    switch language.split(separator: "-").first {
    case "en": " and "
    case "es": " y "
    default: ", "
    }
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + and + last
}
