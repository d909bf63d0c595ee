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
    identities = roster.source.identities.map { identity in
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
    tokens = roster.source.tokens.map { Token(scopes: $0.scopes, at: $0.place) }
    isUpload = roster.source.files.contains(where: \.isUpload)
    records.schools = roster.schools.records.recordCount
    records.sections = roster.sections.records.recordCount
    records.teachers = roster.teachers.records.recordCount
    records.students = roster.students.records.recordCount
    records.contacts = roster.contacts.records.recordCount
    records.schoolAdmins = roster.schoolAdmins.records.recordCount
    declared = answers.declared
    gatherDistricts(roster, schools)
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
    // Step one may have been run with an export of before v3, under other ids.
    let namesNobody = answers.joined?.isEmpty ?? true && answers.invited?.isEmpty ?? true
    let present = namesNobody ? [:] : roster.presentIDs()
    let known = { (text: String) in present[text.lowercased()] ?? text.lowercased() }
    let list = Set((answers.joined ?? []).map(known))
    let teachers = roster.teachers
    let invited = answers.invited.map { Set($0.map(known)) }
    var unseen = invited ?? []
    var missing: [RecordID] = []
    for row in 0..<teachers.count where teachers.records.isRecord(row) {
      guard invited != nil || teachers.records.isOpen(row) else { continue }
      let id = teachers.records.ids[row]
      if let invited {
        let known = roster.idText(id).lowercased()
        guard invited.contains(known) else { continue }
        unseen.remove(known)
      }
      joined.expected += 1
      if !list.isEmpty {
        let email = roster.text.string(teachers.email[row]).lowercased()
        let known = roster.idText(id).lowercased()
        if list.contains(known) || !email.isEmpty && list.contains(email) { continue }
      }
      missing.append(id)
    }
    // As ids they are sorted without a look at their text.
    missing.sort { roster.precedes($0, $1) }
    joined.missing = missing.map { roster.idText($0) }
    // People who were invited and have left the export since are known by their ids alone.
    joined.expected += unseen.count
    let gone = unseen.filter { !list.contains($0) }
    guard !gone.isEmpty else { return }
    joined.missing += gone
    joined.missing.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
