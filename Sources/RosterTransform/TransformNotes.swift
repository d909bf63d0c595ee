public import Roster

/// What the transform changed, dropped and left out: single records if a report shows each, counts
/// for the rest.
public struct TransformNotes: Sendable {
  /// A record and what was done to it.
  public struct Hit: Sendable, Hashable {
    /// What was done.
    public var note: TransformNote
    /// The kind of record: section or contact.
    public var entity: Entity
    /// Its row in that kind's table of the ``Roster``.
    public var row: Int32
  }

  /// Changed and withheld records, one entry a record and note. Their order says nothing: reports
  /// sort by place.
  public internal(set) var hits: [Hit] = []
  /// Changes that are only counted.
  public internal(set) var changes = Tally<Change>()
  /// Links that are not in the bundle.
  public internal(set) var droppedLinks = Tally<DroppedLink>()
  /// Students of the bundle whose grade is empty there, by what Clever says.
  public internal(set) var studentsWithoutGrade = Tally<CleverGrade>()
  /// Contacts of the bundle by how their name came about.
  public internal(set) var contactNames = Tally<ContactNameForm>()

  /// Contacts that were left out here, by reason; those that came with a fate do not count.
  public internal(set) var contactsLeftOut: [TransformReason: Int] = [:]

  init() {}

  mutating func hit(_ note: TransformNote, _ entity: Entity, _ row: Int32) {
    hits.append(Hit(note: note, entity: entity, row: row))
  }

  /// How often `note` was made.
  ///
  /// Cost: one pass over ``hits``.
  public func count(of note: TransformNote) -> Int {
    var count = 0
    for hit in hits where hit.note == note { count += 1 }
    return count
  }

  /// A change that is only counted.
  public enum Change: UInt8, Sendable, Hashable, CaseIterable {
    /// Spaces in a class name were trimmed or made one.
    case classNameTidied
    /// The section has no grade; the class gets its students' commonest.
    case classGradeFromStudents
    /// Neither the section nor its students have a grade that Bloomz knows.
    case classGradeEmpty
    /// The class's primary teacher is not in the bundle, or the section names none.
    case classWithoutPrimaryTeacher
    /// Punctuation or the country code was taken off a telephone number.
    case phoneReduced
  }
}

/// A link of the export that the bundle does not have, by what it links and why.
///
/// Source: `BloomzImport.md`, section 10.5: links whose person or class is not in the bundle are
/// dropped and counted. Rows of the same link count once, being in the bundle once.
public enum DroppedLink: UInt8, Sendable, Hashable, CaseIterable {
  /// A section names a teacher that the export does not have.
  case unknownTeacher
  /// A section names a teacher who is not in the bundle.
  case teacherLeftOut
  /// A section names a student that the export does not have.
  case unknownStudent
  /// A section names a student who is not in the bundle.
  case studentLeftOut
  /// A contact of the bundle names a student that the export does not have.
  case unknownChild
  /// A contact of the bundle names a student who is not in the bundle.
  case childLeftOut
  /// A contact of the bundle is the student that it names (`Self`).
  case contactIsSelf
}
