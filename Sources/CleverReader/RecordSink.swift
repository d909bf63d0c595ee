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
  /// `fields` is `inout` though nothing is changed, here and wherever each record passes: some
  /// hundred bytes that are borrowed are copied for every call.
  mutating func take(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    from cursor: borrowing JSONCursor,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    if let fault = fields.fault { return takeUnreadable(fields, fault, into: &roster) }
    let kind = fields.kind(own: fields.own, list: fields.list, fileHint: fileHint)
    if let problem = fields.problem {
      return refuse(fields, as: kind, at: problem.offset, problem.words.description, &roster)
    }
    if roster.source.files[file].version.isEmpty { noteVersion(fields, lists, cursor, &roster) }
    switch kind {
    case .entity(let entity): try storeRecord(&fields, lists, as: entity, cursor, &roster)
    case .user: try storeUser(&fields, lists, cursor, &roster)
    case .status: try storeStatus(fields, cursor, &roster)
    case .other:
      count(.user, &roster)
      let id = try builder.id(fields.id, fields.texts.id, cursor, &roster) ?? .none
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(fields.start), line: line, fate: fate)
      )
    case .identity:
      let inner = cursor.string(of: fields.texts.type)
      let role =
        inner.isEmpty || inner == "user" ? cursor.string(of: fields.texts.outerType) : inner
      roster.source.identities.append(
        Identity(place: place(fields.start), id: cursor.string(of: fields.texts.id), role: role)
      )
    case .token:
      let scopes = fields.scopes.range.map { cursor.string(of: lists.texts[$0]) }
      roster.source.tokens.append(TokenScopes(place: place(fields.start), scopes: scopes))
    case .count:
      let self_ = lists.selfLink(of: fields, in: cursor)
      let collection = self_.map { collectionName(in: $0) } ?? ""
      guard let count = Int(cursor.string(of: fields.texts.count)), count >= 0 else {
        return refuse(
          fields,
          as: .count,
          at: fields.texts.count.start,
          "'count' is not a whole number",
          &roster
        )
      }
      roster.source.counts.append(
        CountAnswer(place: place(fields.start), collection: collection, count: count)
      )
    case .error:
      let words = String(cursor.string(of: fields.texts.errorText).prefix(200))
      roster.source.errorAnswers.append(
        ErrorAnswer(
          place: place(fields.start),
          words: words,
          meaning: ErrorAnswer.Meaning(words: words)
        )
      )
    case .event: try takeEvent(fields, cursor, &roster)
    case .emptyLists: break
    case .unknown where takeLoneAnswer(fields, cursor, &roster): break
    case .unknown:
      refuse(
        fields,
        as: .unknown,
        at: fields.start,
        "nothing tells what kind of record this is",
        &roster
      )
    }
  }

  /// Notes an answer that has no `id`; false if it is none that is known.
  private func takeLoneAnswer(
    _ fields: borrowing RecordFields,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) -> Bool {
    guard !fields.keys.contains(.id),
      let answer = LoneAnswer(cursor.rawBytes(in: fields.start..<fields.end))
    else { return false }
    switch answer {
    case .login(let id, let formerID, let role):
      roster.source.identities.append(
        Identity(place: place(fields.start), id: id, role: role, formerID: formerID)
      )
    case .token:
      let why = "an access token and no data; keep it secret"
      roster.source.passedOver.append(PassedOver(path: roster.source.files[file].path, why: why))
    }
    return true
  }

  /// Notes a value that could not be walked; the file around it goes on.
  private func takeUnreadable(
    _ fields: borrowing RecordFields,
    _ fault: JSONFault,
    into roster: inout Roster
  ) {
    let entity = fields.list.entity ?? fileHint.entity
    count(entity ?? .user, &roster)
    roster.source.unreadable.append(
      UnreadableRecord(
        entity: entity,
        place: place(fields.start),
        line: line,
        fault: place(fault.offset),
        words: fault.words
      )
    )
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
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    guard let id = try builder.id(fields.id, fields.texts.id, cursor, &roster) else {
      return refuse(
        fields,
        as: .entity(entity),
        at: fields.start,
        "the record has no 'id'",
        &roster
      )
    }
    count(entity, &roster)
    newest.note(fields.texts.lastModified, of: entity, in: cursor)
    join.meet(entity)
    let row = fields.row(of: entity) ?? roster.row(of: entity, naming: id)
    guard judgeCopy(&fields, entity, row, cursor, &roster) else { return }
    try builder.store(
      &fields,
      lists,
      as: entity,
      row: row,
      from: cursor,
      in: &roster
    )
    roster.setPlace(place(fields.start), line: line, of: entity, row: row)
  }

  /// A v3 user: a row in the table of each of its roles.
  private mutating func storeUser(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    var first: (entity: Entity, row: Int32)?
    guard let id = try builder.id(fields.id, fields.texts.id, cursor, &roster) else {
      return refuse(fields, as: .user, at: fields.start, "the record has no 'id'", &roster)
    }
    for (role, entity) in Entity.ofRoles where fields.roles.contains(role) {
      newest.note(fields.texts.lastModified, of: entity, in: cursor)
      let row = fields.row(of: entity) ?? roster.row(of: entity, naming: id)
      if let first {
        if entity == .schoolAdmin, first.entity == .teacher {
          roster.schoolAdmins.teacher[Int(row)] = first.row
        }
        if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = true }
      } else {
        first = (entity, row)
        count(entity, &roster)
        guard judgeCopy(&fields, entity, row, cursor, &roster) else { return }
      }
      try builder.store(
        &fields,
        lists,
        as: entity,
        row: row,
        from: cursor,
        in: &roster
      )
      roster.setPlace(place(fields.start), line: line, of: entity, row: row)
    }
    try join.meet(fields.roles, id, cursor.rawBytes(in: fields.start..<fields.end), &roster)
    if first == nil {
      count(.user, &roster)
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      roster.others.append(
        OtherRecord(entity: .user, id: id, place: place(fields.start), line: line, fate: fate)
      )
    }
  }

  private mutating func storeStatus(
    _ fields: borrowing RecordFields,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    guard let id = try builder.id(fields.id, fields.texts.id, cursor, &roster) else {
      return refuse(fields, as: .status, at: fields.start, "the record has no 'id'", &roster)
    }
    let row = Int(roster.districts.row(naming: id))
    roster.districts.state[row] = builder.state(fields.texts.state, cursor)
  }

  /// Whether the record at hand goes on; the other copy, if there is one, is noted.
  private mutating func judgeCopy(
    _ fields: inout RecordFields,
    _ entity: Entity,
    _ row: Int32,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) -> Bool {
    let earlier = roster.place(of: entity, row: row)
    guard earlier.isKnown else { return true }
    let here = place(fields.start)
    let earlierLine = roster.records(of: entity)?.lines[Int(row)] ?? 0
    let other = roster.source.files[earlier.file]
    let version = roster.source.files[file].version
    let verdict = judge.compare(fields, cursor, version, withRecordAt: earlier.offset, of: other)
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
        place: place(fields.start),
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
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) {
    let text = cursor.string(of: fields.texts.uri)
    let path = text.isEmpty ? lists.selfLink(of: fields, in: cursor) ?? "" : text
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
