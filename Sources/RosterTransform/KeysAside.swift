public import BloomzModel
internal import FlatTables
public import Roster

/// The districts' own ids of students and contacts, set aside while memory is fullest: while
/// contacts are put in order, and while the bundle is written.
///
/// Those who are in the bundle have them there as keys, and nobody asks the roster meanwhile: so
/// the two largest columns that are the same twice need not be in memory twice.
public struct KeysAside: Sendable {
  /// Nil for a column that the roster has itself.
  private let students: KeyColumnAside?
  private let contacts: KeyColumnAside?

  init(students: KeyColumnAside?, contacts: KeyColumnAside?) {
    self.students = students
    self.contacts = contacts
  }

  /// Puts the columns back as they were.
  ///
  /// - Parameters:
  ///   - roster: the one that they were taken from.
  ///   - bloomz: the bundle's content.
  ///   - sources: the roster's row of each row of it.
  public func giveBack(to roster: inout Roster, from bloomz: BloomzRoster, _ sources: SourceRows) {
    // What stands behind the roster's text was made for the bundle: the key of a record without.
    let end = roster.text.byteCount
    if let students {
      roster.students.sisID = students.whole(bloomz.students.key, of: sources.students, before: end)
    }
    if let contacts {
      roster.contacts.sisID = contacts.whole(bloomz.contacts.key, of: sources.contacts, before: end)
    }
  }
}

/// What of a column of keys is not in the bundle.
struct KeyColumnAside {
  private let count: Int
  private var others: [(row: Int32, id: TextRef)] = []

  /// What `ids` holds besides those at `rows`, which the bundle has as keys.
  init(of ids: [TextRef], besides rows: [Int32]) {
    count = ids.count
    var isInBundle = [Bool](repeating: false, count: count)
    for row in rows { isInBundle[Int(row)] = true }
    for row in ids.indices where !isInBundle[row] && !ids[row].isEmpty {
      others.append((Int32(row), ids[row]))
    }
  }

  /// The column again, with the `keys` of `rows` that stand before `end` in the text.
  func whole(_ keys: [TextRef], of rows: [Int32], before end: Int) -> [TextRef] {
    var ids = [TextRef](repeating: .empty, count: count)
    for (row, key) in zip(rows, keys) where Int(key.offset) < end { ids[Int(row)] = key }
    for (row, id) in others { ids[Int(row)] = id }
    return ids
  }
}
