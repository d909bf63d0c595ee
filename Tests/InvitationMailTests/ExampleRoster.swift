import BloomzModel
import Findings
import FlatTables
import Foundation
import MailMessage
import MailTemplate
import SafeFiles
import TestSupport
import Texts

@testable import InvitationMail

/// A made-up school: two schools, three classes, teachers and contacts with the troubles that the
/// tests look for.
struct ExampleRoster {
  var roster = BloomzRoster(
    text: TextArena(),
    step: .parentsContacts,
    classOptions: .standard
  )

  init() throws {
    for (key, name) in [("100", "Lincoln Elementary"), ("200", "Roosevelt Middle")] {
      roster.schools.key.append(try text(key))
      roster.schools.name.append(try text(name))
    }
    for (first, last, schools) in [("Zora", "Kidd", [0]), ("Quentin", "Kidd", [0, 1])] {
      roster.students.key.append(try text("s-\(first)"))
      roster.students.firstName.append(try text(first))
      roster.students.lastName.append(try text(last))
      roster.students.grade.append(.third)
      roster.students.email.append(.empty)
      for school in schools { roster.students.schools.append(Int32(school)) }
      roster.students.schools.closeRow()
    }
  }

  mutating func text(_ text: String) throws -> TextRef { try roster.text.append(text) }

  mutating func addTeacher(
    _ key: String,
    _ first: String,
    _ last: String,
    _ email: String,
    schools: [Int32] = [0],
    role: StaffRole = .teacher
  ) throws {
    roster.staff.key.append(try text(key))
    roster.staff.firstName.append(try text(first))
    roster.staff.lastName.append(try text(last))
    roster.staff.email.append(try text(email))
    roster.staff.role.append(role)
    for school in schools { roster.staff.schools.append(school) }
    roster.staff.schools.closeRow()
  }

  mutating func addClass(_ name: String, school: Int32 = 0, teachers: [Int32]) throws {
    roster.classes.school.append(school)
    roster.classes.key.append(try text("c-\(name)"))
    roster.classes.name.append(try text(name))
    roster.classes.grade.append(.third)
    roster.classes.section.append(.empty)
    roster.classes.term.append(.empty)
    roster.classes.period.append(.empty)
    roster.classes.subject.append(.empty)
    roster.classes.isHomeroom.append(false)
    roster.classes.primaryTeacher.append(teachers.first ?? -1)
    for teacher in teachers { roster.classes.teachers.append(teacher) }
    roster.classes.teachers.closeRow()
    roster.classes.students.append(0)
    roster.classes.students.closeRow()
  }

  mutating func addContact(
    _ key: String,
    _ first: String,
    _ last: String,
    _ email: String,
    children: [Int32] = [0]
  ) throws {
    roster.contacts.key.append(try text(key))
    roster.contacts.firstName.append(try text(first))
    roster.contacts.lastName.append(try text(last))
    roster.contacts.email.append(try text(email))
    roster.contacts.phone.append(.empty)
    for child in children { roster.contacts.children.append(child) }
    roster.contacts.children.closeRow()
    roster.contacts.relationship.append(.empty)
  }

  /// The school that most tests use.
  static func lincoln() throws -> BloomzRoster {
    var example = try ExampleRoster()
    try example.addTeacher("T-1", "José", "Núñez", "jose@lincoln.example")
    try example.addTeacher("T-2", "Ann", "Lee", "", schools: [0, 1])
    try example.addTeacher("T-3", "Bo\r\nBcc: eve@evil.org", "Doe", "bo@lincoln.example")
    try example.addTeacher("T-4", "Kim", "Roe", "kim.lincoln.example")
    try example.addTeacher("T-5", "Lou", "Poe", "lou@lincoln.invalid")
    try example.addTeacher(
      "T-6",
      "Sam",
      "Staff",
      "sam@lincoln.example",
      role: .schoolSupportStaff
    )
    try example.addTeacher(
      "T-7/é",
      "=Max",
      "\"Quote\" <Fox>",
      "max@lincoln.example",
      schools: [0, 1]
    )
    try example.addClass("Grade 3 <b> Homeroom", teachers: [0, 6])
    try example.addClass("Music & Art", teachers: [0])
    try example.addClass("Band", school: 1, teachers: [6])
    try example.addContact("P-1", "Dana", "Kidd", "dana@family.example", children: [0, 1])
    try example.addContact("P-2", "", "Kidd", "", children: [1])
    return example.roster
  }
}

let masterKey = [UInt8](repeating: 7, count: 32)

func exampleSettings(_ role: InvitedRole) throws -> InvitationSettings {
  InvitationSettings(
    role: role,
    sender: InvitationSender(
      name: "Lincoln Elementary",
      address: try MailAddress("office@lincoln.example"),
      replyTo: try MailAddress("help@lincoln.example"),
      phone: "(555) 010-0199"
    ),
    district: "district",
    issueDate: try required(CalendarDay("2026-08-15")),
    joinLink: try required(TemplateLink(InvitationSettings.standardLink))
  )
}

struct Missing: Error {}

func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Missing() }
  return value
}

/// What one writing left: the outcome, and each file's text by its path.
struct Written {
  var outcome: InvitationOutcome
  var files: [String: String] = [:]
  var entries: [FileEntry]

  init(
    _ roster: BloomzRoster,
    _ settings: InvitationSettings,
    language: String = "en",
    codes: CodeSource? = nil
  ) throws {
    let place = try TemporaryFolder()
    let writer = try exampleWriter(settings, language: language, codes: codes)
    var folder = try OutputFolder.staging(place("mail"), mark: InvitationWriter.mark)
    outcome = try writer.write(
      roster,
      schoolID: { $1.append(contentsOf: "school-\($0)".utf8) },
      personID: { $1.append(contentsOf: "person-\($0)".utf8) },
      into: &folder
    )
    try folder.publish()
    entries = folder.entries
    for entry in entries {
      files[entry.path] = String(decoding: try place.bytes("mail/\(entry.path)"), as: UTF8.self)
    }
  }
}

func exampleWriter(
  _ settings: InvitationSettings,
  language: String = "en",
  codes: CodeSource? = nil
) throws -> InvitationWriter {
  try InvitationWriter(
    settings: settings,
    template: try required(InvitationWording.builtIn(settings.role, language: language)),
    codes: codes
      ?? .made(InvitationCodes(masterKey: masterKey, district: settings.district, epoch: "2026")),
    masterKey: masterKey
  )
}

/// The text of `data/invitations.csv`.
func invitationSheet(_ outcome: InvitationOutcome, _ roster: BloomzRoster) throws -> String {
  let place = try TemporaryFolder()
  var folder = try OutputFolder.staging(place("sheet"), mark: "invitations.csv")
  try folder.write("invitations.csv") { InvitationSheet.write(outcome, of: roster, to: &$0) }
  try folder.publish()
  return String(decoding: try place.bytes("sheet/invitations.csv"), as: UTF8.self)
}
