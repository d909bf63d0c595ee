import PositionedJSON
import Roster

/// The events of an export, gathered as they are met and put in the order they happened.
///
/// A page may come before the one that it follows, or twice, and events may come before the records
/// they are about: so nothing is applied before everything is read. What waits is a few hundred
/// bytes an event; without events it is nothing.
struct EventBook {
  /// The events met so far, in the order of places.
  var gathered: [GatheredEvent] = []
  private var trail = FieldTrail()
  private let readsStudentEmail: Bool

  init(readsStudentEmail: Bool) { self.readsStudentEmail = readsStudentEmail }

  /// Reads the event that `bytes` hold.
  mutating func read(_ bytes: Span<UInt8>) throws(EventFault) -> GatheredEvent {
    try GatheredEvent(bytes, readsStudentEmail: readsStudentEmail, trail: &trail)
  }

  /// How often each key was met in events that no table has a place for, since the last call.
  mutating func takeUnusedFields() -> [(name: [UInt8], count: Int)] { trail.takeCounts() }

  /// The events that are about one record each, in the order they happened; records in the order
  /// of their first events.
  ///
  /// Clever's ids ascend with time, so they tell the order. Where an id is none of Clever's,
  /// `created` tells it for all events.
  func chains() -> [EventChain] {
    let isPlain = gathered.allSatisfy { RecordID(packing: $0.id.span) != nil }
    let order = gathered.sorted { $0.precedes($1, byTime: !isPlain) }
    var chains: [EventChain] = []
    var numbers: [EventChain.Subject: Int] = [:]
    var met: [[UInt8]: (chain: Int, event: Int)] = [:]
    for event in order {
      let number = numbers[EventChain.Subject(event), default: chains.count]
      if let earlier = met[event.id], earlier.chain == number {
        chains[number].repeats.append((event, earlier.event))
        continue
      }
      if number == chains.count {
        numbers[EventChain.Subject(event)] = number
        chains.append(EventChain())
      }
      chains[number].events.append(event)
      met[event.id] = (number, chains[number].events.count - 1)
    }
    return chains
  }
}

/// The events about one record, in the order they happened.
struct EventChain {
  /// What the events of a chain have in common.
  struct Subject: Hashable {
    /// The list; `users` for students as well, who have the same id in all versions.
    private var family: ListName
    private var id: [UInt8]

    init(_ event: GatheredEvent) {
      family = event.family == .students ? .users : event.family
      id = event.recordID
    }
  }

  /// The events, each once; at least one.
  fileprivate(set) var events: [GatheredEvent] = []
  /// Events that were met before, with the number of the one that each repeats.
  fileprivate(set) var repeats: [(event: GatheredEvent, of: Int)] = []

  /// The kinds of record that may have the id.
  var entities: [Entity] {
    if events.contains(where: { $0.family == .users }) { return Entity.ofRoles.map(\.entity) }
    return events[0].family.entity.map { [$0] } ?? []
  }
}
