import FlatTables
import PositionedJSON
import Roster

/// Values with a structure of their own: names, roles, terms, lists of ids, links.
extension RecordWalk {
  /// `name`: an object with `first` and `last`, or the whole name as one text.
  mutating func walkName(_ field: FieldTrail.Field) throws(JSONFault) {
    record.keys.insert(.name)
    guard try cursor.kind() == .object else {
      record.lastName = try kept()
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .first: record.firstName = try kept()
      case .last: record.lastName = try kept()
      default: try cursor.skipValue()
      }
    }
  }

  /// `roles`: an object keyed by role; one page of Clever's documents shows a list with `type`.
  mutating func walkRoles(_ field: FieldTrail.Field) throws(JSONFault) {
    record.keys.insert(.roles)
    switch try cursor.kind() {
    case .object:
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        guard let role = RoleSet(field.name), try cursor.kind() == .object else {
          try passOver(field)
          continue
        }
        record.roles.insert(role)
        try cursor.enterObject()
        var step = FieldTrail.Step(inside: field)
        while let field = try trail.next(&cursor, &step) {
          if field.name == .unknown {
            try passOver(field)
            continue
          }
          try walkPersonField(field, role: role)
        }
      }
    case .array: try walkRoleList(field)
    default: try cursor.skipValue()
    }
  }

  /// `legacy_id` inside an employee's role: the id that they had before v3. Students have theirs
  /// still, and those of contacts are looked up only where they are needed (``PersonJoin``).
  mutating func walkFormerID(of role: RoleSet) throws(JSONFault) {
    guard try cursor.kind() == .string else { return try cursor.skipValue() }
    let text = try cursor.string()
    guard text.length > 0, text.length <= RecordWalk.idLimit else { return }
    let id = batch.values.id(text, isLink: false, in: cursor.source)
    var formerIDs = details.formerIDs
    formerIDs.append(RecordValues.FormerID(role: role, id: id), to: &batch.values.formerIDs)
    details.formerIDs = formerIDs
  }

  private mutating func walkRoleList(_ field: FieldTrail.Field) throws(JSONFault) {
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
          record.roles.formUnion(RoleSet(ListName(cursor.span(of: role))))
        } else {
          try walkPersonField(field, role: [])
        }
      }
    }
  }

  /// `term` of v1: an object with a name and dates.
  mutating func walkTerm(_ field: FieldTrail.Field) throws(JSONFault) {
    guard try cursor.kind() == .object else {
      details.term = try id()
      return
    }
    try cursor.enterObject()
    var step = FieldTrail.Step(inside: field)
    while let field = try trail.next(&cursor, &step) {
      switch field.name {
      case .name:
        details.termName = try kept()
      case .startDate:
        details.termStart = try kept()
      case .endDate:
        details.termEnd = try kept()
      default: try cursor.skipValue()
      }
    }
  }

  /// A list of ids; `null` is none.
  mutating func walkIDs(list: RecordDetails.IDList) throws(JSONFault) {
    guard try cursor.kind() == .array else {
      if try cursor.kind() != .null {
        record.note(.noIDs, at: cursor.offset)
      }
      try cursor.skipValue()
      return
    }
    var ids = details[list]
    try cursor.enterArray()
    while try cursor.nextElement() {
      let id = try id(isLink: true)
      if id != .none { ids.append(id, to: &batch.values.ids) }
    }
    details[list] = ids
  }

  /// `student_relationships` of v3: one student, relationship and type each.
  mutating func walkRelationships(_ field: FieldTrail.Field) throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        record.note(.noRelationship, at: cursor.offset)
        try cursor.skipValue()
        continue
      }
      var entry = RecordValues.Relationship()
      try cursor.enterObject()
      var step = FieldTrail.Step(inside: field)
      while let field = try trail.next(&cursor, &step) {
        switch field.name {
        case .student: entry.student = try id(isLink: true)
        case .relationship: entry.relationship = try kept()
        case .type: entry.type = ContactType(try text(), in: cursor.source)
        default: try cursor.skipValue()
        }
      }
      if entry.student != .none {
        record.relationships.append(entry, to: &batch.values.relationships)
      }
    }
  }

  /// `links`: how a page hangs together with others.
  mutating func walkLinks() throws(JSONFault) {
    if try cursor.kind() == .object { return try walkNamedLinks() }
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    var links = details.links
    try cursor.enterArray()
    while try cursor.nextElement() {
      guard try cursor.kind() == .object else {
        try cursor.skipValue()
        continue
      }
      var link = RecordValues.Link()
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        switch FieldName(key, in: cursor.source) {
        case .rel: link.relation = try text()
        case .uri: link.uri = try text()
        default: try cursor.skipValue()
        }
      }
      links.append(link, to: &batch.values.links)
    }
    details.links = links
  }

  /// Links as some clients keep them: `{"self":"/v3.1/users","next":"/v3.1/users?starting_after=…"}`.
  private mutating func walkNamedLinks() throws(JSONFault) {
    var links = details.links
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      guard try cursor.kind() == .string else {
        try cursor.skipValue()
        continue
      }
      var link = RecordValues.Link()
      link.relation = key.text
      link.uri = try text()
      links.append(link, to: &batch.values.links)
    }
    details.links = links
  }

  /// `error` or `message` beside data or in its place: a text, or an object with a `message`.
  mutating func walkError() throws(JSONFault) {
    switch try cursor.kind() {
    case .string:
      record.keys.insert(.error)
      details.errorText = try cursor.string()
    case .object:
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        if FieldName(key, in: cursor.source) == .message, try cursor.kind() == .string {
          record.keys.insert(.error)
          details.errorText = try cursor.string()
        } else {
          try cursor.skipValue()
        }
      }
    default: try cursor.skipValue()
    }
  }

  mutating func walkScopes() throws(JSONFault) {
    guard try cursor.kind() == .array else { return try cursor.skipValue() }
    var scopes = details.scopes
    try cursor.enterArray()
    while try cursor.nextElement() { scopes.append(try text(), to: &batch.values.texts) }
    details.scopes = scopes
  }

  /// An id; none where there is no text. Nearly all are 24 hex digits as Clever's are.
  @inline(__always)
  mutating func id(isLink: Bool = false) throws(JSONFault) -> RecordID {
    if let id = cursor.string(ofLength: 24, by: { RecordID(packing: $0) }) { return id }
    return try unusualID(isLink)
  }

  @inline(never)
  private mutating func unusualID(_ isLink: Bool) throws(JSONFault) -> RecordID {
    let text = try text()
    return text.isEmpty ? .none : batch.values.id(text, isLink: isLink, in: cursor.source)
  }

  /// A text that may be stored.
  mutating func kept() throws(JSONFault) -> TextRef {
    let text = try text()
    return batch.values.keep(text, in: cursor.source)
  }

  /// A text; a number keeps its spelling, `null` is no text, anything else is a wrong type.
  @inline(__always)
  mutating func text() throws(JSONFault) -> JSONText {
    if cursor.byte == UInt8(ascii: "\"") { return try string() }
    switch try cursor.kind() {
    case .string: return try string()
    case .number: return try cursor.number()
    case .null:
      try cursor.skipValue()
      return JSONText.empty
    default:
      record.note(.noText, at: cursor.offset)
      try cursor.skipValue()
      return JSONText.empty
    }
  }

  @inline(__always)
  private mutating func string() throws(JSONFault) -> JSONText {
    let text = try cursor.string()
    // One byte less than a JSON string may have: what is kept notes its length in sixteen bits.
    if text.length > Int(UInt16.max) {
      record.note(.longText, at: text.start)
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
  fileprivate init(_ list: ListName) {
    switch list {
    case .students: self = .student
    case .teachers: self = .teacher
    case .schoolAdmins: self = .staff
    case .districtAdmins: self = .districtAdmin
    case .contacts: self = .contact
    default: self = []
    }
  }
}
