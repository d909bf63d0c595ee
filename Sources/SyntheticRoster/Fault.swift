/// A fault that can be planted: which rule must find it, how often it comes, how it is made.
public struct Fault: Sendable, Hashable {
  /// The id of the rule that must find it, once for each record it names; nil for what looks like a
  /// fault and is none, so that no rule may speak.
  public let rule: String?
  /// What stands in the finding: `student`, `teacher`, `contact` or `section`.
  public let entity: String
  /// How many of the records it lives among there are for one that has it. Small districts have one
  /// of each that fits.
  public let oneIn: Int
  /// Whether only step two of Bloomz's guide, with the contacts, can find it.
  public let isFoundInStepTwo: Bool

  /// How it is made.
  let planting: Planting

  init(
    _ rule: String?,
    _ entity: String,
    _ planting: Planting,
    oneIn: Int,
    inStepTwo: Bool = false
  ) {
    self.rule = rule
    self.entity = entity
    self.planting = planting
    self.oneIn = oneIn
    isFoundInStepTwo = inStepTwo
  }

  /// Whether the fault can stand in an export of `version`.
  func isPossible(in version: CleverVersion) -> Bool {
    switch planting {
    // A contact of v1 names one student: were that one unknown, the contact would concern nobody.
    case .contactOfStranger: version.hasSharedContacts
    // Up to v1.2 the type is free text.
    case .strangeType: version.hasSharedContacts
    case .strangeCourse, .strangeTerm: version.hasCourses
    default: true
    }
  }
}

/// How a fault is made. Each has a record of its own, chosen so that nothing else becomes faulty.
enum Planting: UInt8, CaseIterable {
  // On a student. One who will be left out has no contacts, since these would be without a child.
  case nameless, copyDiffers, sharedKey, formula, deceiving, keyTwice
  case formulaLike, longName, strangeGrade, inNoSection, strangeHomeSchool, manyContacts
  case garbledName, numberedName, markedUpName
  case foreignGrade, gradeless, keyless, spacedKey, rewrittenKey
  // On a student, and no fault: copies that can be told apart, or are the same.
  case copySame, copyOlder
  // On the second contact of a student who is an only child.
  case unreachable, shortPhone, contactWithoutAt, contactInTestDomain, emergency, selfContact
  case contactOfStranger, teachersAddress
  case misspeltHost, madeUpAddress, madeUpPhone, namelessContact, strangeType
  // On a student without a name and their only contact.
  case contactOfNameless
  // On a teacher, who is a class's second, since a class without a teacher is another fault.
  case withoutAddress, withoutAt, inTestDomain, inExampleDomain, sharedAddress, namelessTeacher
  case teacherOfStrangeSchool, teachesNothing, nobody
  // On a section of the first period, so that its students keep the five others.
  case strangeStudent, strangeTeacher, strangeSchool, strangeCourse, strangeTerm
  case emptyClass, classWithoutTeacher, classWithoutName, strangeClassGrade
  case listsTwice, withoutPrimary, keylessClass
  // On a section of the last period, which bears the name of one of the second.
  case repeatedName

  /// Whether two records make the fault, and both are found.
  var comesInPairs: Bool { self == .sharedKey || self == .sharedAddress }

  /// Whether the student will be left out, or is none.
  var losesStudent: Bool {
    switch self {
    case .nameless, .copyDiffers, .sharedKey, .formula, .deceiving, .keyTwice, .contactOfNameless:
      true
    default: false
    }
  }

  /// Whether the student's record stands in the export a second time.
  var isCopied: Bool { self == .copyDiffers || self == .copySame || self == .copyOlder }

  /// Whether the second contact of the student has the fault.
  var isOnContact: Bool {
    switch self {
    case .unreachable, .shortPhone, .contactWithoutAt, .contactInTestDomain, .emergency,
      .selfContact, .contactOfStranger, .teachersAddress, .misspeltHost, .madeUpAddress,
      .madeUpPhone, .namelessContact, .strangeType:
      true
    default: false
    }
  }
}
