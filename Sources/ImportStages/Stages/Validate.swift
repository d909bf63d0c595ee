import BloomzModel
import ConcurrentWork
import Findings
public import Pipeline
import Roster
import RosterRules
import SafeFiles

/// Judges the roster and asks the permission gate. Only this stage makes a validated roster.
public struct Validate: Stage {
  private static let `operator` = StageOption(
    "operator",
    .text,
    help: "Clever id or e-mail of the person who runs the import"
  )
  private static let application = StageOption(
    "application",
    .text,
    help: "the application on the Clever dashboard that the export is for: bloomz"
  )
  private static let declared = StageOption(
    optional: "declared",
    .group([communityIsSetUp.card, sharingIsSet.card, stoppedSyncReason.card]),
    help: "what you declare because no file can show it"
  )
  private static let communityIsSetUp = StageOption(
    optional: "community-is-set-up",
    .flag,
    help: "Bloomz has set the school's community up, and you are School Admin there"
  )
  private static let sharingIsSet = StageOption(
    optional: "sharing-is-set",
    .flag,
    help: "the sharing permissions of the Bloomz application are set in Clever; needed for CSV "
      + "files of the district, which do not show it"
  )
  private static let stoppedSyncReason = StageOption(
    optional: "stopped-sync-reason",
    .text,
    help: "why to go on although Clever's sync of the district has stopped"
  )
  private static let acceptDistrictAdmin = StageOption(
    "accept-district-admin",
    .flag,
    default: false,
    help: "lets a district_admin import too, as the newer edition of the guide does"
  )
  private static let teachersJoined = StageOption(
    optional: "teachers-joined",
    .path,
    help: "file with the teachers who have joined, one Clever id or e-mail a line (step two)"
  )
  private static let teachersJoinedOverride = StageOption(
    optional: "teachers-joined-override",
    .text,
    help: "why step two may begin although not all teachers have joined"
  )
  private static let rules = StageOption(
    "rules",
    .named(
      RuleRequests.cards,
      short: RuleRequests.level.card,
      keys: "rule ids",
      known: RuleCatalogue.all.map(\.id)
    ),
    default: [],
    help: "rules whose level differs from the catalogue's, have a budget, or are suppressed"
  )

  /// Name, options and help.
  public static let card = StageCard(
    name: "validate",
    summary: "checks permissions and the roster; nothing goes on unless both allow it",
    help: """
      The permission gate needs evidence that the person who runs the import has the Clever role \
      school_admin for the school, that the Bloomz application is set up, and that schools, \
      sections, teachers and students (in step two contacts) are shared. Absent, unknown or \
      contradictory evidence refuses.

      Then the rules judge each record; 'clever-to-bloomz rules' lists them. A rule's level says \
      what it does: a blocker writes nothing, an error leaves the record out, a warning lets it in, \
      a note changes nothing. Under 'rules' a rule can be given another level, a budget that \
      makes it weigh more, or be suppressed with a reason and an end; the gate's cannot.

      What no file can show is declared: that Bloomz has set the school's community up and that \
      you are its School Admin there.
      """,
    options: [
      `operator`.card, application.card, declared.card, acceptDistrictAdmin.card,
      teachersJoined.card, teachersJoinedOverride.card, rules.card,
    ],
    former: [.movedToTop("step")],
    example: """
      - validate:
          operator: "${operator}"
          application: bloomz
          declared: { community-is-set-up: true }
          rules:
            teacher-in-no-section: warning
            contact-unreachable: { blocker-if: "> 10 % and > 20" }
            name-has-digits: { suppress: "our suffixes are 2nd and 3rd", until: 2027-06-30 }
      """
  )

  private let importer: String
  private let step: GuideStep
  private let declared: GateQuestion.Declared
  private let joinedFile: String?
  private let joinedOverride: String?
  private let requests: RuleRequests

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    importer = options[Validate.operator]
    step = options[FileOptions.step]
    joinedFile = options[Validate.teachersJoined]
    joinedOverride = options[Validate.teachersJoinedOverride]
    var declared = GateQuestion.Declared()
    declared.application = options[Validate.application]
    declared.acceptsDistrictAdmin = options[Validate.acceptDistrictAdmin]
    if let answers = options[Validate.declared] {
      declared.communityIsSetUp = answers[Validate.communityIsSetUp]
      declared.sharingIsSet = answers[Validate.sharingIsSet]
      declared.stoppedSyncReason = answers[Validate.stoppedSyncReason]
    }
    self.declared = declared
    var faults = step == .classesTeachersStudents ? Validate.optionsOfStepTwo(options) : []
    requests = RuleRequests(options[Validate.rules], &faults)
    guard faults.isEmpty else { throw PlanError(faults) }
  }

  /// A fault for each option that says something of step two, where step one is prepared.
  private static func optionsOfStepTwo(_ options: StageOptions) -> [Finding] {
    [teachersJoined, teachersJoinedOverride].filter { options.isGiven($0) }.map { option in
      Finding(
        "option-of-step-two",
        .error,
        "'\(option.card.name)' belongs to step two, but this file prepares step one",
        help: "take it away, or write 'step: \(GuideStep.parentsContacts.rawValue)' at the top of "
          + "the file, beside 'version:'",
        at: options.place(of: option)
      )
    }
  }

  /// Does the work; see the card.
  public func run(
    _ input: SelectedRoster,
    context: RunContext
  ) async throws -> StageResult<ValidatedRoster> {
    var record = input.record
    record.step = step
    let before = FateCount(of: record.roster)
    if record.takesAllSchools { narrowToImportersList(&record) }

    let reach = RuleCatalogue.reach(in: record.roster, step: step)
    let outcome = RuleCatalogue.run(
      on: &record.roster,
      step: step,
      includesOtherStaff: record.takesOtherStaff,
      day: RuleDay(context.issueDate),
      levels: requests.levels,
      budgets: requests.budgets,
      reach: reach
    )
    let sharing = LaterValue { [roster = record.roster] in
      SharingMatrix.rows(of: roster, step: step)
    }
    let explained = LaterValue { [roster = record.roster] in ExplainedHits(of: roster, outcome) }
    // Asked after the rules: a teacher whom a rule withheld is not invited, so step two does not
    // wait for them.
    let verdict = Gate.judge(
      GateQuestion(
        record.roster,
        step: step,
        importer: importer,
        schools: record.schools,
        answers: GateAnswers(
          declared: declared,
          joined: try joinedFile.map { try PeopleList.read($0) },
          joinedOverrideReason: joinedOverride
        )
      )
    )
    record.gate = verdict
    record.rules = outcome
    record.books.append(try before.close(Validate.card.name, FateCount(of: record.roster)))

    record.sharing = sharing.value
    // What is behind the findings decides nothing, so it is found out while the next stages run:
    // now that neither of the two holds on to all of the roster.
    let unshared =
      record.takesAllSchools ? record.roster.unsharedSchools(ofImporter: importer) : []
    let held = TakenOnce(explained.value)
    let causes = LaterValue {
      RootCauses(held.take(), gate: verdict.findings, unsharedSchools: unshared)
    }
    record.causes = causes
    record.requests = requests
    let later = words(of: outcome, verdict.findings, causes, &record, on: context.issueDate)
    let expired = requests.expired(on: context.issueDate)
    context.tell(Validate.card.name, did: before.total(.undecided), "records")
    let state = ValidatedRoster(record: record, reach: reach)
    return verdict.isPermitted && !outcome.hasBlocker
      ? .done(state, expired, later: later) : .refused(soFar: state, expired, later: later)
  }

  /// What gate and rules found, in words and with places, made while the next stages run. What is
  /// suppressed is put aside, in `record`.
  private func words(
    of outcome: RuleOutcome,
    _ gateFindings: [FindingText],
    _ causes: LaterValue<RootCauses>,
    _ record: inout RunRecord,
    on issueDate: String
  ) -> LaterFindings {
    let roster = record.roster
    let files = roster.source.files
    let suppressed = requests.suppressions(on: issueDate)
    let isSuppressed = RuleCatalogue.all.map { suppressed[$0.id] != nil }
    @Sendable func findings(areSuppressed: Bool, in roster: Roster) -> FindingsToPlace {
      let causes = causes.value
      var findings = FindingsToPlace(reserving: gateFindings.count + outcome.hits.count)
      for (index, finding) in gateFindings.enumerated()
      where (suppressed[finding.code] != nil) == areSuppressed {
        findings.append(finding.caused(by: causes.ofGateFindings[index]))
      }
      outcome.visitTexts(in: roster, where: { isSuppressed[$0] == areSuppressed }) { index, text in
        findings.append(text.caused(by: causes.ofHits[index]))
      }
      return findings
    }
    var aside = FindingList()
    if !suppressed.isEmpty {
      aside = findings(areSuppressed: true, in: roster).placed(in: files)
      record.suppressed = Dictionary(grouping: aside, by: \.code)
    }
    return LaterFindings(count: gateFindings.count + outcome.hits.count - aside.count) {
      findings(areSuppressed: false, in: roster).placed(in: files)
    }
  }

  /// With 'all', only the schools on the importer's own list stay; the others are out of scope.
  private func narrowToImportersList(_ record: inout RunRecord) {
    let list = GateQuestion.schools(ofImporter: importer, in: record.roster)
    guard !list.isEmpty else { return }
    let listed = Set(list)
    let schools = record.schools.filter { listed.contains($0) }
    // Nobody is further out of scope where all of them are on the list.
    guard schools.count < record.schools.count else { return }
    record.schools = schools
    record.limitScope()
  }

}

extension FindingText {
  /// The finding with the position of its cause.
  fileprivate func caused(by cause: Int32) -> FindingText {
    var finding = self
    finding.cause = cause
    return finding
  }
}
