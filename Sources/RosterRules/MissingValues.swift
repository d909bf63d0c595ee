import Roster

extension RuleReport {
  /// Notes the open records that lack a value. Where all of them do, and they are more than one,
  /// the field was not shared: then one finding says so, whose detail is their number.
  mutating func findMissing(
    _ entity: Entity,
    _ records: RecordColumns,
    where isMissing: (Int) -> Bool
  ) {
    var rows: [Int] = []
    var judged = 0
    for row in 0..<records.count where records.isOpen(row) {
      judged += 1
      if isMissing(row) { rows.append(row) }
    }
    if rows.count == judged, judged > 1 { return find(of: entity, detail: judged) }
    for row in rows { find(entity, row) }
  }
}

/// Puts a hit of ``RuleReport/findMissing(_:_:where:)`` into words.
func missingWords(_ hit: RuleHit, _ entity: Entity, _ roster: Roster, _ field: String) -> RuleWords
{
  guard hit.row >= 0 else {
    return RuleWords(
      "none of the \(counted(Int(hit.detail), entity.words)) has a \(field)",
      help: "share the field '\(field)' with Bloomz in Clever"
    )
  }
  return RuleWords("\(roster.mention(entity, Int(hit.row))) has no \(field)")
}
