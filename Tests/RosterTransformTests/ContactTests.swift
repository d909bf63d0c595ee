import BloomzModel
import FlatTables
import Roster
import RosterTransform
import Testing

/// Contacts: none in step one, parents in step two.
struct ContactTests {
  private typealias Child = RosterBuilder.Child

  /// Students `S1` and `S2` in one class.
  private func twoStudents() throws -> RosterBuilder {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1")
    try builder.student("S2")
    try builder.section("C1", students: ["S1", "S2"])
    return builder
  }

  @Test func `step one never has contacts, whatever the export holds`() throws {
    var builder = try twoStudents()
    try builder.contact("P1", phone: "5035550111", of: [.init(student: "S1")])
    try builder.contact("P2", of: [.init(student: "S2"), .init(student: "S1")])
    try builder.contact("P3", email: "", of: [.init(student: "S1", relationship: "Self")])
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.contacts.count == 0)
    #expect(outcome.bloomz.contacts.children.rowCount == 0)
    #expect(outcome.sources.contacts.isEmpty)
    #expect(outcome.notes.hits.isEmpty)
    #expect(outcome.notes.contactsLeftOut == [.stage: 3])
    for id in ["P1", "P2", "P3"] {
      #expect(builder.fate(of: id, in: \.contacts) == "out-of-scope transform")
    }
  }

  @Test func `step two has the full set again and the parents`() throws {
    var first = try twoStudents()
    try first.teacher("T1")
    try first.section("C2", teacher: "T1", students: ["S2"]) { $0.name = "B" }
    try first.contact("P1", of: [.init(student: "S1")])
    var second = first
    let stepOne = try first.stepOne().bloomz
    let stepTwo = try second.stepTwo().bloomz
    for table in [BloomzRoster.Table.schools, .classes, .staff, .students] {
      #expect(stepOne.lines(of: table) == stepTwo.lines(of: table))
    }
    #expect(
      stepTwo.lines(of: .contacts)
        == ["P1|Grace|Okafor|grace.okafor@mail.example||S1=Parent"]
    )
    #expect(second.fate(of: "P1", in: \.contacts) == "bundled parents-contacts")
  }

  @Test func `each child of a contact has its own relationship, by the child's key`() throws {
    var builder = try twoStudents()
    try builder.contact(
      "P1",
      of: [
        .init(student: "S2", relationship: "Aunt/Uncle"), .init(student: "S1"),
        .init(student: "S2", relationship: "Other"),
      ]
    )
    #expect(
      try builder.stepTwo().bloomz.lines(of: .contacts)
        == ["P1|Grace|Okafor|grace.okafor@mail.example||S1=Parent S2=Aunt/Uncle"]
    )
  }

  @Test func `a contact without a child in the bundle is out of scope`() throws {
    var builder = try twoStudents()
    try builder.withhold("S2", in: \.students)
    try builder.contact("P1", of: [.init(student: "S2"), .init(student: "NOBODY")])
    try builder.contact("P2", of: [])
    let outcome = try builder.stepTwo()
    #expect(outcome.bloomz.contacts.count == 0)
    #expect(builder.fate(of: "P1", in: \.contacts) == "out-of-scope contact-without-child")
    #expect(builder.fate(of: "P2", in: \.contacts) == "out-of-scope contact-without-child")
    #expect(outcome.notes.droppedLinks[.unknownChild] == 0)
    #expect(outcome.notes.contactsLeftOut == [.contactWithoutChild: 2])
  }

  @Test func `children who are not in the bundle are dropped and counted`() throws {
    var builder = try twoStudents()
    try builder.withhold("S2", in: \.students)
    try builder.contact(
      "P1",
      of: [.init(student: "S2"), .init(student: "NOBODY"), .init(student: "S1")]
    )
    let outcome = try builder.stepTwo()
    #expect(
      outcome.bloomz.lines(of: .contacts)
        == ["P1|Grace|Okafor|grace.okafor@mail.example||S1=Parent"]
    )
    #expect(outcome.notes.droppedLinks[.childLeftOut] == 1)
    #expect(outcome.notes.droppedLinks[.unknownChild] == 1)
  }

  @Test(arguments: ["Self", "self", "SELF"])
  func `a student is nobody's parent by being their own contact`(relationship: String) throws {
    var builder = try twoStudents()
    try builder.contact("P1", of: [.init(student: "S1", relationship: relationship)])
    try builder.contact(
      "P2",
      of: [.init(student: "S1", relationship: relationship), .init(student: "S2")]
    )
    let outcome = try builder.stepTwo()
    #expect(
      outcome.bloomz.lines(of: .contacts)
        == ["P2|Grace|Okafor|grace.okafor@mail.example||S2=Parent"]
    )
    #expect(builder.fate(of: "P1", in: \.contacts) == "withheld contact-is-self")
    #expect(outcome.notes.hits.map(\.note) == [.contactIsSelf])
    #expect(outcome.notes.droppedLinks[.contactIsSelf] == 1)
  }

  @Test(arguments: [
    ([ContactType.emergency], false), ([.secondary], false), ([.emergency, .secondary], false),
    ([.emergency, .parentGuardian], true), ([.primary], true), ([.family], true),
    ([.other], true), ([.none], true), ([.unknown], true), ([.secondary, .none], true),
  ])
  func `emergency and secondary contacts stay out where every link is such`(
    types: [ContactType],
    isBundled: Bool
  ) throws {
    var builder = try twoStudents()
    let children = types.enumerated().map { Child(student: "S\($0 + 1)", type: $1) }
    try builder.contact("P1", of: children)
    var asked = builder
    let outcome = try builder.stepTwo()
    #expect(outcome.bloomz.contacts.count == (isBundled ? 1 : 0))
    #expect(
      builder.fate(of: "P1", in: \.contacts)
        == (isBundled ? "bundled parents-contacts" : "withheld contact-is-emergency")
    )
    #expect(outcome.notes.hits.map(\.note) == (isBundled ? [] : [.contactIsEmergency]))
    #expect(try asked.stepTwo(includeEmergencyContacts: true).bloomz.contacts.count == 1)
  }

  @Test func `only children in the bundle say whether a contact is for emergencies`() throws {
    var builder = try twoStudents()
    try builder.withhold("S2", in: \.students)
    try builder.contact(
      "P1",
      of: [.init(student: "S1", type: .emergency), .init(student: "S2", type: .parentGuardian)]
    )
    _ = try builder.stepTwo()
    #expect(builder.fate(of: "P1", in: \.contacts) == "withheld contact-is-emergency")
  }

  @Test(arguments: [
    ("a@b.example", "5035550111", "a@b.example|5035550111"), ("a@b.example", "", "a@b.example|"),
    ("", "5035550111", "|5035550111"), ("no at sign", "5035550111", "|5035550111"),
    ("a@b.example", "555-0111", "a@b.example|"), ("a@b.example", "-", "a@b.example|"),
  ])
  func `one of e-mail and telephone is enough`(email: String, phone: String, expected: String)
    throws
  {
    var builder = try twoStudents()
    try builder.contact("P1", email: email, phone: phone, of: [.init(student: "S1")])
    #expect(
      try builder.stepTwo().bloomz.lines(of: .contacts) == ["P1|Grace|Okafor|\(expected)|S1=Parent"]
    )
  }

  @Test(arguments: [("", ""), ("no at sign", ""), ("", "555-0111"), ("a@b", "x"), ("", "-")])
  func `a contact with neither is withheld`(email: String, phone: String) throws {
    var builder = try twoStudents()
    try builder.contact("P1", email: email, phone: phone, of: [.init(student: "S1")])
    try builder.contact("P2", of: [.init(student: "S1")])
    let outcome = try builder.stepTwo()
    #expect(
      outcome.bloomz.lines(of: .contacts)
        == ["P2|Grace|Okafor|grace.okafor@mail.example||S1=Parent"]
    )
    #expect(builder.fate(of: "P1", in: \.contacts) == "withheld contact-unreachable")
    #expect(outcome.notes.hits.map(\.note) == [.contactUnreachable])
  }

  @Test func `dropped addresses and numbers are listed`() throws {
    var builder = try twoStudents()
    try builder.contact("P1", phone: "12", of: [.init(student: "S1")])
    try builder.contact("P2", email: "@", phone: "+1 (503) 555-0111", of: [.init(student: "S1")])
    let notes = try builder.stepTwo().notes
    #expect(notes.hits.map(\.note) == [.contactPhoneUnusable, .contactEmailMalformed])
    #expect(notes.hits.map(\.entity) == [.contact, .contact])
    #expect(notes.changes[.phoneReduced] == 1)
  }

  @Test func `a name that begins like a formula once it is split withholds the contact`() throws {
    var builder = try twoStudents()
    try builder.contact("P1", last: "Smith, =cmd()", of: [.init(student: "S1")])
    try builder.contact("P2", last: "Ann =cmd()", of: [.init(student: "S1")])
    try builder.contact("P3", phone: "1", of: [.init(student: "S1")])
    let outcome = try builder.stepTwo()
    #expect(outcome.bloomz.contacts.key.map(outcome.bloomz.text.string) == ["P3"])
    #expect(outcome.bloomz.contacts.email.count == 1)
    #expect(outcome.bloomz.contacts.phone.count == 1)
    #expect(builder.fate(of: "P1", in: \.contacts) == "withheld formula-start")
    #expect(
      outcome.notes.hits.map(\.note) == [.formulaStart, .formulaStart, .contactPhoneUnusable]
    )
  }
}
