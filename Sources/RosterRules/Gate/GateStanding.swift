import Findings
import Roster

/// What the evidence makes of the importer: the roles they hold, and by which they may import.
///
/// Part of the gate's decision, and as pure.
struct GateStanding {
  /// What is known of the importer's roles.
  enum Evidence: Hashable {
    /// No importer was named.
    case notNamed
    /// The person is in no list, and was not signed in.
    case notFound
    /// The e-mail address is several people's.
    case several(Int)
    /// Another person was signed in when '/me' was asked; where the answer is.
    case anotherPerson(RecordPlace)
    /// Two pieces of evidence disagree; how, in words.
    case contradicts(String)
    /// The roles held, none twice, in Clever's order of rank.
    case roles([GateQuestion.Role])
  }

  /// By which role the importer may import.
  enum Route: Hashable {
    /// By none.
    case none
    /// By the schools on their list.
    case schoolAdmin
    /// By the switch that accepts district admins.
    case districtAdmin
  }

  /// What is known.
  let evidence: Evidence
  /// What follows.
  let route: Route
  /// The schools on a school admin's list; nil where no list is in the export.
  let schools: [Int32]?
  /// The place of the evidence that counts.
  let place: RecordPlace?
  /// The place of the district admin's record.
  let districtPlace: RecordPlace?
  /// What the school admin's record calls itself: v1 and v2 `school_admin`, v3 `roles.staff`.
  let adminWords: String

  init(_ question: GateQuestion) {
    let importer = question.importer
    let mine = question.identities.filter { !importer.id.isEmpty && sameBytes($0.id, importer.id) }
    let admin = importer.roles.first { $0.role == .schoolAdmin }
    let district = importer.roles.first { $0.role == .districtAdmin }
    let evidence = GateStanding.weigh(question, mine)

    var route = Route.none
    if case .roles(let roles) = evidence {
      let accepts = question.declared.acceptsDistrictAdmin && roles.contains(.districtAdmin)
      if roles.contains(.schoolAdmin) {
        // A person with both roles imports as school admin wherever their list reaches.
        let reaches = admin.map { admin in
          question.schools.allSatisfy { admin.schools.contains($0.row) }
        }
        route = accepts && reaches != true ? .districtAdmin : .schoolAdmin
      } else if accepts {
        route = .districtAdmin
      }
    }
    self.evidence = evidence
    self.route = route
    schools = admin?.schools
    place =
      if case .anotherPerson(let answer) = evidence { answer } else {
        (admin ?? district ?? importer.roles.first)?.place
          ?? (mine.first ?? question.identities.first)?.place
      }
    districtPlace = district?.place ?? mine.first?.place
    adminWords =
      switch admin {
      case nil: "'school_admin' by '/me'"
      case let admin? where admin.version.utf8.starts(with: "v3".utf8):
        "'roles.staff', Clever's newer name for 'school_admin'"
      case .some: "'school_admin'"
      }
  }

  private static func weigh(
    _ question: GateQuestion,
    _ mine: [GateQuestion.SignedIn]
  ) -> Evidence {
    let importer = question.importer
    switch importer.lookup {
    case .notGiven: return .notNamed
    case .several(let count): return .several(count)
    case .notFound where mine.isEmpty: return .notFound
    case .found where importer.roles.isEmpty || importer.id.isEmpty: return .notFound
    case .found, .notFound: break
    }
    if mine.isEmpty, let other = question.identities.first { return .anotherPerson(other.place) }
    if let twice = importer.roles.first(where: \.isContradicted) {
      return .contradicts(
        "the \(twice.role.text) record of '\(importer.id)' is in the export twice, with "
          + "different content"
      )
    }
    var claimed: [GateQuestion.Role] = []
    for identity in mine {
      switch identity.role {
      case .nothing: break
      case .unknown: return .contradicts("'/me' gives '\(importer.id)' a role that is not Clever's")
      case .role(let role): if !claimed.contains(role) { claimed.append(role) }
      }
    }
    let held = GateQuestion.Role.allCases.filter { role in
      importer.roles.contains { $0.role == role }
    }
    // A login has one role of those a person holds; one that no list gives them is a contradiction.
    if !held.isEmpty {
      guard let other = claimed.first(where: { !held.contains($0) }) else { return .roles(held) }
      return .contradicts(
        "'/me' says '\(other.text)' of '\(importer.id)', the lists say '\(held[0].text)'"
      )
    }
    guard let only = claimed.first else { return .notFound }
    guard claimed.count == 1 else {
      return .contradicts("'/me' gives '\(importer.id)' several roles, and no list has them")
    }
    return .roles([only])
  }
}

/// Whether two ids have the same bytes; `==` would take canonical equivalents for one.
private func sameBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8)
}

extension GateQuestion.Role {
  /// Clever's word for the role.
  var text: String {
    switch self {
    case .schoolAdmin: "school_admin"
    case .districtAdmin: "district_admin"
    case .teacher: "teacher"
    case .student: "student"
    case .contact: "contact"
    }
  }

  /// The role that a word of `/me` or a login names, in any of Clever's spellings.
  init?(parsing word: String) {
    switch word {
    case "school_admin", "school_admins", "schooladmin", "schooladmins", "staff":
      self = .schoolAdmin
    case "district_admin", "district_admins", "districtadmin", "districtadmins", "district admin":
      self = .districtAdmin
    case "teacher", "teachers": self = .teacher
    case "student", "students": self = .student
    case "contact", "contacts": self = .contact
    default: return nil
    }
  }
}
