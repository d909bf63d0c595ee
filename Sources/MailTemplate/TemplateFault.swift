public import Findings

/// The codes of everything that can be wrong with a template. They do not change.
public enum TemplateFault: String, FindingCode, Hashable, CaseIterable {
  /// The file is larger than a template may be.
  case tooLarge = "template-too-large"
  /// The file is not UTF-8.
  case notUTF8 = "template-not-utf8"
  /// The file declares a document type or an entity.
  case hasDoctype = "template-has-doctype"
  /// The file is not well-formed XML.
  case notWellFormed = "template-not-well-formed"
  /// A part that every mail needs is missing.
  case partMissing = "template-part-missing"
  /// A placeholder that every mail needs is not used.
  case placeholderMissing = "template-placeholder-missing"
  /// An element that a mail must not have.
  case forbiddenElement = "template-forbidden-element"
  /// An attribute that a mail must not have.
  case forbiddenAttribute = "template-forbidden-attribute"
  /// A link that is neither `https` nor `mailto`.
  case linkNotHTTPS = "template-link-not-https"
  /// A `data-` attribute that is no binding.
  case unknownBinding = "template-unknown-binding"
  /// A binding names a placeholder that does not exist.
  case unknownPlaceholder = "template-unknown-placeholder"
  /// A placeholder is in a binding of another kind.
  case placeholderMisplaced = "template-placeholder-misplaced"

  /// The code as it is in brackets after a message.
  public var code: String { rawValue }

  /// What the code means, as one line for a catalogue.
  public var title: String { words.title }

  /// What to do about it in general; a fault's own help is more exact.
  public var help: String { words.help }

  private var words: (title: String, help: String) {
    switch self {
    case .tooLarge: ("the template is too large", "name the template, not a data file")
    case .notUTF8: ("the template is not UTF-8", "save the file as UTF-8")
    case .hasDoctype:
      ("the template declares a document type", "take the '<!DOCTYPE …>' out")
    case .notWellFormed:
      ("the template is not well-formed XML", "close every tag and quote every value")
    case .partMissing:
      ("a part of the template is missing", "give it 'html' with 'lang', 'title' and 'body'")
    case .placeholderMissing:
      ("the template lacks a placeholder that a mail needs", "add the placeholder")
    case .forbiddenElement:
      ("the template has an element that no mail may have", "use text, links, lists and tables")
    case .forbiddenAttribute:
      ("the template has an attribute that no mail may have", "take the attribute out")
    case .linkNotHTTPS:
      ("a link of the template is not safe", "begin links with 'https://' or 'mailto:'")
    case .unknownBinding:
      ("the template has a binding that does not exist", "use one that the message names")
    case .unknownPlaceholder:
      ("the template names a placeholder that does not exist", "use one that the message names")
    case .placeholderMisplaced:
      (
        "a placeholder is in a binding of another kind",
        "put texts and links into 'data-text', links into 'data-href', lists into 'data-each'"
      )
    }
  }
}
