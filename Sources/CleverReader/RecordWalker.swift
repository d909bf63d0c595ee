import FlatTables
import PositionedJSON
import Roster

/// Walks one record, in whatever envelope, and notes where its fields stand.
///
/// Has no lasting effect: a record that breaks off at the window's end is walked again when more
/// of it is there. The one thing it adds to the roster is the spelling of odd ids, and adding
/// that twice is the same as once.
struct RecordWalker {
  /// Whether students' e-mail addresses are wanted.
  let readsStudentEmail: Bool

  /// How a value at the top of a document turned out.
  enum Outcome {
    /// A whole value; its fields are noted.
    case record
    /// A list of records opens; the cursor stands on its `[`.
    case list(Collection)
  }

  /// Walks the value at the cursor: an envelope, a bare record, or the beginning of a list page.
  ///
  /// `mayOpenList` says whether the value stands at the top of a document.
  func walk(
    _ cursor: inout JSONCursor,
    into fields: inout RecordFields,
    roster: inout Roster,
    counter: inout FieldCounter,
    mayOpenList: Bool
  ) throws(JSONFault) -> Outcome {
    cursor.skipWhitespace()
    fields.reset(at: cursor.offset)
    guard try cursor.kind() == .object else {
      fields.note("a list or a plain value stands where a record belongs", at: cursor.offset)
      try cursor.skipValue()
      fields.end = cursor.offset
      return .record
    }
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      let name = FieldName(key, in: cursor)
      if try cursor.kind() == .array, mayOpenList, try holdsObjects(&cursor) {
        if name == .data { return .list(.unknown) }
        let collection = Collection(cursor.span(of: key.text))
        if collection != .unknown || name == .unknown, name != .links { return .list(collection) }
      }
      try walkEnvelopeField(name, key, &cursor, &fields, &roster, &counter)
    }
    if !fields.keys.contains(.data) {
      fields.end = cursor.offset
      // Without an envelope the record's own `type` stood where an envelope's would.
      if fields.texts.outerType.length > 0 {
        fields.keys.insert(.type)
        fields.texts.type = fields.texts.outerType
      }
    }
    return .record
  }

  /// Whether the array at the cursor is empty or begins with an object; the cursor stays.
  private func holdsObjects(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    let start = cursor.mark
    try cursor.enterArray()
    let isEmpty = try !cursor.nextElement()
    let kind = isEmpty ? JSONKind.object : try cursor.kind()
    cursor.rewind(to: start)
    return kind == .object
  }

  private func walkEnvelopeField(
    _ name: FieldName,
    _ key: JSONKey,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    _ counter: inout FieldCounter
  ) throws(JSONFault) {
    switch name {
    case .data where try cursor.kind() == .object:
      fields.keys.insert(.data)
      fields.start = cursor.offset
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = FieldName(key, in: cursor)
        if name == .data {
          fields.keys.insert(.nestedData)
          try cursor.skipValue()
        } else {
          try walkField(name, key, &cursor, &fields, &roster, &counter)
        }
      }
      fields.end = cursor.offset
    case .uri: fields.texts.uri = try text(&cursor, &fields)
    case .links: try walkLinks(&cursor, &fields)
    case .paging: try cursor.skipValue()
    case .type: fields.texts.outerType = try text(&cursor, &fields)
    case .count:
      fields.keys.insert(.count)
      fields.texts.count = try text(&cursor, &fields)
    case .error, .message:
      if try cursor.kind() == .string, !fields.keys.contains(.data) {
        fields.keys.insert(.error)
        fields.texts.errorText = try cursor.string()
      } else {
        try cursor.skipValue()
      }
    default: try walkField(name, key, &cursor, &fields, &roster, &counter)
    }
  }

  /// Notes one field of a record.
  private func walkField(
    _ name: FieldName,
    _ key: JSONKey,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    _ counter: inout FieldCounter
  ) throws(JSONFault) {
    switch name {
    case .id:
      fields.keys.insert(.id)
      fields.texts.id = try text(&cursor, &fields)
    case .name: try walkName(&cursor, &fields)
    case .roles: try walkRoles(&cursor, &fields, &roster, &counter)
    case .state:
      fields.texts.state = try text(&cursor, &fields)
    case .district: fields.texts.district = try text(&cursor, &fields)
    case .email: fields.texts.email = try text(&cursor, &fields)
    case .lastModified: fields.texts.lastModified = try text(&cursor, &fields)
    case .scopes:
      fields.keys.insert(.scopes)
      try walkScopes(&cursor, &fields)
    case .accessToken:
      fields.keys.insert(.secret)
      try cursor.skipValue()
    case .type:
      fields.keys.insert(.type)
      fields.texts.type = try text(&cursor, &fields)
    case .term:
      try walkTerm(&cursor, &fields)
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
      try walkIDs(&cursor, &fields, &roster, list: .teachers)
    case .students:
      fields.keys.insert(.students)
      try walkIDs(&cursor, &fields, &roster, list: .students)
    default:
      try walkPersonField(name, key, &cursor, &fields, &roster, &counter, role: [])
    }
  }

  /// Notes one field that stands in a person's record, and in v3 inside the role.
  private func walkPersonField(
    _ name: FieldName,
    _ key: JSONKey,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    _ counter: inout FieldCounter,
    role: RoleSet
  ) throws(JSONFault) {
    switch name {
    case .sisID: fields.texts.sisID = try text(&cursor, &fields)
    case .school: fields.texts.school = try text(&cursor, &fields)
    case .grade: fields.texts.grade = try text(&cursor, &fields)
    case .schools:
      // Only an admin's list of schools is evidence; everyone else's follows from sections.
      if role.isEmpty || role == .staff {
        fields.keys.insert(.schools)
        try walkIDs(&cursor, &fields, &roster, list: .schools)
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
      try walkRelationships(&cursor, &fields, &roster)
    case .email where role == .student && fields.texts.email.length == 0:
      fields.texts.email = try text(&cursor, &fields)
    case .studentMark:
      fields.keys.insert(.studentOnly)
      counter.count(key, in: cursor)
      try cursor.skipValue()
    case .teacherMark:
      fields.keys.insert(.teacherOnly)
      counter.count(key, in: cursor)
      try cursor.skipValue()
    case .districtMark:
      fields.keys.insert(.districtOnly)
      try cursor.skipValue()
    case .lastModified: try cursor.skipValue()
    default:
      counter.count(key, in: cursor)
      try cursor.skipValue()
    }
  }

  // MARK: - Values with a structure of their own

  /// `name`: an object with `first` and `last`, or the whole name as one text.
  private func walkName(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    fields.keys.insert(.name)
    guard try cursor.kind() == .object else {
      fields.texts.lastName = try text(&cursor, &fields)
      return
    }
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch FieldName(key, in: cursor) {
      case .first: fields.texts.firstName = try text(&cursor, &fields)
      case .last: fields.texts.lastName = try text(&cursor, &fields)
      default: try cursor.skipValue()
      }
    }
  }

  /// `roles`: an object keyed by role; one page of Clever's documents shows a list with `type`.
  private func walkRoles(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    _ counter: inout FieldCounter
  ) throws(JSONFault) {
    fields.keys.insert(.roles)
    switch try cursor.kind() {
    case .object:
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        guard let role = RoleSet(FieldName(key, in: cursor)), try cursor.kind() == .object else {
          counter.count(key, in: cursor)
          try cursor.skipValue()
          continue
        }
        fields.roles.insert(role)
        try cursor.enterObject()
        while let key = try cursor.nextKey() {
          try walkPersonField(
            FieldName(key, in: cursor),
            key,
            &cursor,
            &fields,
            &roster,
            &counter,
            role: role
          )
        }
      }
    case .array where fields.keys.contains(.roles):
      try walkRoleList(&cursor, &fields, &roster, &counter)
    default: try cursor.skipValue()
    }
  }

  private func walkRoleList(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    _ counter: inout FieldCounter
  ) throws(JSONFault) {
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = FieldName(key, in: cursor)
        if name == .type, try cursor.kind() == .string {
          let role = try cursor.string()
          fields.roles.formUnion(RoleSet(Collection(cursor.span(of: role))))
        } else {
          try walkPersonField(name, key, &cursor, &fields, &roster, &counter, role: [])
        }
      }
    }
  }

  /// `term` of v1: an object with a name and dates.
  private func walkTerm(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    guard try cursor.kind() == .object else {
      fields.texts.term = try text(&cursor, &fields)
      return
    }
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      switch FieldName(key, in: cursor) {
      case .name: fields.texts.termName = try text(&cursor, &fields)
      case .startDate: fields.texts.termStart = try text(&cursor, &fields)
      case .endDate: fields.texts.termEnd = try text(&cursor, &fields)
      default: try cursor.skipValue()
      }
    }
  }

  /// The lists of ids that records have.
  private enum IDList { case schools, students, teachers }

  /// A list of ids; `null` is none.
  private func walkIDs(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster,
    list: IDList
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else {
      if try cursor.kind() != .null {
        fields.note("a list of ids was expected here", at: cursor.offset)
      }
      try cursor.skipValue()
      return
    }
    try cursor.enterArray()
    while try cursor.nextElement() {
      let value = try text(&cursor, &fields)
      guard value.length > 0 else { continue }
      let id = id(value, in: cursor, &roster, &fields)
      switch list {
      case .schools: fields.schools.append(id)
      case .students: fields.students.append(id)
      case .teachers: fields.teachers.append(id)
      }
    }
  }

  /// `student_relationships` of v3: one student, relationship and type each.
  private func walkRelationships(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ roster: inout Roster
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        fields.note("a relationship was expected here", at: cursor.offset)
        try cursor.skipValue()
        continue
      }
      var entry = RecordFields.Relationship()
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        switch FieldName(key, in: cursor) {
        case .student:
          entry.student = id(try text(&cursor, &fields), in: cursor, &roster, &fields)
        case .relationship: entry.relationship = try text(&cursor, &fields)
        case .type: entry.type = try text(&cursor, &fields)
        default: try cursor.skipValue()
        }
      }
      if entry.student != .none { fields.relationships.append(entry) }
    }
  }

  /// `links`: how a page hangs together with others.
  func walkLinks(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    fields.keys.insert(.links)
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      var link = RecordFields.Link()
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        switch FieldName(key, in: cursor) {
        case .rel: link.relation = try text(&cursor, &fields)
        case .uri: link.uri = try text(&cursor, &fields)
        default: try cursor.skipValue()
        }
      }
      fields.links.append(link)
    }
  }

  private func walkScopes(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      fields.scopes.append(try text(&cursor, &fields))
    }
  }

  /// A text; a number keeps its spelling, `null` is no text, anything else is a wrong type.
  @inline(__always)
  func text(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> JSONText {
    switch try cursor.kind() {
    case .string: return try cursor.string()
    case .number: return try cursor.number()
    case .null:
      try cursor.skipValue()
      return RecordFields.nothing
    default:
      fields.note("text was expected here", at: cursor.offset)
      try cursor.skipValue()
      return RecordFields.nothing
    }
  }

  @inline(__always)
  private func id(
    _ text: JSONText,
    in cursor: borrowing JSONCursor,
    _ roster: inout Roster,
    _ fields: inout RecordFields
  ) -> RecordID {
    guard !text.hasEscapes else { return decodedID(text, in: cursor, &roster, &fields) }
    do {
      return try roster.id(cursor.span(of: text))
    } catch {
      fields.note(error.description, at: text.start)
      return .none
    }
  }

  private func decodedID(
    _ text: JSONText,
    in cursor: borrowing JSONCursor,
    _ roster: inout Roster,
    _ fields: inout RecordFields
  ) -> RecordID {
    var bytes: [UInt8] = []
    cursor.decode(text, into: &bytes)
    do {
      return try roster.id(bytes.span)
    } catch {
      fields.note(error.description, at: text.start)
      return .none
    }
  }
}

extension RoleSet {
  /// The role a key of `roles` names.
  fileprivate init?(_ name: FieldName) {
    switch name {
    case .student: self = .student
    case .teacher: self = .teacher
    case .staff: self = .staff
    case .districtAdmin: self = .districtAdmin
    case .contact: self = .contact
    default: return nil
    }
  }

  /// The role that the `type` of an entry names, in the words of lists.
  fileprivate init(_ collection: Collection) {
    switch collection {
    case .students: self = .student
    case .teachers: self = .teacher
    case .schoolAdmins: self = .staff
    case .districtAdmins: self = .districtAdmin
    case .contacts: self = .contact
    default: self = []
    }
  }
}
