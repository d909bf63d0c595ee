extension Fault {
  /// Every fault, by the records it lives among.
  public static let all =
    onStudents + onContacts + onTeachers + onSections + onAdmins + onSchools

  /// On students.
  static let onStudents = [
    Fault("student-without-name", "student", .nameless, oneIn: 1500),
    Fault("duplicate-record", "student", .copyDiffers, oneIn: 2000),
    Fault("key-repeats", "student", .sharedKey, oneIn: 4000),
    Fault("formula-start", "student", .formula, oneIn: 3000),
    Fault("control-or-deceiving-characters", "student", .deceiving, oneIn: 2500),
    Fault("record-unreadable", "student", .keyTwice, oneIn: 5000),
    Fault("formula-like-start", "student", .formulaLike, oneIn: 2500),
    Fault("text-too-long", "student", .longName, oneIn: 5000),
    Fault("student-grade-unknown", "student", .strangeGrade, oneIn: 1200),
    Fault("student-in-no-section", "student", .inNoSection, oneIn: 1000),
    Fault("student-names-unknown-school", "student", .strangeHomeSchool, oneIn: 1500),
    Fault("student-with-many-contacts", "student", .manyContacts, oneIn: 2000, inStepTwo: true),
    Fault("text-is-garbled", "student", .garbledName, oneIn: 1500),
    Fault("name-has-digits", "student", .numberedName, oneIn: 2000),
    Fault("text-holds-markup", "student", .markedUpName, oneIn: 2500),
    Fault("student-grade-outside-school", "student", .foreignGrade, oneIn: 1200),
    Fault("student-without-grade", "student", .gradeless, oneIn: 1500),
    Fault("student-without-sis-id", "student", .keyless, oneIn: 2000),
    Fault("key-with-outer-space", "student", .spacedKey, oneIn: 3000),
    Fault("key-rewritten-by-spreadsheet", "student", .rewrittenKey, oneIn: 3000),
    Fault("name-is-address", "student", .nameWithAddress, oneIn: 2500),
    Fault(nil, "student", .copySame, oneIn: 4000),
    Fault(nil, "student", .copyOlder, oneIn: 4000),
  ]

  /// On contacts; they live among the students.
  static let onContacts = [
    Fault("contact-unreachable", "contact", .unreachable, oneIn: 800, inStepTwo: true),
    Fault("contact-phone-unusable", "contact", .shortPhone, oneIn: 1200, inStepTwo: true),
    Fault("contact-email-malformed", "contact", .contactWithoutAt, oneIn: 1200, inStepTwo: true),
    Fault("contact-email-reserved", "contact", .contactInTestDomain, oneIn: 4000, inStepTwo: true),
    Fault("contact-is-emergency", "contact", .emergency, oneIn: 900, inStepTwo: true),
    Fault("contact-is-self", "contact", .selfContact, oneIn: 4000, inStepTwo: true),
    Fault(
      "contact-names-unknown-student",
      "contact",
      .contactOfStranger,
      oneIn: 1500,
      inStepTwo: true
    ),
    Fault(
      "teacher-and-contact-share-email",
      "contact",
      .teachersAddress,
      oneIn: 3000,
      inStepTwo: true
    ),
    Fault("contact-without-student", "contact", .contactOfNameless, oneIn: 4000, inStepTwo: true),
    Fault("email-host-misspelt", "contact", .misspeltHost, oneIn: 900, inStepTwo: true),
    Fault("email-is-placeholder", "contact", .madeUpAddress, oneIn: 1500, inStepTwo: true),
    Fault("contact-phone-is-placeholder", "contact", .madeUpPhone, oneIn: 1500, inStepTwo: true),
    Fault("contact-without-name", "contact", .namelessContact, oneIn: 2500, inStepTwo: true),
    Fault("contact-type-unknown", "contact", .strangeType, oneIn: 2500, inStepTwo: true),
    Fault("contact-stands-twice", "contact", .twin, oneIn: 2500, inStepTwo: true),
    Fault("contact-with-many-students", "contact", .manyChildren, oneIn: 4000, inStepTwo: true),
    Fault(
      "student-and-contact-share-email",
      "contact",
      .childsAddress,
      oneIn: 3000,
      inStepTwo: true
    ),
    Fault("contacts-share-email", "contact", .officeAddress, oneIn: 8000, inStepTwo: true),
  ]

  /// On teachers.
  static let onTeachers = [
    Fault("teacher-without-email", "teacher", .withoutAddress, oneIn: 150),
    Fault("teacher-email-malformed", "teacher", .withoutAt, oneIn: 200),
    Fault("teacher-email-reserved", "teacher", .inTestDomain, oneIn: 800),
    Fault("teachers-share-email", "teacher", .sharedAddress, oneIn: 800),
    Fault("teacher-email-is-example", "teacher", .inExampleDomain, oneIn: 800),
    Fault("teacher-without-name", "teacher", .namelessTeacher, oneIn: 600),
    Fault("teacher-names-unknown-school", "teacher", .teacherOfStrangeSchool, oneIn: 300),
    Fault("teacher-in-no-section", "teacher", .teachesNothing, oneIn: 100),
    Fault("name-is-placeholder", "teacher", .placeholderName, oneIn: 300),
    Fault("teacher-in-many-sections", "teacher", .teachesMuch, oneIn: 600),
  ]

  /// On school admins; a district with faults has that many more of them.
  static let onAdmins = [
    Fault(
      "admin-without-email",
      "school_admin",
      .adminWithoutAddress,
      oneIn: 20,
      with: .otherStaff
    ),
    Fault("admin-email-malformed", "school_admin", .adminWithoutAt, oneIn: 20, with: .otherStaff),
    Fault(
      "admin-names-unknown-school",
      "school_admin",
      .adminOfStrangeSchool,
      oneIn: 20,
      with: .otherStaff
    ),
    // Before v3 an admin who teaches as well has two records, and is found, too.
    Fault("admin-shares-email", "school_admin", .adminSharesAddress, oneIn: 40, with: .otherStaff),
  ]

  /// On schools: one of each, where there are as many schools.
  static let onSchools = [
    Fault("school-names-repeat", "school", .repeatedSchool, oneIn: .max),
    Fault("schools-of-two-districts", "school", .strangeDistrict, oneIn: .max),
  ]

  /// On sections; they live among those of the first period.
  static let onSections = [
    Fault("section-names-unknown-student", "section", .strangeStudent, oneIn: 40),
    Fault("section-names-unknown-teacher", "section", .strangeTeacher, oneIn: 80),
    Fault("section-names-unknown-school", "section", .strangeSchool, oneIn: 200),
    Fault("section-names-unknown-course", "section", .strangeCourse, oneIn: 100),
    Fault("section-names-unknown-term", "section", .strangeTerm, oneIn: 100),
    Fault("section-without-students", "section", .emptyClass, oneIn: 100),
    Fault("section-without-teacher", "section", .classWithoutTeacher, oneIn: 100),
    Fault("section-without-name", "section", .classWithoutName, oneIn: 150),
    Fault("section-grade-unknown", "section", .strangeClassGrade, oneIn: 120),
    Fault("class-names-repeat", "section", .repeatedName, oneIn: 60),
    Fault("section-names-person-twice", "section", .listsTwice, oneIn: 100),
    Fault("section-without-primary-teacher", "section", .withoutPrimary, oneIn: 120),
    Fault("section-without-sis-id", "section", .keylessClass, oneIn: 150),
    Fault("section-grade-outside-school", "section", .foreignClassGrade, oneIn: 120),
    Fault("class-is-large", "section", .largeClass, oneIn: 200),
    Fault("section-term-ended", "section", .endedTerm, oneIn: 150),
    Fault("term-dates-reversed", "section", .reversedTerm, oneIn: 200),
    Fault("section-without-term-end", "section", .endlessTerm, oneIn: 200),
    // The term is found, and there is one.
    Fault("term-names-repeat", "term", .repeatedTerm, oneIn: .max),
  ]
}
