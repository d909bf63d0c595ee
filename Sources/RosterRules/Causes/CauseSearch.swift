import FlatTables
import Findings
import Roster

/// Follows each finding to what it comes from.
///
/// Findings are taken in the order they were found, so what left a record out is known before
/// another finding asks for it. Cost: linear in the findings and in the links of the records they
/// name, and one pass over the sections where people without a class are explained; nothing at all
/// where nothing was found and no school is missing.
struct CauseSearch {
  let roster: Roster
  let outcome: RuleOutcome
  let lists: ListFaults
  let absences: Absences
  private let trails: [CauseTrail]
  /// The rule whose findings are records that cannot be read.
  private let unreadableRule: Int

  private(set) var origins: [CauseOrigin] = []
  private(set) var keys: [String] = []
  private var numbers: [CauseOrigin: Int32] = [:]
  private(set) var ofHits: [Int32] = []
  var blocked = BlockedPeople()

  /// By kind of record and row, the cause that a record is withheld for; empty until one is.
  private var withheldBy = [[Int32]](repeating: [], count: Entity.allCases.count)
  /// By row, the cause that keeps a student's or teacher's sections away; empty until asked for.
  private var studentsSections: [Int32] = []
  private var teachersSections: [Int32] = []
  /// By row, the school of a section that names a student without a record; empty until asked for.
  private var schoolsOfUnknown: [Int32] = []
  /// By kind of record, how many are named and not there; -1 until asked for.
  private var namedAlone = [Int](repeating: -1, count: Entity.allCases.count)
  /// The ids of the records that events deleted.
  private let deleted: Set<RecordID>

  init(_ roster: Roster, _ outcome: RuleOutcome) {
    self.roster = roster
    self.outcome = outcome
    trails = RuleCatalogue.all.map(\.trail)
    lists =
      outcome.hits.isEmpty
      ? ListFaults()
      : ListFaults(
        pageHits: outcome.hits(of: .pageMissing),
        countHits: outcome.hits(of: .listCountDiffers),
        cutHits: outcome.hits(of: .listEndsAtPageSize),
        roster.source
      )
    absences = Absences(of: roster)
    unreadableRule = RuleCatalogue.all.firstIndex { $0.id == RosterRule.recordUnreadable.id } ?? 0
    deleted = Set(
      roster.source.events.lazy.filter { $0.action == .deleted && $0.outcome == .applied }
        .map(\.id)
    )
  }

  /// Explains every hit.
  mutating func explainHits() {
    ofHits.reserveCapacity(outcome.hits.count)
    // Most hits are their own cause, and one rule's come one after another.
    var ofRule = [Int32](repeating: -1, count: trails.count)
    for hit in outcome.hits {
      var number = follow(hit)
      if number < 0 {
        let rule = Int(hit.rule)
        if ofRule[rule] < 0 { ofRule[rule] = cause(.rule(rule)) }
        number = ofRule[rule]
      }
      ofHits.append(number)
      note(hit, number)
    }
  }

  /// The number of a cause, adding it if it is new.
  mutating func cause(_ origin: CauseOrigin) -> Int32 {
    if let number = numbers[origin] { return number }
    let number = Int32(origins.count)
    numbers[origin] = number
    origins.append(origin)
    keys.append(subject(of: origin))
    return number
  }

  /// The second part of a cause's key, after its kind.
  func subject(of origin: CauseOrigin) -> String {
    let number = Int(origin.number)
    switch origin.kind {
    case .fileBroken: return roster.source.files[number].path
    case .uploadFileMissing: return roster.source.missingUploads[number].name
    case .zerosLost: return roster.source.files[roster.source.lostZeros[number].file].path
    case .listIncomplete: return lists.lists[number].collection
    case .entityNotShared, .recordsMissing, .recordsDeleted:
      return Entity(rawValue: UInt8(number))?.text ?? ""
    case .schoolNotShared, .teachersNotShared, .studentsNotShared:
      return number < 0 ? "" : roster.idText(roster.schools.records.ids[number])
    case .rule: return RuleCatalogue.all[number].id
    }
  }

  // MARK: - One hit

  /// The cause that a hit leads to; -1 if it is its own cause.
  private mutating func follow(_ hit: RuleHit) -> Int32 {
    let row = Int(hit.row)
    switch trails[Int(hit.rule)] {
    case .itself: return -1
    case .brokenFile:
      return cause(.brokenFile(roster.source.broken[SourceEntry(hit.detail).number].place.file))
    case .missingUpload: return cause(.missingUpload(SourceEntry(hit.detail).number))
    case .lostZeros: return cause(.lostZeros(SourceEntry(hit.detail).number))
    case .unreadFile:
      let stray = roster.source.strays[SourceEntry(hit.detail).number]
      return stray.isNeeded ? cause(.brokenFile(stray.place.file)) : -1
    case .errorAnswer:
      let answer = roster.source.errorAnswers[SourceEntry(hit.detail).number]
      return cause(.brokenFile(answer.place.file))
    case .missingPage: return list(roster.source.pages[PageNeighbour(hit.detail).page].collection)
    case .listCount: return list(ListFaults.collection(of: hit, roster.source))
    case .cutList:
      return list(CutEntity(hit.detail).entity.collections[0])
    case .withheldSchool: return withheld(.school, row)
    case .namedSchool:
      let school = SchoolRow(hit.detail).row
      return school < 0 ? -1 : missing(.school, school, of: nil)
    case .namedStudents:
      return nearest(of: roster.sections.students[row], .student, roster.sections.school[row])
    case .namedTeachers:
      return nearest(of: roster.sections.teachers[row], .teacher, roster.sections.school[row])
    case .sectionsStudents:
      let students = roster.sections.students[row]
      if students.isEmpty, roster.isUpload { return enrollmentsAway() }
      return nearest(of: students, .student, roster.sections.school[row])
    case .sectionsTeachers:
      return nearest(of: roster.sections.teachers[row], .teacher, roster.sections.school[row])
    case .studentsSections:
      if studentsSections.isEmpty { explainSections() }
      return sectionsAway(studentsSections[row])
    case .teachersSections:
      if teachersSections.isEmpty { explainSections() }
      return sectionsAway(teachersSections[row])
    case .contactsStudents, .contactsChildren:
      return nearest(of: roster.contacts.students[row], .student, nil)
    case .adminsSchools:
      return nearest(of: roster.schoolAdmins.schools[row], .school, nil)
    }
  }

  private mutating func list(_ collection: String) -> Int32 {
    lists.number(of: collection).map { cause(.list($0)) } ?? -1
  }

  /// The cause nearest the root among those that keep `rows` out.
  private mutating func nearest(
    of rows: ArraySlice<Int32>,
    _ entity: Entity,
    _ school: Int32?
  ) -> Int32 {
    var best: Int32 = -1
    for row in rows {
      // Asked first: `nearer` must see a cause that this adds.
      let next = why(entity, Int(row), of: school)
      best = nearer(best, next)
    }
    return best
  }

  /// The nearer of two causes; the key decides between equals.
  private func nearer(_ left: Int32, _ right: Int32) -> Int32 {
    guard left >= 0, right >= 0, left != right else { return max(left, right) }
    let kinds = (origins[Int(left)].kind, origins[Int(right)].kind)
    if kinds.0 != kinds.1 { return kinds.0 < kinds.1 ? left : right }
    return keys[Int(left)].utf8.lexicographicallyPrecedes(keys[Int(right)].utf8) ? left : right
  }

  /// Why a record does not go in; -1 if it does, or it is not known.
  private mutating func why(_ entity: Entity, _ row: Int, of school: Int32?) -> Int32 {
    guard roster.isRecord(entity, row) else { return missing(entity, row, of: school) }
    return withheld(entity, row)
  }

  private func withheld(_ entity: Entity, _ row: Int) -> Int32 {
    let column = withheldBy[Int(entity.rawValue)]
    return column.isEmpty ? -1 : column[row]
  }

  /// Why there is no record of an id that others name.
  mutating func missing(_ entity: Entity, _ row: Int, of school: Int32?) -> Int32 {
    let id = roster.id(of: entity, row: Int32(row))
    if deleted.contains(id) { return cause(.deleted(entity)) }
    if let part = absences.part(entity) { return cause(.brokenFile(part.file)) }
    if let number = upload(missing: entity) { return number }
    if !lists.lists.isEmpty, let list = lists.list(missing: entity, roster.idText(id)) {
      return cause(.list(list))
    }
    if roster.recordCount(of: entity) == 0 { return noRecord(of: entity) }
    // One record that cannot be read is one that is missing, and not all that are.
    if namedAlone(entity) <= absences.unreadable(entity) { return cause(.rule(unreadableRule)) }
    // Where the faults of a list are known, so is which ids are missing with them.
    let isCut = absences.isCut(entity) && lists.lists.isEmpty
    if absences.isUpload || isCut { return cause(.missing(entity)) }
    switch entity {
    case .school: return cause(.school(Int32(row)))
    case .teacher: return school.map { cause(.teachers(of: $0)) } ?? -1
    case .student:
      guard let school = school ?? schoolNaming(row) else { return -1 }
      return cause(.students(of: school))
    default: return -1
    }
  }

  /// The file of a district's upload that is missing or lost its zeros, so that there may be no
  /// record of `entity` where others name one; nil if there is none.
  mutating func upload(missing entity: Entity) -> Int32? {
    let source = roster.source
    if let number = source.missingUploads.firstIndex(where: {
      $0.entity == entity && !$0.isEnrollments
    }) {
      return cause(.missingUpload(number))
    }
    return source.lostZeros.firstIndex { $0.entity == entity }.map { cause(.lostZeros($0)) }
  }

  /// The missing or damaged file by which no one is in a class; -1 if there is none.
  private mutating func enrollmentsAway() -> Int32 {
    let source = roster.source
    if let number = source.missingUploads.firstIndex(where: \.isEnrollments) {
      return cause(.missingUpload(number))
    }
    for entity in [Entity.section, .student] {
      if let number = upload(missing: entity) { return number }
    }
    return -1
  }

  /// Why there is no record of `entity` at all.
  mutating func noRecord(of entity: Entity) -> Int32 {
    if let part = absences.part(entity) { return cause(.brokenFile(part.file)) }
    if let number = upload(missing: entity) { return number }
    let list = entity.collections.lazy.compactMap { [lists] in lists.number(of: $0) }.first
    if let list { return cause(.list(list)) }
    switch absences.reason(entity) {
    case .unreadPart(let part): return cause(.brokenFile(part.file))
    case .cutList: return cause(.missing(entity))
    case .unreadable: return cause(.rule(unreadableRule))
    case .upload: return cause(.missing(entity))
    case nil: return cause(.entity(entity))
    }
  }

  /// How many records of `entity` are named by others and not there.
  private mutating func namedAlone(_ entity: Entity) -> Int {
    let kind = Int(entity.rawValue)
    if namedAlone[kind] < 0 {
      namedAlone[kind] = roster.withRecords(of: entity) { $0.count - $0.recordCount } ?? 0
    }
    return namedAlone[kind]
  }

  /// The school whose sections name a student without a record: the first by id.
  private mutating func schoolNaming(_ student: Int) -> Int32? {
    if schoolsOfUnknown.isEmpty {
      schoolsOfUnknown = Array(repeating: -1, count: roster.students.count)
      let ids = roster.schools.records.ids
      let sections = roster.sections
      for row in 0..<sections.count where sections.records.isRecord(row) {
        let school = sections.school[row]
        guard school >= 0 else { continue }
        for index in sections.students.range(row) {
          let student = Int(sections.students.flat[index])
          guard !roster.students.records.isRecord(student) else { continue }
          let known = schoolsOfUnknown[student]
          if known < 0 || roster.precedes(ids[Int(school)], ids[Int(known)]) {
            schoolsOfUnknown[student] = school
          }
        }
      }
    }
    let school = schoolsOfUnknown[student]
    return school < 0 ? nil : school
  }

  // MARK: - People without a class

  /// What keeps away a person's sections: those that are there and do not go in, else a list of
  /// sections that is cut.
  private mutating func sectionsAway(_ known: Int32) -> Int32 {
    if known >= 0 { return known }
    if roster.isUpload {
      let number = enrollmentsAway()
      if number >= 0 { return number }
    }
    if let part = absences.part(.section) { return cause(.brokenFile(part.file)) }
    if let list = lists.number(of: "sections") { return cause(.list(list)) }
    return roster.sections.records.recordCount == 0 ? noRecord(of: .section) : -1
  }

  /// Notes for each student and teacher of a section that does not go in, why it does not.
  private mutating func explainSections() {
    studentsSections = Array(repeating: -1, count: roster.students.count)
    teachersSections = Array(repeating: -1, count: roster.teachers.count)
    let sections = roster.sections
    for row in 0..<sections.count
    where sections.records.isRecord(row) && !sections.records.isOpen(row) {
      var number = withheld(.section, row)
      let school = Int(sections.school[row])
      if number < 0, sections.records.fates[row].kind == .outOfScope, school >= 0,
        !roster.schools.records.isRecord(school)
      {
        number = missing(.school, school, of: nil)
      }
      guard number >= 0 else { continue }
      for index in sections.students.range(row) {
        let student = Int(sections.students.flat[index])
        studentsSections[student] = nearer(studentsSections[student], number)
      }
      for index in sections.teachers.range(row) {
        let teacher = Int(sections.teachers.flat[index])
        teachersSections[teacher] = nearer(teachersSections[teacher], number)
      }
    }
  }

  // MARK: - People it concerns

  /// Notes the people that a hit keeps out, and the record that it withholds.
  private mutating func note(_ hit: RuleHit, _ number: Int32) {
    guard let entity = hit.entity, hit.row >= 0 else { return }
    let row = Int(hit.row)
    let trail = trails[Int(hit.rule)]
    let withholds = outcome.levels[Int(hit.rule)] >= .error
    if withholds { noteWithheld(entity, row, hit, number) }
    switch (entity, trail) {
    case (.section, .namedStudents):
      blocked.add(number, .section, row)
      for student in roster.sections.students[row]
      where !roster.students.records.isRecord(Int(student)) {
        blocked.add(number, .student, Int(student))
      }
    case (.section, .namedTeachers):
      blocked.add(number, .section, row)
      for teacher in roster.sections.teachers[row]
      where !roster.teachers.records.isRecord(Int(teacher)) {
        blocked.add(number, .teacher, Int(teacher))
      }
    case (.section, .sectionsTeachers): noteClass(row, number)
    case (.section, .sectionsStudents): blocked.add(number, .section, row)
    case (.section, _): if withholds { noteClass(row, number) }
    case (.student, .studentsSections): blocked.add(number, .student, row)
    case (.teacher, .teachersSections), (.contact, .contactsStudents):
      // Without a cause outside the record no one is kept out: they teach nothing here, say.
      if origins[Int(number)].kind != .rule { blocked.add(number, entity, row) }
    case (.student, _), (.teacher, _), (.contact, _), (.schoolAdmin, _):
      if withholds { blocked.add(number, entity, row) }
    default: break
    }
  }

  private mutating func noteWithheld(
    _ entity: Entity,
    _ row: Int,
    _ hit: RuleHit,
    _ number: Int32
  ) {
    let kind = Int(entity.rawValue)
    if withheldBy[kind].isEmpty {
      let count = roster.withRecords(of: entity) { $0.count } ?? 0
      withheldBy[kind] = Array(repeating: -1, count: count)
    }
    if withheldBy[kind][row] < 0 { withheldBy[kind][row] = number }
  }

  /// A class that does not open: it and its students who go in.
  mutating func noteClass(_ section: Int, _ number: Int32) {
    blocked.add(number, .section, section)
    for student in roster.sections.students[section]
    where roster.students.records.isOpen(Int(student)) {
      blocked.add(number, .student, Int(student))
    }
  }
}

extension Roster {
  /// Whether `row` of the table of `entity` is a record that was read.
  func isRecord(_ entity: Entity, _ row: Int) -> Bool {
    switch entity {
    case .student: students.records.isRecord(row)
    case .teacher: teachers.records.isRecord(row)
    case .school: schools.records.isRecord(row)
    default: withRecords(of: entity) { $0.isRecord(row) } ?? false
    }
  }

  /// How many records of `entity` were read.
  func recordCount(of entity: Entity) -> Int { withRecords(of: entity) { $0.recordCount } ?? 0 }

  /// Whether an id comes before another by its text.
  func precedes(_ left: RecordID, _ right: RecordID) -> Bool {
    guard left.oddNumber != nil || right.oddNumber != nil else { return left < right }
    return idText(left).utf8.lexicographicallyPrecedes(idText(right).utf8)
  }
}
