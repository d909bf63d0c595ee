public import FlatTables

/// Districts: one in an ordinary export.
public struct Districts: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `name`.
  public var name: [TextRef] = []
  /// `state`; v1.1 has it only at `/districts/{id}/status`.
  public var state: [DistrictState] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    name.append(.empty)
    state.append(.none)
  }
}

/// Schools.
public struct Schools: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `sis_id`: text, leading zeros and letters and all (`02M800`).
  public var sisID: [TextRef] = []
  /// `school_number`.
  public var number: [TextRef] = []
  /// `name`.
  public var name: [TextRef] = []
  /// `low_grade`.
  public var lowGrade: [CleverGrade] = []
  /// `high_grade`: up to grade 5 or 6 tells an elementary school.
  public var highGrade: [CleverGrade] = []
  /// `district`: a row of ``Roster/districts``, -1 if missing.
  public var district: [Int32] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    sisID.append(.empty)
    number.append(.empty)
    name.append(.empty)
    lowGrade.append(.none)
    highGrade.append(.none)
    district.append(-1)
  }
}

/// Sections: classes, with their teachers and students.
public struct Sections: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `sis_id`.
  public var sisID: [TextRef] = []
  /// `name`: made by Clever, not unique.
  public var name: [TextRef] = []
  /// `school`: a row of ``Roster/schools``, -1 if missing.
  public var school: [Int32] = []
  /// `grade`.
  public var grade: [CleverGrade] = []
  /// `subject`.
  public var subject: [TextRef] = []
  /// `period`.
  public var period: [TextRef] = []
  /// `section_number`.
  public var number: [TextRef] = []
  /// `course_name` of v1; from v2.0 see ``course``.
  public var courseName: [TextRef] = []
  /// `course`: a row of ``Roster/courses``, -1 if missing.
  public var course: [Int32] = []
  /// `term` of v1; from v2.0 see ``term``.
  public var inlineTerm: [TermText] = []
  /// `term_id`: a row of ``Roster/terms``, -1 if missing.
  public var term: [Int32] = []
  /// `teacher`: the primary one, a row of ``Roster/teachers``, -1 if missing.
  public var primaryTeacher: [Int32] = []
  /// `teachers` (co-teachers, the primary one among them), as the record lists them; in early v1
  /// records, which have `teacher` alone, that one.
  public var teachers = ReplaceableLinks()
  /// `students`, as the record lists them.
  public var students = ReplaceableLinks()

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    sisID.append(.empty)
    name.append(.empty)
    school.append(-1)
    grade.append(.none)
    subject.append(.empty)
    period.append(.empty)
    number.append(.empty)
    courseName.append(.empty)
    course.append(-1)
    inlineTerm.append(TermText())
    term.append(-1)
    primaryTeacher.append(-1)
    teachers.appendEmptyRow()
    students.appendEmptyRow()
  }

  /// Makes room for `count` rows, with 30 students each.
  mutating func reserve(_ count: Int) {
    records.reserve(count)
    for column in [\Self.sisID, \.name, \.subject, \.period, \.number, \.courseName] {
      self[keyPath: column].reserveCapacity(count)
    }
    for column in [\Self.school, \.course, \.term, \.primaryTeacher] {
      self[keyPath: column].reserveCapacity(count)
    }
    grade.reserveCapacity(count)
    inlineTerm.reserveCapacity(count)
    teachers.reserve(rows: count, links: 2 * count)
    students.reserve(rows: count, links: 30 * count)
  }
}

/// A term's words and dates: an object in v1 sections, a record from v2.0.
public struct TermText: Sendable, Hashable {
  /// `name`.
  public var name: TextRef = .empty
  /// `start_date`, `YYYY-MM-DD`, or with a time after it.
  public var start: TextRef = .empty
  /// `end_date`, in the same form.
  public var end: TextRef = .empty

  /// A term without words.
  public init() {}
}

/// Courses (v2.0 and later).
public struct Courses: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// `name`.
  public var name: [TextRef] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    name.append(.empty)
  }
}

/// Terms (v2.0 and later). Ids are not stable: Clever makes terms from section text.
public struct Terms: RosterTable {
  /// Ids, places and fates.
  public var records = RecordColumns()
  /// Name and dates.
  public var text: [TermText] = []

  /// No rows.
  public init() {}

  /// Adds a row with nothing in it to every column but ``records``.
  public mutating func appendEmptyRow() {
    text.append(TermText())
  }
}
