import BloomzModel
import Findings
import FlatTables
import Roster
import Texts

/// Whether a bundle would be worth nothing: no class, no teacher or no student is in it, or in step
/// two no parent.
///
/// Such a bundle is never written, and no one is invited to it: the importer would take it for the
/// whole school.
struct EmptyBundle {
  /// A blocker for each kind that is empty, with what became of its records.
  let findings: [Finding]

  /// Judges what `transform` made of `roster`.
  init(_ bloomz: BloomzRoster, of roster: Roster) {
    var empty: [(entity: Entity, what: String)] = []
    if bloomz.classes.count == 0 { empty.append((.section, "no class")) }
    let rows = 0..<bloomz.classes.count
    if rows.allSatisfy({ bloomz.classes.teachers.range($0).isEmpty }) {
      empty.append((.teacher, "no teacher of a class"))
    }
    if bloomz.students.count == 0 {
      empty.append((.student, "no student"))
    } else if !rows.isEmpty, rows.allSatisfy({ bloomz.classes.students.range($0).isEmpty }) {
      empty.append((.student, "no student in any class"))
    }
    if bloomz.step == .parentsContacts, bloomz.contacts.count == 0 {
      empty.append((.contact, "no parent"))
    }
    findings = empty.map { entity, what in
      Finding(
        StageCode.nothingToImport,
        .blocker,
        "the bundle would have \(what): \(EmptyBundle.fates(of: entity, in: roster))",
        help: "put right what is named here, the first cause in the report above all; nothing is "
          + "published and no one is invited until then",
        entity: entity.text
      )
    }
  }

  /// What became of the records of a kind: `2 of 3 sections are withheld by 'duplicate-record', 1 is
  /// out of scope ('select')`.
  private static func fates(of entity: Entity, in roster: Roster) -> String {
    guard let records = roster.records(of: entity) else { return "" }
    var counts: [Fate: Int] = [:]
    for row in 0..<records.count where records.isRecord(row) {
      counts[records.fates[row], default: 0] += 1
    }
    let all = counted(counts.values.reduce(0, +), entity.text, plural: entity.plural)
    let unreadable = roster.source.unreadable.count { $0.entity == entity }
    var parts = counts.sorted { ($1.value, $0.key.packed) < ($0.value, $1.key.packed) }
      .map { fate, count in
        let verb = count == 1 ? "is" : "are"
        let reason = roster.reasons[fate.reason]
        switch fate.kind {
        case .withheld: return "\(count) \(verb) withheld by '\(reason)'"
        case .filtered: return "\(count) \(verb) filtered by '\(reason)'"
        case .outOfScope: return "\(count) \(verb) out of scope by '\(reason)'"
        case .bundled: return "\(count) would go in"
        default: return "\(count) \(verb) \(fate.kind.words)"
        }
      }
    if unreadable > 0 { parts.append("\(unreadable) more cannot be read") }
    return "of \(all) in the export \(parts.joined(separator: ", "))"
  }
}
