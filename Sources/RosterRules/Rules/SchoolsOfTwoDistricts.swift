import Findings
import Roster

extension RosterRule {
  /// Keys are unique inside one district only, so two districts' records can be taken for one.
  public static let schoolsOfTwoDistricts = RosterRule(
    "schools-of-two-districts",
    .warning,
    phase: .files,
    title: "the schools that are imported belong to more than one district",
    why: "a sis_id is unique inside one district only, so a child of one could be taken for a "
      + "child of the other",
    effect: "the school goes in, and records whose keys meet are left out",
    help: "export and import one district at a time",
    fixer: .importer,
    source: .cleverEdgeCases("'sis_id' is unique only inside one district and record type"),
    example: "school '530e595026403103360ff9fe' is of district '58da8c58155b940248000009', "
      + "other schools are of '58da8c58155b940248000000'",
    latitude: .any,
    check: RuleCheck(
      noting: DistrictPair.self,
      find: { roster, report in
        let schools = roster.schools
        let rows = (0..<schools.count).filter {
          schools.records.isOpen($0) && schools.district[$0] >= 0
        }
        // The odd ones are those of the smaller district, whatever was read first.
        var counts: [Int32: Int] = [:]
        for row in rows { counts[schools.district[row], default: 0] += 1 }
        let most = counts.max { left, right in
          left.value != right.value
            ? left.value < right.value
            : roster.precedes(Int(right.key), Int(left.key), in: roster.districts.records)
        }
        guard let most, counts.count > 1 else { return }
        for row in rows where schools.district[row] != most.key {
          report.find(.school, row, DistrictPair(own: schools.district[row], others: most.key))
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) is of district "
            + "\(roster.list([hit.detail.own], of: .district)), other schools are of "
            + "\(roster.list([hit.detail.others], of: .district))",
          field: "district"
        )
      }
    )
  )
}

/// The rows of the school's own district and of the others'.
private struct DistrictPair: HitDetail {
  let own: Int32
  let others: Int32

  init(own: Int32, others: Int32) {
    self.own = own
    self.others = others
  }
  init(_ packed: PackedDetail) { self.init(own: packed.first, others: packed.second) }
  var packed: PackedDetail { PackedDetail(Int(own), Int(others)) }
}
