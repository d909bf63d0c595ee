import FlatTables
public import Findings
public import Roster
import Texts

/// What is needed, shared, missing and shared beyond need, kind by kind and field by field.
///
/// Shows; the gate decides. A field that is not shared is absent from every record (Clever, field
/// level sharing; `CleverData.md`, sections 6.5 and 6.6), so what no record has is taken for not
/// shared; it cannot be told from a field that the school leaves empty.
public enum SharingMatrix {
  /// The rows for an import of `step`: each kind of record, then its fields.
  ///
  /// Cost: one look at each value that a row counts.
  public static func rows(of roster: Roster, step: GuideStep) -> [SharingRow] {
    let kinds: [Entity] = [.school, .section, .teacher, .student, .contact, .schoolAdmin]
    let absences = Absences(of: roster)
    return kinds.flatMap { entity in
      // What a district uploads is what it has: it shows neither what is shared nor that too much is.
      [records(entity, roster, step, absences)] + fields(entity, roster, step, absences)
        + (absences.isUpload ? [] : excess(entity, roster.source))
    }
  }

  // MARK: - Kinds of record

  private static func records(
    _ entity: Entity,
    _ roster: Roster,
    _ step: GuideStep,
    _ absences: Absences
  ) -> SharingRow {
    let count = roster.recordCount(of: entity)
    let named = (roster.records(of: entity)?.count ?? 0) - count
    var shared = count == 0 ? "none" : counted(count, entity.words)
    let need = need(of: entity, step)
    var verdict: SharingRow.Verdict = count > 0 ? .shared : .missing
    if named > 0 {
      shared += "; \(named) more \(named == 1 ? "is" : "are") named by others"
      if count > 0 { verdict = .partly }
    }
    if absences.isUpload {
      verdict = .notKnown
    } else if count == 0 || named > 0, absences.reason(entity) != nil {
      verdict = .notKnown
      shared += "; something that may hold more was not read"
    }
    if let scope = lackingScope(entity, roster.tokensOfOpenDistricts) {
      shared += "; \(scope)"
      if need == .required { verdict = .missing }
    }
    if count == 0, need == .otherStep, verdict != .notKnown { verdict = .notShared }
    return SharingRow(
      entity,
      "records",
      need,
      shared: shared,
      verdict,
      screen: CleverScreen.sharing(of: entity)
    )
  }

  private static func need(of entity: Entity, _ step: GuideStep) -> SharingRow.Need {
    entity == .contact && step == .classesTeachersStudents ? .otherStep : .required
  }

  /// What the tokens lack for `entity`, with the lesser scope that they have instead; nil where
  /// they have it or none is in the export.
  private static func lackingScope(_ entity: Entity, _ tokens: [TokenScopes]) -> String? {
    let needs = ScopeNeed.needs(step: .parentsContacts, route: .schoolAdmin)
    guard let need = needs.first(where: { $0.entity == entity }),
      let token = tokens.first(where: { !need.isMet(by: $0.scopes) })
    else { return nil }
    let lesser = token.scopes.first { scope in
      scope == "\(need.scopes[0])_limited" || scope == "\(need.scopes[0])_basic"
    }
    return lesser.map { "the token has '\($0)' alone" } ?? "the token lacks '\(need.scopes[0])'"
  }

  // MARK: - Fields

  /// How many records of a kind have a value.
  private struct Field {
    var group: String
    var need: SharingRow.Need
    var filled: Int

    /// Counts the rows of `table` whose records were read and that are filled.
    ///
    /// Inlined with what `isFilled` does: a call for each value of a million people is felt.
    @inline(__always)
    init(
      _ group: String,
      _ need: SharingRow.Need,
      in table: some RosterTable,
      where isFilled: (Int) -> Bool
    ) {
      let records = table.records
      var filled = 0
      for row in 0..<records.count where records.isRecord(row) && isFilled(row) { filled += 1 }
      (self.group, self.need, self.filled) = (group, need, filled)
    }
  }

  private static func fields(
    _ entity: Entity,
    _ roster: Roster,
    _ step: GuideStep,
    _ absences: Absences
  ) -> [SharingRow] {
    guard let records = roster.records(of: entity), records.recordCount > 0 else { return [] }
    var fields = fields(of: entity, roster)
    if need(of: entity, step) == .otherStep {
      for index in fields.indices { fields[index].need = .otherStep }
    }
    return fields.map { field in
      let filled = field.filled
      let verdict: SharingRow.Verdict =
        absences.isUpload
        ? .notKnown
        : filled == records.recordCount
          ? .shared : filled > 0 ? .partly : field.need == .otherStep ? .notShared : .missing
      return SharingRow(
        entity,
        field.group,
        field.need,
        shared: "\(filled) of \(counted(records.recordCount, entity.words))",
        verdict,
        screen: CleverScreen.fields
      )
    }
  }

  private static func fields(of entity: Entity, _ roster: Roster) -> [Field] {
    switch entity {
    case .school:
      let schools = roster.schools
      return [
        Field("name", .required, in: schools) { !schools.name[$0].isEmpty },
        Field("sis_id", .useful, in: schools) { !schools.sisID[$0].isEmpty },
      ]
    case .section:
      let sections = roster.sections
      return [
        Field("name", .required, in: sections) { !sections.name[$0].isEmpty },
        Field("teachers", .required, in: sections) { sections.teachers.count(of: $0) > 0 },
        Field("students", .required, in: sections) { sections.students.count(of: $0) > 0 },
        Field("subject", .useful, in: sections) { !sections.subject[$0].isEmpty },
        Field("term", .useful, in: sections) { row in
          sections.term[row] >= 0 || !sections.inlineTerm[row].name.isEmpty
        },
      ]
    case .teacher:
      let teachers = roster.teachers
      return [
        Field("name", .required, in: teachers) { !teachers.lastName[$0].isEmpty },
        Field("email", .required, in: teachers) { !teachers.email[$0].isEmpty },
        Field("sis_id", .useful, in: teachers) { !teachers.sisID[$0].isEmpty },
      ]
    case .student:
      let students = roster.students
      return [
        Field("name", .required, in: students) { row in
          !students.firstName[row].isEmpty || !students.lastName[row].isEmpty
        },
        Field("grade", .useful, in: students) { students.grade[$0] != .none },
        Field("sis_id", .useful, in: students) { !students.sisID[$0].isEmpty },
      ]
    case .contact:
      let contacts = roster.contacts
      return [
        Field("name", .required, in: contacts) { row in
          !contacts.firstName[row].isEmpty || !contacts.lastName[row].isEmpty
        },
        Field("email or phone", .required, in: contacts) { row in
          !contacts.email[row].isEmpty || !contacts.phone[row].isEmpty
        },
        Field("relationship", .useful, in: contacts) { row in
          contacts.students.range(row).contains { !contacts.relationship[$0].isEmpty }
        },
      ]
    case .schoolAdmin:
      let admins = roster.schoolAdmins
      return [
        Field("schools", .required, in: admins) { admins.schools.count(of: $0) > 0 },
        Field("email", .useful, in: admins) { !admins.email[$0].isEmpty },
      ]
    default: return []
    }
  }

  // MARK: - More than is needed

  /// Fields of students that Bloomz has no place for, by group.
  ///
  /// Source: Clever's own list of sensitive fields (`ell_status`, `iep_status`, `frl_status`), and
  /// the others that describe a child and that no school community needs (`CleverData.md`,
  /// section 6.5).
  private static let studentExcess: [(group: String, fields: [String])] = [
    (
      "services", ["ell_status", "iep_status", "frl_status", "section_504_status", "gifted_status"]
    ),
    ("disability", ["disability_code", "disability_text", "disability_type"]),
    ("race and ethnicity", ["race", "hispanic_ethnicity"]),
    ("gender and birth date", ["gender", "dob"]),
    ("home language", ["home_language", "home_language_name", "home_language_code"]),
    ("grades and credits", ["weighted_gpa", "unweighted_gpa"]),
    ("credentials", ["credentials"]),
  ]

  private static func excess(_ entity: Entity, _ source: SourceEvidence) -> [SharingRow] {
    guard entity == .student else { return [] }
    return studentExcess.compactMap { group, fields in
      let there = fields.filter { source.unusedFields[$0, default: 0] > 0 }
      guard !there.isEmpty else { return nil }
      let words = there.map {
        "'\($0)' in \(counted(source.unusedFields[$0, default: 0], "record"))"
      }
      return SharingRow(
        .student,
        group,
        .none,
        shared: words.joined(separator: ", "),
        .overShared,
        screen: CleverScreen.fields
      )
    }
  }
}

extension Roster {
  /// The tokens that may be those of the districts of the schools that are taken; those of other
  /// districts say nothing of what is shared here.
  fileprivate var tokensOfOpenDistricts: [TokenScopes] {
    guard !source.tokens.isEmpty else { return [] }
    let taken = Set(
      schools.recordRows.filter { schools.records.isOpen($0) }.map { schools.district[$0] }
    )
    let owners = Set(taken.filter { $0 >= 0 }.map { idText(districts.records.ids[Int($0)]) })
    return source.tokens.filter { $0.mayBelong(to: owners) }
  }
}
