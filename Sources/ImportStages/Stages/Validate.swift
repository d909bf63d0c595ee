import BloomzModel
import Findings
public import Pipeline
import Roster
import RosterRules
import SafeFiles
import Texts

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
    help:
      "file with the teachers who have joined: one Clever id or e-mail a line, or a table as CSV "
      + "(step two)"
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
    former: [FileOptions.formerStep],
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
    importer = options[Validate.operator].trimmed
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
        StageCode.optionOfStepTwo,
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
    record.requests = requests
    let before = FateCount(of: record.roster)
    if record.takesAllSchools { narrowToImportersList(&record) }

    let reach = RuleCatalogue.reach(in: record.roster, step: step)
    let outcome = RuleCatalogue.run(
      on: &record.roster,
      step: step,
      includesOtherStaff: record.takesOtherStaff,
      day: CalendarDay(context.issueDate),
      levels: requests.levels,
      budgets: requests.budgets,
      reach: reach
    )
    record.rules = outcome
    // The gate comes after the rules, because step two must not wait for teachers that a rule
    // withheld.
    let joined = try JoinedList(joinedFile)
    let question = ask(record, joined)
    let verdict = Gate.judge(question)
    record.gate = verdict
    record.books.append(try before.close(Validate.card.name, FateCount(of: record.roster)))

    let words = ValidationWords(
      of: outcome,
      gate: verdict.findings,
      roster: record.roster,
      step: step,
      unsharedSchools: record.takesAllSchools
        ? record.roster.unsharedSchools(ofImporter: importer) : [],
      suppressed: Set(requests.suppressions(on: context.issueDate).keys)
    )
    let told = requests.expired(on: context.issueDate) + joined.findings(question.joined)
    context.tell(Validate.card.name, did: before.total(.undecided), "records")
    let state = ValidatedRoster(record: record, reach: reach)
    return verdict.isPermitted && !outcome.hasBlocker
      ? .done(state, told, deferred: words.work)
      : .refused(soFar: state, told, deferred: words.work)
  }

  /// What the permission gate is asked.
  private func ask(_ record: RunRecord, _ joined: JoinedList) -> GateQuestion {
    GateQuestion(
      record.roster,
      step: step,
      importer: importer,
      schools: record.schools,
      answers: GateAnswers(
        declared: declared,
        joined: joined.list?.people,
        unreadLines: joined.list?.unread.count ?? 0,
        listIsUnreadable: joined.notText != nil,
        joinedOverrideReason: joinedOverride
      )
    )
  }

  /// With 'all', only the schools on the importer's own list stay; the others are out of scope.
  private func narrowToImportersList(_ record: inout RunRecord) {
    let list = GateQuestion.schools(ofImporter: importer, in: record.roster)
    guard !list.isEmpty else { return }
    let listed = Set(list)
    let schools = record.schools.filter { listed.contains($0) }
    // If all of them are on the list, no record leaves the scope.
    guard schools.count < record.schools.count else { return }
    record.schools = schools
    record.limitScope()
  }
}
