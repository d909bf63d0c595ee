import Findings
import Roster

/// What a list page says of itself, gathered while its chunks are stored.
struct OpenPage {
  private(set) var page: ListPage
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
    case .paging(let count, let total):
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
    switch link.relation {
    case "self":
      page.collection = listName(in: link.uri)
      page.path = String(link.uri.prefix { $0 != "?" })
      page.startsAfter = parameter("starting_after", in: link.uri) ?? ""
      page.role = parameter("role", in: link.uri) ?? ""
      page.isNarrowed = parameters(of: link.uri).contains { name, _ in
        !OpenPage.wholeListParameters.contains(String(name))
      }
    case "next":
      page.nextAfter = parameter("starting_after", in: link.uri) ?? ""
      page.nextPlace = RecordPlace(file: page.file, offset: link.offset)
    default: break
    }
  }

  /// What may be asked for without getting less than the list (Clever's API definitions, v1.1 to
  /// v3.1); any other parameter is taken for a filter.
  private static let wholeListParameters: Set<String> = [
    "limit", "starting_after", "role", "count", "include", "show_links",
  ]

  private func parameter(_ name: String, in uri: String) -> String? {
    parameters(of: uri).first { $0.name == name }.map { String($0.value) }
  }

  private func parameters(of uri: String) -> [(name: Substring, value: Substring)] {
    guard let mark = uri.firstIndex(of: "?") else { return [] }
    return uri[uri.index(after: mark)...].split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
