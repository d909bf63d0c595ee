import Findings
import FlatTables
import Roster
import SafeFiles

/// Applies gathered events to the records that were read: an event's `object` is a later copy of
/// the record, and a deletion leaves a record that is only referred to.
///
/// Of the events about a record the last one decides, since each carries the whole record; the
/// others, and the record as it was, are merged into it. So whatever comes twice changes nothing.
struct EventApplier {
  /// The reason for which a record that Clever deleted is no longer part of a roster.
  static let deletion = "deleted-by-event"
  /// The rule that keeps out what events say of a record that is not there.
  static let unknownRecord = "event-about-unknown-record"

  private var judge = CopyJudge()
  private var reader = EventReader()
  /// Rows that no longer hold the record which copies were merged into, and the one that does; nil
  /// where the record is gone.
  private var left: [RecordRow: RecordRow?] = [:]

  /// A record's row in the table of its kind.
  private struct RecordRow: Hashable {
    var entity: Entity
    var row: Int32
  }

  /// Where a record was read that its events are about, and what it was counted as.
  private struct Reading {
    var entity: Entity
    var place: RecordPlace
    var line: UInt32
  }

  /// Applies all events that `sink` has gathered.
  ///
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read again, or when the text of the
  ///   export is larger than 4 GiB.
  mutating func apply(through sink: inout RecordSink, to roster: inout Roster) throws(FileError) {
    let book = sink.events
    guard !book.gathered.isEmpty else { return }
    let copyCount = roster.source.copies.count
    for chain in book.chains() {
      do {
        try apply(chain, through: &sink, to: &roster)
      } catch let error as FileError {
        throw error
      } catch {
        let path = roster.source.files[chain.events[0].place.file].path
        throw FileError(.failed, tried: "read", path: path, answer: "\(error)")
      }
    }
    settleCopies(copyCount, &roster)
  }

  /// - Throws: ``SafeFiles/FileError``, ``FlatTables/TextArenaFull``.
  private mutating func apply(
    _ chain: EventChain,
    through sink: inout RecordSink,
    to roster: inout Roster
  ) throws {
    let spelling = chain.events[0].recordID
    let id = try roster.id(spelling.span)
    let all = chain.events + chain.repeats.map(\.event)
    if chain.events[0].family == .resources {
      // Nothing that an import has a table for, as the records themselves.
      return setAside(all, id, Fate(.outOfScope, reason: roster.reason("extract")), &sink, &roster)
    }
    let rows = rows(of: id, chain, roster)
    let readings = readings(of: rows, roster)
    let modified = lastModified(of: readings, roster)
    var outcomes = chain.events.map { event -> RecordEvent.Outcome in
      event.isOlder(than: modified) ? .older : .superseded
    }
    if rows.isEmpty, !chain.events.contains(where: { $0.action == .created }) {
      outcomes = outcomes.map { _ in .unknown }
      note(chain, outcomes, id, rows.first, &roster)
      let fate = Fate(.withheld, reason: roster.reason(EventApplier.unknownRecord))
      return setAside(all, id, fate, &sink, &roster)
    }
    let deciding = outcomes.lastIndex { $0 != .older }
    var now = rows.first
    if let deciding {
      outcomes[deciding] = .applied
      for row in rows { try remove(row, sink, &roster) }
      if chain.events[deciding].action != .deleted {
        try reader.store(chain.events[deciding], through: &sink, to: &roster)
      }
      let rowsNow = self.rows(of: id, chain, roster)
      now = rowsNow.first
      for row in rows where !rowsNow.contains(row) { left[row] = .some(now) }
    }
    note(chain, outcomes, id, now ?? rows.first, &roster)
    if let now {
      merge(chain, deciding, readings, into: now, &sink, &roster)
    } else {
      let fate = Fate(.outOfScope, reason: roster.reason(EventApplier.deletion))
      for reading in deciding == nil ? [] : readings {
        roster.others.append(
          OtherRecord(
            entity: reading.entity,
            id: id,
            place: reading.place,
            line: reading.line,
            fate: fate
          )
        )
      }
      // A user whose last role was taken away is stored beside the tables.
      let isStored = deciding.map { chain.events[$0].action != .deleted } ?? false
      let rest = all.indices.filter { !(isStored && $0 == deciding) }.map { all[$0] }
      setAside(rest, id, fate, &sink, &roster)
    }
  }

  // MARK: - The record before its events

  /// The rows that hold the record: one, or several of a v3 user with several roles.
  private func rows(of id: RecordID, _ chain: EventChain, _ roster: Roster) -> [RecordRow] {
    chain.entities.compactMap { entity in
      guard let records = roster.records(of: entity), let row = records.row(of: id),
        records.isRecord(Int(row))
      else { return nil }
      return RecordRow(entity: entity, row: row)
    }
  }

  /// Where the record was read; once, whatever roles it has.
  private func readings(of rows: [RecordRow], _ roster: Roster) -> [Reading] {
    var readings: [Reading] = []
    for row in rows {
      guard let records = roster.records(of: row.entity) else { continue }
      let place = records.places[Int(row.row)]
      if !readings.contains(where: { $0.place == place }) {
        readings.append(
          Reading(entity: row.entity, place: place, line: records.lines[Int(row.row)])
        )
      }
    }
    return readings
  }

  /// When the record was last modified; empty if it does not say.
  private mutating func lastModified(of readings: [Reading], _ roster: Roster) -> [UInt8] {
    var newest: [UInt8] = []
    for reading in readings {
      let file = roster.source.files[reading.place.file]
      let time = judge.lastModified(ofRecordAt: reading.place.offset, of: file)
      if newest.lexicographicallyPrecedes(comparableTime(time)) { newest = comparableTime(time) }
    }
    return newest
  }

  /// Makes a row one that is only referred to, with nothing in it.
  private func remove(
    _ row: RecordRow,
    _ sink: borrowing RecordSink,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    var builder = sink.builder
    try builder.empty(row.entity, row.row, in: &roster)
    roster.removePlace(of: row.entity, row: row.row)
  }

  // MARK: - What becomes of records and events

  /// Notes the record as it was, and the events that did not decide, as copies of what it is now.
  private func merge(
    _ chain: EventChain,
    _ deciding: Int?,
    _ readings: [Reading],
    into now: RecordRow,
    _ sink: inout RecordSink,
    _ roster: inout Roster
  ) {
    func add(_ place: RecordPlace, _ line: UInt32, _ comparison: RecordCopy.Comparison) {
      roster.source.copies.append(
        RecordCopy(
          entity: now.entity,
          row: now.row,
          place: place,
          line: line,
          comparison: comparison
        )
      )
    }
    if deciding != nil {
      for reading in readings {
        add(reading.place, reading.line, .older)
        roster.recount(reading.place, from: reading.entity, to: now.entity)
      }
    }
    for (number, event) in chain.events.enumerated() where number != deciding {
      add(event.place, event.line, .older)
      sink.count(now.entity, in: event.place.file, &roster)
    }
    for (event, number) in chain.repeats {
      let differs = event.content != chain.events[number].content
      let comparison: RecordCopy.Comparison = differs ? .undecidable : .same
      add(event.place, event.line, number == deciding ? comparison : .older)
      sink.count(now.entity, in: event.place.file, &roster)
    }
  }

  /// Gives events a fate of their own: no row holds what they say.
  private func setAside(
    _ events: [GatheredEvent],
    _ id: RecordID,
    _ fate: Fate,
    _ sink: inout RecordSink,
    _ roster: inout Roster
  ) {
    for event in events {
      roster.others.append(
        OtherRecord(entity: event.entity, id: id, place: event.place, line: event.line, fate: fate)
      )
      sink.count(event.entity, in: event.place.file, &roster)
    }
  }

  private func note(
    _ chain: EventChain,
    _ outcomes: [RecordEvent.Outcome],
    _ id: RecordID,
    _ row: RecordRow?,
    _ roster: inout Roster
  ) {
    func add(_ event: GatheredEvent, _ outcome: RecordEvent.Outcome) {
      roster.source.events.append(
        RecordEvent(
          entity: row?.entity ?? event.entity,
          id: id,
          action: event.action,
          place: event.place,
          line: event.line,
          outcome: outcome
        )
      )
    }
    for (number, event) in chain.events.enumerated() { add(event, outcomes[number]) }
    for (event, number) in chain.repeats {
      add(event, outcomes[number] == .unknown ? .unknown : .repeated)
    }
  }

  /// Sends the first `count` copies to where the records are now that they were merged into.
  private func settleCopies(_ count: Int, _ roster: inout Roster) {
    guard !left.isEmpty, count > 0 else { return }
    var copies: [RecordCopy] = []
    let fate = Fate(.outOfScope, reason: roster.reason(EventApplier.deletion))
    for (number, copy) in roster.source.copies.enumerated() {
      var copy = copy
      if number < count, let now = left[RecordRow(entity: copy.entity, row: copy.row)] {
        guard let now else {
          let records = roster.records(of: copy.entity)
          roster.others.append(
            OtherRecord(
              entity: copy.entity,
              id: records?.ids[Int(copy.row)] ?? .none,
              place: copy.place,
              line: copy.line,
              fate: fate
            )
          )
          continue
        }
        roster.recount(copy.place, from: copy.entity, to: now.entity)
        (copy.entity, copy.row) = (now.entity, now.row)
      }
      copies.append(copy)
    }
    roster.source.copies = copies
  }
}

extension Roster {
  /// Counts a record as one of another kind: a user's roles are others now, and what was merged
  /// into the record is counted with it.
  fileprivate mutating func recount(_ place: RecordPlace, from old: Entity, to new: Entity) {
    source.files[place.file].recordCounts[Int(old.rawValue)] -= 1
    source.files[place.file].recordCounts[Int(new.rawValue)] += 1
  }
}
