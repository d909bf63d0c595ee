import PositionedJSON
import Roster

/// Values that are one of a few words, each known as soon as it is walked.
extension RecordWalker {
  /// A grade, in Clever's long form.
  @inline(__always)
  func grade(
    _ cursor: inout JSONCursor,
    _ fields: inout RecordFields
  ) throws(JSONFault) -> CleverGrade {
    let text = try text(&cursor, &fields)
    guard text.hasEscapes else { return CleverGrade(parsing: cursor.span(of: text)) }
    var decoded: [UInt8] = []
    cursor.decode(text, into: &decoded)
    return CleverGrade(parsing: decoded.span)
  }
}

extension PhoneType {
  /// The kind that `text` names.
  init(_ text: JSONText, in json: JSONSource) {
    if text.isEmpty {
      self = .none
    } else if json.equals(text, "Cell") {
      self = .cell
    } else if json.equals(text, "Home") {
      self = .home
    } else if json.equals(text, "Work") {
      self = .work
    } else {
      self = .other
    }
  }
}

extension ContactType {
  private static let words: [(word: StaticString, type: ContactType)] = [
    ("Parent/Guardian", .parentGuardian), ("Family", .family), ("Primary", .primary),
    ("Secondary", .secondary), ("Emergency", .emergency), ("Other", .other),
  ]

  /// What `text` says that a contact is to a student.
  init(_ text: JSONText, in json: JSONSource) {
    self = text.isEmpty ? .none : .unknown
    for known in ContactType.words where json.equals(text, known.word) {
      self = known.type
      return
    }
  }
}

extension DistrictState {
  private static let words: [(word: StaticString, state: DistrictState)] = [
    ("running", .running), ("success", .success), ("pending", .pending), ("error", .error),
    ("paused", .paused),
  ]

  /// The state of a district's sync, as `text` says.
  init(_ text: JSONText, in json: JSONSource) {
    self = .none
    for known in DistrictState.words where json.equals(text, known.word) {
      self = known.state
      return
    }
  }
}
