import Findings
import Roster

@testable import RosterRules

/// The gate's decision told a second time, another way: as the list of what stands against an
/// import, each point on its own and read from the question alone.
struct GateOracle {
  let question: GateQuestion

  /// The numbers of the preconditions that stand against the import; none permits it.
  var refusing: [String] {
    let points: [(String, Bool)] = [
      ("PRE-01", question.declared.communityIsSetUp != .some(true)),
      ("PRE-02", question.declared.application != .some("bloomz")),
      ("PRE-03", lacksKind || lacksScope || isDeniedSharing || isUndeclaredUpload),
      ("PRE-04", Double(question.links.unshared) > Double(question.links.all) / 2),
      ("PRE-05", isStepTwo && question.records.contacts == 0),
      ("PRE-06", !holds(.schoolAdmin) && !importsAsDistrictAdmin),
      ("PRE-07", holds(.districtAdmin) && !holds(.schoolAdmin) && !acceptsDistrictAdmin),
      ("PRE-08", !hasSchools),
      ("PRE-12", isStepTwo && !teachersAreSettled),
      ("PRE-14", isStopped && !says(question.declared.stoppedSyncReason)),
    ]
    return points.filter(\.1).map(\.0)
  }

  private var isStepTwo: Bool { question.step == .parentsContacts }
  private var acceptsDistrictAdmin: Bool { question.declared.acceptsDistrictAdmin }

  private var lacksKind: Bool {
    let records = question.records
    return [records.schools, records.sections, records.teachers, records.students].contains(0)
  }

  private var isDeniedSharing: Bool {
    question.tokens.isEmpty && question.declared.sharingIsSet == .some(false)
  }

  private var isUndeclaredUpload: Bool {
    question.isUpload && !(question.declared.sharingIsSet ?? false)
  }

  private var lacksScope: Bool {
    question.tokens.contains { token in
      let granted = Set(token.scopes)
      let roster = ["districts", "schools", "sections", "teachers", "students"]
      let readsRoster =
        granted.contains("read:sis") || roster.allSatisfy { granted.contains("read:\($0)") }
      let readsRole = granted.contains(
        importsAsDistrictAdmin ? "read:district_admins" : "read:school_admins"
      )
      let readsContacts = granted.contains("read:student_contacts") || !isStepTwo
      return !(readsRoster && readsRole && readsContacts)
    }
  }

  /// The roles that count; none where any evidence is absent or contradicts another.
  private var roles: Set<GateQuestion.Role> {
    let importer = question.importer
    let isOne = importer.lookup == .found || importer.lookup == .notFound
    guard isOne, !importer.id.isEmpty else { return [] }
    let listed = Set(importer.roles.map(\.role))
    if importer.lookup == .found, listed.isEmpty { return [] }
    if importer.roles.contains(where: \.isContradicted) { return [] }
    let logins = question.identities.filter { Array($0.id.utf8) == Array(importer.id.utf8) }
    if logins.isEmpty { return question.identities.isEmpty ? listed : [] }
    if logins.contains(where: { $0.role == .unknown }) { return [] }
    let claimed = Set(
      GateQuestion.Role.allCases.filter { role in logins.contains { $0.role == .role(role) } }
    )
    if listed.isEmpty { return claimed.count == 1 ? claimed : [] }
    return claimed.isSubset(of: listed) ? listed : []
  }

  private func holds(_ role: GateQuestion.Role) -> Bool { roles.contains(role) }

  private var listed: Set<Int32>? {
    question.importer.roles.first { $0.role == .schoolAdmin }.map { Set($0.schools) }
  }

  /// Whether a school admin's list has every school, those that are not shared included.
  private var listCovers: Bool {
    guard holds(.schoolAdmin), let listed else { return false }
    return Set(question.schools.map(\.row)).isSubset(of: listed)
  }

  private var importsAsDistrictAdmin: Bool {
    holds(.districtAdmin) && acceptsDistrictAdmin && !listCovers
  }

  private var hasSchools: Bool {
    guard !question.schools.isEmpty, question.schools.allSatisfy({ $0.place != .none }) else {
      return false
    }
    return listCovers || importsAsDistrictAdmin && question.districtCount == 1
  }

  private var teachersAreSettled: Bool {
    let joined = question.joined
    return says(joined.overrideReason)
      || joined.isGiven && joined.expected > 0 && joined.missing.isEmpty
  }

  private var isStopped: Bool {
    !Set(question.districts.map(\.state)).isDisjoint(with: [.error, .paused])
  }

  private func says(_ reason: String?) -> Bool {
    reason.map { $0.contains { !$0.isWhitespace } } ?? false
  }
}
