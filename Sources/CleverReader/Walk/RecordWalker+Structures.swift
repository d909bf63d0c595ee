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
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    fields.keys.insert(.name)
    guard try cursor.kind() == .object else {
      fields.lastName = try kept(&cursor, &fields, &lists)
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .first: fields.firstName = try kept(&cursor, &fields, &lists)
      case .last: fields.lastName = try kept(&cursor, &fields, &lists)
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
          try passOver(field, &cursor, &trail)
          continue
        }
        fields.roles.insert(role)
        try cursor.enterObject()
        var step = FieldTrail.Step(inside: field)
        while let field = try trail.next(&cursor, &step) {
          if field.name == .unknown {
            try passOver(field, &cursor, &trail)
            continue
          }
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

  /// `legacy_id` inside an employee's role: the id that they had before v3. Students have theirs
  /// still, and those of contacts are looked up only where they are needed (``PersonJoin``).
  func walkFormerID(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    of role: RoleSet
  ) throws(JSONFault) {
    guard try cursor.kind() == .string else { return try cursor.skipValue() }
    let text = try cursor.string()
    guard text.length > 0, text.length <= RecordWalker.idLimit else { return }
    let id = lists.id(text, isLink: false, in: cursor.source)
    let place = lists.place(of: &fields)
    var run = lists.details[place].formerIDs
    run.append(RecordLists.FormerID(role: role, id: id), to: &lists.formerIDs)
    lists.details[place].formerIDs = run
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
    _ lists: inout RecordLists,
    _ trail: inout FieldTrail
  ) throws(JSONFault) {
    guard try cursor.kind() == .object else {
      lists.details[lists.place(of: &fields)].term = try id(&cursor, &fields, &lists)
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .name:
        lists.details[lists.place(of: &fields)].termName = try kept(&cursor, &fields, &lists)
      case .startDate:
        lists.details[lists.place(of: &fields)].termStart = try kept(&cursor, &fields, &lists)
      case .endDate:
        lists.details[lists.place(of: &fields)].termEnd = try kept(&cursor, &fields, &lists)
      default: try cursor.skipValue()
      }
    }
  }

  /// A list of ids; `null` is none.
  func walkIDs(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    list: RecordDetails.IDList
  ) throws(JSONFault) {
    guard try cursor.kind() == .array else {
      if try cursor.kind() != .null {
        fields.note(.noIDs, at: cursor.offset)
      }
      try cursor.skipValue()
      return
    }
    let place = lists.place(of: &fields)
    var run = lists.details[place][list]
    try cursor.enterArray()
    while try cursor.nextElement() {
      let id = try id(&cursor, &fields, &lists, isLink: true)
      if id != .none { run.append(id, to: &lists.ids) }
    }
    lists.details[place][list] = run
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
        fields.note(.noRelationship, at: cursor.offset)
        try cursor.skipValue()
        continue
      }
      var entry = RecordLists.Relationship()
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        switch field.name {
        case .student: entry.student = try id(&cursor, &fields, &lists, isLink: true)
        case .relationship: entry.relationship = try kept(&cursor, &fields, &lists)
        case .type: entry.type = ContactType(try text(&cursor, &fields), in: cursor.source)
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
        switch FieldName(key, in: cursor.source) {
        case .rel: link.relation = try text(&cursor, &fields)
        case .uri: link.uri = try text(&cursor, &fields)
        default: try cursor.skipValue()
        }
      }
      lists.details[lists.place(of: &fields)].links.append(link, to: &lists.links)
    }
  }

  /// `error` or `message` beside data or in its place: a text, or an object with a `message`.
  func walkError(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists
  ) throws(JSONFault) {
    switch try cursor.kind() {
    case .string:
      fields.keys.insert(.error)
      lists.details[lists.place(of: &fields)].errorText = try cursor.string()
    case .object:
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        if FieldName(key, in: cursor.source) == .message, try cursor.kind() == .string {
          fields.keys.insert(.error)
          lists.details[lists.place(of: &fields)].errorText = try cursor.string()
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
      let scope = try text(&cursor, &fields)
      lists.details[lists.place(of: &fields)].scopes.append(scope, to: &lists.texts)
    }
  }

  /// An id; none where there is no text. Nearly all are 24 hex digits as Clever's are.
  @inline(__always)
  func id(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    isLink: Bool = false
  ) throws(JSONFault) -> RecordID {
    if let id = cursor.string(ofLength: 24, by: { RecordID(packing: $0) }) { return id }
    return try unusualID(&cursor, &fields, &lists, isLink)
  }

  @inline(never)
  private func unusualID(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists,
    _ isLink: Bool
  ) throws(JSONFault) -> RecordID {
    let text = try text(&cursor, &fields)
    return text.isEmpty ? .none : lists.id(text, isLink: isLink, in: cursor.source)
  }

  /// A text that may be stored.
  func kept(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields,
    _ lists: inout RecordLists
  ) throws(JSONFault) -> TextRef {
    let text = try text(&cursor, &fields)
    return lists.keep(text, in: cursor.source)
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
      return JSONText.empty
    default:
      fields.note(.noText, at: cursor.offset)
      try cursor.skipValue()
      return JSONText.empty
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
      fields.note(.longText, at: text.start)
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
