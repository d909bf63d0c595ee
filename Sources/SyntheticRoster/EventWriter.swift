import SafeFiles

/// Writes what happened to a district as pages of Clever's events (`CleverData.md`, section 4.2).
struct EventWriter {
  /// The page of events, as paths and folders name it.
  static let list: StaticString = "events"

  private var now: RecordWriter
  private var former: RecordWriter
  private let plan: EventPlan
  private let pageSize: Int
  /// What happened, in order: a list after the other.
  private let happenings: [Happening]

  private struct Happening {
    var kind: Listing.Kind
    var number: Int
    var story: EventPlan.Story
  }

  init(
    _ now: RecordWriter,
    former: RecordWriter,
    _ plan: EventPlan,
    pageSize: Int
  ) {
    self.now = now
    self.former = former
    self.plan = plan
    self.pageSize = pageSize
    var happenings: [Happening] = []
    for listing in now.listings {
      for position in 0..<listing.count {
        let (kind, number) = listing.record(at: position)
        let story = plan.story(of: kind, number)
        if story != .none {
          happenings.append(Happening(kind: kind, number: number, story: story))
        }
      }
    }
    self.happenings = happenings
  }

  /// How many events there are.
  var count: Int { happenings.count }

  /// Writes the pages; a full one has a `next`, even where nothing follows.
  mutating func write(into target: inout ExportTarget) throws {
    for page in 0...happenings.count / pageSize {
      let digits = "\(page + 1)"
      let number = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
      let events = page * pageSize..<min((page + 1) * pageSize, happenings.count)
      try target.write("\(EventWriter.list)/page-\(number).json") { file in
        file.put(#"{"data":["#)
        for event in events {
          if event > events.lowerBound { file.put(byte: UInt8(ascii: ",")) }
          put(event, into: &file)
        }
        file.put(#"],"links":["#)
        putLink("self", after: events.lowerBound, into: &file)
        if events.count == pageSize {
          file.put(byte: UInt8(ascii: ","))
          putLink("next", after: events.upperBound, into: &file)
        }
        file.put("]}\n")
      }
    }
  }

  private func id(of event: Int) -> CleverID { now.district.id(.event, event) }

  private mutating func put(_ event: Int, into file: inout OutputFile) {
    let happening = happenings[event]
    file.put(#"{"data":{"created":""#)
    putTime(of: event, into: &file)
    file.put(#"","data":{"object":"#)
    if happening.story == .deleted {
      former.put(happening.kind, happening.number, into: &file)
    } else {
      now.put(happening.kind, happening.number, into: &file)
    }
    if happening.story == .updated {
      file.put(#","previous_attributes":"#)
      former.put(happening.kind, happening.number, into: &file)
    }
    file.put(#"},"id":""#)
    file.put(id(of: event))
    file.put(#"","type":""#)
    if let family = plan.family(of: happening.kind) { file.put(family) }
    switch happening.story {
    case .none: break
    case .updated: file.put(".updated")
    case .created: file.put(".created")
    case .deleted: file.put(".deleted")
    }
    file.put(#""},"uri":"/"#)
    file.put(now.versionBytes)
    file.put("/events/")
    file.put(id(of: event))
    file.put(#""}"#)
  }

  /// Puts a time after every record was last changed, a thousandth later for each event.
  private func putTime(of event: Int, into file: inout OutputFile) {
    file.put("2025-07-01T")
    let seconds = event / 1000
    file.put(seconds / 3600, digits: 2)
    file.put(byte: UInt8(ascii: ":"))
    file.put(seconds / 60 % 60, digits: 2)
    file.put(byte: UInt8(ascii: ":"))
    file.put(seconds % 60, digits: 2)
    file.put(byte: UInt8(ascii: "."))
    file.put(event % 1000, digits: 3)
    file.put("Z")
  }

  private func putLink(
    _ relation: StaticString,
    after event: Int,
    into file: inout OutputFile
  ) {
    file.put(#"{"rel":""#)
    file.put(relation)
    file.put(#"","uri":"/"#)
    file.put(now.versionBytes)
    file.put("/events?limit=")
    file.put(decimal: pageSize)
    if event > 0 {
      file.put("&starting_after=")
      file.put(id(of: event - 1))
    }
    file.put(#""}"#)
  }
}
