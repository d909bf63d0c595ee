/// What happened to each record between the earlier export and the present one.
///
/// It is derived from the record's index, so the writers of the earlier export, of the events and of
/// the present export each ask about one record at a time.
struct EventPlan: Sendable {
  /// What happened to a record.
  enum Story: Sendable {
    /// Nothing: both exports have the same record.
    case none
    /// It was another, and changed.
    case updated
    /// It was not there.
    case created
    /// It was there, and is no longer.
    case deleted
  }

  private let seed: UInt64
  private let version: CleverVersion

  init(_ plan: DistrictPlan, _ version: CleverVersion) {
    seed = plan.seed
    self.version = version
  }

  /// What happened to a record.
  func story(of kind: Listing.Kind, _ number: Int) -> Story {
    guard family(of: kind) != nil else { return .none }
    var dice = Dice(seed, .event, number << 5 | Int(kind.rawValue))
    switch dice.below(100) {
    case ..<70: return .none
    case ..<85: return .updated
    case ..<93: return kind == .district ? .none : .created
    // What nothing else names, so that it can go without changing more than itself.
    default: return [.contact, .contactCopy, .section].contains(kind) ? .deleted : .updated
    }
  }

  /// What events call records of a kind; nil where the version has none of them (`CleverData.md`,
  /// section 4.2).
  func family(of kind: Listing.Kind) -> StaticString? {
    switch kind {
    case .district: "districts"
    case .school: "schools"
    case .course: "courses"
    case .term: "terms"
    case .section: "sections"
    case .contactCopy: "studentcontacts"
    case .teacher: version.hasUsers ? "users" : "teachers"
    case .student, .studentAgain: version.hasUsers ? "users" : "students"
    case .contact: version.hasUsers ? "users" : "contacts"
    case .admin: "schooladmins"
    case .staffUser: "users"
    case .districtAdmin:
      version.hasUsers ? "users" : version.hasCourses ? "districtadmins" : nil
    }
  }
}
