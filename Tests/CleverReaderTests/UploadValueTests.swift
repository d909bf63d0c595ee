import FlatTables
import Roster
import Testing

@testable import CleverReader

/// What single cells of a district's files mean.
@Suite struct UploadValueTests {
  @Test(arguments: [
    ("KG", CleverGrade.kindergarten), ("K", .kindergarten), ("kindergarten", .kindergarten),
    ("PK", .preKindergarten), ("Pre-K", .preKindergarten), ("PreK", .preKindergarten),
    ("PK4", .preKindergarten), ("pre kindergarten", .preKindergarten),
    ("TK", .transitionalKindergarten),
    ("Transitional Kindergarten", .transitionalKindergarten), ("PS", .preschool),
    ("01", .grade1), ("1", .grade1), ("13", .grade13), ("1st", .grade1), ("3rd Grade", .grade3),
    ("Grade 3", .grade3), ("Gr. 3", .grade3), ("3.0", .grade3), ("12th", .grade12),
    ("postgraduate", .postGraduate), ("PG", .postGraduate), ("UG", .ungraded),
    ("09-13", .grade9), ("1-3", .grade1), ("K-5", .kindergarten), ("PK-5", .preKindergarten),
    ("Pre-K-5", .preKindergarten), ("TK - 2", .transitionalKindergarten),
    ("", .none), ("14", .unknown), ("0", .unknown), ("-1", .unknown), ("1/2", .unknown),
    ("3.5", .unknown), ("Room 3", .unknown), ("mixed", .unknown), ("３", .unknown),
  ])
  func `a grade is read as districts write it`(text: String, grade: CleverGrade) {
    let read = CleverGrade(ofUpload: text.utf8.span)
    #expect(read == grade)
  }

  @Test(arguments: [
    ("09-13", CleverGrade.grade13), ("K-5", .grade5), ("PK-5", .grade5), ("5", .grade5),
  ])
  func `the highest grade of a school is the end of a range`(text: String, grade: CleverGrade) {
    let read = CleverGrade(ofUpload: text.utf8.span, takesUpperEnd: true)
    #expect(read == grade)
  }

  @Test(arguments: [
    ("emergency", ContactType.emergency), ("EMERGENCY", .emergency),
    ("Emergency Contact", .emergency),
    ("emerg1", .emergency), ("Emerg 2", .emergency), ("EMG", .emergency), ("EC1", .emergency),
    ("Guardian/Emergency", .emergency), ("Parent - emergency only", .emergency),
    ("release1", .notParent), ("Release To", .notParent), ("Pick-up", .notParent),
    ("authorized pickup", .notParent), ("Family friend", .notParent), ("doctor", .notParent),
    ("Not a guardian", .notParent), ("No contact", .notParent),
    ("guardian", .parentGuardian), ("Guardian", .parentGuardian), ("parent1", .parentGuardian),
    ("PARENT/GUARDIAN", .parentGuardian), ("Parent / Guardian 2", .parentGuardian),
    ("Legal Guardian", .parentGuardian), ("Secondary Guardian", .parentGuardian),
    ("mother", .parentGuardian), ("Step-Father", .parentGuardian), ("family", .family),
    ("Family", .family), ("primary", .primary), ("SECONDARY", .secondary), ("other", .other),
    ("", .none), ("Carpool", .unknown), ("grandparent", .unknown), ("1", .unknown),
  ])
  func `no one who is there for emergencies or for picking up is taken for a parent`(
    text: String,
    type: ContactType
  ) {
    let read = ContactType(spelled: text.utf8.span)
    #expect(read == type)
  }

  @Test(arguments: [
    "NULL", "null", "Null", "N/A", "n/a", "NA", "#N/A", "-", "--", "none", "None", "(null)", "\\N",
    "<NULL>", "NaN", "nil", "undefined", "#REF!", ".",
  ])
  func `a word for nothing is nothing`(text: String) {
    let isNothing = isWordForNothing(text.utf8.span)
    #expect(isNothing)
  }

  @Test(arguments: ["", "0", "Nulla", "N", "Nan Lee", "-1", "Nora", "U", "A-1", "none of these"])
  func `other texts are what they say`(text: String) {
    let isNothing = isWordForNothing(text.utf8.span)
    #expect(!isNothing)
  }

  @Test func `a person may be called Null, and no one NULL`() {
    for name in ["Null", "null", "Na", "Nan", "None"] {
      let isNothing = isWordForNothing(name.utf8.span, isName: true)
      #expect(!isNothing)
    }
    for name in ["NULL", "#N/A", "-", "(null)"] {
      let isNothing = isWordForNothing(name.utf8.span, isName: true)
      #expect(isNothing)
    }
  }

  @Test(arguments: [
    ("Homeroom/advisory", "homeroom/advisory"), ("HOMEROOM / ADVISORY", "homeroom/advisory"),
    ("Homeroom", "homeroom/advisory"), ("pe and health", "PE and health"),
    ("PE & Health", "PE and health"), ("English/Language Arts", "english/language arts"),
    ("Arts and music", "arts and music"),
  ])
  func `a subject is the API's in any case`(text: String, subject: String) {
    let read = CleverSubject.spelling(of: text.utf8.span)
    #expect(read == subject)
  }

  @Test func `another subject is none of Clever's`() {
    for text in ["", "Homeroom 2", "Chess", "Mathematics", String(repeating: "x", count: 99)] {
      let read = CleverSubject.spelling(of: text.utf8.span)
      #expect(read == nil)
    }
  }
}
