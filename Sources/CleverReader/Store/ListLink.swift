import Roster

/// What a link to a page of a list says: which list, and where the page begins.
struct ListLink {
  /// The path without host, query and outer slash: `/v3.1/users`.
  let path: String
  /// The last word of the path: `users`.
  let collection: String
  private let parameters: [(name: Substring, value: Substring)]

  /// Takes `uri` apart: `/v1.1/students?limit=100`, also with `https://api.clever.com` before it.
  init(_ uri: String) {
    var path = uri.prefix { $0 != "?" && $0 != "#" }
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...].drop { $0 != "/" }
    }
    let words = path.split(separator: "/")
    self.path = "/" + words.joined(separator: "/")
    collection = listName(in: self.path)
    let query = uri.firstIndex(of: "?").map { uri[uri.index(after: $0)...] } ?? ""
    parameters = query.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  /// The value of a parameter; nil if it is not there, or empty.
  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }.map { String($0.value) }
  }

  /// The `role` that is asked for, of v3's `users`; empty for all.
  var role: String { parameter("role") ?? "" }

  /// How many records a page may have; nil where nothing is asked for.
  var limit: Int? { parameter("limit").flatMap { Int($0) } }

  /// The page's number; nil if pages have none.
  var number: Int? { parameter("page").flatMap { Int($0) } }

  /// Where the page begins: the id it begins after, or its number from the second page on; empty for
  /// a first page.
  var start: String {
    parameter("starting_after") ?? number.map(ListLink.start(ofPage:)) ?? ""
  }

  /// The same of the page with this number, from 1.
  static func start(ofPage number: Int) -> String { number <= 1 ? "" : "page \(number)" }

  /// Whether less than the list is asked for, or its pages backwards.
  var isNarrowed: Bool {
    parameters.contains { name, _ in !ListLink.wholeListParameters.contains(String(name)) }
  }

  /// What may be asked for without getting less than the list (Clever's API definitions, v1.1 to
  /// v3.1); any other parameter is taken for a filter.
  private static let wholeListParameters: Set<String> = [
    "limit", "starting_after", "page", "role", "count", "include", "show_links",
  ]
}
