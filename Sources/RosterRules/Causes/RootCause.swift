public import Findings

/// One thing to put right, and all that goes away with it.
///
/// A school that is not shared shows up as dangling sections, students and teachers; the person
/// who fixes it need not read those one by one. Each finding belongs to exactly one cause.
public struct RootCause: Sendable, Hashable {
  /// What kind of thing it is, from the one nearest the root of an export to single records.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A file was not read, or not to its end.
    case fileBroken = "file-broken"
    /// A file that each district uploads is not in the folder.
    case uploadFileMissing = "upload-file-missing"
    /// Ids in one file of a district lost the zeros in front.
    case zerosLost = "zeros-lost"
    /// Pages of a list are missing, or it is shorter than Clever counted.
    case listIncomplete = "list-incomplete"
    /// Records that others name are not in what was read, and nothing shows that they are not
    /// shared: a district's CSV files lack them, or a list was not saved whole.
    case recordsMissing = "records-missing"
    /// Records that others name were deleted by an event.
    case recordsDeleted = "records-deleted"
    /// No record of a whole kind is in the export.
    case entityNotShared = "entity-not-shared"
    /// A school that others name has no record.
    case schoolNotShared = "school-not-shared"
    /// Some teachers that a school's sections name have no record.
    case teachersNotShared = "teachers-not-shared"
    /// Some students that a school's sections name have no record.
    case studentsNotShared = "students-not-shared"
    /// The records that one rule names are at fault themselves.
    case rule

    /// Nearer the root comes first.
    public static func < (left: Kind, right: Kind) -> Bool { left.depth < right.depth }

    private var depth: Int {
      switch self {
      case .fileBroken: 0
      case .uploadFileMissing: 1
      case .zerosLost: 2
      case .listIncomplete: 3
      case .recordsMissing: 4
      case .recordsDeleted: 5
      case .entityNotShared: 6
      case .schoolNotShared: 7
      case .teachersNotShared: 8
      case .studentsNotShared: 9
      case .rule: 10
      }
    }

    /// Whether something is missing from what was read, so that other causes may follow from it.
    var isOfReading: Bool { self <= .recordsMissing }
  }

  /// The kind.
  public let kind: Kind
  /// What it is about: a school's id, a file, a list, a kind of record, a rule's id.
  public let subject: String
  /// The cause in words, in lower case without a full stop.
  public internal(set) var what: String
  /// What shows it.
  public internal(set) var evidence: String
  /// Who can put it right.
  public let fixer: Fixer
  /// How, and on which screen.
  public let howToFix: String
  /// The gravest level among its findings; nil while it has none.
  public internal(set) var level: Level?
  /// How many findings it explains.
  public internal(set) var findings = 0
  /// The people and classes it keeps out, each counted once.
  public internal(set) var blocked = Blocked()

  /// People who are left out, or miss a class, and the classes concerned.
  public struct Blocked: Sendable, Hashable {
    /// Students.
    public internal(set) var students = 0
    /// Teachers.
    public internal(set) var teachers = 0
    /// Contacts: parents and guardians of the students among them.
    public internal(set) var contacts = 0
    /// Other staff.
    public internal(set) var staff = 0
    /// Classes; no people, so they do not count in ``people``.
    public internal(set) var classes = 0

    /// All people.
    public var people: Int { students + teachers + contacts + staff }
  }

  init(
    _ kind: Kind,
    _ subject: String,
    what: String,
    evidence: String,
    fixer: Fixer,
    howToFix: String
  ) {
    self.kind = kind
    self.subject = subject
    self.what = what
    self.evidence = evidence
    self.fixer = fixer
    self.howToFix = howToFix
  }

  /// The stable name, the same in every run that has the cause: `school-not-shared:58da…`.
  public var key: String { "\(kind.rawValue):\(subject)" }

  /// Whether to fix this one first: a blocker stops the whole import, and among blockers what was
  /// not read explains the others; then the cause with more people comes first.
  ///
  /// Ends with the key, so the order depends on nothing but what the causes are.
  static func ranksBefore(_ left: RootCause, _ right: RootCause) -> Bool {
    let leftStops = left.level == .blocker
    let rightStops = right.level == .blocker
    if leftStops != rightStops { return leftStops }
    if leftStops, left.kind.isOfReading != right.kind.isOfReading { return left.kind.isOfReading }
    if left.blocked.people != right.blocked.people {
      return left.blocked.people > right.blocked.people
    }
    if left.level != right.level {
      guard let leftLevel = left.level else { return false }
      guard let rightLevel = right.level else { return true }
      return leftLevel > rightLevel
    }
    if left.findings != right.findings { return left.findings > right.findings }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
}

/// The causes of what the rules and the gate found.
public struct RootCauses: Sendable {
  /// The causes, the one to fix first at the start.
  public internal(set) var all: [RootCause] = []
  /// For each hit of the outcome the position of its cause in ``all``.
  public internal(set) var ofHits: [Int32] = []
  /// For each finding of the gate the position of its cause; -1 where it is a cause of its own.
  public internal(set) var ofGateFindings: [Int32] = []

  /// No causes.
  public init() {}
}
