internal import FlatTables

/// Collects at which schools each person of a table is.
///
/// Nearly everybody is at one school, so one is kept a person, and further ones in a list aside.
struct PeoplesSchools {
  private var first: [Int32]
  /// Person and school; some may stand there twice.
  private var further: [UInt64] = []
  /// How many there may be before those that stand there twice are taken out.
  private var limit: Int

  /// `count` people, none at a school yet.
  init(count: Int) {
    first = Array(repeating: -1, count: count)
    limit = count
  }

  /// Notes that `person` is at `school`; may come again.
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

  /// Sorts the further schools and takes out what stands there twice.
  private mutating func settle() {
    further.sort(byWord: { $0 })
    var count = 0
    for index in further.indices where count == 0 || further[index] != further[count - 1] {
      further[count] = further[index]
      count += 1
    }
    further.removeLast(further.count - count)
    limit = max(limit, 2 * count)
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
      Assembly.makeAscending(&schools)
      for school in schools { links.append(school) }
      links.closeRow()
    }
    return links
  }
}
