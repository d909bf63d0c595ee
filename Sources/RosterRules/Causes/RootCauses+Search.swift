import FlatTables
import Findings
public import Roster
import Texts

extension RootCauses {
  /// The causes behind what the rules and the gate found in `roster`, ranked; see
  /// ``ExplainedHits``, which can be made before the gate has decided.
  ///
  /// Depends on what the records say and not on the order they came in. A school that the importer
  /// may import and that others name without its being in the export is a cause even where no
  /// finding names it: its classes and people are out of every school's scope.
  ///
  /// - Parameters:
  ///   - roster: the roster that the rules ran on; fates as the rules left them.
  ///   - outcome: what they found.
  ///   - gate: what the permission gate found.
  ///   - unshared: the schools without a record that are to be imported, as
  ///     ``Roster/Roster/unsharedSchools(ofImporter:)`` tells where all on a list are.
  public init(
    of roster: Roster,
    _ outcome: RuleOutcome,
    gate: [FindingText] = [],
    unsharedSchools unshared: Set<Int32> = []
  ) {
    self.init(ExplainedHits(of: roster, outcome), gate: gate, unsharedSchools: unshared)
  }

  /// The same, where what the rules found has been explained already.
  public init(
    _ explained: ExplainedHits,
    gate: [FindingText],
    unsharedSchools unshared: Set<Int32>
  ) {
    var search = explained.search
    let outcome = search.outcome
    var ofGate = gate.map { finding in search.cause(of: finding) }
    search.noteSchools(unshared)

    var causes = search.origins.map { search.words(of: $0) }
    for (index, hit) in outcome.hits.enumerated() {
      causes[Int(search.ofHits[index])].count(outcome.levels[Int(hit.rule)])
    }
    // What is said of sharing as a whole belongs to the cause with the most dangling links.
    let largest = RootCauses.largest(causes)
    for (index, finding) in gate.enumerated() {
      if ofGate[index] < 0,
        finding.code == GateCode.sharingIsPartial.rawValue
          || finding.code == GateCode.recordsMissing.rawValue
      {
        ofGate[index] = largest
      }
      if ofGate[index] >= 0 { causes[Int(ofGate[index])].count(finding.level) }
    }
    search.tellSchools(&causes)
    search.count(into: &causes)

    let order = causes.indices
      .filter { causes[$0].findings > 0 || causes[$0].blocked.people > 0 }
      .sorted { RootCause.ranksBefore(causes[$0], causes[$1]) }
    var rank = [Int32](repeating: -1, count: causes.count)
    for (position, index) in order.enumerated() { rank[index] = Int32(position) }
    all = order.map { causes[$0] }
    ofHits = search.ofHits.map { rank[Int($0)] }
    ofGateFindings = ofGate.map { $0 < 0 ? -1 : rank[Int($0)] }
  }

  /// The structural cause with the most findings; -1 if there is none.
  private static func largest(_ causes: [RootCause]) -> Int32 {
    let index = causes.indices.filter { causes[$0].kind != .rule && causes[$0].findings > 0 }
      .min { left, right in
        causes[left].findings != causes[right].findings
          ? causes[left].findings > causes[right].findings
          : causes[left].key.utf8.lexicographicallyPrecedes(causes[right].key.utf8)
      }
    return index.map { Int32($0) } ?? -1
  }
}

/// What the rules found, each hit followed to what it comes from: the longer half of a search for
/// causes, which needs nothing of the gate.
public struct ExplainedHits: Sendable {
  fileprivate let search: CauseSearch

  /// Follows every hit of `outcome`.
  ///
  /// - Parameters:
  ///   - roster: the roster that the rules ran on; fates as the rules left them.
  ///   - outcome: what they found.
  public init(of roster: Roster, _ outcome: RuleOutcome) {
    var search = CauseSearch(roster, outcome)
    search.explainHits()
    self.search = search
  }
}

extension CauseSearch {
  /// The cause of a finding of the gate; -1 if it is its own cause.
  mutating func cause(of finding: FindingText) -> Int32 {
    switch GateCode(rawValue: finding.code) {
    case .importerUnknown, .importerSchoolsUnknown, .schoolNotOnImportersList, .noSchoolChosen,
      .staffNotShared:
      // Where the file of the staff is missing no one can be found in it.
      if let number = upload(missing: .schoolAdmin) { return number }
    default: break
    }
    guard let entity = Entity.allCases.first(where: { $0.text == finding.entity }) else {
      return -1
    }
    switch GateCode(rawValue: finding.code) {
    case .recordsMissing where !finding.record.isEmpty: return missingSchool(finding.record)
    case .entityNotShared, .staffNotShared, .recordsMissing:
      return roster.recordCount(of: entity) == 0 ? noRecord(of: entity) : -1
    case .scopeMissing:
      return roster.recordCount(of: entity) == 0 && absences.reason(entity) == nil
        ? cause(.entity(entity)) : -1
    case .schoolNotShared: return missingSchool(finding.record)
    default: return -1
    }
  }

  /// Why the school with this id has no record.
  private mutating func missingSchool(_ id: String) -> Int32 {
    guard let row = roster.existingID(id).flatMap({ roster.schools.records.row(of: $0) }) else {
      return -1
    }
    return missing(.school, Int(row), of: nil)
  }

  /// Notes the people that schools without a record keep out.
  ///
  /// Of `wanted` schools that is everyone who names them; of others, which this import is not
  /// about, the people who come along anyway and miss their class there.
  mutating func noteSchools(_ wanted: Set<Int32>) {
    // By school; -1 for one that has a record, or that is not asked for.
    var causes = [Int32](repeating: -1, count: roster.schools.count)
    for school in wanted { causes[Int(school)] = missing(.school, Int(school), of: nil) }
    for (number, origin) in origins.enumerated() where origin.kind == .schoolNotShared {
      causes[Int(origin.number)] = Int32(number)
    }
    guard causes.contains(where: { $0 >= 0 }) else { return }
    let roster = roster
    for row in 0..<roster.sections.count where roster.sections.records.isRecord(row) {
      let school = roster.sections.school[row]
      guard school >= 0, causes[Int(school)] >= 0 else { continue }
      let cause = causes[Int(school)]
      let isWanted = wanted.contains(school)
      var isConcerned = isWanted
      for student in roster.sections.students[row]
      where isWanted || roster.students.records.isOpen(Int(student)) {
        blocked.add(cause, .student, Int(student))
        isConcerned = true
      }
      for teacher in roster.sections.teachers[row]
      where isWanted || roster.teachers.records.isOpen(Int(teacher)) {
        blocked.add(cause, .teacher, Int(teacher))
        isConcerned = true
      }
      if isConcerned { blocked.add(cause, .section, row) }
    }
    guard !wanted.isEmpty else { return }
    for row in roster.students.recordRows
    where wanted.contains(roster.students.school[row]) && !roster.students.records.isOpen(row) {
      note(causes[Int(roster.students.school[row])], .student, row)
    }
    for row in roster.teachers.recordRows
    where wanted.contains(roster.teachers.school[row]) && !roster.teachers.records.isOpen(row) {
      note(causes[Int(roster.teachers.school[row])], .teacher, row)
    }
  }

  /// Notes that `cause` keeps a person out; nothing if it is none.
  private mutating func note(_ cause: Int32, _ entity: Entity, _ row: Int) {
    if cause >= 0 { blocked.add(cause, entity, row) }
  }

  /// Counts the people of each cause; a blocker keeps everyone in scope out.
  mutating func count(into causes: inout [RootCause]) {
    blocked.addContacts(roster)
    var missing = [[Int32]](repeating: [], count: causes.count)
    let people = causes.map(\.missingPeople)
    for note in blocked.all {
      causes[note.cause].blocked.count(note.entity)
      if note.entity == people[note.cause], !roster.isRecord(note.entity, note.row) {
        missing[note.cause].append(Int32(note.row))
      }
    }
    let everyone = causes.contains { $0.level == .blocker } ? roster.everyoneInScope() : .init()
    for index in causes.indices {
      if causes[index].level == .blocker {
        causes[index].blocked.raise(to: everyone)
      }
      if !missing[index].isEmpty { tell(missing[index], &causes[index]) }
    }
  }

  /// Says of a cause which people are not in the export: how many, and the first of them by id.
  private func tell(_ rows: [Int32], _ cause: inout RootCause) {
    guard let entity = cause.missingPeople, let ids = roster.records(of: entity)?.ids else {
      return
    }
    let areOrdinary = rows.allSatisfy { ids[Int($0)].oddNumber == nil }
    let sorted =
      areOrdinary
      ? rows.sorted { ids[Int($0)] < ids[Int($1)] }
      : rows.sorted { roster.precedes(ids[Int($0)], ids[Int($1)]) }
    let sections = cause.blocked.classes
    cause.evidence =
      "\(counted(sections, "section")) \(sections == 1 ? "names" : "name") "
      + "\(counted(rows.count, entity.words)) who \(rows.count == 1 ? "is" : "are") not in "
      + "the \(absences.isUpload ? "files" : "export"): \(roster.list(sorted, of: entity))"
  }
}

extension RootCause {
  /// The kind of people who are named and not there; nil if it is about something else.
  fileprivate var missingPeople: Entity? {
    switch kind {
    case .studentsNotShared: .student
    case .teachersNotShared: .teacher
    case .recordsMissing, .recordsDeleted:
      Entity(text: subject).flatMap { $0 == .student || $0 == .teacher ? $0 : nil }
    default: nil
    }
  }
}

extension RootCause.Blocked {
  /// Counts a person or class.
  mutating func count(_ entity: Entity) {
    switch entity {
    case .student: students += 1
    case .teacher: teachers += 1
    case .contact: contacts += 1
    case .schoolAdmin: staff += 1
    case .section: classes += 1
    default: break
    }
  }

  /// At least as many as `all`.
  fileprivate mutating func raise(to all: RootCause.Blocked) {
    students = max(students, all.students)
    teachers = max(teachers, all.teachers)
    contacts = max(contacts, all.contacts)
    staff = max(staff, all.staff)
    classes = max(classes, all.classes)
  }
}

extension Roster {
  /// The schools without a record that the importer's own list names; for a district admin all
  /// that anything names.
  public func unsharedSchools(ofImporter importer: String) -> Set<Int32> {
    guard schools.count > schools.records.recordCount else { return [] }
    let person = ImporterSearch(self).find(importer)
    var rows: Set<Int32> = []
    if person.roles.contains(where: { $0.role == .districtAdmin }) {
      rows = Set(0..<Int32(schools.count))
    }
    if let id = existingID(person.id), let admin = schoolAdmins.records.row(of: id) {
      rows.formUnion(schoolAdmins.schools[Int(admin)])
    }
    return rows.filter { !schools.records.isRecord(Int($0)) }
  }

  /// How many people and classes are in scope and not withheld.
  fileprivate func everyoneInScope() -> RootCause.Blocked {
    var all = RootCause.Blocked()
    for row in 0..<students.count where students.records.isOpen(row) { all.students += 1 }
    for row in 0..<teachers.count where teachers.records.isOpen(row) { all.teachers += 1 }
    for row in 0..<contacts.count where contacts.records.isOpen(row) { all.contacts += 1 }
    for row in 0..<schoolAdmins.count where schoolAdmins.records.isOpen(row) { all.staff += 1 }
    for row in 0..<sections.count where sections.records.isOpen(row) { all.classes += 1 }
    return all
  }
}
