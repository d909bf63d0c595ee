import Findings
public import Roster
import Texts

/// Why records of a kind may be missing although Clever shares them: the one judgement that the
/// gate, the sharing matrix and the causes ask before they say "not shared".
///
/// "Not shared" sends a reader to the district's admin. It is true only where nothing that was not
/// read can hold the records: no unread file, no missing page, no record that could not be read. Of
/// the CSV files that a district uploads it is never true, for they hold what the school's own
/// system wrote.
public struct Absences: Sendable {
  /// Why records of a kind may be missing.
  public enum Reason: Sendable, Hashable {
    /// A file that was not read, or not to its end, may hold them.
    case unreadPart(UnreadPart)
    /// A part of a list that may hold them is missing.
    case cutList
    /// This many records that may be of the kind are there and cannot be read.
    case unreadable(Int)
    /// They would be in a district's own CSV files, which do not have them.
    case upload
  }

  /// Whether the records come from the CSV files that a district uploads to Clever.
  public let isUpload: Bool
  /// What was not read, the parts whose kinds are known first.
  private let parts: [UnreadPart]
  /// By kind, the number of records that could not be read; for people those of unknown role too.
  private let unreadable: [Int]
  /// The kinds whose lists have a part that is missing.
  private let cut: Set<Entity>
  private let files: [SourceFile]

  /// What may be missing from the records of `roster`.
  ///
  /// Linear in the files, the pages and what could not be read.
  public init(of roster: Roster) {
    let source = roster.source
    isUpload = roster.isUpload
    files = source.files
    parts = source.unreadParts()
    var unreadable = [Int](repeating: 0, count: Entity.allCases.count)
    for record in source.unreadable {
      for entity in source.kinds(of: record) { unreadable[Int(entity.rawValue)] += 1 }
    }
    self.unreadable = unreadable
    let mayBeCut = source.pages.contains { !$0.path.isEmpty } || !source.counts.isEmpty
    cut =
      mayBeCut
      ? Set(
        roster.completeness().compactMap { $0.isCut ? Entity(text: $0.type) : nil }
      ) : []
  }

  /// Why records of `entity` may be missing; nil if only sharing can explain it.
  public func reason(_ entity: Entity) -> Reason? {
    if let part = part(entity) { return .unreadPart(part) }
    if cut.contains(entity) { return .cutList }
    let count = unreadable(entity)
    if count > 0 { return .unreadable(count) }
    return isUpload ? .upload : nil
  }

  /// The file that may hold records of `entity` and was not read to its end.
  func part(_ entity: Entity) -> UnreadPart? { parts.first { $0.mayHold.contains(entity) } }

  /// Whether a part of a list that may hold records of `entity` is missing.
  func isCut(_ entity: Entity) -> Bool { cut.contains(entity) }

  /// How many records that may be of `entity` could not be read.
  func unreadable(_ entity: Entity) -> Int { unreadable[Int(entity.rawValue)] }

  /// The same for the gate, which takes plain values.
  func doubt(_ entity: Entity) -> GateQuestion.Doubt? {
    switch reason(entity) {
    case nil: nil
    case .unreadPart(let part):
      GateQuestion.Doubt(
        "'\(files[part.file].path)' may hold them: \(part.what)",
        help: part.help ?? "first mend what is said of '\(files[part.file].path)'",
        .importer
      )
    case .cutList:
      GateQuestion.Doubt(
        "a part of the list that may hold them is missing",
        help: "export the list of \(entity.plural) again, to its end",
        .importer
      )
    case .unreadable(let count):
      GateQuestion.Doubt(
        "\(counted(count, "record")) that may be of this kind cannot be read",
        help: "first mend what is said of \(count == 1 ? "the record" : "the records") that cannot "
          + "be read",
        .importer
      )
    case .upload:
      GateQuestion.Doubt(
        "the district's CSV files do not have them",
        help: entity.uploadFile.map {
          "export '\($0)' from the school's own system again, and put it beside the other files"
        } ?? "export all files from the school's own system again",
        .importer
      )
    }
  }
}

extension Entity {
  /// The file of a district's upload that holds records of this kind; nil if none does by itself.
  ///
  /// Source: Clever's instructions for uploads (`CleverData.md`, section 8). Contacts are columns of
  /// `students.csv`, or rows of `contacts.csv`.
  var uploadFile: String? {
    switch self {
    case .school: "schools.csv"
    case .student, .contact: "students.csv"
    case .teacher: "teachers.csv"
    case .section: "sections.csv"
    case .schoolAdmin: "staff.csv"
    default: nil
    }
  }
}

extension Completeness {
  /// Whether pages of the type's lists are known to be missing. Records that could not be read, and
  /// files that break off, are told by themselves; the last record of a page may be missing because
  /// it is no longer shared.
  fileprivate var isCut: Bool {
    verdict == .incomplete
      && reasons.contains { reason in
        switch reason {
        case .filesCut, .unreadable, .pageEndMissing: false
        default: true
        }
      }
  }
}
