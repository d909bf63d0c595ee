/// Something in a finished mail that a standard forbids, or that this program promised not to
/// write. Found by ``MailLint``.
public struct MailFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var rule: Rule
  /// The line, from 1; 0 when it is about the mail as a whole.
  public var line: Int
  /// The field or part it is about; empty when the rule says it all.
  public var subject: String

  /// A fault.
  public init(_ rule: Rule, line: Int = 0, _ subject: String = "") {
    self.rule = rule
    self.line = line
    self.subject = subject
  }

  /// The line and what is wrong, without any value of the mail.
  public var description: String {
    let place = line > 0 ? "line \(line): " : ""
    return place + rule.words + (subject.isEmpty ? "" : " '\(subject)'")
  }

  /// What ``MailLint`` looks for.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// A CR or LF that is not part of a CRLF (RFC 5322, section 2.3).
    case bareLineEnd = "bare-line-end"
    /// A NUL (RFC 5322, section 4).
    case nul = "nul"
    /// Over 998 octets (RFC 5322, section 2.1.1), or no CRLF at the end of the mail.
    case longLine = "long-line"
    /// A header line over 78 octets that could have been folded.
    case longHeaderLine = "long-header-line"
    /// An octet of 0x80 or above in the header.
    case rawHeader = "raw-header"
    /// A control character in the header.
    case controlInHeader = "control-in-header"
    /// Neither a field nor the rest of one (RFC 5322, section 2.2).
    case malformedHeader = "malformed-header"
    /// A field that every mail of ours has is not there.
    case missingField = "missing-field"
    /// A field comes twice.
    case repeatedField = "repeated-field"
    /// A field that is not on the list of what we write; Bcc, say.
    case unknownField = "unknown-field"
    /// The field's value is not what its standard asks for.
    case fieldValue = "field-value"
    /// Not exactly one address of the form that mail servers take.
    case notOneAddress = "not-one-address"
    /// Not a correct encoded word: too long, cut inside a character, or inside quotes (RFC 2047).
    case encodedWord = "encoded-word"
    /// Not `multipart/alternative` with the text first and the HTML last.
    case structure = "structure"
    /// A body line over 76 octets, or one that begins with `From ` or a dot.
    case bodyLine = "body-line"
    /// A body that does not decode to UTF-8 text.
    case bodyEncoding = "body-encoding"
    /// HTML that would fetch something or run something.
    case activeHTML = "active-html"
    /// HTML of 90 KB or more, which some readers cut.
    case largeHTML = "large-html"

    /// The rule's words.
    public var words: String {
      switch self {
      case .bareLineEnd: "a CR or LF stands alone"
      case .nul: "there is a NUL"
      case .longLine: "a line is longer than 998 octets, or has no end"
      case .longHeaderLine: "a header line is longer than 78 octets"
      case .rawHeader: "the header has an octet that is not ASCII"
      case .controlInHeader: "the header has a control character"
      case .malformedHeader: "a header line is not a field"
      case .missingField: "there is no field"
      case .repeatedField: "there are two fields"
      case .unknownField: "there must be no field"
      case .fieldValue: "the value does not fit the field"
      case .notOneAddress: "there is not exactly one address in the field"
      case .encodedWord: "an encoded word is not correct in the field"
      case .structure: "the parts are not as they should be:"
      case .bodyLine: "a body line begins or ends as it must not, or is too long, in"
      case .bodyEncoding: "the encoding is broken in"
      case .activeHTML: "the HTML has"
      case .largeHTML: "the HTML is 90 KB or more"
      }
    }
  }
}
