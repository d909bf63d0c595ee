import CleverReader
import Foundation
import Roster
import Findings
import FlatTables
import TestSupport

/// An export made of texts, in a folder of its own; removed with the last copy.
struct Export: Sendable {
  private let temporary: TemporaryFolder

  init(_ files: [String: String]) throws {
    temporary = try TemporaryFolder()
    for (name, text) in files { try temporary.file(name, text) }
  }

  var folder: URL { temporary.url }

  var path: String { temporary.path }

  func write(_ bytes: Data, to name: String) throws { try temporary.file(name, Array(bytes)) }

  func read(studentEmail: Bool = false) throws -> Roster {
    try CleverReader(readsStudentEmail: studentEmail).read(path)
  }
}

extension Roster {
  /// What the roster holds, as lines that do not depend on the order of rows or files.
  var normalized: [String] {
    var lines: [String] = []
    func id(_ records: RecordColumns, _ row: Int32) -> String {
      row < 0 ? "-" : idText(records.ids[Int(row)])
    }
    for row in schools.recordRows {
      lines.append(
        "school \(id(schools.records, Int32(row))) \(text.string(schools.sisID[row])) "
          + "\(text.string(schools.name[row])) \(schools.highGrade[row])"
      )
    }
    for row in students.recordRows {
      lines.append(
        "student \(id(students.records, Int32(row))) \(text.string(students.sisID[row])) "
          + "\(text.string(students.firstName[row]))|\(text.string(students.lastName[row])) "
          + "\(students.grade[row]) \(id(schools.records, students.school[row]))"
      )
    }
    for row in teachers.recordRows {
      lines.append(
        "teacher \(id(teachers.records, Int32(row))) \(text.string(teachers.sisID[row])) "
          + "\(text.string(teachers.lastName[row])) \(text.string(teachers.email[row]))"
      )
    }
    for row in schoolAdmins.recordRows {
      let list = schoolAdmins.schools[row].map { id(schools.records, $0) }
      lines.append("admin \(id(schoolAdmins.records, Int32(row))) \(list)")
    }
    for row in contacts.recordRows {
      let links = contacts.students.range(row).map { index in
        "\(id(students.records, contacts.students.flat[index])) "
          + "\(text.string(contacts.relationship[index])) \(contacts.type[index])"
      }
      lines.append(
        "contact \(id(contacts.records, Int32(row))) \(text.string(contacts.lastName[row])) "
          + "\(text.string(contacts.phone[row])) \(contacts.phoneType[row]) \(links)"
      )
    }
    for row in sections.recordRows {
      lines.append(
        "section \(id(sections.records, Int32(row))) \(text.string(sections.name[row])) "
          + "\(id(schools.records, sections.school[row])) "
          + "\(id(teachers.records, sections.primaryTeacher[row])) "
          + "\(sections.teachers[row].map { id(teachers.records, $0) }) "
          + "\(sections.students[row].map { id(students.records, $0) })"
      )
    }
    return lines.sorted()
  }
}
