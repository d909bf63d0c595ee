/// Who can put a finding right.
///
/// A fix list goes to a person, so each rule names one. The roles are those of Clever's and
/// Bloomz's own guides.
public enum Fixer: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The person who runs the import: files, pipeline file, declared answers.
  case importer = "importer"
  /// The school's own admin, in the school's records.
  case schoolAdmin = "school-admin"
  /// The district's Clever admin: sharing permissions, roles, applications.
  case districtAdmin = "district-admin"
  /// The person who keeps the student information system that feeds Clever.
  case recordsClerk = "records-clerk"
  /// Bloomz's support.
  case bloomzSupport = "bloomz-support"

  /// The role in words, for "who can fix it".
  public var words: String {
    switch self {
    case .importer: "you, who run the import"
    case .schoolAdmin: "the school's admin"
    case .districtAdmin: "the district's Clever admin"
    case .recordsClerk: "the person who keeps the school's records (SIS)"
    case .bloomzSupport: "Bloomz support"
    }
  }

  /// Orders by the stable word.
  public static func < (left: Fixer, right: Fixer) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
