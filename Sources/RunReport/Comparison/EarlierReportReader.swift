internal import Findings
internal import PositionedJSON

/// Walks over a `report.json` and keeps what tells its findings apart.
struct EarlierReportReader {
  /// Where a report stops making sense, and why.
  struct Fault: Error {
    var offset: Int
    var what: String
  }

  private(set) var version: Int?
  private(set) var pipeline = ""
  private(set) var issueDate = ""
  private(set) var newestChange: String?
  private(set) var hasRules = false
  private(set) var items: [EarlierReport.Item] = []

  mutating func read(_ bytes: [UInt8]) throws(Fault) {
    do throws(JSONFault) {
      try walk(bytes)
    } catch {
      throw Fault(offset: error.offset, what: "it is no report of this program: \(error.words)")
    }
  }

  private mutating func walk(_ bytes: [UInt8]) throws(JSONFault) {
    let span = bytes.span
    var cursor = JSONCursor(span, isFinal: true)
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, "report") {
        version = try number(&cursor)
      } else if cursor.equals(key, "run") {
        try readRun(&cursor)
      } else if cursor.equals(key, "rules") {
        hasRules = true
        try cursor.enterArray()
        while try cursor.nextElement() { try readRule(&cursor) }
      } else {
        try cursor.skipValue()
      }
    }
    try cursor.end()
  }

  private mutating func readRun(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, "pipeline") {
        pipeline = try text(&cursor)
      } else if cursor.equals(key, "issueDate") {
        issueDate = try text(&cursor)
      } else if cursor.equals(key, "newestChange") {
        newestChange = try textOrNull(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
  }

  /// A rule's findings may come before its code and level, so they get both at the rule's end.
  private mutating func readRule(_ cursor: inout JSONCursor) throws(JSONFault) {
    let first = items.count
    let start = cursor.offset
    var code: String?
    var level: Level?
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, "code") {
        code = try text(&cursor)
      } else if cursor.equals(key, "level") {
        level = Level(try text(&cursor))
      } else if cursor.equals(key, "findings") {
        try cursor.enterArray()
        while try cursor.nextElement() { try readFinding(&cursor) }
      } else {
        try cursor.skipValue()
      }
    }
    guard let level, let code else { throw JSONFault(.syntax, at: start) }
    for index in first..<items.count {
      items[index].code = code
      items[index].level = level
    }
  }

  private mutating func readFinding(_ cursor: inout JSONCursor) throws(JSONFault) {
    var item = EarlierReport.Item(code: "", level: .note)
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, "entity") {
        item.entity = try text(&cursor)
      } else if cursor.equals(key, "record") {
        item.record = try text(&cursor)
      } else if cursor.equals(key, "field") {
        item.field = try text(&cursor)
      } else if cursor.equals(key, "message") {
        item.message = try text(&cursor)
      } else if cursor.equals(key, "help") {
        item.help = try text(&cursor)
      } else if cursor.equals(key, "cause") {
        item.cause = try textOrNull(&cursor) ?? ""
      } else if cursor.equals(key, "place") {
        item.place = try place(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
    items.append(item)
  }

  private func place(_ cursor: inout JSONCursor) throws(JSONFault) -> Place? {
    if try cursor.kind() == .null {
      try cursor.null()
      return nil
    }
    var place = Place(file: "")
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if cursor.equals(key, "file") {
        place.file = try text(&cursor)
      } else if cursor.equals(key, "line") {
        place.line = try number(&cursor)
      } else if cursor.equals(key, "column") {
        place.column = try number(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
    return place
  }

  private func textOrNull(_ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    guard try cursor.kind() == .null else { return try text(&cursor) }
    try cursor.null()
    return nil
  }

  private func number(_ cursor: inout JSONCursor) throws(JSONFault) -> Int {
    let literal = try cursor.number()
    var digits: [UInt8] = []
    cursor.decode(literal, into: &digits)
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw JSONFault(.badNumber, at: literal.start)
    }
    return number
  }

  private func text(_ cursor: inout JSONCursor) throws(JSONFault) -> String {
    let text = try cursor.string()
    var bytes: [UInt8] = []
    cursor.decode(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
