import Bytes
import FlatTables
import Foundation
import Roster
import Testing

@testable import CleverReader

/// Unless students' addresses are asked for, no copy of one is made.
@Suite struct StudentEmailTests {
  private static let address = "student.address@lincoln.example"

  /// What a walk of `text` copied.
  private func walked(_ text: String, readsStudentEmail: Bool = false) -> RecordBatch {
    var chunk = Chunk()
    chunk.bytes = Array(text.utf8)
    chunk.end = chunk.bytes.count
    chunk.walk(readsStudentEmail: readsStudentEmail)
    return chunk.batch
  }

  private func copies(_ batch: RecordBatch) -> [String] {
    batch.records.map { batch.values.text.string($0.email) }
  }

  /// A v3 user, whose address comes before anything tells who it is.
  private func user(_ roles: String) -> String {
    "{\"data\":{\"id\":\"a\",\"email\":\"\(Self.address)\",\"roles\":{\(roles)}}}"
  }

  @Test(arguments: [
    "{\"data\":{\"id\":\"a\",\"email\":\"%\",\"roles\":{\"student\":{}}}}",
    "{\"data\":{\"id\":\"a\",\"roles\":{\"student\":{\"email\":\"%\"}}}}",
    "{\"data\":{\"id\":\"a\",\"email\":\"%\"},\"uri\":\"/v2.1/students/a\"}",
    "{\"id\":\"a\",\"email\":\"%\",\"student_number\":\"1\"}",
    "{\"data\":[{\"data\":{\"id\":\"a\",\"email\":\"%\"},\"uri\":\"/v1.2/students/a\"}],\"links\":[]}",
  ])
  func `a student's address is passed over where the option is off`(form: String) throws {
    let text = form.replacing("%", with: Self.address)
    let batch = walked(text)
    #expect(copies(batch) == [""])
    #expect(batch.values.text.byteCount < Self.address.utf8.count)
    #expect(copies(walked(text, readsStudentEmail: true)) == [Self.address])

    let export = try Export(["students.json": text])
    let off = try export.read()
    #expect(off.students.email.isEmpty)
    #expect(off.students.emailMark == [hashBytes(Self.address.utf8.span, ignoringCase: true)])
    #expect(off.text.byteCount < Self.address.utf8.count)
    let on = try export.read(studentEmail: true)
    #expect(on.students.email.map { on.text.string($0) } == [Self.address])
  }

  @Test func `it is still checked as JSON`() throws {
    let text = "{\"id\":\"a\",\"email\":\"\\ud800\",\"student_number\":\"1\"}"
    let roster = try Export(["students.json": text]).read()
    #expect(roster.source.unreadable.map(\.words) == ["half of a surrogate pair"])
    let list = "{\"id\":\"a\",\"email\":[],\"student_number\":\"1\"}"
    let refused = try Export(["students.json": list]).read()
    #expect(refused.source.unreadable.map(\.words) == ["text was expected here"])
  }

  @Test func `the addresses of all others are read, whenever it is told who they are`() throws {
    let escaped = Self.address.replacing("@", with: "\\u0040")
    let export = try Export([
      "users.json": user("\"teacher\":{}"),
      "teachers.json": "{\"id\":\"b\",\"email\":\"\(escaped)\"}",
      "contacts.json": "[{\"id\":\"c\",\"email\":\"\(Self.address)\",\"student\":\"s\"}]",
      "school_admins.json":
        "{\"data\":{\"id\":\"d\",\"email\":\"\(Self.address)\"},\"uri\":\"/v2.0/school_admins/d\"}",
    ])
    let roster = try export.read()
    #expect(roster.teachers.email.map { roster.text.string($0) } == [Self.address, Self.address])
    #expect(roster.contacts.email.map { roster.text.string($0) } == [Self.address])
    #expect(roster.schoolAdmins.email.map { roster.text.string($0) } == [Self.address])
  }
}
