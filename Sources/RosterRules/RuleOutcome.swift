public import Findings
public import Roster

/// What the rules found in one roster.
public struct RuleOutcome: Sendable {
  /// All hits: rule by rule in running order, each rule's in the order of its tables' rows.
  public internal(set) var hits: [RuleHit] = []
  /// The level of each rule in this run.
  public internal(set) var levels: RuleLevels
  /// How many hits each rule has, by position in ``RuleCatalogue/all``.
  public internal(set) var counts: [Int]
  /// Where each rule's hits begin, by position in ``RuleCatalogue/all``; of no use for a rule
  /// without.
  var starts: [Int]
  /// What the rules with a budget found, compared with it, in order of ids; none of a rule that did not run.
  public internal(set) var budgets: [RuleBudgets.Verdict] = []
  /// The rules that did not run, in order of ids.
  public internal(set) var notRun: [RuleNotRun] = []

  init(levels: RuleLevels) {
    self.levels = levels
    counts = Array(repeating: 0, count: RuleCatalogue.all.count)
    starts = counts
  }

  /// How many hits have `level`.
  public func count(of level: Level) -> Int {
    counts.indices.reduce(0) { $0 + (levels[$1] == level ? counts[$1] : 0) }
  }

  /// Whether something was found that stops the run: nothing may be written.
  public var hasBlocker: Bool { count(of: .blocker) > 0 }

  /// The hits of `rule`, in the order they were found.
  ///
  /// - Precondition: the rule is in the catalogue.
  public func hits(of rule: RosterRule) -> ArraySlice<RuleHit> {
    let index = RuleCatalogue.index(of: rule)
    guard counts[index] > 0 else { return [] }
    return hits[starts[index]..<starts[index] + counts[index]]
  }

  /// The finding that `hit` stands for, with its message.
  ///
  /// - Parameters:
  ///   - hit: one of ``hits``.
  ///   - roster: the roster that the rules ran on.
  /// - Returns: the finding, its places still record places.
  public func text(of hit: RuleHit, in roster: Roster) -> FindingText {
    text(of: hit, RuleCatalogue.all[Int(hit.rule)], in: roster)
  }

  /// Puts the hits of all rules that `isWanted`, asked for their positions in
  /// ``RuleCatalogue/all``, into words, one after another, and shows them with their positions in
  /// ``hits``.
  ///
  /// Of many hits this is faster than one by one: a rule is looked up once.
  public func visitTexts(
    in roster: Roster,
    where isWanted: (Int) -> Bool,
    _ look: (Int, FindingText) -> Void
  ) {
    var start = 0
    while start < hits.count {
      let number = Int(hits[start].rule)
      let end = start + counts[number]
      if isWanted(number) {
        let rule = RuleCatalogue.all[number]
        for index in start..<end { look(index, text(of: hits[index], rule, in: roster)) }
      }
      start = end
    }
  }

  private func text(of hit: RuleHit, _ rule: RosterRule, in roster: Roster) -> FindingText {
    let message = rule.check.describe(hit, roster)
    let row = Int(hit.row)
    let record =
      row < 0
      ? nil
      : hit.entity.flatMap { entity in
        roster.withRecords(of: entity) { ($0.ids[row], $0.places[row], $0.lines[row]) }
      }
    let place = message.place ?? record?.1
    let remedy = rule.remedy(isUpload: roster.isUpload)
    return FindingText(
      code: rule.id,
      level: levels[Int(hit.rule)],
      message: message.text,
      help: message.help ?? remedy.help,
      fixer: message.fixer ?? remedy.fixer,
      place: place,
      line: message.place == nil ? record?.2 ?? 0 : 0,
      field: message.field.map { path(of: $0, in: hit.entity, at: place, roster) },
      entity: hit.entity?.text ?? "",
      record: record.map { roster.idText($0.0) } ?? "",
      notes: message.notes
    )
  }

  /// Where the API version of the record's file keeps `field`, which is named as in v2.
  private func path(
    of field: String,
    in entity: Entity?,
    at place: RecordPlace?,
    _ roster: Roster
  ) -> String {
    let files = roster.source.files
    guard let entity, let place, place.isKnown, files.indices.contains(place.file) else {
      return field
    }
    guard files[place.file].version.utf8.starts(with: "v3".utf8) else {
      // Before v3 a contact's name is one text.
      return entity == .contact && field.utf8.starts(with: "name.".utf8) ? "name" : field
    }
    let role: String
    switch entity {
    case .student, .teacher, .contact: role = entity.text
    case .schoolAdmin: role = "staff"
    default: return field
    }
    switch field {
    case "email", "name.first", "name.last": return field
    case "students", "relationship", "type": return "roles.contact.student_relationships"
    default: return "roles.\(role).\(field)"
    }
  }
}

/// A rule that did not run, and what that may hide.
public struct RuleNotRun: Sendable, Hashable {
  /// The rule.
  public let id: String
  /// Why it did not run, in lower case without a full stop.
  public let why: String
  /// What may go unnoticed.
  public let hides: String
}
