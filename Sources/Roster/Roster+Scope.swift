import Findings
import FlatTables

/// Which sections of the chosen schools an import takes.
public struct SectionFilter: Sendable, Hashable {
  /// Subjects in the API's spelling; nil takes every subject.
  public private(set) var subjects: Set<String>?
  /// Grades; nil takes every grade.
  public var grades: Set<CleverGrade>?

  /// Takes the sections that have one of `subjects` and one of `grades`; nil for any.
  public init(subjects: Set<String>? = nil, grades: Set<CleverGrade>? = nil) {
    self.subjects = subjects.map { Set($0.map(SectionFilter.spelling)) }
    self.grades = grades
  }

  /// Whether a section of `subject` is let through, by its subject alone.
  public func takes(subject: String) -> Bool {
    subjects?.contains(SectionFilter.spelling(subject)) ?? true
  }

  /// Clever's spelling of a subject, where it is one of Clever's.
  private static func spelling(_ subject: String) -> String {
    CleverSubject.spelling(of: subject.utf8.span) ?? subject
  }

  /// Every section.
  public static let all = SectionFilter()

  /// Homerooms and specialists: what elementary schools share with Bloomz (Bloomz's newer Clever
  /// guide, data verification checklist, item i). Specialists are read as the subjects that a
  /// class leaves its homeroom for; that reading is assumed.
  public static let homeroomAndSpecialist = SectionFilter(subjects: [
    "homeroom/advisory", "arts and music", "PE and health", "language",
    "technology and engineering",
  ])
}

extension Roster {
  /// Decides the fate of every record that an import of `schools` does not concern; all others
  /// stay ``Fate/undecided`` and are in scope.
  ///
  /// A section is in scope with its school, unless `filter` leaves it out. A teacher is in scope
  /// who teaches a section in scope: the primary school is computed by Clever and differs from the
  /// section's in a tenth of the recorded sections, so it does not decide. A student is in scope
  /// who sits in such a section, or whose primary school is chosen. Contacts follow their
  /// students. Districts, courses and terms are read, not imported.
  ///
  /// May be called again with fewer schools: what is decided stays decided.
  ///
  /// - Parameters:
  ///   - schools: rows of ``schools``.
  ///   - filter: which of their sections are taken.
  ///   - otherStaff: whether staff who do not teach come along.
  ///   - stage: the name of the stage that asks, for the ledger.
  public mutating func limitScope(
    to schools: Set<Int32>,
    sections filter: SectionFilter,
    otherStaff: Bool = false,
    stage: String
  ) {
    let outOfScope = Fate(.outOfScope, reason: reason(stage))
    let filtered = Fate(.filtered, reason: reason(stage))
    for row in 0..<self.schools.count where !schools.contains(Int32(row)) {
      self.schools.records.decide(outOfScope, row)
    }

    var teaches = [Bool](repeating: false, count: teachers.count)
    var attends = [Bool](repeating: false, count: students.count)
    // Few are distinct, and each is in the text once.
    let admitted = filter.subjects.map { _ in
      Set(Set(sections.subject).filter { filter.takes(subject: text.string($0)) })
    }
    for row in 0..<sections.count where sections.records.isRecord(row) {
      let school = sections.school[row]
      guard school >= 0, schools.contains(school) else {
        sections.records.decide(outOfScope, row)
        continue
      }
      let hasSubject = admitted?.contains(sections.subject[row]) ?? true
      let hasGrade = filter.grades?.contains(sections.grade[row]) ?? true
      guard hasSubject, hasGrade else {
        sections.records.decide(filtered, row)
        continue
      }
      guard sections.records.isOpen(row) else { continue }
      for link in sections.teachers.range(row) { teaches[Int(sections.teachers.flat[link])] = true }
      for link in sections.students.range(row) { attends[Int(sections.students.flat[link])] = true }
    }

    for row in teaches.indices where !teaches[row] { teachers.records.decide(outOfScope, row) }
    for row in attends.indices where !attends[row] {
      let school = students.school[row]
      if school < 0 || !schools.contains(school) { students.records.decide(outOfScope, row) }
    }
    let isOpen = (0..<students.count).map { students.records.isOpen($0) }
    for row in 0..<contacts.count {
      let isConcerned = contacts.students.range(row).contains {
        isOpen[Int(contacts.students.flat[$0])]
      }
      if !isConcerned { contacts.records.decide(outOfScope, row) }
    }
    for row in 0..<schoolAdmins.count {
      let isConcerned = schoolAdmins.schools[row].contains { schools.contains($0) }
      if !isConcerned || !otherStaff { schoolAdmins.records.decide(outOfScope, row) }
    }
    for row in 0..<districtAdmins.count { districtAdmins.records.decide(outOfScope, row) }
    for row in 0..<districts.count { districts.records.decide(outOfScope, row) }
    for row in 0..<courses.count { courses.records.decide(outOfScope, row) }
    for row in 0..<terms.count { terms.records.decide(outOfScope, row) }
  }
}

extension RecordColumns {
  /// Whether `row` is a record whose fate is still open: it is in scope and nothing withheld it.
  @inline(__always)
  @inlinable public func isOpen(_ row: Int) -> Bool {
    isRead[row] && fates[row] == .undecided
  }

  /// Gives the record of `row` its fate, unless it has one or is only a stand-in.
  public mutating func decide(_ fate: Fate, _ row: Int) {
    if isOpen(row) { fates[row] = fate }
  }
}
