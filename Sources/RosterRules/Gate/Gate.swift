import Findings
import Roster
import Texts

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
  static func community(
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
      row.refuse(.unknown, "it is not declared, and no export shows it")
      findings.add(
        .communityNotSetUp,
        "it is not declared that Bloomz set the community up and the importer is School Admin there",
        row
      )
    }
    return row
  }

  // PRE-02
  static func application(
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
      row.refuse(.unknown, "it is not declared which application the export is for")
      findings.add(
        .applicationNotBloomz,
        "it is not declared which application the export is for",
        row
      )
    }
    return row
  }

  // PRE-03
  static func sharing(
    _ question: GateQuestion,
    _ standing: GateStanding,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.sharing)
    let records = question.records
    let kinds = [
      (Entity.school, records.schools), (.section, records.sections),
      (.teacher, records.teachers), (.student, records.students),
    ]
    let absent = kinds.filter { $0.1 <= 0 }.map(\.0)
    for entity in absent { addAbsent(entity, question, row, &findings) }
    // What may be in a file that was not read does not show what is shared.
    let doubts = absent.compactMap { question.doubts[$0] }
    let isDoubted = !absent.isEmpty && doubts.count == absent.count
    var lacking: [String] = []
    for token in question.tokens {
      for need in ScopeNeed.needs(step: question.step, route: standing.route)
      where !need.isMet(by: token.scopes) && !lacking.contains(need.scopes[0]) {
        lacking.append(need.scopes[0])
        findings.add(
          .scopeMissing,
          need.words(token.scopes),
          row,
          at: token.place,
          about: need.entity
        )
      }
    }
    // A token of another district opens none of these records, so it shows nothing; without any of
    // their own the export is judged as one without tokens.
    let isElsewhere = question.tokens.isEmpty && !question.otherTokens.isEmpty
    if isElsewhere {
      findings.add(
        .noTokenOfDistrict,
        "no token in the export is of the school's district; "
          + "\(question.otherTokens.count) \(question.otherTokens.count == 1 ? "is" : "are") of others",
        row,
        at: question.otherTokens.first?.place,
        help: "save Clever's list of tokens again and see that this district is in it, or take the "
          + "file out of the export",
        fixer: .importer
      )
    }
    let isDenied = question.tokens.isEmpty && question.declared.sharingIsSet == false
    if isDenied {
      findings.add(.sharingNotSet, "sharing permissions are declared as not set", row)
    }
    // What a district uploads is all it has, shared or not, so it must be declared.
    let isUndeclared = question.isUpload && question.declared.sharingIsSet != true
    if isUndeclared, !isDenied {
      findings.add(
        .sharingNotSet,
        "the records come from the district's own CSV files, which do not show what is shared with "
          + "Bloomz, and it is not declared that sharing is set",
        row,
        help: "share them in Clever's dashboard (Applications, Bloomz, Sharing); when that is "
          + "done, say 'sharing-is-set: true' under 'declared' in the pipeline file"
      )
    }
    row.place = (question.tokens.first ?? question.otherTokens.first)?.place
    if absent.isEmpty, lacking.isEmpty, !isDenied, isUndeclared {
      row.refuse(.unknown, "the district's own CSV files do not show what is shared")
    } else if !absent.isEmpty || !lacking.isEmpty || isDenied {
      let words = absent.map(\.plural).joined(separator: ", no ")
      var found = absent.isEmpty ? [] : ["the export holds no \(words)"]
      if !lacking.isEmpty { found.append("the token lacks '\(lacking.joined(separator: "', '"))'") }
      if isDenied { found.append("declared: sharing permissions are not set") }
      if let doubt = doubts.first, isDoubted, lacking.isEmpty, !isDenied {
        row.refuse("\(found[0]); \(doubt.words)", doubt)
      } else {
        row.refuse(.notMet, found.joined(separator: "; "))
      }
    } else {
      let held = kinds.map { counted($0.1, $0.0.words) }.joined(separator: ", ")
      var scopes =
        isElsewhere
        ? "; no token in the export is of the school's district"
        : question.tokens.isEmpty
          ? "; no token file shows the scopes" : "; the token's scopes cover them"
      if question.isUpload { scopes += "; declared: sharing permissions are set" }
      row.meet("\(held)\(scopes)")
    }
    return row
  }

  /// Adds that the export holds no record of `entity`.
  private static func addAbsent(
    _ entity: Entity,
    _ question: GateQuestion,
    _ row: GateRow,
    _ findings: inout [FindingText]
  ) {
    let words = "the export holds no \(entity.plural)"
    if let doubt = question.doubts[entity] {
      findings.add(words, doubt, row, about: entity)
    } else {
      findings.add(.entityNotShared, words, row, about: entity)
    }
  }

  /// The share of links, in per cent, beyond which sharing was not finished.
  static let unsharedLimit = 50

  // PRE-04
  static func partialSharing(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.partialSharing)
    let links = question.links
    let found =
      "\(links.unshared) of \(links.all) links from sections lead to records that are not in the "
      + "export"
    let doubts = [Entity.student, .teacher].compactMap { question.doubts[$0] }
    if links.unshared * 100 > links.all * unsharedLimit, let doubt = doubts.first {
      row.refuse("\(found); \(doubt.words)", doubt)
      findings.add(
        .recordsMissing,
        "\(found); \(doubt.words)",
        row,
        help: doubt.help,
        fixer: doubt.fixer
      )
    } else if links.unshared * 100 > links.all * unsharedLimit {
      row.refuse(.notMet, found)
      findings.add(.sharingIsPartial, found, row)
    } else {
      row.meet(found)
    }
    return row
  }

  // PRE-05
  static func contacts(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.contacts)
    guard question.step == .parentsContacts else {
      row.skip("step one imports no contacts")
      return row
    }
    if question.records.contacts > 0 {
      row.meet(counted(question.records.contacts, "contact"))
    } else {
      if let doubt = question.doubts[.contact] {
        row.refuse("the export holds no contacts; \(doubt.words)", doubt)
      } else {
        row.refuse(.notMet, "the export holds no contacts")
      }
      addAbsent(.contact, question, row, &findings)
    }
    return row
  }
}
