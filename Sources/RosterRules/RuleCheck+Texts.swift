import FlatTables
import Roster

extension RuleCheck {
  /// Every text of the bundle that has `trait`, as the one scan of all texts found it:
  /// `teacher '…': the last name has digits in it`.
  static func texts(_ says: String, _ trait: TextScan.Traits) -> RuleCheck {
    RuleCheck(
      noting: TextColumn.self,
      find: { roster, report in
        for hit in report.memory.scan(roster, report.circumstances).hits
        where hit.traits.contains(trait) {
          guard let records = roster.records(of: hit.entity), records.isOpen(Int(hit.row)) else {
            continue
          }
          report.find(hit.entity, Int(hit.row), TextColumn(Int(hit.column)))
        }
      },
      describe: { hit, roster in BundledTexts.message(hit, roster, says) }
    )
  }

  /// Every text of the bundle that is faulty.
  @inline(__always)
  static func texts(
    _ says: String,
    where isFaulty: @escaping @Sendable (TextRef, TextArena) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      noting: TextColumn.self,
      find: { roster, report in
        let arena = roster.text
        BundledTexts(roster).report(to: &report) { isFaulty($0, arena) }
      },
      describe: { hit, roster in BundledTexts.message(hit, roster, says) }
    )
  }
}
