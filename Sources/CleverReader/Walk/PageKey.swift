import Findings
import PositionedJSON
import Roster

/// A key of an object that holds lists of records, and what it says.
struct PageKey: Sendable {
  /// The key, escapes resolved.
  var name: [UInt8]
  /// Where in the file it is.
  var offset: Int
  var value: Value

  enum Value: Sendable {
    /// How the page hangs together with others.
    case links([Link])
    /// The page's number, how many records the list has, and how many pages.
    case paging(current: Int?, count: Int?, total: Int?)
    case error(ErrorAnswer)
    /// A list of records, which comes next.
    case list(ListName)
    /// A value that tells nothing and is counted already.
    case passedOver
    /// A value that tells nothing.
    case unused
  }

  /// An entry of `links`: `{"rel":"next","uri":"/v3.1/users?starting_after=…"}`.
  struct Link: Sendable {
    var relation: String
    var uri: String
    /// Where in the file the `uri` begins.
    var offset: Int
  }
}

extension RecordWalk {
  /// Walks the keys of a page up to its list, for what they say of the page, and notes each.
  ///
  /// The page was walked up to its list before anything told that it is one; this walks its first
  /// keys again, once a page.
  ///
  /// - Parameters:
  ///   - start: where the page begins.
  ///   - list: where its list opens.
  ///   - base: where in the file the walk's bytes begin.
  ///   - file: the file's number.
  /// - Returns: where the first list of objects opens; before `list` if the name of one before it
  ///   tells nothing.
  /// - Throws: ``PositionedJSON/JSONFault``.
  mutating func walkPageKeys(
    from start: Int,
    upTo list: Int,
    at base: Int,
    of file: Int
  ) throws(JSONFault) -> Int {
    restart(at: start)
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      let kind = try cursor.kind()
      var isList = cursor.offset >= list
      if !isList, kind == .array, !cursor.equals(key.text, "links") {
        isList = try firstElement() == .object
      }
      var value = PageKey.Value.list(ListName(cursor.source.string(of: key.text)))
      if !isList { value = try walkPageValue(of: key.text, at: base, of: file) }
      // Its name was counted when it was first walked.
      if case .unused = value { value = .passedOver }
      note(key.text, value, at: base)
      if isList { return cursor.offset }
    }
    return list
  }

  /// Walks the key of a page at the cursor, and its value unless that is a list of records; notes
  /// both.
  ///
  /// A list of objects is one of records, whatever it is called.
  ///
  /// - Returns: whether a list opens, with the cursor on its `[`.
  mutating func walkPageKey(at base: Int, of file: Int) throws(JSONFault) -> Bool {
    let key = try cursor.string()
    cursor.skipWhitespace()
    guard let colon = cursor.byte else { throw JSONFault(.truncated, at: cursor.offset) }
    guard colon == UInt8(ascii: ":") else { throw JSONFault(.syntax, at: cursor.offset) }
    cursor.offset += 1
    if try cursor.kind() == .array, !cursor.equals(key, "links") {
      let list = ListName(cursor.source.string(of: key))
      var isList = list != .unknown || cursor.equals(key, "data")
      if !isList { isList = try firstElement() == .object }
      if isList {
        note(key, .list(list), at: base)
        return true
      }
    }
    note(key, try walkPageValue(of: key, at: base, of: file), at: base)
    return false
  }

  private mutating func note(_ key: JSONText, _ value: PageKey.Value, at base: Int) {
    var name: [UInt8] = []
    cursor.decode(key, into: &name)
    // The key begins with its quote.
    batch.note(.pageKey(PageKey(name: name, offset: base + key.start - 1, value: value)))
  }

  /// Walks the value of `key`.
  private mutating func walkPageValue(
    of key: JSONText,
    at base: Int,
    of file: Int
  ) throws(JSONFault) -> PageKey.Value {
    if cursor.equals(key, "links") { return .links(try walkPageLinks(at: base)) }
    if cursor.equals(key, "paging"), try cursor.kind() == .object { return try walkPaging() }
    if cursor.equals(key, "error") || cursor.equals(key, "message"),
      try cursor.kind() == .string
    {
      let text = try cursor.string()
      let words = String(cursor.source.string(of: text).prefix(200))
      return .error(
        ErrorAnswer(
          place: RecordPlace(file: file, offset: base + text.start),
          words: words,
          meaning: ErrorAnswer.Meaning(words: words)
        )
      )
    }
    try cursor.skipValue()
    return .unused
  }

  private mutating func walkPageLinks(at base: Int) throws(JSONFault) -> [PageKey.Link] {
    beginRecord()
    try walkLinks()
    var links: [PageKey.Link] = []
    for index in details.links.range {
      let link = batch.values.links[index]
      // Many writers of JSON put a backslash before each slash (RFC 8259, section 7).
      links.append(
        PageKey.Link(
          relation: cursor.source.string(of: link.relation),
          uri: cursor.source.string(of: link.uri),
          offset: base + link.uri.start
        )
      )
    }
    return links
  }

  private mutating func walkPaging() throws(JSONFault) -> PageKey.Value {
    var (current, count, total): (Int?, Int?, Int?)
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch FieldName(key, in: cursor.source) {
      case _ where cursor.equals(key.text, "current"):
        current = Int(cursor.source.string(of: try text()))
      case .count: count = Int(cursor.source.string(of: try text()))
      case .total: total = Int(cursor.source.string(of: try text()))
      default: try cursor.skipValue()
      }
    }
    return .paging(current: current, count: count, total: total)
  }
}
