import MailTemplate
import Texts

/// What the templates of invitations may use, in the order of their numbers.
///
/// Never among them: a student's last name, grade or id; a list of students.
enum InvitationField: Int, CaseIterable {
  /// The invited person's name; may be empty.
  case person
  /// The person's school; several with "and" between them.
  case school
  /// Who invites: the school or office, and a person where one is named.
  case inviter
  /// The invitation code.
  case code
  /// Where one joins.
  case link
  /// The address that the mail goes to.
  case address
  /// The last day on which the code is promised to work; may be empty.
  case lastDate
  /// The office's phone number; may be empty.
  case phone
  /// The names of the teacher's classes; empty for parents.
  case classes
  /// First names of the children, only when switched on; empty for teachers.
  case children
  /// Whether we made the code.
  case madeHere
  /// Whether Bloomz made the code.
  case fromBloomz

  var field: TemplateField {
    switch self {
    case .person, .address, .lastDate, .phone: TemplateField("\(self)", .text)
    case .school, .inviter, .code: TemplateField("\(self)", .text, isRequired: true)
    case .link: TemplateField("\(self)", .link, isRequired: true)
    case .classes, .children: TemplateField("\(self)", .list)
    case .madeHere, .fromBloomz: TemplateField("\(self)", .flag)
    }
  }

  static let schema = TemplateSchema(allCases.map(\.field))
}
