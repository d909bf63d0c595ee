import BloomzBundle
import BloomzModel
import Findings
import FlatTables
import Roster

/// Tells why a row of an earlier bundle is not in the new one: whether the export still has the
/// records it was made of.
///
/// A record in the export proves what it says: a student who is at another school now, or no longer
/// in a class, left there. A record that is not in the export proves nothing, unless the
/// export is proved to hold all of its kind.
final class Absences {
  private let roster: Roster
  private let bloomz: BloomzRoster
  private let complete: Set<ProfileTable>
  /// Hashes of the keys of records that are not in the bundle, by table; made when first asked
  /// for. A few bytes a record and no text.
  private var others: [ProfileTable: Set<Int>] = [:]

  /// - Parameters:
  ///   - roster: the export, each record with its fate.
  ///   - bloomz: what goes into the new bundle.
  ///   - complete: the tables whose records the export is proved to hold, all of them.
  init(_ roster: Roster, _ bloomz: BloomzRoster, complete: Set<ProfileTable>) {
    self.roster = roster
    self.bloomz = bloomz
    self.complete = complete
  }

  /// Why the row `key` of `table` is not in the new bundle.
  func reason(_ table: ProfileTable, _ key: RowKey) -> BundleDifference.Absence {
    let fields = key.fields
    let parts: [(table: ProfileTable, key: [UInt8])] =
      switch table {
      case .schools: [(.schools, fields[0])]
      case .classes, .staff, .students: [(table, fields[1])]
      case .contacts: [(.contacts, fields[1]), (.students, fields[2])]
      case .memberships: [(.classes, fields[1]), (members(fields[2]), fields[3])]
      }
    var isLeftOut = false
    for part in parts where !isBundled(part.key, in: part.table) {
      guard isInExport(part.key, of: part.table) else {
        return complete.contains(part.table) ? .removed : .notInExport
      }
      isLeftOut = true
    }
    return isLeftOut ? .leftOut : .removed
  }

  private func members(_ type: [UInt8]) -> ProfileTable {
    switch MemberType(rawValue: String(decoding: type, as: UTF8.self)) {
    case .teacher?: .staff
    case .parent?: .contacts
    case .student?, nil: .students
    }
  }

  /// Whether the new bundle has the record, be it in another row.
  private func isBundled(_ key: [UInt8], in table: ProfileTable) -> Bool {
    switch table {
    case .schools: has(key, bloomz.schools.key, 0..<bloomz.schools.count)
    case .classes: classesHave(key)
    case .staff: has(key, bloomz.staff.key, 0..<bloomz.staff.count)
    case .students: has(key, bloomz.students.key, 0..<bloomz.students.count)
    case .contacts: has(key, bloomz.contacts.key, 0..<bloomz.contacts.count)
    case .memberships: false
    }
  }

  /// Classes are in the order of their schools, and of keys in each school.
  private func classesHave(_ key: [UInt8]) -> Bool {
    let classes = bloomz.classes
    var start = 0
    while start < classes.count {
      let school = classes.school[start]
      let end = first(start..<classes.count) { classes.school[$0] > school }
      if has(key, classes.key, start..<end) { return true }
      start = end
    }
    return false
  }

  private func has(_ key: [UInt8], _ keys: [TextRef], _ rows: Range<Int>) -> Bool {
    let row = first(rows) {
      !bytes(of: keys[$0], in: bloomz.text).lexicographicallyPrecedes(key)
    }
    return row < rows.upperBound && bytes(of: keys[row], in: bloomz.text) == key
  }

  /// The first of `rows` for which `isReached`, once true, stays so; their end if there is none.
  private func first(_ rows: Range<Int>, where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether the export has a record of that key that is not in the bundle.
  private func isInExport(_ key: [UInt8], of table: ProfileTable) -> Bool {
    if let known = others[table] { return known.contains(key.hashValue) }
    var known: Set<Int> = []
    switch table {
    case .schools:
      add(roster.schools.records, [roster.schools.sisID, roster.schools.number], to: &known)
    case .classes: add(roster.sections.records, [roster.sections.sisID], to: &known)
    case .staff:
      add(roster.teachers.records, [roster.teachers.sisID], to: &known)
      add(roster.schoolAdmins.records, [roster.schoolAdmins.staffID], to: &known)
    case .students: add(roster.students.records, [roster.students.sisID], to: &known)
    case .contacts: add(roster.contacts.records, [roster.contacts.sisID], to: &known)
    case .memberships: break
    }
    others[table] = known
    return known.contains(key.hashValue)
  }

  /// Adds what the bundle might call each record that it does not have: its own ids, else Clever's.
  private func add(_ records: RecordColumns, _ own: [[TextRef]], to known: inout Set<Int>) {
    var spelling: [UInt8] = []
    for row in 0..<records.count
    where records.isRecord(row) && records.fates[row].kind != .bundled {
      for column in own where !column[row].isEmpty {
        known.insert(bytes(of: column[row], in: roster.text).hashValue)
      }
      spelling.removeAll(keepingCapacity: true)
      roster.appendIDText(records.ids[row], to: &spelling)
      known.insert(spelling.hashValue)
    }
  }

  private func bytes(of ref: TextRef, in text: TextArena) -> [UInt8] {
    let span = text.span(ref)
    return span.indices.map { span[$0] }
  }
}
