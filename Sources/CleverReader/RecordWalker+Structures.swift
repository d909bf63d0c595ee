import FlatTables
import PositionedJSON
import Roster

/// Values with a structure of their own: names, roles, terms, lists of ids, links.
extension RecordWalker {
  /// `name`: an object with `first` and `last`, or the whole name as one text.
  func walkName(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    fields.keys.insert(.name)
    guard try cursor.kind() == .object else {
      fields.texts.lastName = try text(&cursor, &fields)
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .first: fields.texts.firstName = try text(&cursor, &fields)
      case .last: fields.texts.lastName = try text(&cursor, &fields)
      default: try cursor.skipValue()
      }
    }
  }

  /// `roles`: an object keyed by role; one page of Clever's documents shows a list with `type`.
  func walkRoles(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    fields.keys.insert(.roles)
    switch try cursor.kind() {
    case .object:
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        guard let role = RoleSet(field.name), try cursor.kind() == .object else {
          trail.count(field, in: cursor)
          try cursor.skipValue()
          continue
        }
        fields.roles.insert(role)
        try cursor.enterObject()
        var step = FieldTrail.Step(inside: field)
        while let field = try trail.next(&cursor, &step) {
          try walkPersonField(
            field,
            &cursor,
            &fields,
            &lists,
            &trail,
            role: role
          )
        }
      }
    case .array where fields.keys.contains(.roles):
      try walkRoleList(field, &cursor, &fields, &lists, &trail)
    default: try cursor.skipValue()
    }
  }

  private func walkRoleList(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        if field.name == .type, try cursor.kind() == .string {
          let role = try cursor.string()
          fields.roles.formUnion(RoleSet(Collection(cursor.span(of: role))))
        } else {
          try walkPersonField(field, &cursor, &fields, &lists, &trail, role: [])
        }
      }
    }
  }

  /// `term` of v1: an object with a name and dates.
  func walkTerm(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    guard try cursor.kind() == .object else {
      fields.texts.term = try text(&cursor, &fields)
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .name: fields.texts.termName = try text(&cursor, &fields)
      case .startDate: fields.texts.termStart = try text(&cursor, &fields)
      case .endDate: fields.texts.termEnd = try text(&cursor, &fields)
      default: try cursor.skipValue()
      }
    }
  }

  /// The lists of ids that records have.
  enum IDList { case schools, students, teachers }

  /// A list of ids; `null` is none.
  func walkIDs(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
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
      let id: RecordID
      if let packed = packedID(&cursor) {
        id = packed
      } else {
        let value = try text(&cursor, &fields)
        guard value.length > 0 else { continue }
        id = lists.id(value, in: cursor)
      }
      switch list {
      case .schools: fields.schools.append(id, to: &lists.ids)
      case .students: fields.students.append(id, to: &lists.ids)
      case .teachers: fields.teachers.append(id, to: &lists.ids)
      }
    }
  }

  /// `student_relationships` of v3: one student, relationship and type each.
  func walkRelationships(
    _ field: FieldTrail.Field,
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        fields.note("a relationship was expected here", at: cursor.offset)
        try cursor.skipValue()
        continue
      }
      var entry = RecordLists.Relationship()
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        switch field.name {
        case .student:
          if let packed = packedID(&cursor) {
            entry.student = packed
          } else {
            let student = try text(&cursor, &fields)
            if !student.isEmpty { entry.student = lists.id(student, in: cursor) }
          }
        case .relationship: entry.relationship = try text(&cursor, &fields)
        case .type: entry.type = try text(&cursor, &fields)
        default: try cursor.skipValue()
        }
      }
      if entry.student != .none { fields.relationships.append(entry, to: &lists.relationships) }
    }
  }

  /// `links`: how a page hangs together with others.
  func walkLinks(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      var link = RecordLists.Link()
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        switch FieldName(key, in: cursor) {
        case .rel: link.relation = try text(&cursor, &fields)
        case .uri: link.uri = try text(&cursor, &fields)
        default: try cursor.skipValue()
        }
      }
      fields.links.append(link, to: &lists.links)
    }
  }

  /// `error` or `message` beside data or in its place: a text, or an object with a `message`.
  func walkError(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) {
    switch try cursor.kind() {
    case .string:
      fields.keys.insert(.error)
      fields.texts.errorText = try cursor.string()
    case .object:
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        if FieldName(key, in: cursor) == .message, try cursor.kind() == .string {
          fields.keys.insert(.error)
          fields.texts.errorText = try cursor.string()
        } else {
          try cursor.skipValue()
        }
      }
    default: try cursor.skipValue()
    }
  }

  func walkScopes(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      fields.scopes.append(try text(&cursor, &fields), to: &lists.texts)
    }
  }

  /// The id that comes next, if it is 24 hex digits as Clever's are.
  @inline(__always)
  private func packedID(_ cursor: inout JSONCursor) -> RecordID? {
    cursor.string(ofLength: 24) { RecordID(packing: $0) }
  }

  /// An id, packed where it can be, and its text.
  @inline(__always)
  func id(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> (RecordID, JSONText) {
    let text = try text(&cursor, &fields)
    guard text.length == 24, !text.hasEscapes else { return (.none, text) }
    return (RecordID(packing: cursor.span(of: text)) ?? .none, text)
  }

  /// A text; a number keeps its spelling, `null` is no text, anything else is a wrong type.
  @inline(__always)
  func text(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> JSONText {
    if cursor.byte == UInt8(ascii: "\"") { return try string(&cursor, &fields) }
    switch try cursor.kind() {
    case .string: return try string(&cursor, &fields)
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
  private func string(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> JSONText {
    let text = try cursor.string()
    // One byte less than a JSON string may have: what is kept notes its length in sixteen bits.
    if text.length > Int(UInt16.max) {
      fields.note("a text is longer than 65535 bytes", at: text.start)
    }
    return text
  }
}

extension RoleSet {
  /// The role a key of `roles` names.
  init?(_ name: FieldName) {
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
