import Findings
import Roster

/// Who imports, and which schools are theirs.
extension Gate {
  // PRE-06
  static func role(
    _ question: GateQuestion,
    _ standing: GateStanding,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.role)
    row.place = standing.place
    let who = "'\(question.importer.id)'"
    switch standing.evidence {
    case .notNamed:
      row.refuse(.unknown, "no importer was named")
      findings.add(.importerUnknown, "no importer was named", row)
    case .notFound:
      let words =
        question.importer.id.isEmpty
        ? "no person in the export has the given email address"
        : "no person in the export is \(who)"
      let known = question.nearOrCandidates
      // A district's own 'staff.csv' that was read whole has all staff.
      if known.help == nil, let doubt = question.doubts[.schoolAdmin],
        !question.isUpload || question.records.schoolAdmins <= 0
      {
        row.refuse("\(words); \(doubt.words)", doubt)
      } else {
        row.refuse(.unknown, words + known.near)
        if let help = known.help {
          row.fixer = .importer
          row.howToFix = help
        }
      }
      findings.add(.importerUnknown, row.found, row)
    case .several(let count):
      row.refuse(.unknown, "\(count) people have the given email address")
      findings.add(
        .importerAmbiguous,
        "\(count) people have the given email address, so it is not known who imports",
        row,
        help: "name the importer by Clever id"
      )
    case .anotherPerson(let place):
      let words = "'/me' shows another person than \(who)"
      row.refuse(.unknown, words)
      row.fixer = .importer
      row.howToFix =
        "name the person who was signed in as 'operator', or save the answer of '/me' again with "
        + "\(who) signed in, or take its file out of the export"
      findings.add(.importerEvidenceContradicts, words, row, at: place)
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
        if let others = question.candidateWords {
          row.howToFix = "let a person import who may: \(others); or \(row.howToFix)"
        }
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
  static func districtRole(_ question: GateQuestion, _ standing: GateStanding) -> GateRow {
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
  static func schools(
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
    let doubt = question.doubts[.school]
    for school in unshared {
      let words = "school '\(school.id)' is not in the export"
      if let doubt {
        findings.add(words, doubt, row, about: .school, school.id)
      } else {
        findings.add(.schoolNotShared, words, row, about: .school, school.id)
      }
    }
    if !unshared.isEmpty {
      let found = "not in the export: \(quoted(unshared))"
      if let doubt {
        row.refuse("\(found); \(doubt.words)", doubt)
      } else {
        row.refuse(.notMet, found)
      }
    }
    switch standing.route {
    case .none:
      if unshared.isEmpty { row.refuse(.unknown, "no person who may import has a list of schools") }
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
      if let others = question.candidateWords {
        row.howToFix = "let a person import who may: \(others); or \(row.howToFix)"
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

  private static func quoted(_ schools: [GateQuestion.AskedSchool]) -> String {
    schools.map { "'\($0.id)'" }.joined(separator: ", ")
  }
}

extension GateQuestion {
  /// How many of those who may import are named.
  private static let candidateLimit = 5

  /// Who may import the chosen schools, by id and role: `'66a1…01' (school_admin)`; nil if the export
  /// shows no one.
  var candidateWords: String? {
    let able = candidates.filter { $0.role == .schoolAdmin || declared.acceptsDistrictAdmin }
    guard !able.isEmpty else { return nil }
    let named = able.prefix(GateQuestion.candidateLimit)
      .map { "'\($0.id)' (\($0.role.text))" }.joined(separator: ", ")
    let more = able.count - GateQuestion.candidateLimit
    return more > 0 ? "\(named) and \(more) more" : named
  }

  /// Of an importer that no record shows: who was meant, perhaps, to go on the message, and what to
  /// do; no help of its own where the export shows no one who may import.
  fileprivate var nearOrCandidates: (near: String, help: String?) {
    let near = importer.near
    guard near != nil || candidateWords != nil else { return ("", nil) }
    var parts = ["look at the spelling of 'operator'"]
    if let near { parts[0] += ", and write '\(near.id)' if that is the person" }
    if let candidateWords { parts.append("these may import: \(candidateWords)") }
    parts.append(
      "a person who is missing is listed as staff of the school by the district's Clever admin"
    )
    return (
      near.map { "; nearest is that of '\($0.id)' (\($0.role.text))" } ?? "",
      parts.joined(separator: "; ")
    )
  }
}
