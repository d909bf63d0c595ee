import FlatTables
import PositionedJSON

/// Tells of records what their own `uri`, else their `self` link, calls them.
///
/// Records of a list share the beginning of their `uri`, so it is taken apart once for many.
struct OwnPaths: Sendable {
  /// The beginning of the last `uri` that ended in an id, and what it said.
  private var start: [UInt8] = []
  private var list = ListName.unknown

  /// The list that the path of the record names; unknown where it has none.
  @inline(__always)
  mutating func list(
    of record: borrowing WalkedRecord,
    _ values: borrowing RecordValues,
    in json: JSONSource
  ) -> ListName {
    guard record.uri.length > 0, !record.uri.hasEscapes else {
      return linked(record, values, json)
    }
    let uri = json.span(of: record.uri)
    if !start.isEmpty, uri.count >= start.count,
      equalBytes(uri.extracting(first: start.count), start.span)
    {
      return list
    }
    return takenApart(uri)
  }

  @inline(never)
  private mutating func takenApart(_ uri: borrowing Span<UInt8>) -> ListName {
    let path = ResourcePath(uri)
    list = ListName(uri.extracting(path.listWord))
    start = []
    if path.wordCount == 2 {
      for index in 0..<path.lastWord.lowerBound { start.append(uri[index]) }
    }
    return list
  }

  private func linked(
    _ record: borrowing WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource
  ) -> ListName {
    guard let link = values.selfLink(of: record, in: json) else { return .unknown }
    return ListName(listName(in: link))
  }
}

extension RecordValues {
  /// The `self` link of a record; nil if it has none.
  func selfLink(
    of record: borrowing WalkedRecord,
    in json: JSONSource
  ) -> String? {
    for link in links[details(of: record).links.range] where json.equals(link.relation, "self") {
      return json.string(of: link.uri)
    }
    return nil
  }
}

extension JSONSource {
  /// What `text` says, escapes resolved; not for the hot path.
  func string(of text: JSONText) -> String {
    var bytes: [UInt8] = []
    decode(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
