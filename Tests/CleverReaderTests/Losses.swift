import CanonicalRosters
import Findings
import Roster
import RosterRules

/// What an export held whole, to tell what is missing from a damaged one.
struct Losses {
  /// The ids of the records of each kind.
  private let ids: [Entity: Set<String>]
  private let lines: Set<String>
  private let unusedFields: [String: Int]
  private let count: Int

  init(of whole: Roster) {
    ids = Losses.ids(in: whole)
    lines = Losses.lines(of: whole)
    unusedFields = whole.source.unusedFields
    count = Losses.count(in: whole)
  }

  /// The kinds that `damaged` lacks records of.
  func missing(from damaged: Roster) -> Set<Entity> {
    let found = Losses.ids(in: damaged)
    return Set(ids.filter { !$1.isSubset(of: found[$0] ?? []) }.keys)
  }

  /// Records of `damaged` that say something else than they did.
  func changed(in damaged: Roster) -> [String] {
    Losses.lines(of: damaged).subtracting(lines).sorted()
  }

  /// Whether `damaged` accounts for fewer values than there were, or for a field less.
  func isShort(_ damaged: Roster) -> Bool {
    Losses.count(in: damaged) < count && damaged.source.unusedFields == unusedFields
  }

  /// The rules that say of a roster that something of its export is not in it.
  static func named(in roster: Roster) -> [String] {
    let rules: [RosterRule] = [
      .fileBroken, .fileNotClevers, .fileNotRead, .recordUnreadable, .pageMissing,
      .listCountDiffers, .listEndsAtPageSize, .errorAnswerInExport,
    ]
    var judged = roster
    let outcome = RuleCatalogue.run(on: &judged, step: .parentsContacts)
    return rules.filter { !outcome.hits(of: $0).isEmpty }.map(\.id)
  }

  /// The kinds of which the program says that an export holds them all.
  static func claimedWhole(in roster: Roster) -> Set<Entity> {
    Set(roster.completeness().filter { $0.verdict == .proved }.compactMap { Entity(text: $0.type) })
  }

  /// Every value of a file ends in a table, or in a list of what is not in one, as the kind of
  /// record it was counted as.
  static func isBalanced(_ roster: Roster) -> Bool {
    Entity.allCases.allSatisfy { entity in
      let counted = roster.source.files.reduce(0) { $0 + $1.recordCounts[Int(entity.rawValue)] }
      var held = roster.others.count { $0.entity == entity }
      held += roster.source.copies.count { $0.entity == entity }
      held += roster.source.unreadable.count { ($0.entity ?? .user) == entity }
      held += roster.records(of: entity)?.recordCount ?? 0
      // A v3 user with several roles is one record in several tables.
      if entity == .schoolAdmin {
        held -= roster.schoolAdmins.recordRows.count { roster.schoolAdmins.teacher[$0] >= 0 }
      }
      if entity == .districtAdmin {
        held -= roster.districtAdmins.recordRows.count { roster.districtAdmins.isAlsoEmployee[$0] }
      }
      return counted == held
    }
  }

  private static func count(in roster: Roster) -> Int {
    let source = roster.source
    return source.files.reduce(0) { $0 + $1.recordCounts.reduce(0, +) }
      + source.errorAnswers.count + source.counts.count + source.identities.count
      + source.tokens.count
  }

  private static func ids(in roster: Roster) -> [Entity: Set<String>] {
    var ids: [Entity: Set<String>] = [:]
    for entity in Entity.allCases {
      guard let records = roster.records(of: entity) else { continue }
      for row in 0..<records.count where records.isRecord(row) {
        ids[entity, default: []].insert(roster.idText(records.ids[row]))
      }
    }
    return ids
  }

  /// The canonical lines, without the marks of records that are not there: those are missing, not
  /// what refers to them changed.
  private static func lines(of roster: Roster) -> Set<String> {
    Set(CanonicalRoster(roster).lines.map { $0.replacing("?", with: "") })
  }
}
