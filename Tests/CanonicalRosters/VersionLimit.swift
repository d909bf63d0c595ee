/// What an API version cannot carry and another can, so that two exports of one district differ.
///
/// Source: Clever's API definitions v1.1 to v3.1 (`CleverData.md`, sections 1 and 3). What only the
/// reader would have to be blamed for is not here: every other difference is a fault.
public enum VersionLimit: String, Sendable, Hashable, CaseIterable {
  /// The ids that v3 gave to all people except students. Without them an employee is known by
  /// `sis_id`, `staff_id` or the e-mail address, and a contact by what else is said of it.
  case newPeopleIDs = "the ids that v3 gave to employees and contacts"
  /// That a teacher, a school admin and a district admin are one person.
  case severalRoles = "that one person has several roles"
  /// A contact of several students: v1 has one record for each. Its id goes with it.
  case sharedContacts = "that students share a contact"
  /// `sis_id` of contacts: v1.1 has none, v1.2 none if two records would have the same key.
  case contactKeys = "the 'sis_id' of a contact"
  /// Courses and terms of their own: v1 has their words inside the section. Those that no section
  /// names are not there at all.
  case coursesAndTerms = "courses and terms as records with an id"
  /// `state` of a district: v1 has it at another address, `/districts/{id}/status`.
  case districtState = "the 'state' of a district's record"

  /// Clever's ids: a district's own files have those of the district, which the API calls `sis_id`.
  case cleverIDs = "Clever's ids"
  /// The district and those who administer it: a district's own files are of one and do not say of
  /// which.
  case district = "the district and its admins"

  /// The versions that lack it, oldest first; `CSV` for a district's own files.
  public var versions: [String] {
    switch self {
    case .newPeopleIDs: ["v1.1", "v1.2", "v2.0", "v2.1"]
    case .severalRoles: ["v1.1", "v1.2", "v2.0", "v2.1", "CSV"]
    case .sharedContacts, .coursesAndTerms: ["v1.1", "v1.2", "CSV"]
    case .contactKeys, .districtState: ["v1.1", "v1.2"]
    case .cleverIDs, .district: ["CSV"]
    }
  }

  /// What exports of one district may differ in, if they are of these versions (`v1.1` to `v3.1`,
  /// `CSV`).
  ///
  /// Between versions that all lack something, nothing tells them apart by it.
  public static func between(_ versions: Set<String>) -> Set<VersionLimit> {
    Set(allCases.filter { limit in versions.contains { limit.versions.contains($0) } })
  }
}
