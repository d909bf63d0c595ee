/// The lists of an export as their pages' links join them: what rules, inspection and report ask when
/// they judge whether a list is whole.
public struct SavedLists: Sendable {
  /// The pages of one list.
  public struct List: Sendable {
    /// The last word of its path: `students`.
    public var collection: String
    /// The kinds that its records may be of; none of a list such as that of events.
    public var entities: [Entity]
    /// Whether it holds all of them that there are, and is no part such as a school's.
    public var isWhole: Bool
    /// Whether it was asked for with a filter, or backwards.
    public var isNarrowed: Bool
    /// Its pages from the first to the last, by their positions in ``SourceEvidence/pages``; of a
    /// list that is not linked all of them.
    public var pages: [Int] = []
    /// Pages of other attempts at the same list, which the others do not need.
    public var leftovers: [Int] = []
    /// The pages whose neighbours are missing.
    public var gaps: [Gap] = []
    /// How many pages it has, each once by where it begins.
    public var pageCount = 0
    /// How many records are on its pages.
    public var recordCount = 0
    /// How many Clever counted (v1), and the page that says so, the greatest number of several.
    public var listCount: (count: Int, page: Int)?
    /// The ids that its pages end with, by their `next`.
    var pageEnds: [String] = []

    /// Whether links lead from a first page to one without `next`.
    public var isLinked: Bool { gaps.isEmpty }
  }

  /// A page next to which one is missing.
  public struct Gap: Sendable, Hashable {
    /// Its position in ``SourceEvidence/pages``.
    public var page: Int
    /// Whether the page after it is missing; else the one before.
    public var isNext: Bool
  }

  /// The lists, in the order of their first pages.
  public private(set) var lists: [List] = []

  /// What pages of one list share.
  private struct Key: Hashable {
    var path: String
    var role: String
    var isNarrowed: Bool
  }

  /// The lists that `pages` are of. Of an export that names several `districts` the list of one is a
  /// part.
  init(_ pages: [ListPage], districts: Int) {
    var order: [Key] = []
    var groups: [Key: [Int]] = [:]
    for (number, page) in pages.enumerated() where !page.path.isEmpty {
      let key = Key(path: page.path, role: page.role, isNarrowed: page.isNarrowed)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(number)
    }
    for key in order {
      let numbers = groups[key] ?? []
      let collection = pages[numbers[0]].collection
      let entities = Entity.kinds(ofList: collection, role: key.role)
      var list = List(
        collection: collection,
        entities: entities,
        isWhole: SavedLists.isWhole(key.path, districts),
        isNarrowed: key.isNarrowed
      )
      list.join(numbers, pages)
      lists.append(list)
    }
  }

  /// `/v2.1/students`, or `/v1.1/districts/<id>/students` where there is one district.
  private static func isWhole(_ path: String, _ districts: Int) -> Bool {
    let words = path.split(separator: "/")
    return words.count <= 2 || words.count == 4 && words[1] == "districts" && districts <= 1
  }

  /// The lists that decide whether all records of a kind are there: whole lists, and parts only where
  /// no whole list was saved. Answers to a filter decide nothing.
  public var judged: [List] {
    let lists = lists.filter { !$0.isNarrowed }
    let whole = Set(lists.lazy.filter(\.isWhole).flatMap(\.entities))
    return lists.filter { $0.isWhole || whole.isDisjoint(with: $0.entities) }
  }
}

extension SavedLists.List {
  /// Finds the way from a first page to a last one, the one with the fewest pages; without any, what
  /// is missing.
  ///
  /// A page holds all ids between where it begins and where the next one does, so one unbroken way is
  /// the whole list, and pages beside it are left over from other attempts.
  fileprivate mutating func join(_ numbers: [Int], _ all: [ListPage]) {
    var byStart: [String: [Int]] = [:]
    for number in numbers where all[number].isStartKnown {
      byStart[all[number].startsAfter, default: []].append(number)
    }
    // Of pages that begin and end at the same place the fullest is taken.
    for start in byStart.keys {
      byStart[start]?.sort { all[$0].recordCount > all[$1].recordCount }
    }
    // By where a page begins, the page that leads there.
    var before: [String: Int] = [:]
    var waiting = [""]
    var last: Int?
    search: while last == nil, !waiting.isEmpty {
      var following: [String] = []
      for start in waiting {
        for number in byStart[start] ?? [] {
          guard let next = all[number].nextAfter else {
            last = number
            break search
          }
          if next != "", before[next] == nil, byStart[next] != nil {
            before[next] = number
            following.append(next)
          }
        }
      }
      waiting = following
    }
    if var number = last {
      pages = [number]
      while let earlier = before[all[number].startsAfter], !all[number].startsAfter.isEmpty {
        pages.append(earlier)
        number = earlier
      }
      pages.reverse()
      let ways = Set(pages.map { Way(all[$0]) })
      leftovers = numbers.filter { !ways.contains(Way(all[$0])) }
    } else {
      pages = numbers
      findGaps(numbers, all, byStart)
    }
    let starts = Set(pages.map { all[$0].startsAfter })
    pageCount = starts.count
    recordCount = starts.reduce(0) { sum, start in
      sum
        + (pages.lazy.filter { all[$0].startsAfter == start }.map { all[$0].recordCount }.max() ?? 0)
    }
    // Where pages have numbers, `next` names no record.
    pageEnds = Set(pages.compactMap { all[$0].nextAfter }).filter { $0 != "?" && !$0.contains(" ") }
      .sorted()
    listCount = pages.lazy.compactMap { number in
      all[number].listCount.map { (count: $0, page: number) }
    }
    .max { $0.count < $1.count }
  }

  private mutating func findGaps(_ numbers: [Int], _ all: [ListPage], _ byStart: [String: [Int]]) {
    let nexts = Set(numbers.compactMap { all[$0].nextAfter })
    for number in numbers {
      let page = all[number]
      if let next = page.nextAfter, byStart[next] == nil {
        gaps.append(SavedLists.Gap(page: number, isNext: true))
      }
      if !page.isStartKnown || !page.startsAfter.isEmpty && !nexts.contains(page.startsAfter) {
        gaps.append(SavedLists.Gap(page: number, isNext: false))
      }
    }
    // Pages that lead to one another in a ring: none of them is the last.
    if gaps.isEmpty, let number = numbers.last {
      gaps.append(SavedLists.Gap(page: number, isNext: true))
    }
  }

  /// Where a page begins and where the next one does.
  private struct Way: Hashable {
    var start: String
    var next: String?

    init(_ page: ListPage) { (start, next) = (page.startsAfter, page.nextAfter) }
  }
}

extension Roster {
  /// The lists that the export's pages are of.
  public func savedLists() -> SavedLists {
    SavedLists(source.pages, districts: districts.count)
  }
}

// MARK: - Counts

/// What Clever counted of a list, and what was read of it.
public struct CountComparison: Sendable, Hashable {
  /// The position of the answer to `count=true` in ``SourceEvidence/counts``, or of the page in
  /// ``SourceEvidence/pages``.
  public var number: Int
  /// Whether it is an answer to `count=true`, no page.
  public var isAnswer: Bool
  /// Which list: `students`.
  public var collection: String
  /// The kinds that its records may be of.
  public var entities: [Entity]
  /// How many records Clever says it has.
  public var counted: Int
  /// How many are on the pages that were saved of the list; nil if none was.
  public var onPages: Int?
  /// How many records of its kind there are; nil where the list holds several kinds.
  public var records: Int?

  /// Whether one of the two is what Clever counted; so is a list of which nothing was saved.
  public var agrees: Bool {
    if onPages == nil, records == nil { return true }
    return onPages == counted || records == counted
  }
}

extension Roster {
  /// Every count of Clever's held against what was read; counts of a part or of a filter's answer are
  /// none.
  public func countComparisons() -> [CountComparison] { countComparisons(savedLists()) }

  func countComparisons(_ saved: SavedLists) -> [CountComparison] {
    let lists = saved.lists.filter { $0.isWhole && !$0.isNarrowed }
    let held = { (kinds: [Entity]) in
      kinds.count == 1 ? self.records(of: kinds[0])?.recordCount : nil
    }
    let onPages = lists.compactMap { list in
      list.listCount.map { count, page in
        CountComparison(
          number: page,
          isAnswer: false,
          collection: list.collection,
          entities: list.entities,
          counted: count,
          onPages: list.recordCount,
          records: held(list.entities)
        )
      }
    }
    let answers = source.counts.enumerated().compactMap { number, answer -> CountComparison? in
      guard !answer.isNarrowed else { return nil }
      let kinds = Entity.kinds(ofList: answer.collection, role: answer.role)
      let own = lists.filter { $0.entities == kinds }
      return CountComparison(
        number: number,
        isAnswer: true,
        collection: answer.collection,
        entities: kinds,
        counted: answer.count,
        onPages: own.count == 1 ? own[0].recordCount : nil,
        records: held(kinds)
      )
    }
    return onPages + answers
  }
}

// MARK: - Lists cut at the end of a page

/// A list that ends after exactly a page's worth of records, while others of the export name more.
public struct CutList: Sendable, Hashable {
  /// The number of the file that ends there.
  public var file: Int
  /// The kind of record.
  public var entity: Entity
  /// How many records there are on that page.
  public var count: Int
  /// How many more other records name.
  public var named: Int
}

extension Roster {
  /// The lists that were most likely cut at the end of a page; one a kind at most.
  public func cutLists() -> [CutList] { cutLists(savedLists()) }

  func cutLists(_ saved: SavedLists) -> [CutList] {
    let kinds: [Entity] = [.school, .student, .teacher, .schoolAdmin, .contact, .course, .term]
    return kinds.compactMap { entity in
      guard let records = records(of: entity), records.recordCount > 0,
        records.count > records.recordCount
      else { return nil }
      let ends = self.ends(of: entity, saved)
      guard let end = ends.first, ends.allSatisfy({ $0.isFullPage }) else { return nil }
      let isCounted = countComparisons(saved).contains {
        $0.agrees && $0.entities.contains(entity)
      }
      guard !isCounted else { return nil }
      return CutList(
        file: end.file,
        entity: entity,
        count: end.count,
        named: records.count - records.recordCount
      )
    }
  }

  /// Where a list ends: a page without `next`, or a file without links.
  private struct End {
    var file: Int
    var count: Int
    var limit: Int?

    /// Whether it has as many records as a page may have: `limit` where it is known, else what Clever
    /// gives without one, or the numbers that people ask for.
    ///
    /// Source: Clever, paging and limits: 100 a page, 10,000 at most; 1,000 in older documents.
    var isFullPage: Bool { limit.map { $0 == count } ?? [100, 1000, 10_000].contains(count) }
  }

  private func ends(of entity: Entity, _ saved: SavedLists) -> [End] {
    let lists = saved.judged.filter { $0.entities.contains(entity) }
    if !lists.isEmpty {
      return lists.compactMap { list in
        guard list.isLinked, let last = list.pages.last else { return nil }
        let page = source.pages[last]
        return End(file: page.file, count: page.recordCount, limit: page.limit)
      }
    }
    let people = Entity.kinds(ofList: "users")
    return source.files.enumerated().compactMap { number, file in
      guard !file.isUpload, file.recordCounts[Int(entity.rawValue)] > 0 else { return nil }
      // v3's lists of users hold people of all roles.
      let isUsers = file.suggested.count > 1 && people.contains(entity)
      let kinds = isUsers ? people + [.user] : [entity]
      return End(
        file: number,
        count: kinds.reduce(0) { $0 + file.recordCounts[Int($1.rawValue)] }
      )
    }
  }
}

extension ListPage {
  /// The kinds that its records may be of.
  public var kinds: [Entity] { Entity.kinds(ofList: collection, role: role) }
}

extension Entity {
  /// The kinds of record that a list of Clever's API holds, by the last word of its path and, of
  /// `users`, the `role` that was asked for.
  ///
  /// Source: Clever's API definitions, paths of v1.1 to v3.1.
  static func kinds(ofList word: String, role: String = "") -> [Entity] {
    switch word {
    case "districts": [.district]
    case "schools": [.school]
    case "students": [.student]
    case "teachers": [.teacher]
    case "school_admins": [.schoolAdmin]
    case "district_admins", "admins": [.districtAdmin]
    case "contacts": [.contact]
    case "sections": [.section]
    case "courses": [.course]
    case "terms": [.term]
    case "users":
      switch role {
      case "": [.student, .teacher, .schoolAdmin, .districtAdmin, .contact]
      case "staff": [.schoolAdmin]
      default: [Entity.allCases.first { $0.text == role }].compactMap { $0 }
      }
    default: []
    }
  }
}
