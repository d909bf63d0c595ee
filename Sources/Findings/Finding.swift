/// Something a person must know about the data, the permissions or the pipeline file.
///
/// A finding is collected, never thrown. Its texts hold ids, values of no person, and what to do;
/// names and addresses of people stay out of them.
public struct Finding: Sendable, Hashable {
  /// The stable code: the rule's id, in kebab case (`teacher-without-email`).
  public var code: String
  /// What it does to the record or the run.
  public var level: Level
  /// What was found, in lower case without a full stop, values in single quotes.
  public var message: String
  /// What to do about it, in the same form.
  public var help: String
  /// Who can do it.
  public var fixer: Fixer
  /// Where it is; nil when it is about something that is in no file (a missing file, say).
  public var place: Place?
  /// The kind of record it is about (`student`, `section`), in Clever's words; empty if none.
  public var entity: String
  /// The record's Clever id as text; empty if none.
  public var record: String
  /// The field of the record that it is about, in Clever's spelling (`name.first`); empty if none.
  public var field: String
  /// Other places that explain it, shown below.
  public var notes: [Note]
  /// The position of the root cause that explains it, in the list of causes that goes with the
  /// findings; -1 where none is known.
  public var cause: Int32 = -1

  /// A further place, and what is there.
  public struct Note: Sendable, Hashable {
    /// Where; nil when the note is only words.
    public var place: Place?
    /// What is there.
    public var message: String

    /// A note with its place.
    public init(_ message: String, at place: Place? = nil) {
      self.place = place
      self.message = message
    }
  }

  /// A finding; all texts in lower case without a full stop.
  public init(
    _ code: some FindingCode,
    _ level: Level,
    _ message: String,
    help: String,
    fixer: Fixer = .importer,
    at place: Place? = nil,
    entity: String = "",
    record: String = "",
    field: String = "",
    notes: [Note] = []
  ) {
    self.init(
      code: code.code,
      level,
      message,
      help: help,
      fixer: fixer,
      at: place,
      entity: entity,
      record: record,
      field: field,
      notes: notes
    )
  }

  /// A finding whose code was taken from another finding.
  package init(
    code: String,
    _ level: Level,
    _ message: String,
    help: String,
    fixer: Fixer = .importer,
    at place: Place? = nil,
    entity: String = "",
    record: String = "",
    field: String = "",
    notes: [Note] = []
  ) {
    self.code = code
    self.level = level
    self.message = message
    self.help = help
    self.fixer = fixer
    self.place = place
    self.entity = entity
    self.record = record
    self.field = field
    self.notes = notes
  }
}

extension Finding: Comparable {
  /// The one order findings are shown in: gravest first, then code, place, record, message.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.level != right.level { return left.level > right.level }
    if left.code != right.code { return precedes(left.code, right.code) }
    if left.place != right.place {
      guard let leftPlace = left.place else { return true }
      guard let rightPlace = right.place else { return false }
      return leftPlace < rightPlace
    }
    if left.record != right.record { return precedes(left.record, right.record) }
    return precedes(left.message, right.message)
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
