import FlatTables
import Roster
import Texts

extension RuleCheck {
  /// Every open record of `entity` that names records of `target` that are not in the export, one
  /// finding for all of them.
  ///
  /// `field` names them in Clever's spelling; `links` gives the rows that a record names.
  @inline(__always)
  static func unknownLinks(
    from entity: Entity,
    to target: Entity,
    field: String,
    _ links: @escaping @Sendable (Roster, Int) -> ArraySlice<Int32>
  ) -> RuleCheck {
    RuleCheck(
      find: { roster, report in
        guard let records = roster.records(of: entity), let targets = roster.records(of: target)
        else { return }
        let isKnown = (0..<targets.count).map { targets.isRecord($0) }
        // A contact with no child left is left out as such; one finding is enough.
        let isOpen = entity == .contact ? targets.openFlags() : []
        for row in 0..<records.count where records.isOpen(row) {
          let named = links(roster, row)
          if named.contains(where: { !isKnown[Int($0)] }),
            isOpen.isEmpty || named.contains(where: { isOpen[Int($0)] })
          {
            report.find(entity, row)
          }
        }
      },
      describe: { hit, roster in
        let unknown = links(roster, hit.row).filter {
          !(roster.records(of: target)?.isRecord(Int($0)) ?? true)
        }
        let list = roster.list(unknown, of: target)
        let isPerson = target == .student || target == .teacher
        return RuleMessage(
          unknown.count == 1
            ? "\(hit.mention(in: roster)) names \(target.text) \(list), "
              + "\(isPerson ? "who" : "which") is not in the export"
            : "\(hit.mention(in: roster)) names \(unknown.count) \(target.plural) "
              + "\(isPerson ? "who" : "that") are not in the export: \(list)",
          field: field
        )
      }
    )
  }

  /// Every open record of `entity` whose school is not in the export.
  static func unknownSchool(
    of entity: Entity,
    _ schools: @escaping @Sendable (Roster) -> [Int32]
  ) -> RuleCheck {
    RuleCheck(
      noting: SchoolRow.self,
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        let isKnown = (0..<roster.schools.count).map { roster.schools.records.isRecord($0) }
        let schools = schools(roster)
        for row in schools.indices {
          let school = Int(schools[row])
          if school >= 0, !isKnown[school], records.isOpen(row) {
            report.find(entity, row, SchoolRow(school))
          }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) names school "
            + "\(roster.list([Int32(hit.detail.row)], of: .school)), which is not in the export",
          field: "school"
        )
      }
    )
  }

  /// Every open section whose course or term is not in the export. Where no record of the kind is
  /// in the export at all, one finding says so for all sections.
  static func unknownOfSection(
    _ target: Entity,
    field: String,
    _ links: @escaping @Sendable (Roster) -> [Int32]
  ) -> RuleCheck {
    RuleCheck(
      noting: Count.self,
      find: { roster, report in
        guard let targets = roster.records(of: target) else { return }
        let links = links(roster)
        var count = 0
        for row in links.indices
        where links[row] >= 0 && !targets.isRecord(Int(links[row]))
          && roster.sections.records.isOpen(row)
        {
          count += 1
          if targets.recordCount > 0 { report.find(.section, row, Count(1)) }
        }
        if targets.recordCount == 0, count > 0 { report.find(of: target, Count(count)) }
      },
      describe: { hit, roster in
        guard hit.row >= 0 else {
          let count = hit.detail.number
          return RuleMessage(
            "no \(target.text) is in the export, but \(counted(count, "section")) "
              + "\(count == 1 ? "names" : "name") one"
          )
        }
        return RuleMessage(
          "\(hit.mention(in: roster)) names \(target.text) "
            + "\(roster.list([links(roster)[hit.row]], of: target)), which is not in the export",
          field: field
        )
      }
    )
  }
}
