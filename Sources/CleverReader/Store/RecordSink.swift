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
  /// What the file's name suggests; the last thing asked.
  var fileHint = Collection.unknown
  /// Where in the file the window's first byte stands.
  var base = 0
  /// The line that the record at hand begins on.
  var line: UInt32 = 0

  init(readsStudentEmail: Bool) {
    builder = RosterBuilder(readsStudentEmail: readsStudentEmail)
    events = EventBook(readsStudentEmail: readsStudentEmail)
  }

  /// Begins a file.
  mutating func open(file: Int, hint: Collection) {
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
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    from json: JSONSource,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    if let problem = fields.problem { return refuse(fields, for: problem, lists, &roster) }
    let kind = fields.kind(own: fields.own, list: fields.list, fileHint: fileHint, lists)
    if roster.source.files[file].version.isEmpty { noteVersion(fields, lists, json, &roster) }
    switch kind {
    case .entity(let entity): try storeRecord(&fields, lists, as: entity, json, &roster)
    case .user: try storeUser(&fields, lists, json, &roster)
    case .status: try storeStatus(&fields, lists, json, &roster)
    case .other:
      count(.user, &roster)
      let id = try builder.id(fields.id, lists, &roster)
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(fields.bytes.start), line: line, fate: fate)
      )
    case .identity:
      let details = lists.details(of: fields)
      let inner = json.string(of: details.type)
      let role = inner.isEmpty || inner == "user" ? json.string(of: details.outerType) : inner
      let id = String(decoding: lists.idText(of: fields), as: UTF8.self)
      roster.source.identities.append(
        Identity(place: place(fields.bytes.start), id: id, role: role)
      )
    case .token:
      let scopes = lists.details(of: fields).scopes.range.map { json.string(of: lists.texts[$0]) }
      roster.source.tokens.append(TokenScopes(place: place(fields.bytes.start), scopes: scopes))
    case .count:
      let self_ = lists.selfLink(of: fields, in: json)
      let collection = self_.map { collectionName(in: $0) } ?? ""
      let text = lists.details(of: fields).count
      guard let count = Int(json.string(of: text)), count >= 0 else {
        return refuse(
          fields,
          as: .count,
          at: text.start,
          "'count' is not a whole number",
          &roster
        )
      }
      roster.source.counts.append(
        CountAnswer(place: place(fields.bytes.start), collection: collection, count: count)
      )
    case .error:
      let words = String(json.string(of: lists.details(of: fields).errorText).prefix(200))
      roster.source.errorAnswers.append(
        ErrorAnswer(
          place: place(fields.bytes.start),
          words: words,
          meaning: ErrorAnswer.Meaning(words: words)
        )
      )
    case .event: try takeEvent(fields, json, &roster)
    case .emptyLists: break
    case .unknown where takeLoneAnswer(fields, json, &roster): break
    case .unknown:
      refuse(
        fields,
        as: .unknown,
        at: fields.bytes.start,
        "nothing tells what kind of record this is",
        &roster
      )
    }
  }

  /// Notes an answer that has no `id`; false if it is none that is known.
  private func takeLoneAnswer(
    _ fields: borrowing RecordFields,
    _ json: JSONSource,
    _ roster: inout Roster
  ) -> Bool {
    guard !fields.keys.contains(.id),
      let answer = LoneAnswer(json.rawBytes(in: fields.bytes.range))
    else { return false }
    switch answer {
    case .login(let id, let formerID, let role):
      roster.source.identities.append(
        Identity(place: place(fields.bytes.start), id: id, role: role, formerID: formerID)
      )
    case .token:
      let why = "an access token and no data; keep it secret"
      roster.source.passedOver.append(PassedOver(path: roster.source.files[file].path, why: why))
    }
    return true
  }

  /// Notes a record that cannot be taken; the file around it goes on.
  private func refuse(
    _ fields: borrowing RecordFields,
    for problem: RecordFields.Problem,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) {
    switch problem.reason {
    case .unfit(let value):
      let kind = fields.kind(own: fields.own, list: fields.list, fileHint: fileHint, lists)
      refuse(fields, as: kind, at: problem.offset, value.words, &roster)
    case .unreadable(let kind):
      let words = JSONFault(kind, at: problem.offset).words
      refuse(fields, as: .unknown, at: problem.offset, words, &roster)
    }
  }

  /// The place of a byte of the window.
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
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    as entity: Entity,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let id = try builder.id(fields.id, lists, &roster)
    guard id != .none else {
      return refuse(
        fields,
        as: .entity(entity),
        at: fields.bytes.start,
        "the record has no 'id'",
        &roster
      )
    }
    count(entity, &roster)
    newest.note(fields.lastModified, of: entity, in: lists.text)
    join.meet(entity)
    let row = fields.row(of: entity) ?? roster.row(of: entity, naming: id)
    guard judgeCopy(&fields, entity, row, json, &roster) else { return }
    try builder.store(
      &fields,
      lists,
      as: entity,
      row: row,
      in: &roster
    )
    roster.setPlace(place(fields.bytes.start), line: line, of: entity, row: row)
  }

  /// A v3 user: a row in the table of each of its roles.
  private mutating func storeUser(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    var first: (entity: Entity, row: Int32)?
    let id = try builder.id(fields.id, lists, &roster)
    guard id != .none else {
      return refuse(fields, as: .user, at: fields.bytes.start, "the record has no 'id'", &roster)
    }
    for (role, entity) in Entity.ofRoles where fields.roles.contains(role) {
      newest.note(fields.lastModified, of: entity, in: lists.text)
      let row = fields.row(of: entity) ?? roster.row(of: entity, naming: id)
      if let first {
        if entity == .schoolAdmin, first.entity == .teacher {
          roster.schoolAdmins.teacher[Int(row)] = first.row
        }
        if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = true }
      } else {
        first = (entity, row)
        count(entity, &roster)
        guard judgeCopy(&fields, entity, row, json, &roster) else { return }
      }
      try builder.store(
        &fields,
        lists,
        as: entity,
        row: row,
        in: &roster
      )
      roster.setPlace(place(fields.bytes.start), line: line, of: entity, row: row)
    }
    join.meet(fields.roles)
    if fields.roles.contains(.contact), !fields.roles.isDisjoint(with: .employees) {
      // An employee who is a contact, too: of contacts the walk notes no former id.
      try join.note(RoleIDs(in: json.rawBytes(in: fields.bytes.range)), of: id, &roster)
    } else {
      for index in lists.details(of: fields).formerIDs.range {
        let former = lists.formerIDs[index]
        join.note(try builder.id(former.id, lists, &roster), former.role, of: id, &roster)
      }
    }
    if first == nil {
      count(.user, &roster)
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(fields.bytes.start), line: line, fate: fate)
      )
    }
  }

  private mutating func storeStatus(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let id = try builder.id(fields.id, lists, &roster)
    guard id != .none else {
      return refuse(fields, as: .status, at: fields.bytes.start, "the record has no 'id'", &roster)
    }
    let row = Int(roster.districts.row(naming: id))
    roster.districts.state[row] = lists.details(of: fields).state ?? .none
  }

  /// Whether the record at hand goes on; the other copy, if there is one, is noted.
  private mutating func judgeCopy(
    _ fields: inout RecordFields,
    _ entity: Entity,
    _ row: Int32,
    _ json: JSONSource,
    _ roster: inout Roster
  ) -> Bool {
    let earlier = roster.place(of: entity, row: row)
    guard earlier.isKnown else { return true }
    let here = place(fields.bytes.start)
    let earlierLine = roster.records(of: entity)?.lines[Int(row)] ?? 0
    let other = roster.source.files[earlier.file]
    let version = roster.source.files[file].version
    let verdict = judge.compare(fields, json, version, withRecordAt: earlier.offset, of: other)
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
          comparison: verdict.comparison
        )
      )
      return true
    }
  }

  /// Notes a value that is JSON and cannot be taken for a record.
  func refuse(
    _ fields: borrowing RecordFields,
    as kind: RecordKind,
    at fault: Int,
    _ words: String,
    _ roster: inout Roster
  ) {
    var entity: Entity? = fields.list.entity ?? fileHint.entity
    if case .entity(let known) = kind { entity = known }
    if case .user = kind { entity = .user }
    count(entity ?? .user, &roster)
    roster.source.unreadable.append(
      UnreadableRecord(
        entity: entity,
        place: place(fields.bytes.start),
        line: line,
        fault: place(fault),
        words: words
      )
    )
  }

  // MARK: - Links and versions

  private func noteVersion(
    _ fields: borrowing RecordFields,
    _ lists: borrowing RecordLists,
    _ json: JSONSource,
    _ roster: inout Roster
  ) {
    let text = json.string(of: fields.uri)
    let path = text.isEmpty ? lists.selfLink(of: fields, in: json) ?? "" : text
    roster.source.files[file].version = versionName(in: path)
  }
}

/// The word of `path` that names its list.
func collectionName(in path: String) -> String {
  let bytes = Array(path.utf8)
  return String(decoding: bytes[ResourcePath(bytes.span).collectionWord], as: UTF8.self)
}

/// The version that `path` begins with; empty if it begins with none.
func versionName(in path: String) -> String {
  let bytes = Array(path.utf8)
  return String(decoding: bytes[ResourcePath(bytes.span).version], as: UTF8.self)
}
