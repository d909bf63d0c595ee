import Findings
import PositionedJSON
import Roster

/// Gathers what a list page says of itself, before and behind its records.
struct PageNotes {
  var page: ListPage
  /// Whether a list called `data` was met, so that this is a page and no object of lists by name.
  var hasData = false
  /// Keys that are neither lists nor known of a page, to be counted.
  private(set) var unusedKeys: [String] = []
  /// What the page says of an error beside its list.
  private(set) var error: ErrorAnswer?
  /// The keys of the page so far, escapes resolved: none may come twice (RFC 8259, section 4).
  private var keys: Set<[UInt8]> = []

  init(file: Int) {
    page = ListPage(file: file)
  }

  /// The list that the page is of, as far as its links have told.
  var collection: Collection {
    page.collection.isEmpty ? .unknown : Collection(page.collection)
  }

  /// Whether `key` was not met before; it is now.
  mutating func meets(_ key: [UInt8]) -> Bool { keys.insert(key).inserted }

  /// Notes a key whose value was passed over.
  mutating func passOver(_ key: [UInt8]) { unusedKeys.append(String(decoding: key, as: UTF8.self)) }

  /// Notes the links that `fields` holds; positions are in `bytes`.
  mutating func note(_ fields: RecordFields, _ lists: RecordLists, _ bytes: [UInt8], base: Int) {
    let details = lists.details(of: fields)
    if fields.keys.contains(.error) {
      var words: [UInt8] = []
      JSONSource(bytes.span).decode(details.errorText, into: &words)
      let text = String(String(decoding: words, as: UTF8.self).prefix(200))
      error = ErrorAnswer(
        place: RecordPlace(file: page.file, offset: base + details.errorText.start),
        words: text,
        meaning: ErrorAnswer.Meaning(words: text)
      )
    }
    for link in lists.links[details.links.range] {
      // Many writers of JSON put a backslash before each slash (RFC 8259, section 7).
      var path: [UInt8] = []
      JSONSource(bytes.span).decode(link.uri, into: &path)
      let uri = String(decoding: path, as: UTF8.self)
      switch bytes[link.relation.start..<link.relation.start + link.relation.length] {
      case Self.selfRelation:
        page.collection = collectionName(in: uri)
        page.path = String(uri.prefix { $0 != "?" })
        page.startsAfter = parameter("starting_after", in: uri) ?? ""
        page.role = parameter("role", in: uri) ?? ""
        page.isNarrowed = parameters(of: uri).contains { name, _ in
          !PageNotes.wholeListParameters.contains(String(name))
        }
      case Self.nextRelation:
        page.nextAfter = parameter("starting_after", in: uri) ?? ""
        page.nextPlace = RecordPlace(file: page.file, offset: base + link.uri.start)
      default: continue
      }
    }
  }

  /// What may be asked for without getting less than the list (Clever's API definitions, v1.1 to
  /// v3.1); whatever else stands there is taken for a filter.
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

  private static let selfRelation = Array("self".utf8)[...]
  private static let nextRelation = Array("next".utf8)[...]
}

extension RecordWalker {
  /// Walks one key of a page and its value.
  ///
  /// A list of objects is one of records, whatever it is called.
  ///
  /// - Returns: the list that opens, with the cursor on its `[`; nil if the value was passed.
  func walkPageKey(
    _ cursor: inout JSONCursor,
    into fields: inout RecordFields,
    lists: inout RecordLists,
    page: inout PageNotes
  ) throws(JSONFault) -> Collection? {
    let start = cursor.offset
    let key = try cursor.string()
    cursor.skipWhitespace()
    guard let colon = cursor.byte else { throw JSONFault(.truncated, at: cursor.offset) }
    guard colon == UInt8(ascii: ":") else { throw JSONFault(.syntax, at: cursor.offset) }
    cursor.offset += 1
    var opened: Collection?
    var isUsed = true
    let isData = cursor.equals(key, "data")
    if try cursor.kind() == .array, !cursor.equals(key, "links") {
      let collection = Collection(cursor.span(of: key))
      var isList = isData || collection != .unknown
      if !isList { isList = try firstElement(&cursor) == .object }
      if isList { opened = collection }
    }
    if opened == nil { isUsed = try walkPageValue(of: key, &cursor, &fields, &lists, &page) }
    // Noted last: a value that breaks off at the window's end is walked again.
    var name: [UInt8] = []
    cursor.decode(key, into: &name)
    guard page.meets(name) else { throw JSONFault(.duplicateKey, at: start) }
    if isData, opened != nil { page.hasData = true }
    if !isUsed { page.passOver(name) }
    return opened
  }

  /// Walks the keys of a page that come before its list, for what they say of the page.
  ///
  /// The page was walked up to its list before anything told that it is one; this goes over its
  /// first keys again, once a page.
  ///
  /// - Returns: where an earlier list of objects opens, whose name tells nothing; nil if none does.
  func walkPageKeys(
    _ cursor: inout JSONCursor,
    upTo list: Int,
    into fields: inout RecordFields,
    lists: inout RecordLists,
    page: inout PageNotes
  ) throws(JSONFault) -> Int? {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      var name: [UInt8] = []
      cursor.decode(key.text, into: &name)
      _ = page.meets(name)
      let kind = try cursor.kind()
      guard cursor.offset < list else {
        page.hasData = cursor.equals(key.text, "data")
        return nil
      }
      if kind == .array, !cursor.equals(key.text, "links"),
        try firstElement(&cursor) == .object
      {
        return cursor.offset
      }
      // Its key was counted when it was first walked.
      _ = try walkPageValue(of: key.text, &cursor, &fields, &lists, &page)
    }
    return nil
  }

  /// Walks the value of `key`; false if a page has no such key, and its value was passed over.
  private func walkPageValue(
    of key: JSONText,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ page: inout PageNotes
  ) throws(JSONFault) -> Bool {
    if cursor.equals(key, "links") {
      try walkLinks(&cursor, &fields, &lists)
    } else if cursor.equals(key, "paging"), try cursor.kind() == .object {
      try walkPaging(&cursor, &fields, &page)
    } else if cursor.equals(key, "error") || cursor.equals(key, "message"),
      try cursor.kind() == .string
    {
      try walkError(&cursor, &fields, &lists)
    } else {
      try cursor.skipValue()
      return false
    }
    return true
  }

  private func walkPaging(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ page: inout PageNotes
  ) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch FieldName(key, in: cursor.source) {
      case .count: page.page.listCount = try number(&cursor, &fields)
      case .total: page.page.listPages = try number(&cursor, &fields)
      default: try cursor.skipValue()
      }
    }
  }

  private func number(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> Int? {
    let value = try text(&cursor, &fields)
    var bytes: [UInt8] = []
    cursor.decode(value, into: &bytes)
    return Int(String(decoding: bytes, as: UTF8.self))
  }
}
