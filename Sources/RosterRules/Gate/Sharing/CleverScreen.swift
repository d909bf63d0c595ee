import Roster

/// Where in Clever's dashboard something is changed.
///
/// Source: Clever's help pages on sharing permissions for applications, on sharing staff (a tick
/// box of its own) and on field-level sharing (`CleverData.md`, section 6.5).
enum CleverScreen {
  /// Where a district's admin shares schools and people with an application.
  static let sharing = "Clever dashboard: Applications, Bloomz, Sharing"
  /// Where fields are shared, kind by kind.
  static let fields = "Clever dashboard: Applications, Bloomz, Data Access"
  /// Where the district's admin gives people roles and schools.
  static let staff = "Clever dashboard: Data, Staff"

  /// Where records of `entity` are shared.
  static func sharing(of entity: Entity) -> String {
    switch entity {
    case .schoolAdmin, .districtAdmin: "\(sharing), the box for staff"
    default: sharing
    }
  }
}
