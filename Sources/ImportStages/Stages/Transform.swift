import BloomzModel
import ConcurrentWork
import Findings
import FlatTables
public import Pipeline
import Roster
import RosterRules
import RosterTransform

/// Turns Clever's entities into Bloomz's.
public struct Transform: Stage {
  private static let classOptions = StageOption(
    "class-options",
    .list(of: .choice(of: ClassOptions.names.map(\.option), named: name)),
    default: ClassOptions.names.map(\.option),
    help: "the switches of Bloomz's import screen that are on"
  )

  /// The spelling of one class option.
  @Sendable private static func name(of option: ClassOptions) -> String {
    ClassOptions.names.first { $0.option == option }?.name ?? ""
  }

  /// Name, options and help.
  public static let card = StageCard(
    name: "transform",
    summary: "turns sections, teachers and students into Bloomz classes and members",
    help: """
      Step 'classes-teachers-students' brings all classes of the school with their teachers and \
      students, and never a contact. Step 'parents-contacts' brings the same again, ids unchanged, \
      and makes each contact a parent in the children's classes and in the school.

      The class options apply to every class; Bloomz's default is all three. An empty list \
      switches all of them off.
      """,
    options: [classOptions.card],
    former: [FileOptions.formerStep],
    example: """
      - transform: { class-options: [behavior-management, student-portfolios] }
      """
  )

  private let step: GuideStep
  private let classOptions: ClassOptions

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    step = options[FileOptions.step]
    classOptions = options[Transform.classOptions].reduce(into: []) { $0.formUnion($1) }
  }

  /// Does the work; see the card.
  public func run(
    _ input: consuming ValidatedRoster,
    context: RunContext
  ) async throws -> StageResult<BloomzHandoff> {
    let reach = input.reach
    var record = input.record
    let transform = RosterTransform(
      step: step,
      classOptions: classOptions,
      includeOtherStaff: record.takesOtherStaff,
      includeEmergencyContacts: record.invitesEmergencyContacts
    )
    let before = FateCount(of: record.roster)
    let outcome = try transform.apply(to: &record.roster, reach: reach)
    record.books.append(try before.close(Transform.card.name, FateCount(of: record.roster)))
    record.notes = outcome.notes
    let findings = placed(texts(of: outcome.notes, in: record), in: record.roster)
    context.tell(Transform.card.name, did: before.total(.undecided), "records")
    let empty = EmptyBundle(outcome.bloomz, of: record.roster)
    guard empty.findings.isEmpty else {
      let state = BloomzHandoff(record: record, bloomz: outcome.bloomz, sources: outcome.sources)
      return .refused(soFar: state, findings + empty.findings)
    }
    return .done(
      BloomzHandoff(
        record: record,
        bloomz: outcome.bloomz,
        sources: outcome.sources
      ),
      findings,
      deferred: DeferredWork {
        let counts = zip(outcome.sources.schools, outcome.roundUp.value.schools)
          .map { (school: $0, counts: $1) }
        return DeferredWork.Result { $0.schoolCounts = counts }
      }
    )
  }

  /// The notes that no rule has reported already, in words.
  private func texts(
    of notes: TransformNotes,
    in record: RunRecord
  ) -> [(finding: Finding, place: RecordPlace?)] {
    let roster = record.roster
    return notes.hits.compactMap { hit in
      guard !isReported(hit.note, by: record.rules), let records = roster.records(of: hit.entity)
      else { return nil }
      let id = roster.idText(records.ids[Int(hit.row)])
      let finding = Finding(
        hit.note,
        hit.note.level,
        "\(hit.entity.text) '\(id)': \(hit.note.title)",
        help: hit.note.help,
        fixer: .recordsClerk,
        entity: hit.entity.text,
        record: id
      )
      return (finding, records.places[Int(hit.row)])
    }
  }
}

extension Transform {
  /// Whether a rule told the same already: one matter, one finding.
  private func isReported(_ note: TransformNote, by rules: RuleOutcome?) -> Bool {
    let rule: RosterRule? =
      switch note {
      case .classNameComposed: .sectionWithoutName
      case .classNameMadeUnique: .classNamesRepeat
      default: RuleCatalogue.rule(note.code)
      }
    guard let rule, let rules else { return false }
    return !rules.hits(of: rule).isEmpty
  }
}

extension RunRecord {
  /// Whether contacts that are for emergencies only become parents: the pipeline file says so by
  /// making less than an error of the rule that keeps them out.
  fileprivate var invitesEmergencyContacts: Bool {
    guard let rules else { return false }
    return rules.levels[RuleCatalogue.index(of: .contactIsEmergency)] < .error
  }
}
