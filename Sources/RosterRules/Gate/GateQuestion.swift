public import Findings
public import Roster

/// Everything the permission gate decides by, as plain values.
///
/// ``GateQuestion/init(_:step:importer:schools:answers:)`` gathers it from a roster and the
/// declared answers; the gate itself never sees a roster.
public struct GateQuestion: Sendable, Hashable {
  /// Which step is asked for.
  public var step: GuideStep
  /// The person who runs the import.
  public var importer: Importer
  /// Who was signed in when `/me` was asked, in the export's order.
  public var identities: [SignedIn]
  /// Who may import the chosen schools by the export's lists: school admins, then district admins,
  /// each in the order of the export. Empty where the importer's own list has the schools.
  public var candidates: [Candidate]
  /// The schools that are to be imported.
  public var schools: [AskedSchool]
  /// How many districts the export and the chosen schools name.
  public var districtCount: Int
  /// The districts of the chosen schools.
  public var districts: [DistrictSync]
  /// How many records of each kind the export holds.
  public var records: RecordCounts
  /// The links of the chosen schools' sections, and how many lead to records not in the export.
  public var links: LinkCounts
  /// The scopes of each token of the chosen schools' districts; empty where none is in the export.
  public var tokens: [Token]
  /// The tokens of other districts in the export; they say nothing of the chosen schools.
  public var otherTokens: [Token]
  /// By kind of record, what may hold such records and was not read; none where only sharing can
  /// explain that a record is missing. See ``Absences``.
  public var doubts: [Entity: Doubt]
  /// Whether records come from the CSV files that a district uploads to Clever: all that it has, and
  /// nothing that tells what is shared with Bloomz.
  public var isUpload: Bool
  /// What no file shows, and the importer declares.
  public var declared: Declared
  /// Who of the teachers has joined; asked in step two.
  public var joined: Joined
  /// How many school admins of the chosen schools will arrive as School Support Staff.
  public var supportStaff: Int
  /// What the elementary schools among the chosen ones share.
  public var elementary: Elementary

  /// A question that offers no evidence at all: the gate refuses it.
  public init(step: GuideStep) {
    self.step = step
    importer = Importer()
    identities = []
    candidates = []
    schools = []
    districtCount = 0
    districts = []
    records = RecordCounts()
    links = LinkCounts()
    tokens = []
    otherTokens = []
    doubts = [:]
    isUpload = false
    declared = Declared()
    joined = Joined()
    supportStaff = 0
    elementary = Elementary()
  }

  /// What may hold records that are missing, and what to do about it.
  public struct Doubt: Sendable, Hashable {
    /// What may hold them, in lower case without a full stop.
    public var words: String
    /// What to do, in the same form.
    public var help: String
    /// Who can do it.
    public var fixer: Fixer

    /// A doubt in words.
    public init(_ words: String, help: String, _ fixer: Fixer) {
      self.words = words
      self.help = help
      self.fixer = fixer
    }
  }

  /// The roles that Clever knows.
  public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    /// `school_admin` of v1 and v2, `roles.staff` of v3: every employee who does not teach.
    case schoolAdmin
    /// `district_admin`.
    case districtAdmin
    /// `teacher`.
    case teacher
    /// `student`.
    case student
    /// `contact`.
    case contact
  }

  /// Who runs the import, and what the export's lists say of them.
  public struct Importer: Sendable, Hashable {
    /// How the person was found.
    public enum Lookup: Sendable, Hashable {
      /// No person was named.
      case notGiven
      /// No record of the export is theirs.
      case notFound
      /// Several people have the given e-mail address.
      case several(Int)
      /// One person.
      case found
    }

    /// How the person was found.
    public var lookup: Lookup = .notGiven
    /// Their Clever id: the one given, or the one that the e-mail led to; empty if unknown.
    public var id = ""
    /// The roles that the lists give them, each once.
    public var roles: [HeldRole] = []
    /// Who was meant, perhaps, where no one was found: the only person of the staff whose address or
    /// id differs from the given one in a few letters.
    public var near: Candidate?

    /// No person.
    public init() {}
  }

  /// A person of the export who could be the importer.
  public struct Candidate: Sendable, Hashable {
    /// Their Clever id.
    public var id: String
    /// Their role.
    public var role: Role

    /// A person and their role.
    public init(id: String, role: Role) {
      self.id = id
      self.role = role
    }
  }

  /// A role that one of the export's lists gives the importer.
  public struct HeldRole: Sendable, Hashable {
    /// Which.
    public var role: Role
    /// The place of the record.
    public var place: RecordPlace
    /// The API version of its file, `v1.1` to `v3.1`; empty if unknown.
    public var version: String
    /// For a school admin the rows of the schools on their list that are in the export.
    public var schools: [Int32]
    /// Whether the export has the record twice, with different content.
    public var isContradicted: Bool

    /// A role and its record.
    public init(
      _ role: Role,
      at place: RecordPlace,
      version: String = "",
      schools: [Int32] = [],
      isContradicted: Bool = false
    ) {
      self.role = role
      self.place = place
      self.version = version
      self.schools = schools
      self.isContradicted = isContradicted
    }
  }

  /// A person who was signed in.
  public struct SignedIn: Sendable, Hashable {
    /// Their Clever id.
    public var id: String
    /// What the word for their role says.
    public var role: Claim
    /// The place of the answer.
    public var place: RecordPlace

    /// What the word for a role says.
    public enum Claim: Sendable, Hashable {
      /// One of Clever's roles.
      case role(Role)
      /// Nothing: no word, or `user`, which every v3 login may have.
      case nothing
      /// A word that is no role.
      case unknown
    }

    /// A person with what `/me` claims.
    public init(id: String, role: Claim, at place: RecordPlace) {
      self.id = id
      self.role = role
      self.place = place
    }
  }

  /// A school that is to be imported.
  public struct AskedSchool: Sendable, Hashable {
    /// Its row.
    public var row: Int32
    /// Its Clever id.
    public var id: String
    /// The place of its record; ``RecordPlace/none`` when it is named by others only.
    public var place: RecordPlace

    /// A school.
    public init(row: Int32, id: String, at place: RecordPlace) {
      self.row = row
      self.id = id
      self.place = place
    }
  }

  /// A district and its sync.
  public struct DistrictSync: Sendable, Hashable {
    /// Its Clever id.
    public var id: String
    /// Its sync state.
    public var state: DistrictState
    /// The place of its record.
    public var place: RecordPlace

    /// A district.
    public init(id: String, state: DistrictState, at place: RecordPlace) {
      self.id = id
      self.state = state
      self.place = place
    }
  }

  /// How many records of each kind the export holds, whatever their school.
  public struct RecordCounts: Sendable, Hashable {
    /// Schools.
    public var schools = 0
    /// Sections.
    public var sections = 0
    /// Teachers.
    public var teachers = 0
    /// Students.
    public var students = 0
    /// Contacts.
    public var contacts = 0
    /// School admins.
    public var schoolAdmins = 0

    /// None.
    public init() {}
  }

  /// Links from sections to teachers and students.
  public struct LinkCounts: Sendable, Hashable {
    /// All of them.
    public var all = 0
    /// Those that lead to a record that is not in the export.
    public var unshared = 0

    /// None.
    public init() {}
  }

  /// What a token may read.
  public struct Token: Sendable, Hashable {
    /// Its scopes, as Clever spells them.
    public var scopes: [String]
    /// Where they are.
    public var place: RecordPlace

    /// A token's scopes.
    public init(scopes: [String], at place: RecordPlace) {
      self.scopes = scopes
      self.place = place
    }
  }

  /// The importer's answers; nil where there is none.
  public struct Declared: Sendable, Hashable {
    /// Bloomz set the community up, and the importer is School Admin there.
    public var communityIsSetUp: Bool?
    /// The application on the Clever dashboard that the import is for.
    public var application: String?
    /// Sharing permissions are set in Clever.
    public var sharingIsSet: Bool?
    /// The newer edition of the guide holds: a district admin may import, too.
    public var acceptsDistrictAdmin = false
    /// Why a roster may be imported though its district's sync has stopped; blank is no reason.
    public var stoppedSyncReason: String?
    /// The class options, as chosen; nil leaves the guide's defaults.
    public var classOptions: [String]?

    /// No answers.
    public init() {}
  }

  /// Who of the invited teachers has joined Bloomz.
  public struct Joined: Sendable, Hashable {
    /// Whether a list of those who joined was given.
    public var isGiven = false
    /// How many teachers were to join.
    public var expected = 0
    /// The Clever ids of those who did not, in order.
    public var missing: [String] = []
    /// Whether what was given is no list: a workbook, say. The finding on it comes from the reader.
    public var isUnreadable = false
    /// Whether the list names no one at all.
    public var isEmptyList = false
    /// Those of them who are no teacher of the export, in the list's order.
    public var strangers: [Stranger] = []
    /// How many lines of the list could not be read.
    public var unreadLines = 0
    /// Why step two may begin without them; blank is no reason.
    public var overrideReason: String?

    /// No evidence.
    public init() {}
  }

  /// A person on the list of those who joined who is no teacher of the export.
  public struct Stranger: Sendable, Hashable {
    /// The position in the list's entries.
    public var entry: Int
    /// The Clever id of the only teacher who is missing and whose address or id differs from the
    /// given one in a few letters; empty if there is none.
    public var near: String

    /// A stranger.
    public init(entry: Int, near: String = "") {
      self.entry = entry
      self.near = near
    }
  }

  /// The elementary schools among the chosen ones.
  public struct Elementary: Sendable, Hashable {
    /// How many there are: their highest grade is the sixth or below.
    public var schools = 0
    /// Their sections in scope.
    public var sections = 0
    /// Those that are neither homerooms nor of a specialist.
    public var otherSections = 0

    /// None.
    public init() {}
  }
}
