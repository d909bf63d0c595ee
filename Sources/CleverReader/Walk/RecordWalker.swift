import FlatTables
import PositionedJSON
import Roster

/// Walks one record, in whatever envelope, and notes where its fields stand.
///
/// Knows nothing of the roster, so it may be on another thread. A record that breaks off at the
/// window's end is walked again when more of it is there; what it added to lists is taken back.
struct RecordWalker: Sendable {
  /// Whether students' e-mail addresses are wanted.
  let readsStudentEmail: Bool

  /// Bytes that an id may have (`WhatIsRead.md`, section 2).
  static let idLimit = 255

  /// How a value at the top of a document turned out.
  enum Outcome {
    /// A whole value; its fields are noted.
    case record
    /// A list of records opens; the cursor stands on its `[`.
    case list(Collection)
  }

  /// Walks the value at the cursor: an envelope, a bare record, or the beginning of a list page.
  ///
  /// `fields` are those of a record of which nothing is known yet. `mayOpenList` says whether the
  /// value stands at the top of a document.
  func walk(
    _ cursor: inout JSONCursor,
    into fields: inout RecordFields,
    lists: inout RecordLists,
    trail: inout FieldTrail,
    mayOpenList: Bool
  ) throws(JSONFault) -> Outcome {
    cursor.skipWhitespace()
    fields.bytes.start = cursor.offset
    guard try cursor.kind() == .object else {
      fields.note(.noRecord, at: cursor.offset)
      try cursor.skipValue()
      fields.bytes.end = cursor.offset
      return .record
    }
    try cursor.enterObject()
    var step = FieldTrail.Step.start
    while let field = try trail.next(&cursor, &step) {
      let name = field.name
      if mayOpenList, try cursor.kind() == .array, !fields.keys.contains(.id) {
        let first = try firstElement(&cursor)
        if name == .data, first == nil || first == .object { return .list(.unknown) }
        let collection = trail.collection(namedBy: field, in: cursor.source)
        if collection != .unknown, first == .object { return .list(collection) }
        // An empty list of a known name may be a bare section's field, or a list by name without
        // records; what else the object holds will tell.
        if collection != .unknown, first == nil { fields.keys.insert(.emptyList) }
        if collection == .unknown, first == .object, name == .unknown {
          fields.keys.insert(.namelessList)
        }
      }
      try walkEnvelopeField(field, &cursor, &fields, &lists, &trail)
    }
    if !fields.keys.contains(.data) {
      fields.bytes.end = cursor.offset
      // Without an envelope the record's own `type` stood where an envelope's would.
      let outerType = lists.details(of: fields).outerType
      if !outerType.isEmpty {
        fields.keys.insert(.type)
        lists.noteType(outerType, of: &fields, in: cursor.source)
      }
    } else if fields.keys.contains(.eventObject) {
      fields.bytes.end = cursor.offset
    }
    return .record
  }

  /// What the array at the cursor begins with, nil if it is empty; the cursor stays.
  func firstElement(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONKind? {
    let start = cursor.mark
    try cursor.enterArray()
    let kind = try cursor.nextElement() ? try cursor.kind() : nil
    cursor.rewind(to: start)
    return kind
  }

  private func walkEnvelopeField(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    switch field.name {
    case .data where try cursor.kind() == .object:
      fields.keys.insert(.data)
      let outerStart = fields.bytes.start
      fields.bytes.start = cursor.offset
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        if field.name == .unknown {
          try passOver(field, &cursor, &trail)
        } else if field.name == .data {
          fields.keys.insert(.nestedData)
          try cursor.skipValue()
        } else if field.name == .object, try cursor.kind() == .object {
          // An event without an envelope: what stands beside `data` is the event's own.
          fields.keys.insert(.eventObject)
          try cursor.skipValue()
        } else {
          try walkField(field, &cursor, &fields, &lists, &trail)
        }
      }
      fields.bytes.end = cursor.offset
      if fields.keys.contains(.eventObject) { fields.bytes.start = outerStart }
    case .uri: fields.uri = try text(&cursor, &fields)
    case .links: try walkLinks(&cursor, &fields, &lists)
    case .paging: try cursor.skipValue()
    case .type: lists.details[lists.place(of: &fields)].outerType = try text(&cursor, &fields)
    case .count:
      fields.keys.insert(.count)
      lists.details[lists.place(of: &fields)].count = try text(&cursor, &fields)
    case .error, .message:
      try walkError(&cursor, &fields, &lists)
    default: try walkField(field, &cursor, &fields, &lists, &trail)
    }
  }

  /// Passes over a field that no table has a place for: half of what an export holds, so whoever
  /// goes from field to field looks for it first.
  @inline(__always)
  func passOver(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    trail.count(field, in: cursor.source)
    try cursor.skipValue()
  }

  /// Notes one field of a record.
  private func walkField(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    switch field.name {
    case .id:
      fields.keys.insert(.id)
      _ = try cursor.kind()
      let quote = cursor.offset
      fields.id = try id(&cursor, &fields, &lists)
      if let odd = lists.oddID(fields.id), odd.length > RecordWalker.idLimit {
        fields.note(.longID, at: quote + 1)
      }
    case .name: try walkName(field, &cursor, &fields, &lists, &trail)
    case .roles: try walkRoles(field, &cursor, &fields, &lists, &trail)
    case .state:
      let state = try text(&cursor, &fields)
      if !state.isEmpty {
        lists.details[lists.place(of: &fields)].state = DistrictState(state, in: cursor.source)
      }
    case .district: fields.district = try id(&cursor, &fields, &lists)
    case .email: fields.email = try kept(&cursor, &fields, &lists)
    case .lastModified: fields.lastModified = try kept(&cursor, &fields, &lists)
    case .scopes:
      fields.keys.insert(.scopes)
      try walkScopes(&cursor, &fields, &lists)
    case .accessToken:
      try cursor.skipValue()
    case .type:
      fields.keys.insert(.type)
      let type = try text(&cursor, &fields)
      lists.noteType(type, of: &fields, in: cursor.source)
    case .term:
      try walkTerm(field, &cursor, &fields, &lists, &trail)
    case .lowGrade:
      fields.keys.insert(.schoolGrades)
      lists.details[lists.place(of: &fields)].lowGrade = try grade(&cursor, &fields)
    case .highGrade:
      fields.keys.insert(.schoolGrades)
      lists.details[lists.place(of: &fields)].highGrade = try grade(&cursor, &fields)
    case .schoolNumber:
      fields.keys.insert(.schoolGrades)
      lists.details[lists.place(of: &fields)].schoolNumber = try kept(&cursor, &fields, &lists)
    case .subject:
      fields.keys.insert(.subject)
      lists.details[lists.place(of: &fields)].subject = try kept(&cursor, &fields, &lists)
    case .period:
      lists.details[lists.place(of: &fields)].period = try kept(&cursor, &fields, &lists)
    case .sectionNumber:
      lists.details[lists.place(of: &fields)].sectionNumber = try kept(&cursor, &fields, &lists)
    case .course: lists.details[lists.place(of: &fields)].course = try id(&cursor, &fields, &lists)
    case .courseName:
      lists.details[lists.place(of: &fields)].courseName = try kept(&cursor, &fields, &lists)
    case .termID: lists.details[lists.place(of: &fields)].term = try id(&cursor, &fields, &lists)
    case .startDate:
      fields.keys.insert(.dates)
      lists.details[lists.place(of: &fields)].termStart = try kept(&cursor, &fields, &lists)
    case .endDate:
      fields.keys.insert(.dates)
      lists.details[lists.place(of: &fields)].termEnd = try kept(&cursor, &fields, &lists)
    case .number:
      fields.keys.insert(.number)
      try cursor.skipValue()
    case .teacher:
      fields.keys.insert(.teacher)
      lists.details[lists.place(of: &fields)].teacher = try id(&cursor, &fields, &lists)
    case .teachers:
      try walkIDs(&cursor, &fields, &lists, list: .teachers)
    case .students:
      fields.keys.insert(.students)
      try walkIDs(&cursor, &fields, &lists, list: .students)
    default:
      try walkPersonField(field, &cursor, &fields, &lists, &trail, role: [])
    }
  }

  /// Notes one field that stands in a person's record, and in v3 inside the role.
  func walkPersonField(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail,
    role: RoleSet
  ) throws(JSONFault) {
    switch field.name {
    case .sisID: fields.sisID = try kept(&cursor, &fields, &lists)
    case .school: fields.school = try id(&cursor, &fields, &lists)
    case .grade: fields.grade = try grade(&cursor, &fields)
    case .schools:
      // Only an admin's list of schools is evidence; everyone else's follows from sections.
      if role.isEmpty || role == .staff {
        fields.keys.insert(.schools)
        try walkIDs(&cursor, &fields, &lists, list: .schools)
      } else {
        try cursor.skipValue()
      }
    case .staffID:
      fields.keys.insert(.staffID)
      lists.details[lists.place(of: &fields)].staffID = try kept(&cursor, &fields, &lists)
    case .title:
      if role.isEmpty || role == .staff {
        lists.details[lists.place(of: &fields)].title = try kept(&cursor, &fields, &lists)
      } else {
        try cursor.skipValue()
      }
    case .phone:
      fields.keys.insert(.phone)
      fields.phone = try kept(&cursor, &fields, &lists)
    case .phoneType: fields.phoneType = PhoneType(try text(&cursor, &fields), in: cursor.source)
    case .relationship where role.isEmpty:
      lists.details[lists.place(of: &fields)].relationship = try kept(&cursor, &fields, &lists)
    case .student where role.isEmpty:
      fields.keys.insert(.student)
      lists.details[lists.place(of: &fields)].student = try id(&cursor, &fields, &lists)
    case .studentRelationships:
      fields.keys.insert(.relationships)
      try walkRelationships(field, &cursor, &fields, &lists, &trail)
    case .email where role == .student && fields.email.isEmpty:
      fields.email = try kept(&cursor, &fields, &lists)
    case .studentMark:
      fields.keys.insert(.studentOnly)
      try passOver(field, &cursor, &trail)
    case .teacherMark:
      fields.keys.insert(.teacherOnly)
      try passOver(field, &cursor, &trail)
    case .districtMark:
      fields.keys.insert(.districtOnly)
      try cursor.skipValue()
    case .lastModified: try cursor.skipValue()
    case .legacyID:
      trail.count(field, in: cursor.source)
      if role.isDisjoint(with: .employees) {
        try cursor.skipValue()
      } else {
        try walkFormerID(&cursor, &fields, &lists, of: role)
      }
    default: try passOver(field, &cursor, &trail)
    }
  }
}
