import FlatTables
public import Findings
public import Roster

extension GateQuestion {
  /// Gathers what the gate needs to know; decides nothing.
  ///
  /// - Parameters:
  ///   - roster: its scope is decided: the chosen schools' sections and people are open.
  ///   - step: what is asked for.
  ///   - importer: Clever id or e-mail address of the person who runs the import.
  ///   - schools: rows of the schools that are to be imported.
  ///   - answers: what no export shows.
  public init(
    _ roster: Roster,
    step: GuideStep,
    importer: String?,
    schools: [Int32],
    answers: GateAnswers
  ) {
    self.init(step: step)
    let search = ImporterSearch(roster)
    self.importer = search.find(importer)
    // Asked with a district's token, '/me' shows the district, which is no person.
    identities = roster.source.identities.filter { $0.role != "district" }.map { identity in
      SignedIn(
        id: search.presentID(of: identity),
        role: SignedIn.Claim(word: identity.role),
        at: identity.place
      )
    }
    self.schools = schools.map { row in
      let records = roster.schools.records
      return AskedSchool(
        row: row,
        id: roster.idText(records.ids[Int(row)]),
        at: records.places[Int(row)]
      )
    }
    isUpload = roster.source.files.contains(where: \.isUpload)
    records.schools = roster.schools.records.recordCount
    records.sections = roster.sections.records.recordCount
    records.teachers = roster.teachers.records.recordCount
    records.students = roster.students.records.recordCount
    records.contacts = roster.contacts.records.recordCount
    records.schoolAdmins = roster.schoolAdmins.records.recordCount
    let absences = Absences(of: roster)
    for entity in Entity.allCases { doubts[entity] = absences.doubt(entity) }
    declared = answers.declared
    gatherDistricts(roster, schools)
    let owners = Set(districts.map(\.id))
    for token in roster.source.tokens {
      let told = Token(scopes: token.scopes, at: token.place)
      if token.mayBelong(to: owners) { tokens.append(told) } else { otherTokens.append(told) }
    }
    gatherCandidates(search, importer, asked: schools)
    gatherSections(roster, Set(schools))
    supportStaff = roster.schoolAdmins.openRows.count { roster.schoolAdmins.teacher[$0] < 0 }
    if step == .parentsContacts { gatherJoined(roster, answers) }
  }

  /// The rows of the schools that `importer` may import by their own list, ascending: the
  /// schools on a school admin's list that are in the export. Empty if the person is no school
  /// admin.
  public static func schools(ofImporter importer: String, in roster: Roster) -> [Int32] {
    let roles = ImporterSearch(roster).find(importer).roles
    return Set(roles.flatMap(\.schools)).sorted()
  }

  /// Looks for the person who was meant and for those who may import, unless the importer may.
  private mutating func gatherCandidates(
    _ search: ImporterSearch,
    _ given: String?,
    asked schools: [Int32]
  ) {
    let isListed = importer.roles.contains { role in
      role.role == .schoolAdmin && schools.allSatisfy { role.schools.contains($0) }
    }
    guard !isListed else { return }
    candidates = search.candidates(for: schools)
    if importer.lookup == .notFound, let given { importer.near = search.nearest(to: given) }
  }

  private mutating func gatherDistricts(_ roster: Roster, _ schools: [Int32]) {
    let records = roster.districts.records
    var asked: Set<Int32> = []
    var named = Set(roster.districts.recordRows.map { Int32($0) })
    for school in schools where roster.schools.district[Int(school)] >= 0 {
      asked.insert(roster.schools.district[Int(school)])
    }
    for row in roster.schools.recordRows { named.insert(roster.schools.district[row]) }
    named.remove(-1)
    districtCount = named.count
    districts = (asked.isEmpty ? named : asked).sorted().map { row in
      DistrictSync(
        id: roster.idText(records.ids[Int(row)]),
        state: roster.districts.state[Int(row)],
        at: records.places[Int(row)]
      )
    }
  }

  private mutating func gatherSections(_ roster: Roster, _ schools: Set<Int32>) {
    let sections = roster.sections
    let elementarySchools = schools.filter { isElementary(roster.schools.highGrade[Int($0)]) }
    elementary.schools = elementarySchools.count
    let (teachers, students) = (roster.teachers.records, roster.students.records)
    var isAsked = [Bool](repeating: false, count: roster.schools.count)
    var isInElementary = isAsked
    for school in schools { isAsked[Int(school)] = true }
    for school in elementarySchools { isInElementary[Int(school)] = true }
    // Few subjects are distinct, and each is in the text once.
    var isSpecialist: [TextRef: Bool] = [:]
    for row in sections.openRows {
      let school = Int(sections.school[row])
      guard school >= 0, isAsked[school] else { continue }
      let teacherLinks = sections.teachers.range(row)
      let studentLinks = sections.students.range(row)
      links.all += teacherLinks.count + studentLinks.count
      for link in teacherLinks where !teachers.isRecord(Int(sections.teachers.flat[link])) {
        links.unshared += 1
      }
      for link in studentLinks where !students.isRecord(Int(sections.students.flat[link])) {
        links.unshared += 1
      }
      guard isInElementary[school] else { continue }
      elementary.sections += 1
      let subject = sections.subject[row]
      let isKnown =
        isSpecialist[subject]
        ?? SectionFilter.homeroomAndSpecialist.takes(subject: roster.text.string(subject))
      isSpecialist[subject] = isKnown
      if !isKnown { elementary.otherSections += 1 }
    }
  }

  private mutating func gatherJoined(_ roster: Roster, _ answers: GateAnswers) {
    joined.isGiven = answers.joined != nil
    joined.overrideReason = answers.joinedOverrideReason
    joined.isUnreadable = answers.listIsUnreadable
    joined.unreadLines = answers.unreadLines
    let people = answers.joined ?? []
    joined.isEmptyList = answers.joined?.isEmpty == true && answers.unreadLines == 0
    // Step one may have been run with an export of before v3, under other ids.
    let namesNobody = people.isEmpty && answers.invited?.isEmpty ?? true
    let present = namesNobody ? [:] : roster.presentIDs()
    let known = { (text: String) in present[text.lowercased()] ?? text.lowercased() }
    let list = Set(people.flatMap(\.words).map(known))
    // The words that name a teacher, whether that one is asked for or not.
    var met: Set<String> = []
    let teachers = roster.teachers
    let invited = answers.invited.map { Set($0.map(known)) }
    var unseen = invited ?? []
    var missing: [RecordID] = []
    for row in 0..<teachers.count where teachers.records.isRecord(row) {
      let isOpen = teachers.records.isOpen(row)
      guard invited != nil || isOpen || !list.isEmpty else { continue }
      let id = teachers.records.ids[row]
      let isListed = !list.isEmpty && roster.isTeacher(row, on: list, &met)
      if let invited {
        let known = roster.idText(id).lowercased()
        guard invited.contains(known) else { continue }
        unseen.remove(known)
      } else if !isOpen {
        continue
      }
      joined.expected += 1
      if !isListed { missing.append(id) }
    }
    // As ids they are sorted without a look at their text.
    missing.sort { roster.precedes($0, $1) }
    joined.missing = missing.map { roster.idText($0) }
    // People who were invited and have left the export since are known by their ids alone.
    joined.expected += unseen.count
    met.formUnion(unseen.intersection(list))
    let gone = unseen.filter { !list.contains($0) }
    // A list of all members of a community has its admins, too.
    if !list.isSubset(of: met) { roster.meetAdmins(on: list, &met) }
    joined.strangers = people.indices
      .filter { !people[$0].words.contains { met.contains(known($0)) } }
      .map { Stranger(entry: $0) }
    suggestTeachers(missing, for: people, roster)
    guard !gone.isEmpty else { return }
    joined.missing += gone
    joined.missing.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// How many comparisons of a stranger with a teacher are worth their time.
  private static let suggestionLimit = 1_000_000

  /// Says of each stranger which of the `missing` teachers was meant, perhaps.
  private mutating func suggestTeachers(
    _ missing: [RecordID],
    for people: [ListedPerson],
    _ roster: Roster
  ) {
    guard !joined.strangers.isEmpty, !missing.isEmpty,
      joined.strangers.count * missing.count <= GateQuestion.suggestionLimit
    else { return }
    let teachers = missing.map { id in
      let row = roster.teachers.records.row(of: id).map { Int($0) }
      let email = row.map { roster.text.string(roster.teachers.email[$0]) } ?? ""
      return NearPerson(id: roster.idText(id), email: email)
    }
    for index in joined.strangers.indices {
      let words = people[joined.strangers[index].entry].words
      let near = Set(words.compactMap { NearPerson.only(near: $0, among: teachers) })
      if near.count == 1, let only = near.first { joined.strangers[index].near = teachers[only].id }
    }
  }
}

extension Roster {
  /// Whether `list` names the teacher at `row`; the words that do are added to `met`.
  fileprivate func isTeacher(_ row: Int, on list: Set<String>, _ met: inout Set<String>) -> Bool {
    meet(teachers.records.ids[row], teachers.email[row], on: list, &met)
  }

  /// Adds to `met` the words of `list` that name a school admin or a district admin.
  fileprivate func meetAdmins(on list: Set<String>, _ met: inout Set<String>) {
    for row in schoolAdmins.recordRows {
      _ = meet(schoolAdmins.records.ids[row], schoolAdmins.email[row], on: list, &met)
    }
    for row in districtAdmins.recordRows {
      _ = meet(districtAdmins.records.ids[row], districtAdmins.email[row], on: list, &met)
    }
  }

  /// Whether `list` has the id or the address; those it has are added to `met`.
  private func meet(
    _ id: RecordID,
    _ email: TextRef,
    on list: Set<String>,
    _ met: inout Set<String>
  ) -> Bool {
    var isListed = false
    for word in [idText(id).lowercased(), text.string(email).lowercased()]
    where !word.isEmpty && list.contains(word) {
      met.insert(word)
      isListed = true
    }
    return isListed
  }
}

extension TokenScopes {
  /// Whether the token may be that of one of these districts: it says so, or nothing tells.
  func mayBelong(to districts: Set<String>) -> Bool {
    district.isEmpty || districts.isEmpty || districts.contains(district)
  }
}

/// Whether a school's highest grade tells an elementary school: up to the fifth or sixth grade.
private func isElementary(_ grade: CleverGrade) -> Bool {
  switch grade {
  case .infantToddler, .preschool, .preKindergarten, .transitionalKindergarten, .kindergarten: true
  default: grade.number.map { $0 <= 6 } ?? false
  }
}

extension GateQuestion.SignedIn.Claim {
  /// What the word for a role in an answer of `/me` says.
  init(word: String) {
    if let role = GateQuestion.Role(parsing: word) {
      self = .role(role)
    } else {
      self = word.isEmpty || word == "user" ? .nothing : .unknown
    }
  }
}
