internal import FlatTables

/// Collects at which schools each person of a table is.
///
/// Nearly everybody is at one school, so one is kept a person, and further ones in a list aside.
struct PeoplesSchools {
  private var first: [Int32]
  private var latest: [Int32]
  private var further: [UInt64] = []

  /// `count` people, none at a school yet.
  init(count: Int) {
    first = Array(repeating: -1, count: count)
    latest = first
  }

  /// Notes that `person` is at `school`; may come again.
  @inline(__always)
  mutating func add(_ person: Int32, at school: Int32) {
    let person = Int(person)
    if latest[person] == school { return }
    latest[person] = school
    if first[person] < 0 {
      first[person] = school
    } else if first[person] != school {
      further.append(UInt64(person) << 32 | UInt64(school))
    }
  }

  /// Each person's schools, ascending, each once.
  consuming func links() -> Links {
    latest = []
    var links = Links()
    links.reserve(rows: first.count, links: first.count + further.count)
    further.sort()
    var next = 0
    var schools: [Int32] = []
    for person in first.indices {
      guard next < further.count, further[next] >> 32 == UInt64(person) else {
        if first[person] >= 0 { links.append(first[person]) }
        links.closeRow()
        continue
      }
      schools.removeAll(keepingCapacity: true)
      schools.append(first[person])
      while next < further.count, further[next] >> 32 == UInt64(person) {
        schools.append(Int32(truncatingIfNeeded: further[next]))
        next += 1
      }
      Assembly.makeAscending(&schools)
      for school in schools { links.append(school) }
      links.closeRow()
    }
    return links
  }
}
