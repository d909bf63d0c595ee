public import Findings

/// What the transform changed in a record, or why it left it out, where somebody should hear of it.
///
/// The code is the rule id that a report shows; where a record is left out it is the same word as
/// its ``TransformReason``.
public enum TransformNote: UInt8, Sendable, Hashable, CaseIterable {
  /// The section had no name, or a homeroom one that tells nothing; one was made.
  case classNameComposed
  /// The name is longer than the bundle's 255 bytes and was cut.
  case classNameShortened
  /// Another class of the school has the same name; something that tells them apart was added.
  case classNameMadeUnique
  /// The term or course begins like a formula, so the class has no term or subject.
  case classTextDropped
  /// The contact's telephone number cannot be read as ten digits and was dropped.
  case contactPhoneUnusable
  /// The contact's e-mail address is malformed and was dropped.
  case contactEmailMalformed
  /// The contact has no usable e-mail address and no usable telephone number.
  case contactUnreachable
  /// The contact is there for emergencies, or in second place, only.
  case contactForEmergencies
  /// A name that the transform tidied or split would begin like a formula.
  case formulaLikeName

  /// The stable code, in kebab case.
  public var code: String {
    switch self {
    case .classNameComposed: "class-name-composed"
    case .classNameShortened: "class-name-shortened"
    case .classNameMadeUnique: "class-name-made-unique"
    case .classTextDropped: "class-text-dropped"
    case .contactPhoneUnusable: "contact-phone-unusable"
    case .contactEmailMalformed: "contact-email-malformed"
    case .contactUnreachable: TransformReason.contactUnreachable.rawValue
    case .contactForEmergencies: TransformReason.contactForEmergencies.rawValue
    case .formulaLikeName: TransformReason.formulaLikeName.rawValue
    }
  }

  /// What it did to the record.
  public var level: Level {
    switch self {
    case .contactUnreachable, .contactForEmergencies, .formulaLikeName: .error
    default: .warning
    }
  }

  /// What was found, without the record's id, in lower case without a full stop.
  public var summary: String {
    switch self {
    case .classNameComposed:
      "the class has no telling name; one was made of its course, grade, teacher and period"
    case .classNameShortened: "the class name is longer than 255 bytes and was cut"
    case .classNameMadeUnique:
      "other classes of the school have the same name; period, section, term or id was added"
    case .classTextDropped:
      "the term or course of the class begins like a formula and was left empty"
    case .contactPhoneUnusable:
      "the telephone number has no ten digits that can be dialled and was left empty"
    case .contactEmailMalformed: "the e-mail address is malformed and was left empty"
    case .contactUnreachable:
      "the contact has neither an e-mail address nor a telephone number that can be used"
    case .contactForEmergencies:
      "the contact is an emergency or secondary contact of every child, so is not invited"
    case .formulaLikeName: "the name begins like a formula once it is tidied or split"
    }
  }

  /// What somebody can do about it.
  public var help: String {
    switch self {
    case .classNameComposed, .classNameShortened, .classNameMadeUnique:
      "give the section a name of its own in the student information system"
    case .classTextDropped, .formulaLikeName:
      "take the '=' off the value in the student information system"
    case .contactPhoneUnusable: "enter the number with area code, ten digits in all"
    case .contactEmailMalformed, .contactUnreachable:
      "correct the contact's e-mail address or telephone number"
    case .contactForEmergencies:
      "make the contact a parent or guardian, or switch emergency contacts on"
    }
  }
}
