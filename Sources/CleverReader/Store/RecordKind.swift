import PositionedJSON
import Roster

/// What a walked value is.
enum RecordKind {
  /// A record of one kind.
  case entity(Entity)
  /// A v3 user with the roles that ``WalkedRecord/roles`` holds.
  case user
  /// An answer of `/me`.
  case identity
  /// An answer that lists scopes.
  case token
  /// An answer to `?count=true`.
  case count
  /// An error answer.
  case error
  /// A district's status (v1 `/districts/{id}/status`).
  case status
  /// An event.
  case event
  /// A record of a kind that no import needs (`resources`).
  case other
  /// An object of lists by name, all of them empty.
  case emptyLists
  /// Nothing tells.
  case unknown
}

extension WalkedRecord {
  /// What this value is: by its own `uri` or `self` link, else by the list it is in, else by
  /// its shape, and only last by what its file is called.
  ///
  /// Asked for each record, so inlined: a call of its own would be given a copy of the fields.
  @inline(__always)
  func kind(
    in list: ListName,
    fileHint: ListName,
    _ values: borrowing RecordValues
  ) -> RecordKind {
    if keys.contains(.scopes) { return .token }
    if own == .me || list == .me { return .identity }
    if keys.contains(.error), !keys.contains(.id) { return .error }
    if !keys.contains(.data), !keys.contains(.id) {
      // A list of an unknown name may hold records, so it is refused rather than passed over.
      if keys.contains(.namelessList) { return .unknown }
      if keys.contains(.count) { return .count }
      if keys.contains(.emptyList), !keys.contains(.name) { return .emptyLists }
    }
    if own == .status { return .status }
    if !keys.isDisjoint(with: [.nestedData, .eventObject]) || own == .events || list == .events {
      return .event
    }
    if !roles.isEmpty || keys.contains(.roles) { return .user }
    for list in [own, list] {
      if let entity = list.entity { return .entity(entity) }
      if list == .users { return .user }
      if list == .resources { return .other }
    }
    // Beside `data` only an answer of `/me` has a `type`; before v2 it had a whole profile in it.
    if keys.contains(.data), !values.details(at: detail).outerType.isEmpty { return .identity }
    if fileHint == .me, keys.contains(.id) { return .identity }
    if let entity = keys.entityByShape { return .entity(entity) }
    if keys.contains(.type), keys.contains(.id), !keys.contains(.name) { return .identity }
    if let entity = fileHint.entity { return .entity(entity) }
    return .unknown
  }
}

extension KeySet {
  /// The kind that only this kind's fields give away (`CleverData.md`, section 10).
  fileprivate var entityByShape: Entity? {
    if contains(.staffID) { return .schoolAdmin }
    if contains(.relationships) || contains(.student) { return .contact }
    if contains(.phone), contains(.students) { return .contact }
    if contains(.students), contains(.teacher) || contains(.subject) {
      return .section
    }
    if contains(.schoolGrades) { return .school }
    if contains(.studentOnly) { return .student }
    if contains(.teacherOnly) { return .teacher }
    if contains(.dates) { return .term }
    if contains(.districtOnly) { return .district }
    if contains(.number), contains(.name) { return .course }
    return nil
  }
}
