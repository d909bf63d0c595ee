import FlatTables
import PositionedJSON
import Roster

/// Walks one record after another, in whatever envelope, and notes what their fields say.
///
/// Owns the cursor over the bytes, the record at hand, and the batch that finished records go to.
/// Knows nothing of the roster, so it can be on another thread than the one that stores.
struct RecordWalk: ~Copyable, ~Escapable {
  /// Bytes that an id may have (`WhatIsRead.md`, section 2).
  static let idLimit = 255

  var cursor: JSONCursor
  /// What is known of the record at hand.
  var record = WalkedRecord()
  /// The finished records, and what the one at hand points into.
  var batch: RecordBatch
  /// Which fields came after which so far.
  var trail: FieldTrail

  let bytes: Span<UInt8>
  private let isFinal: Bool
  private let readsStudentEmail: Bool
  private var paths = OwnPaths()
  private var detailsAtHand = RecordDetails()
  private var hasDetails = false

  /// A walk over `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: whole values, one after another.
  ///   - isFinal: whether nothing comes after the bytes.
  ///   - batch: where the records go, with its memory.
  ///   - trail: what earlier walks learned.
  ///   - readsStudentEmail: whether students' e-mail addresses are copied; else they are passed over.
  @_lifetime(copy bytes)
  init(
    _ bytes: Span<UInt8>,
    isFinal: Bool = true,
    into batch: consuming RecordBatch = RecordBatch(),
    trail: consuming FieldTrail,
    readsStudentEmail: Bool
  ) {
    self.bytes = bytes
    self.isFinal = isFinal
    self.batch = batch
    self.trail = trail
    self.readsStudentEmail = readsStudentEmail
    cursor = JSONCursor(bytes, isFinal: isFinal)
  }

  /// Goes on at `offset`, where no object or array is open.
  mutating func restart(at offset: Int) {
    cursor = JSONCursor(bytes, at: offset, isFinal: isFinal)
  }

  /// The next byte that is not white space, with the cursor on it; nil at the end.
  mutating func nextByte() -> UInt8? {
    cursor.skipWhitespace()
    return cursor.byte
  }

  /// What the record at hand has beside the fields that people's records have; made when it is
  /// first changed.
  var details: RecordDetails {
    get { detailsAtHand }
    _modify {
      hasDetails = true
      yield &detailsAtHand
    }
  }

  /// Walks the record that the bytes hold, and nothing else.
  mutating func walkOnlyRecord() throws(JSONFault) {
    beginRecord()
    _ = try walkValue(mayOpenList: false)
    endRecord()
  }

  /// Ends the walk.
  mutating func finish() -> (RecordBatch, FieldTrail) {
    (exchange(&batch, with: RecordBatch()), exchange(&trail, with: FieldTrail()))
  }

  // MARK: - Records

  /// Begins a record of which nothing is known yet.
  mutating func beginRecord() {
    record = WalkedRecord()
    if hasDetails { detailsAtHand = RecordDetails() }
    hasDetails = false
  }

  /// Adds the record at hand to the batch. One that cannot be read has nothing but its problem.
  mutating func endRecord() {
    if case .unreadable? = record.problem?.reason {
      // Its details are forgotten when the next record begins.
    } else {
      if hasDetails {
        record.detail = Int32(batch.values.details.count)
        batch.values.details.append(detailsAtHand)
      }
      record.own = paths.list(of: record, batch.values, in: cursor.source)
      if !record.unreadEmail.isEmpty, !record.mayBeStudent {
        record.email = batch.values.keep(record.unreadEmail, in: cursor.source)
      }
    }
    batch.records.append(record)
  }

  /// Walks the value at the cursor: an envelope, a bare record, or the beginning of a list page.
  ///
  /// - Parameter mayOpenList: whether the value is at the top of a document.
  /// - Returns: whether a list of records opens, with the cursor on its `[`; else the whole value was
  ///   walked.
  /// - Throws: ``PositionedJSON/JSONFault``.
  mutating func walkValue(mayOpenList: Bool) throws(JSONFault) -> Bool {
    cursor.skipWhitespace()
    record.bytes.start = cursor.offset
    guard try cursor.kind() == .object else {
      record.note(.noRecord, at: cursor.offset)
      try cursor.skipValue()
      record.bytes.end = cursor.offset
      return false
    }
    try cursor.enterObject()
    var step = FieldTrail.Step.start
    while let field = try trail.next(&cursor, &step) {
      let name = field.name
      if mayOpenList, try cursor.kind() == .array, !record.keys.contains(.id) {
        let first = try firstElement()
        if name == .data, first == nil || first == .object { return true }
        let list = trail.list(namedBy: field, in: cursor.source)
        if list != .unknown, first == .object { return true }
        // An empty list of a known name may be a bare section's field, or a list by name without
        // records; what else the object holds will tell.
        if list != .unknown, first == nil { record.keys.insert(.emptyList) }
        if list == .unknown, first == .object, name == .unknown {
          record.keys.insert(.namelessList)
        }
      }
      try walkEnvelopeField(field)
    }
    if !record.keys.contains(.data) {
      record.bytes.end = cursor.offset
      // Without an envelope the record's own `type` is where an envelope's would be.
      let outerType = detailsAtHand.outerType
      if !outerType.isEmpty {
        record.keys.insert(.type)
        noteType(outerType)
      }
    } else if record.keys.contains(.eventObject) {
      record.bytes.end = cursor.offset
    }
    return false
  }

  /// What the array at the cursor begins with, nil if it is empty; the cursor stays.
  mutating func firstElement() throws(JSONFault) -> JSONKind? {
    let start = cursor.mark
    try cursor.enterArray()
    let kind = try cursor.nextElement() ? try cursor.kind() : nil
    cursor.rewind(to: start)
    return kind
  }

  private mutating func walkEnvelopeField(_ field: FieldTrail.Field) throws(JSONFault) {
    switch field.name {
    case .data where try cursor.kind() == .object:
      record.keys.insert(.data)
      let outerStart = record.bytes.start
      record.bytes.start = cursor.offset
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        if field.name == .unknown {
          try passOver(field)
        } else if field.name == .data {
          record.keys.insert(.nestedData)
          try cursor.skipValue()
        } else if field.name == .object, try cursor.kind() == .object {
          // An event without an envelope: what is beside `data` is the event's own.
          record.keys.insert(.eventObject)
          try cursor.skipValue()
        } else {
          try walkField(field)
        }
      }
      record.bytes.end = cursor.offset
      if record.keys.contains(.eventObject) { record.bytes.start = outerStart }
    case .uri: record.uri = try text()
    case .links: try walkLinks()
    case .paging: try cursor.skipValue()
    case .type: details.outerType = try text()
    case .count:
      record.keys.insert(.count)
      details.count = try text()
    case .error, .message:
      try walkError()
    default: try walkField(field)
    }
  }

  /// Notes the `type` of a record, which tells what a contact is to a student, or the role that
  /// logged in.
  private mutating func noteType(_ type: JSONText) {
    details.type = type
    details.contactType = ContactType(type, in: cursor.source)
  }

  /// An address. Unless students' addresses are wanted it is not copied before it is known whose it
  /// is, which `roles` and `uri` say after it.
  private mutating func walkEmail() throws(JSONFault) {
    let address = try text()
    if readsStudentEmail {
      record.email = batch.values.keep(address, in: cursor.source)
    } else {
      record.unreadEmail = address
    }
  }

  /// Passes over a field that no table has a place for. Half of what an export holds are such
  /// fields, so the loops over fields ask for them first.
  @inline(__always)
  mutating func passOver(_ field: FieldTrail.Field) throws(JSONFault) {
    trail.count(field, in: cursor.source)
    try cursor.skipValue()
  }

  /// Notes one field of a record.
  private mutating func walkField(_ field: FieldTrail.Field) throws(JSONFault) {
    switch field.name {
    case .id:
      record.keys.insert(.id)
      _ = try cursor.kind()
      let quote = cursor.offset
      record.id = try id()
      if let odd = batch.values.oddID(record.id), odd.length > RecordWalk.idLimit {
        record.note(.longID, at: quote + 1)
      }
    case .name: try walkName(field)
    case .roles: try walkRoles(field)
    case .state:
      let state = try text()
      if !state.isEmpty {
        details.state = DistrictState(state, in: cursor.source)
      }
    case .district: record.district = try id()
    case .email: try walkEmail()
    case .lastModified: record.lastModified = try kept()
    case .scopes:
      record.keys.insert(.scopes)
      try walkScopes()
    case .accessToken:
      try cursor.skipValue()
    case .type:
      record.keys.insert(.type)
      noteType(try text())
    case .term:
      try walkTerm(field)
    case .lowGrade:
      record.keys.insert(.schoolGrades)
      details.lowGrade = CleverGrade(try text(), in: cursor.source)
    case .highGrade:
      record.keys.insert(.schoolGrades)
      details.highGrade = CleverGrade(try text(), in: cursor.source)
    case .schoolNumber:
      record.keys.insert(.schoolGrades)
      details.schoolNumber = try kept()
    case .subject:
      record.keys.insert(.subject)
      details.subject = try kept()
    case .period:
      details.period = try kept()
    case .sectionNumber:
      details.sectionNumber = try kept()
    case .course: details.course = try id()
    case .courseName:
      details.courseName = try kept()
    case .termID: details.term = try id()
    case .startDate:
      record.keys.insert(.dates)
      details.termStart = try kept()
    case .endDate:
      record.keys.insert(.dates)
      details.termEnd = try kept()
    case .number:
      record.keys.insert(.number)
      try cursor.skipValue()
    case .teacher:
      record.keys.insert(.teacher)
      details.teacher = try id()
    case .teachers:
      try walkIDs(list: .teachers)
    case .students:
      record.keys.insert(.students)
      try walkIDs(list: .students)
    default:
      try walkPersonField(field, role: [])
    }
  }

  /// Notes one field of a person's record, which v3 has inside the role.
  mutating func walkPersonField(
    _ field: FieldTrail.Field,
    role: RoleSet
  ) throws(JSONFault) {
    switch field.name {
    case .sisID: record.sisID = try kept()
    case .school: record.school = try id()
    case .grade: record.grade = CleverGrade(try text(), in: cursor.source)
    case .schools:
      // Only an admin's list of schools is evidence; everyone else's follows from sections.
      if role.isEmpty || role == .staff {
        record.keys.insert(.schools)
        try walkIDs(list: .schools)
      } else {
        try cursor.skipValue()
      }
    case .staffID:
      record.keys.insert(.staffID)
      details.staffID = try kept()
    case .title:
      if role.isEmpty || role == .staff {
        details.title = try kept()
      } else {
        try cursor.skipValue()
      }
    case .phone:
      record.keys.insert(.phone)
      record.phone = try kept()
    case .phoneType: record.phoneType = PhoneType(try text(), in: cursor.source)
    case .relationship where role.isEmpty:
      details.relationship = try kept()
    case .student where role.isEmpty:
      record.keys.insert(.student)
      details.student = try id()
    case .studentRelationships:
      record.keys.insert(.relationships)
      try walkRelationships(field)
    case .email where role == .student && record.email.isEmpty && record.unreadEmail.isEmpty:
      try walkEmail()
    case .studentMark:
      record.keys.insert(.studentOnly)
      try passOver(field)
    case .teacherMark:
      record.keys.insert(.teacherOnly)
      try passOver(field)
    case .districtMark:
      record.keys.insert(.districtOnly)
      try cursor.skipValue()
    case .lastModified: try cursor.skipValue()
    case .legacyID:
      trail.count(field, in: cursor.source)
      if role.isDisjoint(with: .employees) {
        try cursor.skipValue()
      } else {
        try walkFormerID(of: role)
      }
    default: try passOver(field)
    }
  }
}
