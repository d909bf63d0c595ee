import Findings
import Roster
import TestSupport

@testable import RosterRules

/// Questions for the gate: two that it permits, and what may be different about them.
enum GateQuestions {
  static let place = RecordPlace(file: 0, offset: 7)
  static let scopes = [
    "read:districts", "read:schools", "read:sections", "read:teachers", "read:students",
    "read:school_admins", "read:student_contacts",
  ]

  /// A school admin imports the one school on their list; everything is shown or declared.
  static func permitted(_ step: GuideStep) -> GateQuestion {
    var question = GateQuestion(step: step)
    question.importer.lookup = .found
    question.importer.id = "ida"
    question.importer.roles = [.init(.schoolAdmin, at: place, version: "v2.1", schools: [1])]
    question.schools = [.init(row: 1, id: "oak-hill", at: place)]
    question.districtCount = 1
    question.districts = [.init(id: "pine-valley", state: .running, at: place)]
    question.records.schools = 1
    question.records.sections = 1
    question.records.teachers = 1
    question.records.students = 1
    question.records.contacts = 1
    question.records.schoolAdmins = 1
    question.links.all = 10
    question.declared.communityIsSetUp = true
    question.declared.application = "bloomz"
    question.joined.isGiven = true
    question.joined.expected = 2
    return question
  }

  typealias Change = @Sendable (inout GateQuestion) -> Void

  /// What may be different, by subject: the changes of one subject exclude each other.
  static let changes: [[Change]] = [
    importers, identities, schools, districts, records, links, tokens, answers, joined,
  ]

  private static func has(_ roles: GateQuestion.HeldRole...) -> Change {
    { $0.importer.roles = roles }
  }

  private static let importers: [Change] = [
    { $0.importer = GateQuestion.Importer() },
    {
      $0.importer = GateQuestion.Importer()
      $0.importer.lookup = .notFound
      $0.importer.id = "ida"
    },
    {
      $0.importer = GateQuestion.Importer()
      $0.importer.lookup = .notFound
    },
    {
      $0.importer = GateQuestion.Importer()
      $0.importer.lookup = .several(2)
    },
    has(),
    has(.init(.schoolAdmin, at: place, version: "v3.0", schools: [1, 2])),
    has(.init(.schoolAdmin, at: place, schools: [2])),
    has(.init(.schoolAdmin, at: place)),
    has(.init(.schoolAdmin, at: place, schools: [1], isContradicted: true)),
    has(.init(.districtAdmin, at: place)),
    has(.init(.districtAdmin, at: place, isContradicted: true)),
    has(.init(.teacher, at: place)),
    has(.init(.student, at: place)),
    has(.init(.contact, at: place)),
    has(.init(.schoolAdmin, at: place, schools: [1]), .init(.teacher, at: place)),
    has(.init(.schoolAdmin, at: place, schools: [1]), .init(.districtAdmin, at: place)),
    has(.init(.schoolAdmin, at: place, schools: [2]), .init(.districtAdmin, at: place)),
    has(.init(.districtAdmin, at: place), .init(.teacher, at: place)),
  ]

  private static func signedIn(_ people: (String, GateQuestion.SignedIn.Claim)...) -> Change {
    { $0.identities = people.map { .init(id: $0.0, role: $0.1, at: place) } }
  }

  private static let identities: [Change] = [
    signedIn(("ida", .role(.schoolAdmin))),
    signedIn(("ida", .nothing)),
    signedIn(("ida", .unknown)),
    signedIn(("ida", .role(.teacher))),
    signedIn(("ida", .role(.districtAdmin))),
    signedIn(("ben", .role(.schoolAdmin))),
    signedIn(("ben", .role(.student)), ("ida", .role(.schoolAdmin))),
    signedIn(("ida", .role(.schoolAdmin)), ("ida", .role(.districtAdmin))),
    signedIn(("ida", .role(.schoolAdmin)), ("ida", .unknown)),
    signedIn(("", .role(.schoolAdmin))),
    // The same letters for the eye, other bytes: no id is equal to it.
    signedIn(("ida\u{301}", .role(.schoolAdmin))),
  ]

  private static let schools: [Change] = [
    { $0.schools = [] },
    { $0.schools = [.init(row: 2, id: "elm-street", at: place)] },
    { $0.schools.append(.init(row: 2, id: "elm-street", at: place)) },
    { $0.schools = [.init(row: 1, id: "oak-hill", at: .none)] },
    { $0.schools.append(.init(row: 2, id: "elm-street", at: .none)) },
  ]

  private static func states(_ states: DistrictState..., reason: String? = nil) -> Change {
    { question in
      question.districts = states.map { .init(id: "pine-valley", state: $0, at: place) }
      question.declared.stoppedSyncReason = reason
    }
  }

  private static let districts: [Change] = [
    { $0.districtCount = 0 },
    { $0.districtCount = 2 },
    states(),
    states(.none),
    states(.success),
    states(.pending),
    states(.error),
    states(.paused),
    states(.running, .paused),
    states(.paused, reason: ""),
    states(.paused, reason: " \t"),
    states(.error, reason: "the sync is repaired tonight"),
  ]

  private static let records: [Change] = [
    { $0.records.schools = 0 },
    { $0.records.sections = 0 },
    { $0.records.teachers = 0 },
    { $0.records.students = 0 },
    { $0.records.contacts = 0 },
    { $0.records.schoolAdmins = 0 },
    { $0.records = GateQuestion.RecordCounts() },
  ]

  private static let links: [Change] = [
    { $0.links = GateQuestion.LinkCounts() },
    { $0.links.unshared = 5 },
    { $0.links.unshared = 6 },
    { $0.links.unshared = 10 },
  ]

  private static func token(_ scopes: [String], _ more: [String]...) -> Change {
    { question in
      question.tokens = ([scopes] + more).map { .init(scopes: $0, at: place) }
    }
  }

  private static let tokens: [Change] =
    scopes.map { scope in token(scopes.filter { $0 != scope }) }
    + scopes.map { scope in token(scopes.map { $0 == scope ? "\($0)_limited" : $0 }) } + [
      token([]),
      token(scopes),
      token(scopes + ["read:district_admins"]),
      token(scopes.filter { $0 != "read:school_admins" } + ["read:district_admins"]),
      token(["read:sis", "read:school_admins", "read:student_contacts"]),
      token(["read:sis"]),
      token(scopes.map { "\($0)_basic" }),
      token(scopes, ["read:students_basic"]),
      { $0.otherTokens = [.init(scopes: scopes, at: place)] },
      { question in
        question.tokens = [.init(scopes: scopes, at: place)]
        question.otherTokens = [.init(scopes: [], at: place)]
      },
      { question in
        question.tokens = [.init(scopes: scopes, at: place)]
        question.declared.sharingIsSet = false
      },
    ]

  private static let answers: [Change] = [
    { $0.declared.communityIsSetUp = nil },
    { $0.declared.communityIsSetUp = false },
    { $0.declared.application = nil },
    { $0.declared.application = "" },
    { $0.declared.application = "Bloomz" },
    { $0.declared.sharingIsSet = true },
    { $0.declared.sharingIsSet = false },
    { $0.isUpload = true },
    {
      $0.isUpload = true
      $0.declared.sharingIsSet = true
    },
    {
      $0.isUpload = true
      $0.declared.sharingIsSet = false
    },
    { $0.declared.acceptsDistrictAdmin = true },
    { $0.declared.classOptions = [] },
  ]

  private static let joined: [Change] = [
    { $0.joined = GateQuestion.Joined() },
    { $0.joined.expected = 0 },
    { $0.joined.missing = ["t-1"] },
    {
      $0.joined.missing = ["t-1"]
      $0.joined.overrideReason = "on leave until May"
    },
    {
      $0.joined.missing = ["t-1"]
      $0.joined.overrideReason = "  "
    },
    {
      $0.joined = GateQuestion.Joined()
      $0.joined.overrideReason = "on leave until May"
    },
    {
      $0.joined.isGiven = false
      $0.joined.missing = []
    },
  ]

  /// The permitted questions with none, one and two of the changes: every pair of subjects, every
  /// pair of their changes.
  static let pairs: [GateQuestion] = GuideStep.allCases.flatMap { step in
    var questions = [permitted(step)]
    for (number, subject) in changes.enumerated() {
      for change in subject {
        var one = permitted(step)
        change(&one)
        questions.append(one)
        for other in changes[(number + 1)...].joined() {
          var two = one
          other(&two)
          questions.append(two)
        }
      }
    }
    return questions
  }

  /// The permitted questions with a change of every subject, or none of it, as chance has it.
  static func random(count: Int, seed: UInt64) -> [GateQuestion] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      var question = permitted(random.below(2) == 0 ? .classesTeachersStudents : .parentsContacts)
      for subject in changes where random.below(3) == 0 {
        subject[random.below(subject.count)](&question)
      }
      if random.below(2) == 0 { question.declared.acceptsDistrictAdmin = true }
      return question
    }
  }
}
