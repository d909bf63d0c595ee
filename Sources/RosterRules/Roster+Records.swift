import FlatTables
import Findings
import Roster

extension Roster {
  /// Gives a record its fate, unless it has one.
  mutating func decide(_ fate: Fate, _ entity: Entity, _ row: Int) {
    switch entity {
    case .district: districts.records.decide(fate, row)
    case .school: schools.records.decide(fate, row)
    case .student: students.records.decide(fate, row)
    case .teacher: teachers.records.decide(fate, row)
    case .schoolAdmin: schoolAdmins.records.decide(fate, row)
    case .districtAdmin: districtAdmins.records.decide(fate, row)
    case .contact: contacts.records.decide(fate, row)
    case .section: sections.records.decide(fate, row)
    case .course: courses.records.decide(fate, row)
    case .term: terms.records.decide(fate, row)
    case .user: break
    }
  }

  /// The record as a message names it: `teacher '5895…' (sis_id '100003')`.
  ///
  /// The Clever id finds it in the export and in Clever, the sis_id in the school's own records.
  func mention(_ entity: Entity, _ row: Int) -> String {
    guard let id = withRecords(of: entity, { $0.ids[row] }) else { return entity.words }
    // As bytes, of which one text is made: most findings have it.
    var words = Array(entity.words.utf8)
    words.reserveCapacity(80)
    words += " '".utf8
    appendIDText(id, to: &words)
    let key = keyField(entity, row)
    if !key.isEmpty {
      words += (entity == .schoolAdmin ? "' (staff_id '" : "' (sis_id '").utf8
      let bytes = text.span(key)
      for index in bytes.indices { words.append(bytes[index]) }
      words += "')".utf8
    } else {
      words += "'".utf8
    }
    return String(decoding: words, as: UTF8.self)
  }

  private func keyField(_ entity: Entity, _ row: Int) -> TextRef {
    switch entity {
    case .school: schools.sisID[row]
    case .student: students.sisID[row]
    case .teacher: teachers.sisID[row]
    case .schoolAdmin: schoolAdmins.staffID[row]
    case .contact: contacts.sisID[row]
    case .section: sections.sisID[row]
    default: .empty
    }
  }

  /// The ids of `rows` for a message: the first three in quotes, and how many more there are.
  func list(_ rows: [Int32], of entity: Entity) -> String {
    guard let records = records(of: entity) else { return "" }
    let shown = rows.prefix(3).map { "'\(idText(records.ids[Int($0)]))'" }
    let more = rows.count > 3 ? " and \(rows.count - 3) more" : ""
    return shown.joined(separator: ", ") + more
  }
}

extension Entity {
  /// The kind as a message has it: Clever's word with a blank for the underscore.
  var words: String {
    switch self {
    case .schoolAdmin: "school admin"
    case .districtAdmin: "district admin"
    default: text
    }
  }
}

extension RecordColumns {
  /// For each row whether ``isOpen(_:)``, so that links can be followed without far look-ups.
  func openFlags() -> [Bool] {
    (0..<count).map { isOpen($0) }
  }
}
