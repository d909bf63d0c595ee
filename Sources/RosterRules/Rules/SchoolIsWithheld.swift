import Findings
import Roster

extension RosterRule {
  /// A school that a rule left out would take its classes and people with it, one by one.
  public static let schoolIsWithheld = RosterRule(
    "school-is-withheld",
    .blocker,
    phase: .links,
    title: "a school that is to be imported was left out by another rule",
    why: "its classes and people belong to it, and would all be missing from the bundle",
    effect: "nothing is written",
    help: "put right what the other finding says about the school, or import without it",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("every other file points at schools.csv"),
    example: "school '530e595026403103360ff9fd' (sis_id '02M800') is to be imported, but was left "
      + "out by 'school-without-name'",
    latitude: .alwaysBlocker("a bundle without the school has no place for its classes"),
    trail: .withheldSchool,
    check: RuleCheck(
      find: { roster, report in
        let records = roster.schools.records
        for row in 0..<records.count where records.fates[row].kind == .withheld {
          report.find(.school, row)
        }
      },
      describe: { hit, roster in
        let reason = roster.reasons[roster.schools.records.fates[hit.row].reason]
        return RuleMessage(
          "\(hit.mention(in: roster)) is to be imported, but was left out by '\(reason)'"
        )
      }
    )
  )
}
