import BloomzModel
import Findings
import FlatTables
import Testing

import BloomzBundle

struct CSVFileTests {
  @Test
  func `the long profile writes six files, step two`() throws {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .parentsContacts).roster)
    #expect(
      try folder.text("data/csv/schools.csv")
        == lines(
          "id,name",
          "003456,\"Oak Hill \"\"East\"\", Elementary\"",
          "1042,École Pine"
        )
    )
    #expect(
      try folder.text("data/csv/classes.csv")
        == lines(
          "school_id,id,name,type,access,grade,section,term,period,teacher_id,teacher_type,"
            + "is_homeroom,subject,student_count,status",
          "003456,A-1,\"Room \"\"5\"\", Rivera\",class,private,k,301,2026-27,1,T-1,primary,,"
            + "homeroom/advisory,2,",
          "003456,A-2,Open hours,class,private,,,,,,,,,0,",
          "1042,B-1,Chœur,class,private,1,,Été,,T-2,primary,,arts and music,2,"
        )
    )
    #expect(
      try folder.text("data/csv/staff.csv")
        == lines(
          "school_id,id,first_name,last_name,email,mobile_phone,preferred_language,role",
          "003456,T-1,Ana,Rivera,ana@oak.example,,,teacher",
          "003456,T-2,小龙,李,li@oak.example,,,teacher",
          "1042,T-2,小龙,李,li@oak.example,,,teacher",
          "1042,T-3,Pat,\"Doe, Jr.\",pat@oak.example,,,school_support_staff"
        )
    )
    #expect(
      try folder.text("data/csv/students.csv")
        == lines(
          "school_id,id,first_name,last_name,grade,email,mobile_phone,preferred_language",
          "003456,S-1,Lena,O'Kafor,k,,,",
          "003456,S-2,\"Jo\nAnn\",Smith,preschool,,,",
          "1042,S-2,\"Jo\nAnn\",Smith,preschool,,,",
          "1042,S-3,Zoë,,,zoe@oak.example,,"
        )
    )
    #expect(
      try folder.text("data/csv/contacts.csv")
        == lines(
          "school_id,id,student_id,first_name,last_name,email,mobile_phone,preferred_language,"
            + "relationship",
          "003456,C-1,S-1,Grace,Okafor,grace@mail.example,5035550111,,Parent",
          "003456,C-1,S-2,Grace,Okafor,grace@mail.example,5035550111,,Grandparent",
          "1042,C-2,S-3,,Björk,,5035550112,,"
        )
    )
    #expect(
      try folder.text("data/csv/memberships.csv")
        == lines(
          "school_id,class_id,member_id,member_type",
          "003456,A-1,T-1,teacher",
          "003456,A-1,T-2,teacher",
          "003456,A-1,S-1,student",
          "003456,A-1,S-2,student",
          "003456,A-1,C-1,parent",
          "1042,B-1,T-2,teacher",
          "1042,B-1,S-2,student",
          "1042,B-1,S-3,student",
          "1042,B-1,C-1,parent",
          "1042,B-1,C-2,parent"
        )
    )
  }

  @Test
  func `the short profile has five class columns and a grade in every class`() throws {
    let folder = try BundleFolder()
    let roster = try SmallRoster(step: .parentsContacts).roster
    try folder.publish(roster, profile: .bloomzV2Short)
    #expect(
      try folder.text("data/csv/classes.csv")
        == lines(
          "school_id,id,name,grade,type",
          "003456,A-1,\"Room \"\"5\"\", Rivera\",K,class",
          "003456,A-2,Open hours,Other,class",
          "1042,B-1,Chœur,1,class"
        )
    )
    #expect(
      try folder.text("data/csv/students.csv")
        == lines(
          "school_id,id,first_name,last_name,grade,email,mobile_phone,preferred_language",
          "003456,S-1,Lena,O'Kafor,K,,,",
          "003456,S-2,\"Jo\nAnn\",Smith,PK,,,",
          "1042,S-2,\"Jo\nAnn\",Smith,PK,,,",
          "1042,S-3,Zoë,,Other,zoe@oak.example,,"
        )
    )
  }

  @Test
  func `step one has no contact and no parent, only the header`() throws {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
    #expect(
      try folder.text("data/csv/contacts.csv")
        == lines(
          "school_id,id,student_id,first_name,last_name,email,mobile_phone,preferred_language,"
            + "relationship"
        )
    )
    #expect(
      try folder.text("data/csv/memberships.csv")
        == lines(
          "school_id,class_id,member_id,member_type",
          "003456,A-1,T-1,teacher",
          "003456,A-1,T-2,teacher",
          "003456,A-1,S-1,student",
          "003456,A-1,S-2,student",
          "1042,B-1,T-2,teacher",
          "1042,B-1,S-2,student",
          "1042,B-1,S-3,student"
        )
    )
  }

  @Test
  func `a column may be fixed text that needs quotes, and the member's key may come first`() throws
  {
    var profile = BundleProfile.bloomzV2Short
    profile.files = [
      ProfileFile(
        name: "links",
        summary: "a layout that no one has yet",
        table: .memberships,
        columns: [
          ProfileColumn("who", .value(.memberKey), .required, summary: "", citation: .assumed),
          ProfileColumn("a,b", .fixed("x,y"), .optional(), summary: "", citation: .assumed),
          ProfileColumn("what", .value(.memberType), .required, summary: "", citation: .assumed),
          ProfileColumn("where", .value(.className), .required, summary: "", citation: .assumed),
        ],
        primaryKey: ["who", "where"]
      )
    ]
    let folder = try BundleFolder()
    let roster = try SmallRoster(step: .classesTeachersStudents).roster
    try folder.publish(roster, profile: profile, formats: [.csv])
    #expect(
      try folder.text("data/csv/links.csv")
        == lines(
          "who,\"a,b\",what,where",
          "T-1,\"x,y\",teacher,\"Room \"\"5\"\", Rivera\"",
          "T-2,\"x,y\",teacher,\"Room \"\"5\"\", Rivera\"",
          "S-1,\"x,y\",student,\"Room \"\"5\"\", Rivera\"",
          "S-2,\"x,y\",student,\"Room \"\"5\"\", Rivera\"",
          "T-2,\"x,y\",teacher,Chœur",
          "S-2,\"x,y\",student,Chœur",
          "S-3,\"x,y\",student,Chœur"
        )
    )
  }

  @Test
  func `contacts in step one are refused`() throws {
    var small = try SmallRoster(step: .parentsContacts)
    small.roster.step = .classesTeachersStudents
    let folder = try BundleFolder()
    let error = #expect(throws: BundleError.self) { try folder.publish(small.roster) }
    #expect(
      error?.description
        == "step 'classes-teachers-students' has no contacts, but the roster holds 2"
    )
    #expect(throws: (any Error).self) { try folder.text("bagit.txt") }
  }

  @Test
  func `a row without a required value is refused`() throws {
    var small = try SmallRoster(step: .parentsContacts)
    small.roster.staff.email[2] = .empty
    let folder = try BundleFolder()
    let error = #expect(throws: BundleError.self) { try folder.publish(small.roster) }
    #expect(error?.description == "row 4 of 'staff.csv' has no 'email', which is required")
  }
}

/// The lines of a CSV file, each ended by CRLF.
func lines(_ lines: String...) -> String { lines.map { $0 + "\r\n" }.joined() }
