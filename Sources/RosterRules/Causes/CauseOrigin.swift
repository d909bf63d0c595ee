import Roster

/// A cause before it has words: small enough to be looked up for each finding.
struct CauseOrigin: Hashable {
  /// The kind of cause.
  var kind: RootCause.Kind
  /// A school's row (-1 for none), a file, a list, a kind of record, a rule: by the kind.
  var number: Int32

  static func brokenFile(_ file: Int) -> CauseOrigin {
    CauseOrigin(kind: .fileBroken, number: Int32(file))
  }

  /// A file of a district's upload that is missing, by its place among those.
  static func missingUpload(_ number: Int) -> CauseOrigin {
    CauseOrigin(kind: .uploadFileMissing, number: Int32(number))
  }

  /// A file whose ids lost the zeros in front.
  static func lostZeros(_ number: Int) -> CauseOrigin {
    CauseOrigin(kind: .zerosLost, number: Int32(number))
  }

  static func list(_ list: Int) -> CauseOrigin {
    CauseOrigin(kind: .listIncomplete, number: Int32(list))
  }

  static func missing(_ entity: Entity) -> CauseOrigin {
    CauseOrigin(kind: .recordsMissing, number: Int32(entity.rawValue))
  }

  static func deleted(_ entity: Entity) -> CauseOrigin {
    CauseOrigin(kind: .recordsDeleted, number: Int32(entity.rawValue))
  }

  static func entity(_ entity: Entity) -> CauseOrigin {
    CauseOrigin(kind: .entityNotShared, number: Int32(entity.rawValue))
  }

  static func school(_ row: Int32) -> CauseOrigin {
    CauseOrigin(kind: .schoolNotShared, number: row)
  }

  static func teachers(of school: Int32) -> CauseOrigin {
    CauseOrigin(kind: .teachersNotShared, number: school)
  }

  static func students(of school: Int32) -> CauseOrigin {
    CauseOrigin(kind: .studentsNotShared, number: school)
  }

  static func rule(_ rule: Int) -> CauseOrigin { CauseOrigin(kind: .rule, number: Int32(rule)) }
}
