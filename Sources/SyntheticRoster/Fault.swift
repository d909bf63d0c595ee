/// A fault that can be planted: which rule must find it, how often it comes, how it is made.
public struct Fault: Sendable, Hashable {
  /// The id of the rule that must find it, once for each record it names; nil for what looks like a
  /// fault and is none, so that no rule may speak.
  public let rule: String?
  /// The word that the finding has for it: `student`, `teacher`, `contact` or `section`.
  public let entity: String
  /// How many of the records it lives among there are for one that has it. Small districts have one
  /// of each that fits.
  public let oneIn: Int
  /// Whether only step two of Bloomz's guide, with the contacts, can find it.
  public let isFoundInStepTwo: Bool
  /// What the pipeline file must switch on, so that the rule sees it; nil for nothing.
  public let option: Option?

  /// What an import leaves out unless it is asked for.
  public enum Option: String, Sendable, Hashable, CaseIterable {
    /// Staff who do not teach.
    case otherStaff = "other-staff"
  }

  /// How it is made.
  let planting: Planting

  init(
    _ rule: String?,
    _ entity: String,
    _ planting: Planting,
    oneIn: Int,
    inStepTwo: Bool = false,
    with option: Option? = nil
  ) {
    self.rule = rule
    self.entity = entity
    self.planting = planting
    self.oneIn = oneIn
    isFoundInStepTwo = inStepTwo
    self.option = option
  }

  /// Whether an export of `version` can have the fault.
  func isPossible(in version: CleverVersion) -> Bool {
    switch planting {
    // A contact of v1 names one student. If that one were unknown, the import would not concern it.
    case .contactOfStranger, .manyChildren: version.hasSharedContacts
    // There it is Clever's own way to write the parent of siblings.
    case .twin: version.hasSharedContacts
    // Up to v1.2 the type is free text.
    case .strangeType: version.hasSharedContacts
    // Up to v1.2 a term is a text inside of the section.
    case .strangeCourse, .strangeTerm, .repeatedTerm: version.hasCourses
    default: true
    }
  }
}

/// How a fault is made. Each has a record of its own, chosen so that nothing else becomes faulty.
enum Planting: UInt8, CaseIterable {
  // On a student. One who will be left out has no contacts, since these would be without a child.
  case nameless, copyDiffers, sharedKey, formula, deceiving, keyTwice
  case formulaLike, longName, strangeGrade, inNoSection, strangeHomeSchool, manyContacts
  case garbledName, numberedName, markedUpName, nameWithAddress
  case foreignGrade, gradeless, keyless, spacedKey, rewrittenKey
  // On a student, and no fault: copies that can be told apart, or are the same.
  case copySame, copyOlder
  // On the second contact of a student who is an only child.
  case unreachable, shortPhone, contactWithoutAt, contactInTestDomain, emergency, selfContact
  case contactOfStranger, teachersAddress
  case misspeltHost, madeUpAddress, madeUpPhone, namelessContact, strangeType
  case twin, manyChildren, officeAddress, childsAddress
  // On a student without a name and their only contact.
  case contactOfNameless
  // On a teacher, who is a class's second, since a class without a teacher is another fault.
  case withoutAddress, withoutAt, inTestDomain, inExampleDomain, sharedAddress, namelessTeacher
  case teacherOfStrangeSchool, teachesNothing, placeholderName, teachesMuch
  // On a section of the first period, so that its students keep the five others.
  case strangeStudent, strangeTeacher, strangeSchool, strangeCourse, strangeTerm
  case emptyClass, classWithoutTeacher, classWithoutName, strangeClassGrade
  case listsTwice, withoutPrimary, keylessClass
  case foreignClassGrade, largeClass, endedTerm, reversedTerm, endlessTerm
  // On a section of the last period, which has the name of a section of the second, or a term of its
  // own with the name of another term.
  case repeatedName, repeatedTerm
  // On a school admin who is added to the others.
  case adminWithoutAddress, adminWithoutAt, adminOfStrangeSchool, adminSharesAddress
  // On one of the last schools.
  case repeatedSchool, strangeDistrict

  /// How many records make the fault together, each of which is found.
  var groupSize: Int {
    switch self {
    case .sharedKey, .sharedAddress: 2
    case .officeAddress: 5
    default: 1
    }
  }

  /// Whether a section with the fault is in the last period rather than the first.
  var isInLastPeriod: Bool { self == .repeatedName || self == .repeatedTerm }

  /// Whether the student will be left out, or is none.
  var losesStudent: Bool {
    switch self {
    case .nameless, .copyDiffers, .sharedKey, .formula, .deceiving, .keyTwice, .contactOfNameless:
      true
    default: false
    }
  }

  /// Whether the student's record is in the export a second time.
  var isCopied: Bool { self == .copyDiffers || self == .copySame || self == .copyOlder }

  /// Whether the second contact of the student has the fault.
  var isOnContact: Bool {
    switch self {
    case .unreachable, .shortPhone, .contactWithoutAt, .contactInTestDomain, .emergency,
      .selfContact, .contactOfStranger, .teachersAddress, .misspeltHost, .madeUpAddress,
      .madeUpPhone, .namelessContact, .strangeType, .twin, .manyChildren, .officeAddress,
      .childsAddress:
      true
    default: false
    }
  }
}
