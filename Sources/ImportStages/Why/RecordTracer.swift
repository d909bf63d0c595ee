import CleverReader
import Findings
import FlatTables
import Pipeline
import Roster
import RosterRules

/// Tells the path of single records: where they were read, which records they name, which name
/// them, and what became of them. A question costs one pass over the tables; it is for a person, not
/// for a run.
struct RecordTracer {
  let record: RunRecord
  let handoff: BloomzHandoff?
  let findings: [Finding]
  let causes: [RootCause]

  private var roster: Roster { record.roster }

  /// Every Clever id of a record, and every id of the district's own.
  var ids: [String] {
    var ids: [String] = []
    for entity in Entity.allCases {
      guard let records = roster.records(of: entity) else { continue }
      for row in 0..<records.count {
        ids.append(roster.idText(records.ids[row]))
        let sisID = roster.text.string(roster.sisID(of: entity, row))
        if !sisID.isEmpty { ids.append(sisID) }
      }
    }
    return ids
  }

  /// The paths of the records with `id`, by kind and then in the order of places.
  func paths(of id: String) -> [RecordPath] {
    var paths: [RecordPath] = []
    let wanted = Array(id.utf8)
    let cleverID = roster.existingID(id).map { roster.presentID(of: $0) }
    for entity in Entity.allCases {
      guard let records = roster.records(of: entity) else { continue }
      var rows: [Int] = []
      for row in 0..<records.count {
        let hasSisID = equalBytes(
          roster.text.span(roster.sisID(of: entity, row)),
          wanted.span
        )
        if records.ids[row] == cleverID || (hasSisID && !wanted.isEmpty) { rows.append(row) }
      }
      rows.sort { records.places[$0] < records.places[$1] }
      paths += rows.map { path(entity, $0, records) }
    }
    for other in roster.others where other.id == cleverID { paths.append(path(other)) }
    return paths
  }

  private func path(_ entity: Entity, _ row: Int, _ records: RecordColumns) -> RecordPath {
    var path = RecordPath(title(entity, row, records))
    guard records.isRecord(row) else {
      path.say("read", "nowhere: it is not in the export, and only others name it")
      sayLinks(entity, row, &path)
      for cause in causesNaming(entity, row, records) {
        path.say("cause", "\(cause.what) [\(cause.key)]")
        path.say("  help", cause.howToFix)
        path.say("  who", cause.fixer.words)
      }
      return path
    }
    path.say("read", place(records.places[row]))
    for copy in roster.source.copies where copy.entity == entity && Int(copy.row) == row {
      let id = copy.id.map { " under the id '\(roster.idText($0))'" } ?? ""
      path.say("copy", "\(place(copy.place))\(id): \(copy.comparison.words)")
    }
    if roster.sharesRecord(entity, row) {
      path.say("same as", "the person's other role, which has the fate")
    }
    sayLinks(entity, row, &path)
    let id = roster.idText(records.ids[row])
    for finding in findings where finding.record == id && finding.entity == entity.text {
      let index = Int(finding.cause)
      path.say(
        finding,
        cause: causes.indices.contains(index)
          ? "\(causes[index].what) [\(causes[index].key)]" : nil
      )
    }
    sayFate(records.fates[row], &path)
    if let handoff { path.say("goes to", handoff.rows(of: entity, row)) }
    return path
  }

  private func path(_ other: OtherRecord) -> RecordPath {
    var path = RecordPath("\(other.entity.text) '\(roster.idText(other.id))'")
    path.say("read", place(other.place))
    sayFate(other.fate, &path)
    return path
  }

  private func sayFate(_ fate: Fate, _ path: inout RecordPath) {
    let reason = roster.reasons[fate.reason]
    let isRule = RuleCatalogue.rule(reason) != nil
    path.say("fate", "\(fate.kind.text): \(fate.kind.meaning)")
    path.say("decided by", decider(reason))
    if isRule {
      path.say("to change", RuleCatalogue.rule(reason)?.help ?? "")
    } else if let hint = RecordTracer.hint(fate.kind, reason) {
      path.say("to change", hint)
    }
  }

  /// What would change a fate that a stage gave.
  private static func hint(_ kind: FateKind, _ reason: String) -> String? {
    switch (kind, reason) {
    case (.filtered, _): "let its section through: option 'sections' of the stage 'select'"
    case (.outOfScope, Select.card.name):
      "choose its school in the stage 'select'; districts, courses and terms are never imported"
    case (.outOfScope, Transform.card.name): "contacts come with step two, 'parents-contacts'"
    case (.outOfScope, StageCode.deletedByEvent.code):
      "Clever deleted it or no longer shares it; share it again, and export all lists again"
    case (.withheld, StageCode.runRefused.code): "put right what stopped the run"
    default: nil
    }
  }

  // MARK: - Places and links

  private func title(_ entity: Entity, _ row: Int, _ records: RecordColumns) -> String {
    let name = "\(entity.text) '\(roster.idText(records.ids[row]))'"
    let sisID = roster.text.string(roster.sisID(of: entity, row))
    return sisID.isEmpty
      ? name : "\(name) (\(entity == .schoolAdmin ? "staff_id" : "sis_id") '\(sisID)')"
  }

  private func place(_ place: RecordPlace) -> String {
    let answers = PlaceResolver(files: roster.source.files).places(of: [.init(place)])
    return answers.first.flatMap { $0?.description } ?? ""
  }

  private func sayLinks(_ entity: Entity, _ row: Int, _ path: inout RecordPath) {
    let links = RecordLinks(roster, entity, row)
    path.say("names", links.named.joined(separator: "; "))
    path.say("named by", links.naming.joined(separator: "; "))
  }

  /// The possible causes of a record's absence: those of its kind or its school.
  private func causesNaming(
    _ entity: Entity,
    _ row: Int,
    _ records: RecordColumns
  ) -> [RootCause] {
    let id = roster.idText(records.ids[row])
    let schools = RecordLinks(roster, entity, row).schools.map {
      roster.idText(roster.schools.records.ids[Int($0)])
    }
    return causes.filter { cause in
      switch cause.kind {
      case .entityNotShared, .recordsMissing, .recordsDeleted: cause.subject == entity.text
      case .schoolNotShared: entity == .school && cause.subject == id
      case .teachersNotShared: entity == .teacher && schools.contains(cause.subject)
      case .studentsNotShared: entity == .student && schools.contains(cause.subject)
      case .fileBroken, .uploadFileMissing, .zerosLost, .listIncomplete, .rule: false
      }
    }
  }
}

extension RecordCopy.Comparison {
  /// How a copy compares, in words.
  fileprivate var words: String {
    switch self {
    case .same: "the same bytes"
    case .older: "older, so it did not go on"
    case .otherVersion: "from an older version of Clever's API, so it did not go on"
    case .undecidable: "other content, and nothing tells which is newer"
    case .adding: "another row of the record, which went into it"
    }
  }
}
