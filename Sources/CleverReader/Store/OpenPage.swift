import Findings
import Roster

/// What a list page says of itself, gathered while its chunks are stored.
struct OpenPage {
  private(set) var page: ListPage
  /// Links by their relation in small letters, the first of each.
  private var links: [String: ListLink] = [:]
  /// The number that the page has of itself.
  private var current: Int?
  /// Whether a list called `data` was met, so that this is a page and no object of lists by name.
  private(set) var hasData = false
  /// The list whose records come.
  private(set) var list = ListName.unknown
  /// Whether ``list`` is `data`, and still open.
  private var isInData = false
  /// Keys that are neither lists nor known of a page.
  private(set) var unusedKeys: [[UInt8]] = []
  /// What the page says of an error beside its list.
  private(set) var error: ErrorAnswer?
  /// The keys so far: none may come twice (RFC 8259, section 4).
  private var keys: Set<[UInt8]> = []

  init(file: Int) {
    page = ListPage(file: file)
  }

  /// Notes what a key says.
  ///
  /// - Returns: false if the page had that key before.
  mutating func take(_ key: PageKey) -> Bool {
    guard keys.insert(key.name).inserted else { return false }
    switch key.value {
    case .links(let links): for link in links { note(link) }
    case .paging(let current, let count, let total):
      self.current = current
      page.listCount = count
      page.listPages = total
    case .error(let answer): error = answer
    case .list(let named):
      isInData = key.name.elementsEqual("data".utf8)
      hasData = hasData || isInData
      list = isInData ? ListName(page.collection) : named
    case .unused: unusedKeys.append(key.name)
    case .passedOver: break
    }
    return true
  }

  /// Counts records of the open list.
  mutating func count(_ records: Int) {
    if isInData { page.recordCount += records }
  }

  /// Notes that the open list has ended.
  mutating func endList() {
    isInData = false
    list = .unknown
  }

  private mutating func note(_ link: PageKey.Link) {
    // Clients write `Next` and `NEXT`, too.
    let relation = link.relation.lowercased()
    let told = ListLink(link.uri)
    if links[relation] == nil { links[relation] = told }
    switch relation {
    case "self":
      page.collection = told.collection
      page.path = told.path
      page.startsAfter = told.start
      page.limit = told.limit
      page.role = told.role
      page.isNarrowed = told.isNarrowed
    case "next":
      // A link that names no page names one that is not known, so that it is missing.
      page.nextAfter = told.start.isEmpty ? "?" : told.start
      page.nextPlace = RecordPlace(file: page.file, offset: link.offset)
    default: break
    }
  }

  /// Settles what the page is, now that all its keys were met.
  ///
  /// - Parameters:
  ///   - kind: what its records are, where no link names the list; nil if that is not known.
  ///   - version: the API version that their addresses name; empty if they name none.
  mutating func settle(holding kind: Entity?, version: String) {
    if page.path.isEmpty { settleWithoutSelf(holding: kind, version) }
    guard let current, let total = page.listPages else { return }
    if page.startsAfter.isEmpty {
      page.startsAfter = ListLink.start(ofPage: current)
      page.isStartKnown = true
    }
    if page.nextAfter == nil, current < total {
      page.nextAfter = ListLink.start(ofPage: current + 1)
      page.nextPlace = RecordPlace(file: page.file, offset: 0)
    }
  }

  /// Takes from the other links what a `self` link would have told.
  private mutating func settleWithoutSelf(holding kind: Entity?, _ version: String) {
    let before = links["prev"] ?? links["previous"]
    if let link = links["next"] ?? before ?? links["first"] ?? links["last"] {
      page.collection = link.collection
      page.path = link.path
      page.role = link.role
      page.limit = link.limit
      let narrowing = links["next"] ?? links["first"]
      page.isNarrowed = narrowing?.isNarrowed ?? false
    } else if current != nil || page.listCount != nil, let word = kind?.listWord {
      page.collection = word
      page.path = version.isEmpty ? "/\(word)" : "/\(version)/\(word)"
    }
    if let number = links["next"]?.number {
      page.startsAfter = ListLink.start(ofPage: number - 1)
    } else if let number = before?.number {
      page.startsAfter = ListLink.start(ofPage: number + 1)
    } else if before != nil {
      page.isStartKnown = false
    }
  }
}

extension Entity {
  /// The word of the list that holds such records alone.
  fileprivate var listWord: String? {
    [
      "districts", "schools", "students", "teachers", "school_admins", "district_admins",
      "contacts",
      "sections", "courses", "terms",
    ].first { ListName($0).entity == self }
  }
}
