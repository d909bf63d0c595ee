import CleverReader
public import Findings
import FlatTables
public import Roster
import RosterRules

/// What `inspect` finds in an export: by kind of record how many there are and whether that is all,
/// the schools, who may import them, and what is missing or could not be read.
public struct ExportInspection: Sendable {
  /// The path that was inspected, as it was given.
  public let path: String
  /// The kinds that the export has something of, in the order of ``Roster/Entity``.
  public internal(set) var kinds: [Kind] = []
  /// The schools that are in the export, in the order of their keys.
  public internal(set) var schools: [School] = []
  /// The people who have the role that may import: those who were signed in first, then by id.
  public internal(set) var operators: [Operator] = []
  /// How many events about records it holds, each once.
  public let events: Int
  /// What is missing or could not be read, gravest first.
  public let gaps: [Finding]

  /// One kind of record.
  public struct Kind: Sendable, Hashable {
    /// Which kind.
    public var entity: Entity
    /// What is known of whether these are all, with the number of records, each once.
    public var completeness: Completeness
    /// Further copies of records.
    public var copies: Int
    /// Records that could not be read.
    public var unreadable: Int
    /// Files that hold such records.
    public var files: Int
    /// List pages among them; a page that was saved twice counts twice.
    public var pages: Int
    /// API versions of these files, `v1.1` to `v3.1`, in order.
    public var versions: [String]
    /// The newest `last_modified`; nil where none has one.
    public var newestChange: String?
  }

  /// A school that is in the export.
  public struct School: Sendable, Hashable {
    /// Its Clever id.
    public var id: String
    /// The district's own id; empty where there is none.
    public var sisID: String
    /// Its name.
    public var name: String
    /// How many sections name it.
    public var sections: Int

    /// The district's own id, else Clever's: what the pipeline file takes.
    public var key: String { sisID.isEmpty ? id : sisID }
  }

  /// A person who may import.
  public struct Operator: Sendable, Hashable {
    /// Their Clever id.
    public var id: String
    /// Whether an answer of `/me` shows them.
    public var isSignedIn: Bool
    /// Clever ids of the schools on their list that are in the export, in order.
    public var schools: [String]
  }

  /// The rules that judge files rather than people.
  private static let structural: [RosterRule] = [
    .errorAnswerInExport, .fileBroken, .fileNotClevers, .fileNotRead, .listCountDiffers,
    .listEndsAtPageSize, .pageMissing, .recordUnreadable,
  ]

  /// Reads the export at `path` whole.
  ///
  /// - Throws: `FileError` when it cannot be read, `CancellationError` if the task is cancelled.
  public init(of path: String) throws {
    var roster = try CleverReader().readExport(path)
    self.path = path
    let outcome = RuleCatalogue.run(on: &roster, step: .parentsContacts)
    var findings = FindingsToPlace()
    for hit in ExportInspection.structural.flatMap({ outcome.hits(of: $0) }) {
      findings.append(outcome.text(of: hit, in: roster))
    }
    events = roster.source.events.count { $0.outcome != .repeated }
    gaps = findings.placed(in: roster.source.files).sorted()
    kinds = roster.completeness().filter(\.isMet).compactMap { completeness in
      Entity(text: completeness.type)
        .map { ExportInspection.kind($0, completeness, in: roster) }
    }
    schools = ExportInspection.schools(in: roster)
    operators = ExportInspection.operators(in: roster)
  }

  /// Whether a list is incomplete, or something could not be read.
  public var hasGaps: Bool { gaps.contains { $0.level >= .error } }

  private static func kind(
    _ entity: Entity,
    _ completeness: Completeness,
    in roster: Roster
  ) -> Kind {
    let source = roster.source
    let files = source.files.filter { $0.recordCounts[Int(entity.rawValue)] > 0 }
    return Kind(
      entity: entity,
      completeness: completeness,
      copies: source.copies.count { $0.entity == entity },
      unreadable: source.unreadable.count { $0.entity == entity },
      files: files.count,
      pages: source.pages.count { $0.kinds.contains(entity) },
      versions: Set(files.map(\.version)).subtracting([""]).sorted(),
      newestChange: roster.newestChange(of: entity)
    )
  }

  private static func schools(in roster: Roster) -> [School] {
    var counts = [Int](repeating: 0, count: roster.schools.count)
    for section in roster.sections.recordRows where roster.sections.school[section] >= 0 {
      counts[Int(roster.sections.school[section])] += 1
    }
    return roster.schools.recordRows.map { row in
      School(
        id: roster.idText(roster.schools.records.ids[row]),
        sisID: roster.text.string(roster.schools.sisID[row]),
        name: roster.text.string(roster.schools.name[row]),
        sections: counts[row]
      )
    }
    .sorted { left, right in
      let keys = (Array(left.key.utf8), Array(right.key.utf8))
      return keys.0 == keys.1
        ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        : keys.0.lexicographicallyPrecedes(keys.1)
    }
  }

  private static func operators(in roster: Roster) -> [Operator] {
    let admins = roster.schoolAdmins
    let signedIn = Set(
      roster.source.identities.flatMap { [$0.id, $0.formerID] }
        .compactMap { roster.existingID($0) }.map { roster.presentID(of: $0) }
    )
    return admins.recordRows.map { row in
      let rows = Set(admins.schools[row]).filter { roster.schools.records.isRecord(Int($0)) }
      return Operator(
        id: roster.idText(admins.records.ids[row]),
        isSignedIn: signedIn.contains(admins.records.ids[row]),
        schools: rows.map { roster.idText(roster.schools.records.ids[Int($0)]) }.sorted()
      )
    }
    .sorted { left, right in
      left.isSignedIn != right.isSignedIn
        ? left.isSignedIn : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
