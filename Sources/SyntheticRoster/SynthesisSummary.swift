/// What was written, and which faults must be found in it.
public struct SynthesisSummary: Sendable, Hashable {
  /// Where in the output folder the export is; nothing but the export is in it.
  public static let exportFolder = "clever"
  /// Where the export is that the first one and its events must come to.
  public static let laterFolder = "after"
  /// The file beside it that says what must be found; also the mark of such a folder.
  public static let answerKeyFile = "answer-key.json"

  /// The plan that was followed.
  public let plan: DistrictPlan
  /// The version it was written in.
  public let version: CleverVersion
  /// Records of each list, in the order of writing; copies count.
  public let lists: [ListCount]
  /// What the sections of each school hold.
  public let schools: [SchoolCount]
  /// Links from contacts to students.
  public let contactLinks: Int
  /// Bytes of all files but the answer key.
  public let byteCount: Int
  /// Clever id of the school admin whose list has every school; in files of a district their key.
  public let importer: String
  /// Every fault, in the order of the records.
  public let planted: [PlantedRecord]

  /// The length of a list.
  public struct ListCount: Sendable, Hashable {
    /// `users`, `sections`.
    public let name: String
    /// How many records it has.
    public let records: Int
  }

  /// What the sections of a school hold, ids of no record included.
  public struct SchoolCount: Sendable, Hashable {
    /// Clever id.
    public let id: String
    /// The school's own key.
    public let sisID: String
    /// Its sections.
    public var sections = 0
    /// Entries in their `students`.
    public var studentPlaces = 0
    /// Their teachers.
    public var teacherPlaces = 0
  }

  /// A record with a fault.
  public struct PlantedRecord: Sendable, Hashable {
    /// The fault.
    public let fault: Fault
    /// Clever id.
    public let id: String
  }

  /// The records that `rule` must find; what none may find, for nil.
  public func records(for rule: String?) -> [PlantedRecord] {
    planted.filter { $0.fault.rule == rule }
  }
}
