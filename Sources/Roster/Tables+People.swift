public import FlatTables

/// Teachers: v1/v2 `/teachers`, v3 users with `roles.teacher`.
public struct Teachers: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `sis_id`: unique in one district and record type.
  public var sisID: [TextRef] = []
  /// `name.first`.
  public var firstName: [TextRef] = []
  /// `name.last`.
  public var lastName: [TextRef] = []
  /// `email`, unchanged. Clever does not check it; even the `@` may be missing.
  public var email: [TextRef] = []
  /// `school`: the primary school, computed by Clever; a row of ``Roster/schools``, -1 if missing.
  public var school: [Int32] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    sisID.append(.empty)
    firstName.append(.empty)
    lastName.append(.empty)
    email.append(.empty)
    school.append(-1)
  }
}

/// School admins: v1/v2 `/school_admins`, v3 users with `roles.staff`. Every other employee.
public struct SchoolAdmins: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `staff_id`.
  public var staffID: [TextRef] = []
  /// `name.first`.
  public var firstName: [TextRef] = []
  /// `name.last`.
  public var lastName: [TextRef] = []
  /// `email`.
  public var email: [TextRef] = []
  /// `title`: tells who should be raised from School Support Staff.
  public var title: [TextRef] = []
  /// `schools`: rows of ``Roster/schools``. May name schools that are not shared.
  public var schools = ReplaceableLinks()
  /// The row of ``Roster/teachers`` read from the same v3 user, -1 if none: one record, one fate.
  public var teacher: [Int32] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    staffID.append(.empty)
    firstName.append(.empty)
    lastName.append(.empty)
    email.append(.empty)
    title.append(.empty)
    schools.appendEmptyRow()
    teacher.append(-1)
  }
}

/// District admins: v1/v2 `/district_admins`, v3 users with `roles.district_admin`.
public struct DistrictAdmins: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `email`, to know the operator by.
  public var email: [TextRef] = []
  /// Whether the same v3 user has a row in ``Roster/teachers`` or ``Roster/schoolAdmins`` that
  /// carries the record's fate.
  public var isAlsoEmployee: [Bool] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    email.append(.empty)
    isAlsoEmployee.append(false)
  }
}

/// Students: v1/v2 `/students`, v3 users with `roles.student`.
///
/// There is no place for birth date, gender, race, address or any other field that Bloomz has no
/// column for: what is never stored cannot leave.
public struct Students: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `sis_id`.
  public var sisID: [TextRef] = []
  /// `name.first`.
  public var firstName = DictionaryColumn()
  /// `name.last`.
  public var lastName = DictionaryColumn()
  /// `email`; without rows where ``keepsEmail`` is off.
  public var email: [TextRef] = []
  /// Whether addresses are kept, as the pipeline file asks. Set before the first row.
  public var keepsEmail = true
  /// Where addresses are not kept, a hash of each that takes small letters and capitals for the
  /// same; 0 for none. It tells that a contact has the same address, and nothing else.
  public var emailMark: [UInt64] = []
  /// `grade`.
  public var grade: [CleverGrade] = []
  /// `school`: the primary school; a row of ``Roster/schools``, -1 if missing.
  public var school: [Int32] = []

  /// No rows.
  public init() {}

  /// The address of a row; empty where addresses are not kept.
  public func email(of row: Int) -> TextRef { keepsEmail ? email[row] : .empty }

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    sisID.append(.empty)
    firstName.append(.empty)
    lastName.append(.empty)
    if keepsEmail { email.append(.empty) } else { emailMark.append(0) }
    grade.append(.none)
    school.append(-1)
  }

  /// Makes room for `count` rows.
  mutating func reserve(_ count: Int) {
    records.reserve(count)
    sisID.reserveCapacity(count)
    firstName.reserveCapacity(count)
    lastName.reserveCapacity(count)
    if keepsEmail { email.reserveCapacity(count) } else { emailMark.reserveCapacity(count) }
    grade.reserveCapacity(count)
    school.reserveCapacity(count)
  }
}

/// Contacts: v1 one a student, v2 `/contacts`, v3 users with `roles.contact`.
public struct Contacts: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `sis_id`; where it is missing, any change of the contact makes a new id.
  public var sisID: [TextRef] = []
  /// `name.first`: empty in every recording, which put the whole name into the last name.
  public var firstName = DictionaryColumn()
  /// `name.last`, or the whole `name` of v1 and v2.
  public var lastName = DictionaryColumn()
  /// `email`.
  public var email: [TextRef] = []
  /// `phone`, unchanged.
  public var phone: [TextRef] = []
  /// `phone_type`.
  public var phoneType: [PhoneType] = []
  /// The students, as rows of ``Roster/students``.
  public var students = ReplaceableLinks()
  /// `relationship` to each student: one for each target in ``students``.
  public var relationship = DictionaryColumn()
  /// `type` for each student: one for each target in ``students``.
  public var type: [ContactType] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    sisID.append(.empty)
    firstName.append(.empty)
    lastName.append(.empty)
    email.append(.empty)
    phone.append(.empty)
    phoneType.append(.none)
    students.appendEmptyRow()
  }

  /// Makes room for `count` rows, with a quarter more links.
  mutating func reserve(_ count: Int) {
    records.reserve(count)
    sisID.reserveCapacity(count)
    firstName.reserveCapacity(count)
    lastName.reserveCapacity(count)
    email.reserveCapacity(count)
    phone.reserveCapacity(count)
    phoneType.reserveCapacity(count)
    students.reserve(rows: count, links: count + count / 4)
    relationship.reserveCapacity(count + count / 4)
    type.reserveCapacity(count + count / 4)
  }
}
