import FlatTables
import MailMessage
import Reachability
import Roster
import Texts

extension RuleCheck {
  /// Every open record of `entity` that is faulty; the message is the record and what is said of
  /// it: `teacher '5895…' has no name`.
  @inline(__always)
  static func records(
    of entity: Entity,
    _ says: String,
    field: String? = nil,
    where isFaulty: @escaping @Sendable (Roster, Int) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        for row in 0..<records.count where records.isOpen(row) && isFaulty(roster, row) {
          report.find(entity, row)
        }
      },
      describe: { hit, roster in RuleMessage("\(hit.mention(in: roster)) \(says)", field: field) }
    )
  }

  /// Every open record of `entity` that lacks the value of `field`. Where all of them lack it, and
  /// they are more than one, the field was not shared: then one finding says so for all.
  @inline(__always)
  static func missing(
    _ field: String,
    of entity: Entity,
    where isMissing: @escaping @Sendable (Roster, Int) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      noting: Count.self,
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        var rows: [Int] = []
        var judged = 0
        for row in 0..<records.count where records.isOpen(row) {
          judged += 1
          if isMissing(roster, row) { rows.append(row) }
        }
        if rows.count == judged, judged > 1 { return report.find(of: entity, Count(judged)) }
        for row in rows { report.find(entity, row, Count(1)) }
      },
      describe: { hit, roster in
        guard hit.row < 0 else {
          return RuleMessage("\(hit.mention(in: roster)) has no \(field)")
        }
        return RuleMessage(
          "none of the \(counted(hit.detail.number, entity.words)) has a \(field)",
          help: roster.isUpload
            ? "fill the column in the district's files"
            : "share the field '\(field)' with Bloomz in Clever"
        )
      }
    )
  }

  /// Every open record of `entity` whose grade is not one that its school has.
  @inline(__always)
  static func gradeOutsideSchool(
    of entity: Entity,
    _ says: String,
    _ grade: @escaping @Sendable (Roster, Int) -> CleverGrade,
    at school: @escaping @Sendable (Roster, Int) -> Int32
  ) -> RuleCheck {
    RuleCheck(
      noting: SchoolRow.self,
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        for row in 0..<records.count where records.isOpen(row) {
          let school = Int(school(roster, row))
          if school >= 0, !roster.hasGrade(grade(roster, row), school: school) {
            report.find(entity, row, SchoolRow(school))
          }
        }
      },
      describe: { hit, roster in
        let (low, high) = (roster.schools.lowGrade, roster.schools.highGrade)
        return RuleMessage(
          "\(hit.mention(in: roster)) \(says) '\(grade(roster, hit.row).text)', and "
            + "\(entity == .student ? "their" : "its") school has '\(low[hit.detail.row].text)' to "
            + "'\(high[hit.detail.row].text)'",
          field: "grade"
        )
      }
    )
  }
}
