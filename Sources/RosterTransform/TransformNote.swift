public import Findings

/// What the transform changed in a record, or why it left it out, if a report shows each such record.
///
/// Where a record is left out, the code is that of its ``TransformReason``. Notes whose code is a
/// rule's id repeat what the rule reported, if it ran: then they need only be counted.
public enum TransformNote: UInt8, FindingCode, Hashable, CaseIterable {
  /// The section had no name, or a homeroom one that tells nothing; one was made.
  case classNameComposed
  /// The name is longer than the bundle's 255 bytes and was cut.
  case classNameShortened
  /// Another class of the school has the same name; something that tells them apart was added.
  case classNameMadeUnique
  /// The term or course begins like a formula, or holds control characters or marks that hide or
  /// turn letters; it is empty in the class.
  case classTextDropped
  /// The contact's telephone number cannot be read as ten digits and was dropped.
  case contactPhoneUnusable
  /// The contact's e-mail address is malformed and was dropped.
  case contactEmailMalformed
  /// The contact has no usable e-mail address and no usable telephone number.
  case contactUnreachable
  /// The contact is the student (`Self`) for every child in the bundle.
  case contactIsSelf
  /// The contact is there for emergencies, or in second place, only.
  case contactIsEmergency
  /// A name that the transform tidied or split would begin like a formula.
  case formulaStart

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
    case .contactIsSelf: TransformReason.contactIsSelf.rawValue
    case .contactIsEmergency: TransformReason.contactIsEmergency.rawValue
    case .formulaStart: TransformReason.formulaStart.rawValue
    }
  }

  /// What it did to the record.
  public var level: Level {
    switch self {
    case .contactUnreachable, .contactIsSelf, .contactIsEmergency, .formulaStart: .error
    default: .warning
    }
  }

  /// What was found, without the record's id, in lower case without a full stop.
  public var title: String {
    switch self {
    case .classNameComposed:
      "the class has no telling name; one was made of its course, grade, teacher and period"
    case .classNameShortened: "the class name is longer than 255 bytes and was cut"
    case .classNameMadeUnique:
      "other classes of the school have the same name; period, section, term or id was added"
    case .classTextDropped:
      "the class's term or course begins like a formula or holds control characters; it was left"
        + " empty"
    case .contactPhoneUnusable:
      "the telephone number has no ten digits that can be dialled and was left empty"
    case .contactEmailMalformed: "the e-mail address is malformed and was left empty"
    case .contactUnreachable:
      "the contact has neither an e-mail address nor a telephone number that can be used"
    case .contactIsSelf: "the contact is the student, and no parent of any other in the bundle"
    case .contactIsEmergency:
      "the contact is an emergency or secondary contact of every child, so is not invited"
    case .formulaStart: "the name begins like a formula once it is tidied or split"
    }
  }

  /// What the school can do about it.
  public var help: String {
    switch self {
    case .classNameComposed, .classNameShortened, .classNameMadeUnique:
      "give the section a name of its own in the student information system"
    case .classTextDropped, .formulaStart:
      "type the value anew in the student information system, without '=' at its start"
    case .contactPhoneUnusable: "enter the number with area code, ten digits in all"
    case .contactEmailMalformed, .contactUnreachable:
      "correct the contact's e-mail address or telephone number"
    case .contactIsSelf: "correct the relationship if this person is a parent"
    case .contactIsEmergency:
      "make the contact a parent or guardian, or switch emergency contacts on"
    }
  }
}
