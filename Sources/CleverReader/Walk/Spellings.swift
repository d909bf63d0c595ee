import Bytes
import PositionedJSON
import Roster

/// A value that is one of a few spellings, the same in the API's answers and in a district's own
/// files. It is told as soon as it is walked.
protocol SpelledValue {
  /// The value that `spelling` names, which is UTF-8.
  init(spelled spelling: Span<UInt8>)
}

extension SpelledValue {
  /// The value that a text of the JSON names, escapes resolved.
  @inline(__always)
  init(_ text: JSONText, in json: JSONSource) {
    guard text.hasEscapes else {
      self.init(spelled: json.span(of: text))
      return
    }
    var resolved: [UInt8] = []
    json.decode(text, into: &resolved)
    self.init(spelled: resolved.span)
  }
}

/// Clever's long form of a grade.
extension CleverGrade: SpelledValue {
  @inline(__always)
  init(spelled spelling: Span<UInt8>) { self.init(parsing: spelling) }
}

extension PhoneType: SpelledValue {
  init(spelled spelling: Span<UInt8>) {
    if spelling.isEmpty {
      self = .none
    } else if spelling.equals("Cell") {
      self = .cell
    } else if spelling.equals("Home") {
      self = .home
    } else if spelling.equals("Work") {
      self = .work
    } else {
      self = .other
    }
  }
}

/// What a contact is to a student.
extension ContactType: SpelledValue {
  private static let spellings: [(spelling: StaticString, type: ContactType)] = [
    ("Parent/Guardian", .parentGuardian), ("Family", .family), ("Primary", .primary),
    ("Secondary", .secondary), ("Emergency", .emergency), ("Other", .other),
  ]

  init(spelled spelling: Span<UInt8>) {
    self = spelling.isEmpty ? .none : .unknown
    for known in ContactType.spellings where spelling.equals(known.spelling) {
      self = known.type
      return
    }
  }
}

/// The state of a district's sync.
extension DistrictState: SpelledValue {
  private static let spellings: [(spelling: StaticString, state: DistrictState)] = [
    ("running", .running), ("success", .success), ("pending", .pending), ("error", .error),
    ("paused", .paused),
  ]

  init(spelled spelling: Span<UInt8>) {
    self = .none
    for known in DistrictState.spellings where spelling.equals(known.spelling) {
      self = known.state
      return
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of `literal`.
  fileprivate func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != literal.byte(at: index) { return false }
    return true
  }
}
