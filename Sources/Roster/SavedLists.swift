/// The lists of an export as their pages' links join them.
struct SavedLists {
  /// The pages of one list.
  struct List {
    /// The kinds that its records may be of.
    var entities: [Entity]
    /// Whether it holds all of them that there are, and is no part such as a school's.
    var isWhole: Bool
    /// Whether it was asked for with a filter, or backwards.
    var isNarrowed: Bool
    /// Its pages, each once by where it begins.
    var pageCount: Int
    /// Whether the links lead from a first page over all pages to one without `next`.
    var isLinked: Bool
    /// The ids that its pages end with, by their `next`.
    var pageEnds: [String]
    /// How many records are on its pages.
    var recordCount: Int
    /// How many Clever counted (v1), the greatest number where several say so.
    var listCount: Int?
  }

  private(set) var lists: [List] = []

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
    var groups: [Key: [ListPage]] = [:]
    for page in pages where !page.path.isEmpty {
      let key = Key(path: page.path, role: page.role, isNarrowed: page.isNarrowed)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(page)
    }
    for key in order {
      let pages = groups[key] ?? []
      let entities = Entity.kinds(ofList: pages[0].collection, role: key.role)
      guard !entities.isEmpty else { continue }
      lists.append(
        List(
          entities: entities,
          isWhole: SavedLists.isWhole(key.path, districts),
          isNarrowed: key.isNarrowed,
          pages
        )
      )
    }
  }

  /// `/v2.1/students`, or `/v1.1/districts/<id>/students` where there is one district.
  private static func isWhole(_ path: String, _ districts: Int) -> Bool {
    let words = path.split(separator: "/")
    return words.count == 2 || words.count == 4 && words[1] == "districts" && districts <= 1
  }
}

extension SavedLists.List {
  fileprivate init(entities: [Entity], isWhole: Bool, isNarrowed: Bool, _ pages: [ListPage]) {
    self.entities = entities
    self.isWhole = isWhole
    self.isNarrowed = isNarrowed
    pageEnds = Set(pages.compactMap(\.nextAfter)).sorted()
    listCount = pages.compactMap(\.listCount).max()
    var byStart: [String: [ListPage]] = [:]
    for page in pages { byStart[page.startsAfter, default: []].append(page) }
    pageCount = byStart.count
    recordCount = byStart.values.reduce(0) { $0 + ($1.map(\.recordCount).max() ?? 0) }

    var isBroken = byStart[""] == nil
    var hasEnd = false
    var reached: Set<String> = [""]
    var waiting = [""]
    while let start = waiting.popLast() {
      for page in byStart[start] ?? [] {
        guard let next = page.nextAfter else {
          hasEnd = true
          continue
        }
        if byStart[next] == nil { isBroken = true }
        if reached.insert(next).inserted { waiting.append(next) }
      }
    }
    isLinked = !isBroken && hasEnd && byStart.keys.allSatisfy { reached.contains($0) }
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
