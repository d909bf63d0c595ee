public import Findings

/// Why the transform left a record out: the reason of its fate in the ledger.
///
/// Beside these a ledger has the names of the rules, and for what is in the bundle the step's.
/// What a rule judges too has that rule's id here: the rule sees the record as the export has it,
/// the transform as it would go into the bundle.
public enum TransformReason: String, FindingCode, Hashable, CaseIterable {
  /// The kind of record is not imported in this step: contacts in step one, other staff unless
  /// asked for, districts, courses and terms always (`BloomzImport.md`, sections 8 and 10.1).
  case stage = "transform"
  /// The section's school is not in the bundle.
  case sectionWithoutSchool = "section-without-school"
  /// The teacher teaches no class of the bundle.
  case teacherWithoutClass = "teacher-without-class"
  /// The student is at no school of the bundle.
  case studentWithoutSchool = "student-without-school"
  /// The school admin works at no school of the bundle.
  case staffWithoutSchool = "staff-without-school"
  /// The contact has no child in the bundle.
  case contactWithoutChild = "contact-without-child"
  /// The contact is the student: every relationship is `Self`.
  case contactIsSelf = "contact-is-self"
  /// The contact is there for emergencies, or in second place, for every child in the bundle.
  case contactIsEmergency = "contact-is-emergency"
  /// The contact has neither an e-mail address nor a telephone number that can be used.
  case contactUnreachable = "contact-unreachable"
  /// A name that the transform tidied or split would begin like a formula.
  case formulaStart = "formula-start"

  /// Whether a record with this reason is withheld; else it is out of scope.
  public var isWithheld: Bool {
    switch self {
    case .contactIsSelf, .contactIsEmergency, .contactUnreachable, .formulaStart: true
    default: false
    }
  }

  /// The reason as it is in the ledger.
  public var code: String { rawValue }

  /// The reason in words, for its page.
  public var title: String {
    switch self {
    case .stage: "this step does not import such records"
    case .sectionWithoutSchool: "the section's school is not in the bundle"
    case .teacherWithoutClass: "the teacher teaches no class of the bundle"
    case .studentWithoutSchool: "the student is at no school of the bundle"
    case .staffWithoutSchool: "the school admin works at no school of the bundle"
    case .contactWithoutChild: "the contact has no child in the bundle"
    case .contactIsSelf: "the contact is the student"
    case .contactIsEmergency: "the contact is an emergency or secondary contact of every child"
    case .contactUnreachable:
      "the contact has neither an e-mail address nor a telephone number of ten digits"
    case .formulaStart: "the record has a name that a spreadsheet would run"
    }
  }

  /// What to do when the record should be in the bundle.
  public var help: String {
    switch self {
    case .stage: "contacts come with step two, 'parents-contacts'; other staff when 'select' asks"
    case .sectionWithoutSchool, .studentWithoutSchool, .staffWithoutSchool:
      "choose the school in the stage 'select', and share it with Bloomz in Clever"
    case .teacherWithoutClass: "share one of the teacher's sections with Bloomz in Clever"
    case .contactWithoutChild: "share one of the contact's children with Bloomz in Clever"
    case .contactIsSelf: TransformNote.contactIsSelf.help
    case .contactIsEmergency: TransformNote.contactIsEmergency.help
    case .contactUnreachable: TransformNote.contactUnreachable.help
    case .formulaStart: TransformNote.formulaStart.help
    }
  }
}
