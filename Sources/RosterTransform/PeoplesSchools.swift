internal import FlatTables

/// Collects the schools of each person of a table.
///
/// Nearly all people are at one school, so there is one column for the first school, and a list for
/// the few who have more.
struct PeoplesSchools {
  private var first: [Int32]
  /// Person (upper half) and school (lower half); a pair may be there twice.
  private var further: [UInt64] = []
  /// How long ``further`` may be before what is there twice is dropped.
  private var limit: Int

  /// `count` people, none at a school yet.
  init(count: Int) {
    first = Array(repeating: -1, count: count)
    limit = count
  }

  /// Notes that `person` is at `school`; may be called again with the same pair.
  @inline(__always)
  mutating func add(_ person: Int32, at school: Int32) {
    let person = Int(person)
    if first[person] == school { return }
    if first[person] < 0 {
      first[person] = school
    } else {
      further.append(UInt64(person) << 32 | UInt64(school))
      if further.count > limit { settle() }
    }
  }

  /// Drops what was noted twice.
  private mutating func settle() {
    further.sortUnique()
    limit = max(limit, 2 * further.count)
  }

  /// Each person's schools, ascending, each once.
  consuming func links() -> Links {
    settle()
    var links = Links()
    links.reserve(rows: first.count, links: first.count + further.count)
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
      schools.sortUnique()
      for school in schools { links.append(school) }
      links.closeRow()
    }
    return links
  }
}
