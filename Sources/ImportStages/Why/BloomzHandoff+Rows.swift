import BloomzModel
import FlatTables
import Roster
import RosterTransform

extension BloomzHandoff {
  /// The rows of the bundle that a record went to, by file and key; empty if it went to none.
  func rows(of entity: Entity, _ row: Int) -> String {
    var parts: [String] = []
    let target = Int32(row)
    switch entity {
    case .school:
      for index in sources.schools.indices where sources.schools[index] == target {
        parts.append("schools '\(key(bloomz.schools.key[index]))'")
      }
    case .section:
      for index in sources.classes.indices where sources.classes[index] == target {
        parts.append("classes '\(key(bloomz.classes.key[index]))'")
      }
    case .teacher, .schoolAdmin:
      for index in sources.staff.indices
      where sources.staff[index].entity == entity && sources.staff[index].row == target {
        parts.append("staff '\(key(bloomz.staff.key[index]))'")
        parts += memberships(bloomz.classes.teachers, of: index)
      }
    case .student:
      for index in sources.students.indices where sources.students[index] == target {
        parts.append("students '\(key(bloomz.students.key[index]))'")
        parts += memberships(bloomz.classes.students, of: index)
      }
    case .contact:
      for index in sources.contacts.indices where sources.contacts[index] == target {
        parts.append("contacts '\(key(bloomz.contacts.key[index]))'")
      }
    case .district, .districtAdmin, .course, .term, .user: break
    }
    return parts.joined(separator: "; ")
  }

  /// The classes that have a person among `members`.
  private func memberships(_ members: Links, of person: Int) -> [String] {
    let classes = (0..<bloomz.classes.count).filter { members[$0].contains(Int32(person)) }
      .map { "'\(key(bloomz.classes.key[$0]))'" }
    return classes.isEmpty ? [] : ["memberships in classes \(firstFew(classes))"]
  }

  private func key(_ ref: TextRef) -> String { bloomz.text.string(ref) }
}
