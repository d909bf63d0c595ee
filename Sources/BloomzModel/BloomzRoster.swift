public import Findings
public import FlatTables

/// What one bundle carries: communities, classes, people and who belongs where.
///
/// Flat tables; a row is a position, and every reference is a position in another table. Rows
/// are in the order that the bundle has them: each table sorted by its key as UTF-8 bytes, classes
/// by school and then key. All keys are unique in their table.
public struct BloomzRoster: Sendable {
  /// All text that the tables refer to.
  public var text: TextArena
  /// Which of the guide's two steps this is.
  public var step: GuideStep
  /// The switches that apply to every class.
  public var classOptions: ClassOptions
  /// The schools, each a Bloomz community.
  public var schools = Schools()
  /// The classes of those schools.
  public var classes = Classes()
  /// Teachers and other staff.
  public var staff = Staff()
  /// The students.
  public var students = Students()
  /// Parents and other contacts; empty in step one.
  public var contacts = Contacts()

  /// A roster without rows.
  public init(text: TextArena, step: GuideStep, classOptions: ClassOptions) {
    self.text = text
    self.step = step
    self.classOptions = classOptions
  }

  /// One row a school: V2 `schools.csv`.
  public struct Schools: Sendable {
    /// The key every other file points at: Clever's `sis_id`, else number, else id.
    public var key: [TextRef] = []
    /// The shown name.
    public var name: [TextRef] = []

    /// No rows.
    public init() {}
    /// The number of rows.
    public var count: Int { key.count }
  }

  /// One row a class: V2 `classes.csv`.
  public struct Classes: Sendable {
    /// Row in ``BloomzRoster/schools``.
    public var school: [Int32] = []
    /// Unique over the bundle.
    public var key: [TextRef] = []
    /// Unique inside its school.
    public var name: [TextRef] = []
    /// The class's own grade, else its students' commonest.
    public var grade: [BloomzGrade] = []
    /// Clever's `section_number`.
    public var section: [TextRef] = []
    /// The term's name, or its dates.
    public var term: [TextRef] = []
    /// Clever's `period`.
    public var period: [TextRef] = []
    /// Clever's `subject`, else the course's name.
    public var subject: [TextRef] = []
    /// Whether the subject is `homeroom/advisory`.
    public var isHomeroom: [Bool] = []
    /// The primary teacher's row in ``BloomzRoster/staff``; -1 if the bundle has none.
    public var primaryTeacher: [Int32] = []
    /// Each class's teachers as rows of ``BloomzRoster/staff``, ascending, the primary included.
    public var teachers = Links()
    /// Each class's students as rows of ``BloomzRoster/students``, ascending, each once.
    public var students = Links()

    /// No rows.
    public init() {}
    /// The number of rows.
    public var count: Int { key.count }
  }

  /// One row a person who works at a school: V2 `staff.csv`, where the row is written once for
  /// each of the person's schools.
  public struct Staff: Sendable {
    /// Clever's `sis_id` or `staff_id`, else its id.
    public var key: [TextRef] = []
    /// First name.
    public var firstName: [TextRef] = []
    /// Last name.
    public var lastName: [TextRef] = []
    /// An address that a mail can reach; never empty for a teacher.
    public var email: [TextRef] = []
    /// What Bloomz takes the person as.
    public var role: [StaffRole] = []
    /// The schools, as rows of ``BloomzRoster/schools``, ascending; at least one.
    public var schools = Links()

    /// No rows.
    public init() {}
    /// The number of rows.
    public var count: Int { key.count }
  }

  /// One row a student: V2 `students.csv`, where the row is written once for each school.
  public struct Students: Sendable {
    /// Clever's `sis_id`, else its id.
    public var key: [TextRef] = []
    /// First name.
    public var firstName = DictionaryColumn()
    /// Last name.
    public var lastName = DictionaryColumn()
    /// Grade.
    public var grade: [BloomzGrade] = []
    /// Empty unless the pipeline file switches students' e-mail on.
    public var email: [TextRef] = []
    /// The schools, as rows of ``BloomzRoster/schools``, ascending; at least one.
    public var schools = Links()

    /// No rows.
    public init() {}
    /// The number of rows.
    public var count: Int { key.count }
  }

  /// One row a parent or other contact; `contacts.csv` has a row for each of their children.
  public struct Contacts: Sendable {
    /// Clever's `sis_id`, else its id.
    public var key: [TextRef] = []
    /// First name; may be empty when the name is one word.
    public var firstName = DictionaryColumn()
    /// Last name.
    public var lastName = DictionaryColumn()
    /// An address that a mail can reach, or empty.
    public var email: [TextRef] = []
    /// Ten digits, or empty. E-mail and phone are never both empty.
    public var phone: [TextRef] = []
    /// The children, as rows of ``BloomzRoster/students``, ascending, each once; at least one.
    public var children = Links()
    /// The relationship to each child: one for each target in ``children``.
    public var relationship = DictionaryColumn()

    /// No rows.
    public init() {}
    /// The number of rows.
    public var count: Int { key.count }
  }
}

/// What Bloomz takes a member of staff as (Bloomz's roles page, and its newer Clever guide).
public enum StaffRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Teaches a class of the bundle.
  case teacher
  /// What Bloomz makes of everyone else that comes through Clever, until an admin raises them.
  case schoolSupportStaff

  /// The word in the assumed `role` column of `staff.csv`.
  public var text: String {
    switch self {
    case .teacher: "teacher"
    case .schoolSupportStaff: "school_support_staff"
    }
  }
}
