import PositionedJSON
import Roster
import Texts

/// What two copies of a record are compared by: what the fields that are read mean, and the time.
///
/// Copies are one record where they mean the same, however they are spelled:
///
/// - fields that are not read count for nothing: a password, a race, a link;
/// - `null`, `""`, `[]` and `{}` are the same as no field;
/// - a scalar is its text, so `12` is `"12"`;
/// - a day is the same with a time after it;
/// - students and schools of a list have no order, and keys have none.
struct RecordSummary {
  private(set) var content = RecordContent()
  private(set) var lastModified: [UInt8] = []
  /// Whether it is a v3 user.
  private(set) var isUser = false

  /// Whether the time of this record is before that of `other`; none is before any.
  func isOlder(than other: RecordSummary) -> Bool {
    lastModified.lexicographicallyPrecedes(other.lastModified)
  }

  /// The summary of the record that `bytes` hold; nil if they are no JSON object.
  init?(_ bytes: borrowing Span<UInt8>) {
    var cursor = JSONCursor(copy bytes)
    do {
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let field = FieldName(key, in: cursor.source)
        if field == .roles { isUser = true }
        if field == .lastModified, try cursor.kind() == .string {
          var time: [UInt8] = []
          let text = try cursor.string()
          cursor.decode(text, into: &time)
          lastModified = comparableTime(time)
        } else {
          try content.add(field, of: [], &cursor)
        }
      }
    } catch {
      return nil
    }
  }
}

/// The meaning of a record's fields as one number for each of ``Roster/RecordFields``.
struct RecordContent: Equatable {
  private var parts = [UInt64](repeating: 0, count: RecordFields.RawValue.bitWidth)

  /// A number that equal contents share.
  var number: UInt64 { parts.indices.reduce(0) { mix($0, parts[$1]) } }

  /// The fields in which the other record says something else.
  func differing(from other: RecordContent) -> RecordFields {
    var fields: RecordFields = []
    for bit in parts.indices where parts[bit] != other.parts[bit] {
      fields.insert(RecordFields(rawValue: 1 << bit))
    }
    return fields
  }

  /// Adds the value at the cursor, of `field` inside of `outer` fields.
  mutating func add(
    _ field: FieldName,
    of outer: [FieldName],
    _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    // Not read, or known by where the record is.
    switch field {
    case .unknown, .uri, .links, .studentMark, .teacherMark, .districtMark, .lastModified, .data,
      .object, .paging:
      return try cursor.skipValue()
    default: break
    }
    if try cursor.kind() == .object {
      try cursor.enterObject()
      // A role that says nothing is a role.
      if outer.last == .roles { note(field, outer, 1) }
      while let key = try cursor.nextKey() {
        try add(FieldName(key, in: cursor.source), of: outer + [field], &cursor)
      }
      return
    }
    note(field, outer, try RecordContent.digest(of: field, &cursor))
  }

  private mutating func note(_ field: FieldName, _ outer: [FieldName], _ value: UInt64) {
    guard value != 0 else { return }
    var path = UInt64(field.rawValue)
    for name in outer { path = mix(path, UInt64(name.rawValue)) }
    let bit = RecordFields(field, in: outer).rawValue.trailingZeroBitCount
    parts[bit] &+= mix(path, value)
  }

  /// A number that values of the same meaning share; 0 for one that says nothing.
  private static func digest(
    of field: FieldName,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> UInt64 {
    switch try cursor.kind() {
    case .object:
      var sum: UInt64 = 0
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = FieldName(key, in: cursor.source)
        guard name != .unknown else {
          try cursor.skipValue()
          continue
        }
        let value = try digest(of: name, &cursor)
        if value != 0 { sum &+= mix(UInt64(name.rawValue), value) }
      }
      return sum
    case .array:
      // The order of teachers may say who leads a class.
      let hasOrder = field == .teachers
      var state: UInt64 = 0
      try cursor.enterArray()
      while try cursor.nextElement() {
        let value = try digest(of: field, &cursor)
        state = hasOrder ? mix(state, value) : state &+ mix(value, 4)
      }
      return state
    case .string:
      var bytes: [UInt8] = []
      let text = try cursor.string()
      cursor.decode(text, into: &bytes)
      return meaning(bytes, of: field)
    case .number:
      var bytes: [UInt8] = []
      let text = try cursor.number()
      cursor.decode(text, into: &bytes)
      return meaning(bytes, of: field)
    case .true:
      try cursor.skipValue()
      return meaning(Array("true".utf8), of: field)
    case .false:
      try cursor.skipValue()
      return meaning(Array("false".utf8), of: field)
    case .null:
      try cursor.skipValue()
      return 0
    }
  }

  private static func meaning(_ text: [UInt8], of field: FieldName) -> UInt64 {
    if text.isEmpty { return 0 }
    if field == .startDate || field == .endDate,
      case .day(let day, _) = DayReading(text.span)
    {
      return mix(UInt64(day.number), 6)
    }
    return mix(hash(text), 5)
  }
}

extension RecordFields {
  /// The field that a difference in `field`, inside of `outer` fields, is named for.
  fileprivate init(_ field: FieldName, in outer: [FieldName]) {
    self =
      switch field {
      case _ where outer.last == .roles: .other
      case _ where outer.contains(.term): .term
      case .first: .firstName
      case .last: .lastName
      case .name: .name
      case .email: .email
      case .phone, .phoneType: .phone
      case .grade, .lowGrade, .highGrade: .grade
      case .school, .schools: .school
      case .teacher, .teachers: .teachers
      case .student, .students, .studentRelationships: .students
      case .course, .courseName: .course
      case .subject: .subject
      case .period: .period
      case .number, .sectionNumber, .schoolNumber: .number
      case .term, .termID, .startDate, .endDate: .term
      case .title: .title
      default: .other
      }
  }
}

private func hash(_ bytes: [UInt8]) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

private func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = (left &* 0x9E37_79B9_7F4A_7C15 ^ right) &* 0xBF58_476D_1CE4_E5B9
  return product ^ product >> 31
}
