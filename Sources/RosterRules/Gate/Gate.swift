import Findings
import Roster

/// The permission gate: whether this person may import these schools now.
///
/// One pure function over plain values. It is an allow-list and fails closed: a run is permitted
/// only when every need is shown or declared; absent, unknown or contradictory evidence refuses.
///
/// Sources: Bloomz's Clever guide for school admins (2 Jul 2019), its prerequisites and steps;
/// for `acceptsDistrictAdmin` the guide's newer edition; for scopes and sharing Clever's
/// documentation. Each row says what asks for it.
public enum Gate {
  /// Decides.
  public static func judge(_ question: GateQuestion) -> GateVerdict {
    var findings: [FindingText] = []
    let standing = GateStanding(question)
    let rows = [
      community(question, &findings),
      application(question, &findings),
      sharing(question, standing, &findings),
      partialSharing(question, &findings),
      contacts(question, &findings),
      role(question, standing, &findings),
      districtRole(question, standing),
      schools(question, standing, &findings),
      staff(question, &findings),
      supportStaff(question),
      elementary(question, &findings),
      order(question, &findings),
      classOptions(question),
      sync(question, &findings),
    ]
    let mayImport = standing.route != .none && rows.allSatisfy { !$0.refuses }
    return GateVerdict(rows: rows, findings: findings, isPermitted: mayImport)
  }

  // PRE-01
  private static func community(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.community)
    switch question.declared.communityIsSetUp {
    case true?:
      row.declare("declared: the community is set up, and the importer is School Admin there")
    case false?:
      row.refuse(.notMet, "declared: the community is not set up")
      findings.add(.communityNotSetUp, "the Bloomz community is declared as not set up", row)
    case nil:
      row.refuse(.unknown, "nobody declared it, and no export shows it")
      findings.add(
        .communityNotSetUp,
        "nobody declared that Bloomz set the community up and the importer is School Admin there",
        row
      )
    }
    return row
  }

  // PRE-02
  private static func application(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.application)
    switch question.declared.application {
    case "bloomz"?:
      row.declare("declared: the application is 'bloomz'")
    case let name?:
      row.refuse(.notMet, "declared: the application is '\(name)'")
      findings.add(
        .applicationNotBloomz,
        "the application is '\(name)'; only an export that 'bloomz' may read can be imported",
        row
      )
    case nil:
      row.refuse(.unknown, "nobody declared which application the export is for")
      findings.add(
        .applicationNotBloomz,
        "nobody declared which application the export is for",
        row
      )
    }
    return row
  }

  // PRE-03
  private static func sharing(
    _ question: GateQuestion,
    _ standing: GateStanding,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.sharing)
    let records = question.records
    let kinds = [
      ("schools", records.schools), ("sections", records.sections),
      ("teachers", records.teachers), ("students", records.students),
    ]
    let absent = kinds.filter { $0.1 <= 0 }.map(\.0)
    for kind in absent {
      findings.add(.entityNotShared, "the export holds no \(kind)", row)
    }
    var lacking: [String] = []
    for token in question.tokens {
      for need in ScopeNeed.needs(step: question.step, route: standing.route)
      where !need.isMet(by: token.scopes) && !lacking.contains(need.scopes[0]) {
        lacking.append(need.scopes[0])
        findings.add(.scopeMissing, need.words(token.scopes), row, at: token.place)
      }
    }
    let isDenied = question.tokens.isEmpty && question.declared.sharingIsSet == false
    if isDenied {
      findings.add(.sharingNotSet, "sharing permissions are declared as not set", row)
    }
    row.place = question.tokens.first?.place
    if !absent.isEmpty || !lacking.isEmpty || isDenied {
      var found = absent.isEmpty ? [] : ["the export holds no \(absent.joined(separator: ", no "))"]
      if !lacking.isEmpty { found.append("the token lacks '\(lacking.joined(separator: "', '"))'") }
      if isDenied { found.append("declared: sharing permissions are not set") }
      row.refuse(.notMet, found.joined(separator: "; "))
    } else {
      let held = kinds.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
      let scopes =
        question.tokens.isEmpty
        ? "; no token file shows the scopes" : "; the token's scopes cover them"
      row.meet("\(held)\(scopes)")
    }
    return row
  }

  /// The share of links, in per cent, beyond which sharing was not finished.
  static let unsharedLimit = 50

  // PRE-04
  private static func partialSharing(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.partialSharing)
    let links = question.links
    let found =
      "\(links.unshared) of \(links.all) links from sections lead to records that are not in the "
      + "export"
    if links.unshared * 100 > links.all * unsharedLimit {
      row.refuse(.notMet, found)
      findings.add(.sharingIsPartial, found, row)
    } else {
      row.meet(found)
    }
    return row
  }

  // PRE-05
  private static func contacts(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.contacts)
    guard question.step == .parentsContacts else {
      row.skip("step one imports no contacts")
      return row
    }
    if question.records.contacts > 0 {
      row.meet("\(question.records.contacts) contacts")
    } else {
      row.refuse(.notMet, "the export holds no contacts")
      findings.add(.entityNotShared, "the export holds no contacts", row)
    }
    return row
  }

  // PRE-06
  private static func role(
    _ question: GateQuestion,
    _ standing: GateStanding,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.role)
    row.place = standing.place
    let who = question.importer.id.isEmpty ? "the given email" : "'\(question.importer.id)'"
    switch standing.evidence {
    case .nobody:
      row.refuse(.unknown, "nobody was named as the importer")
      findings.add(.importerUnknown, "nobody was named as the importer", row)
    case .notFound:
      row.refuse(.unknown, "nobody in the export is \(who)")
      findings.add(.importerUnknown, "nobody in the export is \(who)", row)
    case .several(let count):
      row.refuse(.unknown, "\(count) people have the given email address")
      findings.add(
        .importerAmbiguous,
        "\(count) people have the given email address, so nobody can tell who imports",
        row,
        help: "name the importer by Clever id"
      )
    case .contradicts(let words):
      row.refuse(.unknown, words)
      findings.add(.importerEvidenceContradicts, words, row, at: standing.place)
    case .roles(let roles):
      if roles.contains(.schoolAdmin) {
        row.meet("\(who) is \(standing.adminWords), which covers every employee who does not teach")
      } else if standing.route == .districtAdmin {
        row.skip("\(who) imports as 'district_admin'")
      } else {
        let words = roles.map { "'\($0.text)'" }.joined(separator: ", ")
        row.refuse(.notMet, "\(who) has the role \(words)")
        findings.add(
          .importerIsNotSchoolAdmin,
          "\(who) has the role \(words); only 'school_admin' may import a school",
          row,
          at: standing.place
        )
      }
    }
    return row
  }

  // PRE-07
  private static func districtRole(_ question: GateQuestion, _ standing: GateStanding) -> GateRow {
    var row = GateRow(.districtRole)
    guard case .roles(let roles) = standing.evidence, roles.contains(.districtAdmin) else {
      row.skip("the importer is no 'district_admin'")
      return row
    }
    row.place = standing.districtPlace
    if standing.route == .districtAdmin {
      row.meet("'\(question.importer.id)' is 'district_admin', which the pipeline file accepts")
    } else if roles.contains(.schoolAdmin) {
      row.skip("'\(question.importer.id)' imports as 'school_admin'")
    } else {
      // PRE-06 has the finding: the role that is missing is 'school_admin'.
      row.refuse(
        .notMet,
        "'\(question.importer.id)' is 'district_admin', which the pipeline file does not accept"
      )
    }
    return row
  }

  // PRE-08
  private static func schools(
    _ question: GateQuestion,
    _ standing: GateStanding,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.schools)
    guard !question.schools.isEmpty else {
      row.refuse(.unknown, "no school was chosen")
      findings.add(.noSchoolChosen, "no school was chosen", row)
      return row
    }
    let unshared = question.schools.filter { !$0.place.isKnown }
    for school in unshared {
      findings.add(.schoolNotShared, "school '\(school.id)' is not in the export", row)
    }
    if !unshared.isEmpty {
      row.refuse(.notMet, "not in the export: \(quoted(unshared))")
    }
    switch standing.route {
    case .none:
      if unshared.isEmpty { row.refuse(.unknown, "nobody who may import has a list of schools") }
    case .districtAdmin:
      row.place = standing.districtPlace
      if question.districtCount != 1 {
        row.refuse(.unknown, "the export names \(question.districtCount) districts")
        findings.add(
          .severalDistricts,
          "the export names \(question.districtCount) districts, and a 'district_admin' has one",
          row,
          at: standing.districtPlace
        )
      } else if unshared.isEmpty {
        row.meet("a 'district_admin' has every school of the district: \(quoted(question.schools))")
      }
    case .schoolAdmin:
      row.place = standing.place
      guard let list = standing.schools else {
        row.refuse(.unknown, "'/me' names the role, but no list says for which schools")
        findings.add(
          .importerSchoolsUnknown,
          "'/me' says that '\(question.importer.id)' is 'school_admin', but the export has no list "
            + "of their schools",
          row,
          at: standing.place
        )
        return row
      }
      let missing = question.schools.filter { $0.place.isKnown && !list.contains($0.row) }
      for school in missing {
        findings.add(
          .schoolNotOnImportersList,
          "school '\(school.id)' is not on the list of '\(question.importer.id)'",
          row,
          at: standing.place
        )
      }
      if !missing.isEmpty {
        row.refuse(.notMet, "not on the importer's list: \(quoted(missing))")
      } else if unshared.isEmpty {
        row.meet("on the importer's list: \(quoted(question.schools))")
      }
    }
    return row
  }

  // PRE-09
  private static func staff(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.staff)
    if question.records.schoolAdmins > 0 {
      row.meet("\(question.records.schoolAdmins) in the export")
    } else {
      row.advise("the export holds no staff but teachers")
      findings.add(.staffNotShared, "the export holds no staff but teachers", row)
    }
    return row
  }

  // PRE-10
  private static func supportStaff(_ question: GateQuestion) -> GateRow {
    var row = GateRow(.supportStaff)
    if question.supportStaff > 0 {
      row.meet("\(question.supportStaff) will arrive as School Support Staff")
    } else {
      row.skip("no such staff are imported")
    }
    return row
  }

  // PRE-11
  private static func elementary(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.elementary)
    let elementary = question.elementary
    guard elementary.schools > 0 else {
      row.skip("no chosen school is known as an elementary school")
      return row
    }
    let found =
      "\(elementary.otherSections) of \(elementary.sections) sections are neither homerooms nor of "
      + "a specialist"
    if elementary.otherSections > 0 {
      row.advise(found)
      findings.add(.elementarySharesEverySection, found, row)
    } else {
      row.meet(found)
    }
    return row
  }

  // PRE-12
  private static func order(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.order)
    guard question.step == .parentsContacts else {
      row.skip("step one comes first")
      return row
    }
    let joined = question.joined
    if joined.isGiven, joined.expected > 0, joined.missing.isEmpty {
      row.meet("all \(joined.expected) teachers have joined")
    } else if let reason = joined.overrideReason, !isBlank(reason) {
      row.declare("overridden: '\(reason)'")
    } else if !joined.isGiven {
      row.refuse(.unknown, "nobody said which teachers have joined")
      findings.add(.joinedTeachersUnknown, "nobody said which teachers have joined", row)
    } else if joined.expected <= 0 {
      row.refuse(.unknown, "there is no teacher who could have joined")
      findings.add(.joinedTeachersUnknown, "there is no teacher who could have joined", row)
    } else {
      let found = "\(joined.missing.count) of \(joined.expected) teachers have not joined"
      row.refuse(.notMet, found)
      let ids = joined.missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let more = joined.missing.count > 3 ? " and \(joined.missing.count - 3) more" : ""
      findings.add(.teachersHaveNotJoined, "\(found): \(ids)\(more)", row)
    }
    return row
  }

  // PRE-13
  private static func classOptions(_ question: GateQuestion) -> GateRow {
    var row = GateRow(.classOptions)
    switch question.declared.classOptions {
    case nil: row.meet("the guide's defaults: all on")
    case let options? where options.isEmpty: row.declare("chosen: all off")
    case let options?: row.declare("chosen: \(options.joined(separator: ", "))")
    }
    return row
  }

  // PRE-14
  private static func sync(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.sync)
    let stopped = question.districts.filter { $0.state == .error || $0.state == .paused }
    row.place = (stopped.first ?? question.districts.first)?.place
    if stopped.isEmpty {
      let states = question.districts.filter { $0.state != .none }.map { "'\($0.state.text)'" }
      if states.isEmpty {
        // Early exports have no state anywhere; that is no sign of a sync that stands still.
        row.verdict = .unknown
        row.found = "the export does not say"
      } else {
        row.meet("the state is \(states.joined(separator: ", "))")
      }
    } else if let reason = question.declared.stoppedSyncReason, !isBlank(reason) {
      row.declare("the state is '\(stopped[0].state.text)'; overridden: '\(reason)'")
    } else {
      row.refuse(.notMet, "the state is '\(stopped[0].state.text)'")
      for district in stopped {
        findings.add(
          .districtSyncStopped,
          "the sync of district '\(district.id)' has the state '\(district.state.text)', so its "
            + "records are old",
          row,
          at: district.place
        )
      }
    }
    return row
  }

  private static func quoted(_ schools: [GateQuestion.AskedSchool]) -> String {
    schools.map { "'\($0.id)'" }.joined(separator: ", ")
  }
}

/// Whether a reason says nothing.
private func isBlank(_ reason: String) -> Bool {
  reason.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
}
