public import Findings
import Roster

/// A finding in words whose places are still record places.
///
/// Line and column cost a walk of the file, and where a value is inside a record is the
/// reader's knowledge; so the caller resolves both, only for what is shown.
public struct FindingText: Sendable, Hashable {
  /// The stable code: the rule's id, or the gate's.
  public var code: String
  /// Its level in this run.
  public var level: Level
  /// What was found, in lower case without a full stop; ids, never names or addresses.
  public var message: String
  /// What to do about it.
  public var help: String
  /// Who can do it.
  public var fixer: Fixer
  /// Where the record, page or answer is; nil when it is about something that is in no file.
  public var place: RecordPlace?
  /// The line that ``place`` is on, from 1; 0 where it is not known.
  public var line: UInt32 = 0
  /// The field inside the record, in Clever's spelling (`name.first`); nil for the whole record.
  public var field: String?
  /// The kind of record, in Clever's words; empty if none.
  public var entity: String
  /// The record's Clever id; empty if none.
  public var record: String
  /// Other places that explain it.
  public var notes: [Note]
  /// The position of its root cause in ``RootCauses/all``; -1 where none is known.
  public var cause: Int32 = -1

  /// A further place, and what is there.
  public struct Note: Sendable, Hashable {
    /// What is there.
    public var message: String
    /// Where; nil when the note is only words.
    public var place: RecordPlace?

    /// A note with its place.
    public init(_ message: String, at place: RecordPlace? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// The finding with its places resolved: first its own, then those of the notes in order, each
  /// asked for once and only where there is one.
  ///
  /// - Parameter resolve: file, line and column of a record place, or of a field inside the record
  ///   there; the record's own place where the field is not found.
  /// - Returns: the finding, ready to be shown.
  public func finding(resolve: (RecordPlace, String?) -> Place?) -> Finding {
    var finding = Finding(
      code: code,
      level,
      message,
      help: help,
      fixer: fixer,
      at: place.flatMap { resolve($0, field) },
      entity: entity,
      record: record,
      field: field ?? "",
      notes: notes.map { note in
        Finding.Note(note.message, at: note.place.flatMap { resolve($0, nil) })
      }
    )
    finding.cause = cause
    return finding
  }
}
