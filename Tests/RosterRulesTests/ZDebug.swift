import CleverReader
import Findings
import FlatTables
import Roster
import Testing
@testable import RosterRules
@Test func `zdebug`() throws {
  let roster = try CleverReader().read("Tests/RosterRulesTests/Fixtures/contact-is-emergency/faulty")
  print("DBG", roster.contacts.type, roster.contacts.relationship, roster.contacts.students.flat, roster.contacts.records.isOpen(0))
}
