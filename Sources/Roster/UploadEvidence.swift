/// A file that a district must upload, that is not in the export.
public struct MissingUpload: Sendable, Hashable {
  /// Its name: `students.csv`.
  public var name: String
  /// Which records it would hold: of `enrollments.csv` the sections, whose members it lists.
  public var entity: Entity
  /// Whether it lists the members of sections, not records of their own.
  public var isEnrollments: Bool

  /// A missing file.
  public init(name: String, entity: Entity, isEnrollments: Bool = false) {
    self.name = name
    self.entity = entity
    self.isEnrollments = isEnrollments
  }
}

/// A file of a district's upload whose ids differ from another file's by the zeros in front alone,
/// as a spreadsheet leaves them: `4101` for `004101`.
public struct LostZeros: Sendable, Hashable {
  /// Whose ids they are.
  public var entity: Entity
  /// The number of the file that lost the zeros.
  public var file: Int
  /// The number of the file that has them.
  public var other: Int
  /// How many ids of ``entity`` have no record for it.
  public var count: Int
  /// The first of them as the file that lost the zeros spells it: `4101`.
  public var short: String
  /// The same as the other file spells it: `004101`.
  public var full: String

  /// Ids without their zeros.
  public init(
    entity: Entity,
    file: Int,
    other: Int,
    count: Int,
    short: String,
    full: String
  ) {
    self.entity = entity
    self.file = file
    self.other = other
    self.count = count
    self.short = short
    self.full = full
  }
}

extension Roster {
  /// Whether the records come from the CSV files that a district uploads to Clever, which tell
  /// nothing of what is shared.
  public var isUpload: Bool { source.hasUploads }
}
