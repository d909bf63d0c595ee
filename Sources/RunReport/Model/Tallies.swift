public import Findings

extension Report {
  /// What became of the records of one type.
  public struct TypeTally: Sendable, Hashable {
    /// The type in Clever's word, singular: `student`, `school_admin`.
    public var type: String
    /// How many were read.
    public var read: Int
    /// What became of them; adds up to `read`.
    public var fates: FateCounts

    /// A row of the tally.
    public init(_ type: String, read: Int, fates: FateCounts) {
      self.type = type
      self.read = read
      self.fates = fates
    }
  }

  /// What one school gets, and what was found in its records.
  public struct SchoolTally: Sendable, Hashable {
    /// The school's id.
    public var id: String
    /// The school's name; nil when the export does not say.
    public var name: String?
    /// Classes in the bundle.
    public var classes: Int
    /// Teachers in the bundle, each counted once.
    public var teachers: Int
    /// Students in the bundle, each counted once.
    public var students: Int
    /// Memberships in the bundle: one for each person in each class.
    public var memberships: Int
    /// Parents and other contacts in the bundle, each counted once.
    public var contacts: Int
    /// Findings about this school's records.
    public var findings: LevelCounts

    /// A school's row; counts that are left out are 0.
    public init(
      _ id: String,
      name: String? = nil,
      classes: Int = 0,
      teachers: Int = 0,
      students: Int = 0,
      memberships: Int = 0,
      contacts: Int = 0,
      findings: LevelCounts = LevelCounts()
    ) {
      self.id = id
      self.name = name
      self.classes = classes
      self.teachers = teachers
      self.students = students
      self.memberships = memberships
      self.contacts = contacts
      self.findings = findings
    }
  }
}
