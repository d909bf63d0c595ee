import Foundation
import SyntheticRoster

/// A district some time ago, and what happened since: the files of a base export, the pages of an
/// events dump, and the files of the export that must be the same as the two together.
struct MadeUpEvents {
  private typealias Record = [String: Any]

  /// The export as it is now.
  let after: MadeUpFiles
  /// The export as it was.
  private(set) var base: MadeUpFiles
  /// The pages of events, in order.
  private(set) var pages: [String] = []

  private var events: [(id: String, text: String)] = []
  private let version: CleverVersion
  private let previousIsOutside: Bool

  /// What is made to have happened to records, taken in turns.
  private enum Story: Int, CaseIterable {
    case nothing, updated, created, updatedTwice, createdAndUpdated, deletedAndCreated, deleted
    case cameAndWent, olderEvent
  }

  init(
    _ plan: DistrictPlan,
    _ version: CleverVersion,
    pageSize: Int,
    previousIsOutside: Bool = false,
    hasEnvelope: Bool = true
  ) throws {
    self.version = version
    self.previousIsOutside = previousIsOutside
    after = try MadeUpFiles(plan, version, .lines)
    base = after
    var turn = 0
    for path in after.paths {
      let list = String(path.prefix { $0 != "." })
      guard let family = family(of: list) else { continue }
      var former: [Record] = []
      for line in String(decoding: after[path], as: UTF8.self).split(separator: "\n") {
        guard let item = try record(line), let now = item["data"] as? Record else { continue }
        var was = item
        was["data"] = altered(now)
        let story = Story(rawValue: turn % Story.allCases.count) ?? .nothing
        turn += 1
        switch story {
        case .nothing: former.append(item)
        case .updated:
          former.append(was)
          try add("\(family).updated", now, since: altered(now))
        case .created: try add("\(family).created", now)
        case .updatedTwice:
          former.append(was)
          try add("\(family).updated", altered(altered(now)), since: altered(now))
          try add("\(family).updated", now, since: altered(altered(now)))
        case .createdAndUpdated:
          try add("\(family).created", altered(now))
          try add("\(family).updated", now, since: altered(now))
        case .deletedAndCreated:
          former.append(was)
          try add("\(family).deleted", altered(now))
          try add("\(family).created", now)
        case .deleted:
          former.append(item)
          var gone = was
          gone["data"] = renamed(altered(now), turn)
          former.append(gone)
          try add("\(family).deleted", renamed(altered(now), turn))
        case .cameAndWent:
          former.append(item)
          try add("\(family).created", renamed(now, turn))
          try add("\(family).updated", renamed(altered(now), turn), since: renamed(now, turn))
          try add("\(family).deleted", renamed(altered(now), turn))
        case .olderEvent:
          former.append(item)
          if now["last_modified"] != nil {
            try add("\(family).updated", altered(now), since: now, at: "1999-01-01T00:00:00.000Z")
          }
        }
      }
      guard !former.isEmpty else {
        base.remove(path)
        continue
      }
      base[path] = Array(
        try former.map { try text($0) }.joined(separator: "\n").utf8 + [UInt8(ascii: "\n")]
      )
    }
    pages = cut(pageSize, hasEnvelope: hasEnvelope)
  }

  /// The base export with `pages` beside it, under names that say nothing of their order.
  func files(with pages: [String]) -> MadeUpFiles {
    var files = base
    for (number, page) in pages.enumerated() { files["events/\(number).json"] = Array(page.utf8) }
    return files
  }

  // MARK: - Events

  /// What the events of a list are called; nil where the version has none (`CleverData.md`,
  /// section 4.2).
  private func family(of list: String) -> String? {
    switch list {
    case "school_admins": "schooladmins"
    case "district_admins": version < .v20 ? nil : "districtadmins"
    case "contacts": version < .v20 ? "studentcontacts" : "contacts"
    default: list
    }
  }

  private mutating func add(
    _ type: String,
    _ object: Record,
    since former: Record? = nil,
    at time: String? = nil
  ) throws {
    let number = events.count
    let digits = String(number, radix: 16)
    let id = "5943020000000000" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
    var event: Record = ["id": id, "type": type]
    event["created"] =
      time ?? "2039-01-01T\(10 + number / 3600):\(10 + number / 60 % 60):00.\(100 + number % 60)Z"
    var data: Record = ["object": object]
    if let former {
      let previous = try changes(from: former, to: object)
      if previousIsOutside {
        event["previous_attributes"] = previous
      } else {
        data["previous_attributes"] = previous
      }
    }
    event["data"] = data
    events.append((id, try text(event)))
  }

  /// The old values of what changed, nested; nothing of what did not.
  private func changes(from former: Record, to now: Record) throws -> Record {
    var changes: Record = [:]
    for (key, value) in former {
      if let inner = value as? Record, let other = now[key] as? Record {
        let nested = try self.changes(from: inner, to: other)
        if !nested.isEmpty { changes[key] = nested }
      } else if try text(["": value]) != now[key].map({ try text(["": $0]) }) {
        changes[key] = value
      }
    }
    return changes
  }

  private func cut(_ size: Int, hasEnvelope: Bool) -> [String] {
    let path = "/\(version.rawValue)/events"
    var pages: [String] = []
    for start in stride(from: 0, through: events.count, by: size) {
      let part = events[start..<min(start + size, events.count)]
      let items = part.map {
        hasEnvelope ? #"{"data":\#($0.text),"uri":"\#(path)/\#($0.id)"}"# : $0.text
      }
      let after = start == 0 ? "" : "&starting_after=\(events[start - 1].id)"
      var links = #"{"rel":"self","uri":"\#(path)?limit=\#(size)\#(after)"}"#
      if part.count == size, let last = part.last {
        links += #",{"rel":"next","uri":"\#(path)?limit=\#(size)&starting_after=\#(last.id)"}"#
      }
      pages.append(#"{"data":[\#(items.joined(separator: ",\n"))],"links":[\#(links)]}"#)
    }
    return pages
  }

  // MARK: - Records

  /// The record as it was before: another name, an address more or less, a key less, a role less,
  /// an entry of each list less.
  private func altered(_ record: Record) -> Record {
    var record = record
    if var name = record["name"] as? Record {
      name["first"] = "Former \(name["first"] as? String ?? "")"
      record["name"] = name
    } else if let name = record["name"] as? String {
      record["name"] = "Former \(name)"
    }
    record["email"] = record["email"] == nil ? "former@pinevalley.internal" : nil
    record["sis_id"] = nil
    record["grade"] = nil
    if record["last_modified"] != nil { record["last_modified"] = "2000-01-01T00:00:00.000Z" }
    for list in ["students", "teachers", "schools"] {
      if let entries = record[list] as? [String] { record[list] = Array(entries.dropLast()) }
    }
    if var roles = record["roles"] as? Record {
      if roles.count > 1 { roles["staff"] = nil }
      for (role, fields) in roles {
        var fields = fields as? Record ?? [:]
        fields["sis_id"] = nil
        fields["email"] = nil
        if let entries = fields["student_relationships"] as? [Record] {
          fields["student_relationships"] = Array(entries.dropLast())
        }
        // Clever's documents name these as keys of a contact in events; nothing rests on them.
        if role == "contact" {
          fields["relationship"] = "Aunt/Uncle"
          fields["type"] = "Emergency"
          fields["students"] = ["530e5960049e75a9262cff3c"]
        }
        roles[role] = fields
      }
      record["roles"] = roles
    }
    return record
  }

  /// The record as somebody else's, whom no list has.
  private func renamed(_ record: Record, _ number: Int) -> Record {
    var record = record
    record["id"] = "fedc" + String(repeating: "0", count: 16) + String(1000 + number)
    return record
  }

  private func record(_ line: Substring) throws -> Record? {
    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Record
  }

  private func text(_ record: Record) throws -> String {
    String(
      decoding: try JSONSerialization.data(
        withJSONObject: record,
        options: [.sortedKeys, .withoutEscapingSlashes]
      ),
      as: UTF8.self
    )
  }
}
