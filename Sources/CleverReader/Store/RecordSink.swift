import Findings
import FlatTables
import PositionedJSON
import Roster

/// Takes each walked value to where it belongs: a table, the evidence, or the list of what could
/// not be read. Everything a file holds ends in exactly one of them.
struct RecordSink {
  /// Makes rows of records.
  var builder: RosterBuilder
  private var judge = CopyJudge()
  /// Events, which wait until every record is there.
  var events: EventBook
  private var join = PersonJoin()
  private var newest = NewestChanges()
  /// The file's number.
  var file = 0
  /// The list that the records at hand are in.
  var list = ListName.unknown
  /// What the file's name suggests; the last thing asked.
  var fileHint = ListName.unknown
  /// Where in the file the chunk's first byte is.
  var base = 0
  /// The line that the record at hand begins on.
  var line: UInt32 = 0

  init(readsStudentEmail: Bool) {
    builder = RosterBuilder(readsStudentEmail: readsStudentEmail)
    events = EventBook(readsStudentEmail: readsStudentEmail)
  }

  /// Begins a file.
  mutating func open(file: Int, hint: ListName) {
    self.file = file
    fileHint = hint
  }

  /// Ends the reading, when all files are stored and events applied.
  mutating func finish(_ roster: inout Roster) throws(TextArenaFull) {
    try join.finish(&roster)
  }

  /// Ends a file; what events store when all files are read is no longer a file's.
  mutating func closeFile(_ roster: inout Roster) {
    if file < roster.source.files.count { roster.source.files[file].newestChange = newest.take() }
  }

  /// Stores one walked value.
  ///
  /// `fields` is `inout` though nothing is changed, here and wherever each record passes:
  /// a large struct that is borrowed is copied for every call.
  mutating func take(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    from json: JSONSource,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    if let problem = record.problem { return refuse(record, for: problem, values, &roster) }
    if !record.keys.contains(.id), isAnswerWithoutList(record, values, json, &roster) { return }
    let kind = record.kind(in: list, fileHint: fileHint, values)
    if roster.source.files[file].version.isEmpty { noteVersion(record, values, json, &roster) }
    switch kind {
    case .entity(let entity): try storeRecord(&record, values, as: entity, json, &roster)
    case .user: try storeUser(&record, values, json, &roster)
    case .status: try storeStatus(&record, values, json, &roster)
    case .other:
      count(.user, &roster)
      let id = try builder.id(record.id, values, &roster)
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(record.bytes.start), line: line, fate: fate)
      )
    case .identity:
      let details = values.details(of: record)
      let inner = json.string(of: details.type)
      let role = inner.isEmpty || inner == "user" ? json.string(of: details.outerType) : inner
      let id = String(decoding: values.idText(of: record), as: UTF8.self)
      roster.source.identities.append(
        Identity(place: place(record.bytes.start), id: id, role: role)
      )
    case .token:
      let scopes = values.details(of: record).scopes.range.map { json.string(of: values.texts[$0]) }
      roster.source.tokens.append(
        TokenScopes(
          place: place(record.bytes.start),
          scopes: scopes,
          district: TokenOwner.district(in: json.rawBytes(in: record.bytes.range))
        )
      )
    case .count:
      let self_ = values.selfLink(of: record, in: json)
      let list = self_.map { listName(in: $0) } ?? ""
      let text = values.details(of: record).count
      guard let count = Int(json.string(of: text)), count >= 0 else {
        return refuse(
          record,
          as: .count,
          at: text.start,
          "'count' is not a whole number",
          &roster
        )
      }
      var answer = CountAnswer(place: place(record.bytes.start), collection: list, count: count)
      if let link = self_.map({ ListLink($0) }) {
        answer.role = link.role
        answer.isNarrowed = link.isNarrowed
      }
      roster.source.counts.append(answer)
    case .error:
      let words = String(json.string(of: values.details(of: record).errorText).prefix(200))
      roster.source.errorAnswers.append(
        ErrorAnswer(
          place: place(record.bytes.start),
          words: words,
          meaning: ErrorAnswer.Meaning(words: words)
        )
      )
    case .event: try takeEvent(record, json, &roster)
    case .emptyLists: break
    case .unknown where takeLoneAnswer(record, json, &roster): break
    case .unknown:
      refuse(
        record,
        as: .unknown,
        at: record.bytes.start,
        "nothing tells what kind of record this is",
        &roster
      )
    }
  }

  /// Notes an answer that names its list and holds none: `{"links":[{"rel":"self",…}]}`, also with
  /// `"data":null`; false if it is no such answer.
  private func isAnswerWithoutList(
    _ record: borrowing WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ roster: inout Roster
  ) -> Bool {
    guard
      record.keys.isDisjoint(with: [.data, .error, .count, .scopes, .emptyList, .namelessList]),
      record.uri.length == 0, let link = values.selfLink(of: record, in: json)
    else { return false }
    let list = ListLink(link)
    let isList = list.path.split(separator: "/").count % 2 == 0
    let kinds = ListName(list.collection).kinds
    guard isList, !kinds.isEmpty else { return false }
    let ofRole = kinds.filter { list.role.isEmpty || $0.text == list.role }
    roster.source.files[file].suggested.formUnion(ofRole.isEmpty ? kinds : ofRole)
    roster.source.broken.append(
      BrokenFile(
        place: place(record.bytes.start),
        words: "the answer of '\(list.path)' has links and no list of records ('data')"
      )
    )
    return true
  }

  /// Notes an answer that has no `id`; false if it is none that is known.
  private func takeLoneAnswer(
    _ record: borrowing WalkedRecord,
    _ json: JSONSource,
    _ roster: inout Roster
  ) -> Bool {
    guard !record.keys.contains(.id),
      let answer = LoneAnswer(json.rawBytes(in: record.bytes.range))
    else { return false }
    switch answer {
    case .login(let id, let formerID, let role):
      roster.source.identities.append(
        Identity(place: place(record.bytes.start), id: id, role: role, formerID: formerID)
      )
    case .token:
      let why = "an access token and no data; keep it secret"
      roster.source.passedOver.append(PassedOver(path: roster.source.files[file].path, why: why))
    }
    return true
  }

  /// Notes a record that cannot be taken; the file around it goes on.
  private func refuse(
    _ record: borrowing WalkedRecord,
    for problem: WalkedRecord.Problem,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) {
    switch problem.reason {
    case .unfit(let value):
      let kind = record.kind(in: list, fileHint: fileHint, values)
      refuse(record, as: kind, at: problem.offset, value.words, &roster)
    case .unreadable(let kind):
      let words = JSONFault(kind, at: problem.offset).words
      refuse(record, as: .unknown, at: problem.offset, words, &roster)
    }
  }

  /// The place of a byte of the chunk.
  func place(_ position: Int) -> RecordPlace {
    RecordPlace(file: file, offset: base + position)
  }

  /// Counts a record as it goes by, whatever becomes of it: what the tables hold in the end is
  /// held against this.
  private func count(_ entity: Entity, _ roster: inout Roster) {
    count(entity, in: file, &roster)
  }

  /// Counts a record of another file.
  func count(_ entity: Entity, in file: Int, _ roster: inout Roster) {
    roster.source.files[file].recordCounts[Int(entity.rawValue)] += 1
  }

  // MARK: - Records

  private mutating func storeRecord(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    as entity: Entity,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let id = try builder.id(record.id, values, &roster)
    guard id != .none else {
      return refuse(
        record,
        as: .entity(entity),
        at: record.bytes.start,
        "the record has no 'id'",
        &roster
      )
    }
    count(entity, &roster)
    newest.note(record.lastModified, of: entity, in: values.text)
    join.meet(entity)
    let row = record.row(of: entity) ?? roster.row(of: entity, naming: id)
    guard judgeCopy(&record, entity, row, json, &roster) else { return }
    try builder.store(
      &record,
      values,
      json,
      as: entity,
      row: row,
      in: &roster
    )
    roster.setPlace(place(record.bytes.start), line: line, of: entity, row: row)
  }

  /// A v3 user: a row in the table of each of its roles.
  private mutating func storeUser(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    var first: (entity: Entity, row: Int32)?
    let id = try builder.id(record.id, values, &roster)
    guard id != .none else {
      return refuse(record, as: .user, at: record.bytes.start, "the record has no 'id'", &roster)
    }
    for (role, entity) in Entity.ofRoles where record.roles.contains(role) {
      newest.note(record.lastModified, of: entity, in: values.text)
      let row = record.row(of: entity) ?? roster.row(of: entity, naming: id)
      if let first {
        if entity == .schoolAdmin, first.entity == .teacher {
          roster.schoolAdmins.teacher[Int(row)] = first.row
        }
        if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = true }
      } else {
        first = (entity, row)
        count(entity, &roster)
        guard judgeCopy(&record, entity, row, json, &roster) else { return }
      }
      try builder.store(
        &record,
        values,
        json,
        as: entity,
        row: row,
        in: &roster
      )
      roster.setPlace(place(record.bytes.start), line: line, of: entity, row: row)
    }
    join.meet(record.roles)
    if record.roles.contains(.contact), !record.roles.isDisjoint(with: .employees) {
      // The walk notes no former id of contacts, and this employee is one, too.
      try join.note(RoleIDs(in: json.rawBytes(in: record.bytes.range)), of: id, &roster)
    } else {
      for index in values.details(of: record).formerIDs.range {
        let former = values.formerIDs[index]
        join.note(try builder.id(former.id, values, &roster), former.role, of: id, &roster)
      }
    }
    if first == nil {
      count(.user, &roster)
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(record.bytes.start), line: line, fate: fate)
      )
    }
  }

  private mutating func storeStatus(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let id = try builder.id(record.id, values, &roster)
    guard id != .none else {
      return refuse(record, as: .status, at: record.bytes.start, "the record has no 'id'", &roster)
    }
    let row = Int(roster.districts.row(naming: id))
    roster.districts.state[row] = values.details(of: record).state ?? .none
  }

  /// Whether the record at hand goes on; the other copy, if there is one, is noted.
  private mutating func judgeCopy(
    _ record: inout WalkedRecord,
    _ entity: Entity,
    _ row: Int32,
    _ json: JSONSource,
    _ roster: inout Roster
  ) -> Bool {
    let earlier = roster.place(of: entity, row: row)
    guard earlier.isKnown else { return true }
    let here = place(record.bytes.start)
    let earlierLine = roster.records(of: entity)?.lines[Int(row)] ?? 0
    let other = roster.source.files[earlier.file]
    let version = roster.source.files[file].version
    let verdict = judge.compare(record, json, version, withRecordAt: earlier.offset, of: other)
    switch verdict {
    case .same:
      roster.source.copies.append(
        RecordCopy(
          entity: entity,
          row: row,
          place: here,
          line: line,
          comparison: verdict.comparison
        )
      )
      return false
    case .earlierIsNewer, .earlierIsOfNewerVersion:
      roster.source.copies.append(
        RecordCopy(
          entity: entity,
          row: row,
          place: here,
          line: line,
          comparison: verdict.comparison
        )
      )
      return false
    case .laterIsNewer, .laterIsOfNewerVersion, .undecidable:
      roster.source.copies.append(
        RecordCopy(
          entity: entity,
          row: row,
          place: earlier,
          line: earlierLine,
          comparison: verdict.comparison,
          differing: verdict == .undecidable ? judge.differing : []
        )
      )
      return true
    }
  }

  /// Notes a value that is JSON and cannot be taken for a record.
  func refuse(
    _ record: borrowing WalkedRecord,
    as kind: RecordKind,
    at fault: Int,
    _ words: String,
    _ roster: inout Roster
  ) {
    var entity: Entity? = list.entity ?? fileHint.entity
    if case .entity(let known) = kind { entity = known }
    if case .user = kind { entity = .user }
    count(entity ?? .user, &roster)
    roster.source.unreadable.append(
      UnreadableRecord(
        entity: entity,
        place: place(record.bytes.start),
        line: line,
        fault: place(fault),
        words: words
      )
    )
  }

  // MARK: - Links and versions

  private func noteVersion(
    _ record: borrowing WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ roster: inout Roster
  ) {
    let text = json.string(of: record.uri)
    let path = text.isEmpty ? values.selfLink(of: record, in: json) ?? "" : text
    roster.source.files[file].version = versionName(in: path)
  }
}

/// The word of `path` that names its list.
func listName(in path: String) -> String {
  let bytes = Array(path.utf8)
  return String(decoding: bytes[ResourcePath(bytes.span).listWord], as: UTF8.self)
}

/// The version that `path` begins with; empty if it begins with none.
func versionName(in path: String) -> String {
  let bytes = Array(path.utf8)
  return String(decoding: bytes[ResourcePath(bytes.span).version], as: UTF8.self)
}
