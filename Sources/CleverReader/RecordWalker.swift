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

  /// Bytes that an id may have (security, section 1).
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
    fields.start = cursor.offset
    guard try cursor.kind() == .object else {
      fields.note("a list or a plain value stands where a record belongs", at: cursor.offset)
      try cursor.skipValue()
      fields.end = cursor.offset
      return .record
    }
    try cursor.enterObject()
    var step = FieldTrail.Step.start
    while let field = try trail.next(&cursor, &step) {
      let name = field.name
      if mayOpenList, try cursor.kind() == .array, !fields.keys.contains(.id) {
        let first = try firstElement(&cursor)
        if name == .data, first == nil || first == .object { return .list(.unknown) }
        let collection = Collection(cursor.span(of: field.text))
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
      fields.end = cursor.offset
      // Without an envelope the record's own `type` stood where an envelope's would.
      if fields.texts.outerType.length > 0 {
        fields.keys.insert(.type)
        fields.texts.type = fields.texts.outerType
      }
    } else if fields.keys.contains(.eventObject) {
      fields.end = cursor.offset
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
      let outerStart = fields.start
      fields.start = cursor.offset
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        if field.name == .data {
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
      fields.end = cursor.offset
      if fields.keys.contains(.eventObject) { fields.start = outerStart }
    case .uri: fields.texts.uri = try text(&cursor, &fields)
    case .links: try walkLinks(&cursor, &fields, &lists)
    case .paging: try cursor.skipValue()
    case .type: fields.texts.outerType = try text(&cursor, &fields)
    case .count:
      fields.keys.insert(.count)
      fields.texts.count = try text(&cursor, &fields)
    case .error, .message:
      try walkError(&cursor, &fields)
    default: try walkField(field, &cursor, &fields, &lists, &trail)
    }
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
      (fields.id, fields.texts.id) = try id(&cursor, &fields)
      if fields.texts.id.length > RecordWalker.idLimit {
        fields.note("an id is longer than 255 bytes", at: fields.texts.id.start)
      }
    case .name: try walkName(field, &cursor, &fields, &trail)
    case .roles: try walkRoles(field, &cursor, &fields, &lists, &trail)
    case .state:
      fields.texts.state = try text(&cursor, &fields)
    case .district: fields.texts.district = try text(&cursor, &fields)
    case .email: fields.texts.email = try text(&cursor, &fields)
    case .lastModified: fields.texts.lastModified = try text(&cursor, &fields)
    case .scopes:
      fields.keys.insert(.scopes)
      try walkScopes(&cursor, &fields, &lists)
    case .accessToken:
      try cursor.skipValue()
    case .type:
      fields.keys.insert(.type)
      fields.texts.type = try text(&cursor, &fields)
    case .term:
      try walkTerm(field, &cursor, &fields, &trail)
    case .lowGrade:
      fields.keys.insert(.schoolGrades)
      fields.texts.lowGrade = try text(&cursor, &fields)
    case .highGrade:
      fields.keys.insert(.schoolGrades)
      fields.texts.highGrade = try text(&cursor, &fields)
    case .schoolNumber:
      fields.keys.insert(.schoolGrades)
      fields.texts.schoolNumber = try text(&cursor, &fields)
    case .subject:
      fields.keys.insert(.subject)
      fields.texts.subject = try text(&cursor, &fields)
    case .period: fields.texts.period = try text(&cursor, &fields)
    case .sectionNumber: fields.texts.sectionNumber = try text(&cursor, &fields)
    case .course: fields.texts.course = try text(&cursor, &fields)
    case .courseName: fields.texts.courseName = try text(&cursor, &fields)
    case .termID: fields.texts.term = try text(&cursor, &fields)
    case .startDate:
      fields.keys.insert(.dates)
      fields.texts.termStart = try text(&cursor, &fields)
    case .endDate:
      fields.keys.insert(.dates)
      fields.texts.termEnd = try text(&cursor, &fields)
    case .number:
      fields.keys.insert(.number)
      try cursor.skipValue()
    case .teacher:
      fields.keys.insert(.teacher)
      fields.texts.teacher = try text(&cursor, &fields)
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
    case .sisID: fields.texts.sisID = try text(&cursor, &fields)
    case .school: (fields.school, fields.texts.school) = try id(&cursor, &fields)
    case .grade: fields.texts.grade = try text(&cursor, &fields)
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
      fields.texts.staffID = try text(&cursor, &fields)
    case .title:
      if role.isEmpty || role == .staff {
        fields.texts.title = try text(&cursor, &fields)
      } else {
        try cursor.skipValue()
      }
    case .phone:
      fields.keys.insert(.phone)
      fields.texts.phone = try text(&cursor, &fields)
    case .phoneType: fields.texts.phoneType = try text(&cursor, &fields)
    case .relationship where role.isEmpty: fields.texts.relationship = try text(&cursor, &fields)
    case .student where role.isEmpty:
      fields.keys.insert(.student)
      fields.texts.student = try text(&cursor, &fields)
    case .studentRelationships:
      fields.keys.insert(.relationships)
      try walkRelationships(field, &cursor, &fields, &lists, &trail)
    case .email where role == .student && fields.texts.email.length == 0:
      fields.texts.email = try text(&cursor, &fields)
    case .studentMark:
      fields.keys.insert(.studentOnly)
      trail.count(field, in: cursor)
      try cursor.skipValue()
    case .teacherMark:
      fields.keys.insert(.teacherOnly)
      trail.count(field, in: cursor)
      try cursor.skipValue()
    case .districtMark:
      fields.keys.insert(.districtOnly)
      try cursor.skipValue()
    case .lastModified: try cursor.skipValue()
    default:
      trail.count(field, in: cursor)
      try cursor.skipValue()
    }
  }
}
