import Roster

/// Where the export's lists are cut: which records an id may be missing with.
///
/// A cursor is the id a page begins after, and lists are in the order of ids (Clever, pagination;
/// `CleverData.md`, section 4), so the ids of a missing page lie between two cursors.
struct ListFaults {
  /// A list with a fault, and its gaps in ascending order.
  struct List {
    var collection: String
    var gaps: [Gap] = []
    /// How often Clever counted more, or fewer, records than the export has.
    var counts = 0
    /// Whether it ends after exactly a page's worth of records, and others name more.
    var isCut = false
  }

  /// Ids after `after` up to and with `upTo`; to the end of the list when that is nil.
  struct Gap {
    var after: String
    var upTo: String?
  }

  /// The lists with a fault, in the order of their names.
  private(set) var lists: [List] = []
  private var numbers: [String: Int] = [:]

  /// Nothing is missing.
  init() {}

  /// The faults that `pageHits` (of `page-missing`), `countHits` (of `list-count-differs`) and
  /// `cutHits` (of `list-ends-at-page-size`) name.
  init(
    pageHits: ArraySlice<RuleHit>,
    countHits: ArraySlice<RuleHit>,
    cutHits: ArraySlice<RuleHit>,
    _ source: SourceEvidence
  ) {
    var bounds: [String: [Bound]] = [:]
    var counts: [String: Int] = [:]
    var anywhere: Set<String> = []
    for hit in pageHits {
      let neighbour = PageNeighbour(hit.detail)
      let page = source.pages[neighbour.page]
      let isEnd = neighbour.side == .previous
      let cursor = isEnd ? page.startsAfter : page.nextAfter ?? ""
      // A page with a number may hold any id, and so may one that no link names.
      guard page.isStartKnown, cursor != "?", !cursor.contains(" ") else {
        anywhere.insert(page.collection)
        continue
      }
      bounds[page.collection, default: []].append(Bound(cursor: cursor, isEnd: isEnd))
    }
    for hit in countHits { counts[ListFaults.collection(of: hit, source), default: 0] += 1 }
    let cut = Set(cutHits.map { CutEntity($0.detail).entity.collections[0] })
    let names = Set(bounds.keys).union(counts.keys).union(cut).union(anywhere)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      numbers[name] = lists.count
      lists.append(
        List(
          collection: name,
          gaps: anywhere.contains(name)
            ? [Gap(after: "", upTo: nil)] : ListFaults.gaps(bounds[name] ?? []),
          counts: counts[name] ?? 0,
          isCut: cut.contains(name)
        )
      )
    }
  }

  /// The list that a hit of `list-count-differs` is about.
  static func collection(of hit: RuleHit, _ source: SourceEvidence) -> String {
    let list = CountedList(hit.detail)
    return list.isAnswer
      ? source.counts[list.number].collection : source.pages[list.number].collection
  }

  /// The number of `collection` in ``lists``; nil if it is whole.
  func number(of collection: String) -> Int? { numbers[collection] }

  /// The list whose missing part would hold a record of `entity` with this id; nil if none would.
  func list(missing entity: Entity, _ id: String) -> Int? {
    var short: Int?
    for collection in entity.collections {
      guard let number = numbers[collection] else { continue }
      if ListFaults.isIn(lists[number].gaps, id) { return number }
      if lists[number].counts > 0 || lists[number].isCut, short == nil { short = number }
    }
    return short
  }

  private struct Bound {
    var cursor: String
    var isEnd: Bool
  }

  private static func gaps(_ bounds: [Bound]) -> [Gap] {
    let sorted = bounds.sorted { left, right in
      left.cursor == right.cursor
        ? !left.isEnd && right.isEnd
        : left.cursor.utf8.lexicographicallyPrecedes(right.cursor.utf8)
    }
    var gaps: [Gap] = []
    var start: String?
    for bound in sorted {
      if bound.isEnd {
        gaps.append(Gap(after: start ?? "", upTo: bound.cursor))
        start = nil
      } else {
        if let start { gaps.append(Gap(after: start, upTo: bound.cursor)) }
        start = bound.cursor
      }
    }
    if let start { gaps.append(Gap(after: start, upTo: nil)) }
    return gaps
  }

  /// Whether `id` lies in one of `gaps`, which are in ascending order.
  private static func isIn(_ gaps: [Gap], _ id: String) -> Bool {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].after.utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return false }
    guard let end = gaps[low - 1].upTo else { return true }
    return !end.utf8.lexicographicallyPrecedes(id.utf8)
  }
}

extension Entity {
  /// The lists that hold records of this kind, by the last part of their path.
  var collections: [String] {
    switch self {
    case .district: ["districts"]
    case .school: ["schools"]
    case .student: ["students", "users"]
    case .teacher: ["teachers", "users"]
    case .schoolAdmin: ["school_admins", "users"]
    case .districtAdmin: ["district_admins", "users"]
    case .contact: ["contacts", "users"]
    case .section: ["sections"]
    case .course: ["courses"]
    case .term: ["terms"]
    case .user: ["users"]
    }
  }
}
