import FlatTables
import PositionedJSON

/// Tells of records what their own `uri`, else their `self` link, calls them.
///
/// Records of a list share the beginning of their `uri`, so it is taken apart once for many.
struct OwnPaths: Sendable {
  /// The beginning of the last `uri` that ended in an id, and what it said.
  private var start: [UInt8] = []
  private var collection = Collection.unknown

  /// The list that the path of the record names; unknown where it has none.
  @inline(__always)
  mutating func collection(
    of fields: borrowing RecordFields,
    _ lists: borrowing RecordLists,
    in json: JSONSource
  ) -> Collection {
    guard fields.uri.length > 0, !fields.uri.hasEscapes else {
      return linked(fields, lists, json)
    }
    let uri = json.span(of: fields.uri)
    if !start.isEmpty, uri.count >= start.count,
      equalBytes(uri.extracting(first: start.count), start.span)
    {
      return collection
    }
    return takenApart(uri)
  }

  @inline(never)
  private mutating func takenApart(_ uri: borrowing Span<UInt8>) -> Collection {
    let path = ResourcePath(uri)
    collection = Collection(uri.extracting(path.collectionWord))
    start = []
    if path.wordCount == 2 {
      for index in 0..<path.lastWord.lowerBound { start.append(uri[index]) }
    }
    return collection
  }

  private func linked(
    _ fields: borrowing RecordFields,
    _ lists: borrowing RecordLists,
    _ json: JSONSource
  ) -> Collection {
    guard let link = lists.selfLink(of: fields, in: json) else { return .unknown }
    return Collection(collectionName(in: link))
  }
}

extension RecordLists {
  /// The `self` link of a record; nil if it has none.
  func selfLink(
    of fields: borrowing RecordFields,
    in json: JSONSource
  ) -> String? {
    for link in links[details(of: fields).links.range] where json.equals(link.relation, "self") {
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
