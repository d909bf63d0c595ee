import FlatTables
import PositionedJSON
import Roster

/// Values with a structure of their own: names, roles, terms, lists of ids, links.
extension RecordWalker {
  /// `name`: an object with `first` and `last`, or the whole name as one text.
  func walkName(
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
  func walkRoles(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
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
            &lists,
            &counter,
            role: role
          )
        }
      }
    case .array where fields.keys.contains(.roles):
      try walkRoleList(&cursor, &fields, &lists, &counter)
    default: try cursor.skipValue()
    }
  }

  private func walkRoleList(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
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
          try walkPersonField(name, key, &cursor, &fields, &lists, &counter, role: [])
        }
      }
    }
  }

  /// `term` of v1: an object with a name and dates.
  func walkTerm(
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
      let value = try text(&cursor, &fields)
      guard value.length > 0 else { continue }
      let id = lists.id(value, in: cursor)
      switch list {
      case .schools: fields.schools.append(id, to: &lists.ids)
      case .students: fields.students.append(id, to: &lists.ids)
      case .teachers: fields.teachers.append(id, to: &lists.ids)
      }
    }
  }

  /// `student_relationships` of v3: one student, relationship and type each.
  func walkRelationships(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists
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
      while let key = try cursor.nextKey() {
        switch FieldName(key, in: cursor) {
        case .student:
          let student = try text(&cursor, &fields)
          if !student.isEmpty { entry.student = lists.id(student, in: cursor) }
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

  /// A text; a number keeps its spelling, `null` is no text, anything else is a wrong type.
  @inline(__always)
  func text(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> JSONText {
    switch try cursor.kind() {
    case .string:
      let text = try cursor.string()
      // One byte less than a JSON string may have: what is kept notes its length in sixteen bits.
      if text.length > Int(UInt16.max) {
        fields.note("a text is longer than 65535 bytes", at: text.start)
      }
      return text
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
