import BloomzModel
import Findings
import Testing

import BloomzBundle

struct RecordFileTests {
  @Test
  func `the JSON files hold the same facts, with members in their class`() throws {
    let folder = try BundleFolder()
    let options: ClassOptions = [.behaviorManagement]
    try folder.publish(try SmallRoster(step: .parentsContacts, classOptions: options).roster)
    #expect(
      try folder.text("data/json/schools.ndjson") == """
        {"id":"003456","name":"Oak Hill \\"East\\", Elementary"}
        {"id":"1042","name":"École Pine"}

        """
    )
    #expect(
      try folder.text("data/json/classes.ndjson") == """
        {"id":"A-1","school_id":"003456","name":"Room \\"5\\", Rivera","type":"class",\
        "access":"private","grade":"k","section":"301","term":"2026-27","period":"1",\
        "subject":"homeroom/advisory","is_homeroom":true,"class_options":\
        {"behavior-management":true,"student-portfolios":false,\
        "parent-parent-communication":false},\
        "teachers":[{"id":"T-1","type":"primary"},{"id":"T-2","type":"secondary"}],\
        "students":["S-1","S-2"],"parents":["C-1"]}
        {"id":"A-2","school_id":"003456","name":"Open hours","type":"class",\
        "access":"private","grade":"","section":"","term":"","period":"",\
        "subject":"","is_homeroom":false,"class_options":\
        {"behavior-management":true,"student-portfolios":false,\
        "parent-parent-communication":false},\
        "teachers":[],"students":[],"parents":[]}
        {"id":"B-1","school_id":"1042","name":"Chœur","type":"class",\
        "access":"private","grade":"1","section":"","term":"Été","period":"",\
        "subject":"arts and music","is_homeroom":false,"class_options":\
        {"behavior-management":true,"student-portfolios":false,\
        "parent-parent-communication":false},\
        "teachers":[{"id":"T-2","type":"primary"}],\
        "students":["S-2","S-3"],"parents":["C-1","C-2"]}

        """
    )
    #expect(
      try folder.text("data/json/staff.ndjson") == """
        {"id":"T-1","school_ids":["003456"],"first_name":"Ana","last_name":"Rivera",\
        "email":"ana@oak.example","role":"teacher"}
        {"id":"T-2","school_ids":["003456","1042"],"first_name":"小龙","last_name":"李",\
        "email":"li@oak.example","role":"teacher"}
        {"id":"T-3","school_ids":["1042"],"first_name":"Pat","last_name":"Doe, Jr.",\
        "email":"pat@oak.example","role":"school_support_staff"}

        """
    )
    #expect(
      try folder.text("data/json/students.ndjson") == """
        {"id":"S-1","school_ids":["003456"],"first_name":"Lena","last_name":"O'Kafor",\
        "grade":"k","email":""}
        {"id":"S-2","school_ids":["003456","1042"],"first_name":"Jo\\nAnn","last_name":"Smith",\
        "grade":"preschool","email":""}
        {"id":"S-3","school_ids":["1042"],"first_name":"Zoë","last_name":"",\
        "grade":"","email":"zoe@oak.example"}

        """
    )
    #expect(
      try folder.text("data/json/contacts.ndjson") == """
        {"id":"C-1","first_name":"Grace","last_name":"Okafor","email":"grace@mail.example",\
        "mobile_phone":"5035550111","children":[{"id":"S-1","relationship":"Parent"},\
        {"id":"S-2","relationship":"Grandparent"}]}
        {"id":"C-2","first_name":"","last_name":"Björk","email":"",\
        "mobile_phone":"5035550112","children":[{"id":"S-3","relationship":""}]}

        """
    )
  }

  @Test
  func `step one has an empty contacts file and no parents`() throws {
    let folder = try BundleFolder()
    let roster = try SmallRoster(step: .classesTeachersStudents).roster
    try folder.publish(roster, profile: .bloomzV2Short, formats: [.json])
    #expect(try folder.text("data/json/contacts.ndjson") == "")
    let classes = try folder.text("data/json/classes.ndjson").split(separator: "\n")
    #expect(classes.count == 3)
    #expect(classes.allSatisfy { $0.hasSuffix("\"parents\":[]}") })
    #expect(classes[0].contains("\"grade\":\"K\""))
  }
}
