public import Findings
import Roster

extension GateRow {
  /// The needs in the order of their numbers (`BloomzImport.md`, section 9).
  public enum Need: Int, FindingCode, CaseIterable {
    case community = 1, application, sharing, partialSharing, contacts, role, districtRole
    case schools, staff, supportStaff, elementary, order, classOptions, sync

    /// The number of the precondition: `PRE-01` to `PRE-14`.
    public var code: String { "PRE-\(rawValue < 10 ? "0" : "")\(rawValue)" }
    /// What is needed.
    public var title: String { text.needed }
    /// How to get it, and on which screen.
    public var help: String { text.howToFix }

    fileprivate var text: Text { GateRow.texts[rawValue - 1] }
  }

  /// A row that nothing was found for yet; it refuses until something is.
  init(_ need: Need) {
    let text = need.text
    self.init(
      id: need.code,
      need: text.need,
      needed: text.needed,
      found: "",
      verdict: .unknown,
      refuses: need != .sync,
      place: nil,
      fixer: text.fixer,
      howToFix: text.howToFix
    )
  }

  /// The export shows it.
  mutating func meet(_ found: String) { settle(.met, found, refuses: false) }

  /// The importer declares it.
  mutating func declare(_ found: String) { settle(.declared, found, refuses: false) }

  /// This import does not need it.
  mutating func skip(_ found: String) { settle(.notAsked, found, refuses: false) }

  /// The need is not met, and a person should look at it; the run goes on.
  mutating func advise(_ found: String) { settle(.notMet, found, refuses: false) }

  /// The need is not met, or it is not known; the run stops.
  mutating func refuse(_ verdict: Verdict, _ found: String) {
    settle(verdict, found, refuses: true)
  }

  /// It is not known whether the need is met, for what may show it was not read; the run stops.
  mutating func refuse(_ found: String, _ doubt: GateQuestion.Doubt) {
    refuse(.unknown, found)
    fixer = doubt.fixer
    howToFix = doubt.help
  }

  private mutating func settle(_ verdict: Verdict, _ found: String, refuses: Bool) {
    self.verdict = verdict
    self.found = found
    self.refuses = refuses
  }

  fileprivate struct Text {
    var need: String
    var needed: String
    var fixer: Fixer
    var howToFix: String
  }

  fileprivate static let texts: [Text] = [
    Text(
      need: "community-is-set-up",
      needed: "Bloomz set the school's community up, and the importer is School Admin there",
      fixer: .bloomzSupport,
      howToFix: "ask Bloomz to set the community up and to make the importer School Admin, then "
        + "declare it in the pipeline file"
    ),
    Text(
      need: "application-is-bloomz",
      needed: "Bloomz is on the Clever dashboard, and the export is what it may read",
      fixer: .districtAdmin,
      howToFix: "add Bloomz in Clever's dashboard under Applications, then declare 'bloomz' as the "
        + "application in the pipeline file"
    ),
    Text(
      need: "sharing-is-set",
      needed: "sharing permissions let Bloomz read schools, sections, teachers and students",
      fixer: .districtAdmin,
      howToFix: "in Clever's dashboard choose Applications, Bloomz, Sharing, and share schools, "
        + "sections, teachers and students; Clever shares nothing until this is set"
    ),
    Text(
      need: "sharing-is-whole",
      needed: "the people of the school's sections are shared, too",
      fixer: .districtAdmin,
      howToFix:
        "in Clever's dashboard choose Applications, Bloomz, Sharing, and share the students "
        + "and teachers of the shared sections"
    ),
    Text(
      need: "contacts-are-shared",
      needed: "in step two, sharing permissions let Bloomz read contacts",
      fixer: .districtAdmin,
      howToFix: "in Clever's dashboard choose Applications, Bloomz, Sharing, and share contacts"
    ),
    Text(
      need: "importer-is-school-admin",
      needed: "the importer has the Clever role 'school_admin' ('roles.staff' in v3)",
      fixer: .districtAdmin,
      howToFix: "ask the district's Clever admin to list this person as staff of the school and to "
        + "share staff with Bloomz; setting roles in Bloomz alone is not enough"
    ),
    Text(
      need: "district-admin-is-accepted",
      needed: "a 'district_admin' imports only where the pipeline file accepts it",
      fixer: .importer,
      howToFix: "let a 'school_admin' import, or set 'accept-district-admin: true', as the newer "
        + "edition of Bloomz's guide allows"
    ),
    Text(
      need: "importer-has-the-schools",
      needed: "the schools are in the export and on the importer's list",
      fixer: .districtAdmin,
      howToFix: "ask the district's Clever admin to share the school with Bloomz and to put it on "
        + "this person's list of schools"
    ),
    Text(
      need: "staff-are-shared",
      needed: "staff are shared with Bloomz",
      fixer: .districtAdmin,
      howToFix: "in Clever's dashboard choose Applications, Bloomz, Sharing, and tick the separate "
        + "box for staff"
    ),
    Text(
      need: "support-staff-are-known",
      needed: "it is known which staff to raise after the import",
      fixer: .schoolAdmin,
      howToFix: "in Bloomz raise the few who need it to School Admin or School Office Staff by hand"
    ),
    Text(
      need: "elementary-shares-homerooms",
      needed: "an elementary school shares homerooms and specialist sections only",
      fixer: .districtAdmin,
      howToFix: "let only such sections through, with 'sections: homeroom-and-specialist' in the "
        + "pipeline file or with Clever's rules for sharing sections"
    ),
    Text(
      need: "teachers-have-joined",
      needed: "step two begins once all teachers have joined",
      fixer: .schoolAdmin,
      howToFix: "remind the teachers to join, and give the list of those who did (Bloomz: members, "
        + "download as CSV), or give a reason to go on without them"
    ),
    Text(
      need: "class-options-are-chosen",
      needed: "behavior management, portfolios and parent-parent communication are chosen",
      fixer: .importer,
      howToFix: "set 'class-options' in the pipeline file; they apply to every class"
    ),
    Text(
      need: "district-sync-runs",
      needed: "the district's sync with Clever is neither paused nor stopped by an error",
      fixer: .districtAdmin,
      howToFix: "wait until the sync runs again, or give a reason to import what it left"
    ),
  ]
}

extension [FindingText] {
  /// Adds that records of `entity` are missing, and that something unread may hold them.
  mutating func add(
    _ message: String,
    _ doubt: GateQuestion.Doubt,
    _ row: GateRow,
    about entity: Entity,
    _ record: String = ""
  ) {
    add(
      .recordsMissing,
      "\(message); \(doubt.words)",
      row,
      help: doubt.help,
      fixer: doubt.fixer,
      about: entity,
      record
    )
  }

  /// Adds what the gate found in `row`.
  mutating func add(
    _ code: GateCode,
    _ message: String,
    _ row: GateRow,
    at place: RecordPlace? = nil,
    help: String? = nil,
    fixer: Fixer? = nil,
    about entity: Entity? = nil,
    _ record: String = ""
  ) {
    append(
      FindingText(
        code: code.rawValue,
        level: code.level,
        message: message,
        help: help ?? row.howToFix,
        fixer: fixer ?? row.fixer,
        place: place,
        entity: entity?.text ?? "",
        record: record,
        notes: []
      )
    )
  }
}
