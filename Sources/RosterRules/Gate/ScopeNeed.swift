import Findings
import Roster

/// A scope that the token must have, and what it is for.
///
/// Only full scopes count: `_basic` ones belong to logins and name no roster, `_limited` ones hide
/// fields that an import needs. There is no `read:staff` and no
/// `read:contacts`; staff come with `read:school_admins`, contacts with `read:student_contacts`.
///
/// Source: `CleverData.md`, section 6.2.
struct ScopeNeed {
  /// Any one of these will do; the first is the one to ask for.
  let scopes: [String]
  /// What it lets an application read.
  let entity: Entity

  /// The same in words.
  var what: String { entity == .district ? "the district" : entity.plural }

  /// Whether a token with `granted` has it.
  func isMet(by granted: [String]) -> Bool {
    scopes.contains { scope in granted.contains { $0.utf8.elementsEqual(scope.utf8) } }
  }

  /// What is missing, in words, with the lesser scope that the token has instead.
  func words(_ granted: [String]) -> String {
    let lesser = granted.first { $0 == "\(scopes[0])_limited" || $0 == "\(scopes[0])_basic" }
    let instead = lesser.map { "; '\($0)' is not enough" } ?? ""
    return "the token may not read \(what): it has no scope '\(scopes[0])'\(instead)"
  }

  /// What a token must have for `step`, if the importer comes by `route`.
  static func needs(step: GuideStep, route: GateStanding.Route) -> [ScopeNeed] {
    var needs = [
      ScopeNeed(scopes: ["read:districts", "read:sis"], entity: .district),
      ScopeNeed(scopes: ["read:schools", "read:sis"], entity: .school),
      ScopeNeed(scopes: ["read:sections", "read:sis"], entity: .section),
      ScopeNeed(scopes: ["read:teachers", "read:sis"], entity: .teacher),
      ScopeNeed(scopes: ["read:students", "read:sis"], entity: .student),
      route == .districtAdmin
        ? ScopeNeed(scopes: ["read:district_admins"], entity: .districtAdmin)
        : ScopeNeed(scopes: ["read:school_admins"], entity: .schoolAdmin),
    ]
    if step == .parentsContacts {
      needs.append(ScopeNeed(scopes: ["read:student_contacts"], entity: .contact))
    }
    return needs
  }
}
