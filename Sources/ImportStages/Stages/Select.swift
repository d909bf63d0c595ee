import Findings
import FlatTables
public import Pipeline
import Roster

/// Chooses the school, or all schools the operator may import, and which of its sections.
public struct Select: Stage {
  /// What the option 'sections' offers.
  private enum SectionChoice: String, CaseIterable {
    case all
    case homeroomAndSpecialist = "homeroom-and-specialist"
  }

  private static let school = StageOption(
    "school",
    .text,
    help: "Clever id or sis_id of the school, or all"
  )
  private static let sections = StageOption(
    "sections",
    .choice(SectionChoice.self),
    default: .all,
    help: "which sections become classes"
  )
  private static let subjects = StageOption(
    "subjects",
    .list(of: .text),
    default: [],
    help: "only sections with one of these subjects of Clever's; capitals do not count"
  )
  private static let grades = StageOption(
    "grades",
    .list(of: .choice(of: CleverGrade.allCases.filter { !$0.text.isEmpty }, named: \.text)),
    default: [],
    help: "only sections of one of these grades, in Clever's spelling"
  )
  private static let otherStaff = StageOption(
    "other-staff",
    .flag,
    default: false,
    help: "also takes school admins and other staff; Bloomz makes them School Support Staff"
  )

  /// Name, options and help.
  public static let card = StageCard(
    name: "select",
    summary: "chooses the school and its sections",
    help: """
      The guide imports one school at a time. With 'all', every school on the operator's list in \
      Clever is taken; a school that is not on the list is never taken along.

      Elementary schools share only homerooms and specialists with Bloomz: choose \
      'homeroom-and-specialist' for them, or name subjects and grades.

      A teacher is taken by the sections, not by the primary school, which Clever computes. A \
      student is taken who sits in a section that is taken, or whose primary school is chosen.
      """,
    options: [school.card, sections.card, subjects.card, grades.card, otherStaff.card],
    example: """
      - select: { school: "${school}", sections: homeroom-and-specialist }
      """
  )

  private let school: String
  private let sections: SectionFilter
  private let takesOtherStaff: Bool

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    school = options[Select.school].trimmed
    let subjects = options[Select.subjects]
    var filter: SectionFilter =
      if !subjects.isEmpty {
        SectionFilter(subjects: Set(subjects))
      } else {
        switch options[Select.sections] {
        case .all: .all
        case .homeroomAndSpecialist: .homeroomAndSpecialist
        }
      }
    let grades = options[Select.grades]
    if !grades.isEmpty { filter.grades = Set(grades) }
    sections = filter
    takesOtherStaff = options[Select.otherStaff]
  }

  /// Does the work; see the card.
  public func run(
    _ input: ExtractedRoster,
    context: RunContext
  ) async throws -> StageResult<SelectedRoster> {
    var record = input.record
    let before = FateCount(of: record.roster)
    record.takesAllSchools = school == "all"
    record.sections = sections
    record.takesOtherStaff = takesOtherStaff
    record.schools = record.roster.schoolRows(named: school)

    // Without any school the gate must still say which permission is missing; a name that none
    // of the schools bears is a slip that only the person at the keyboard can mend.
    let hasSchools = record.roster.schools.records.recordCount > 0
    if record.schools.isEmpty, hasSchools {
      return .refused(soFar: SelectedRoster(record: record), [notThere(in: record.roster)])
    }
    if record.schools.isEmpty, let id = record.roster.existingID(school),
      let standIn = record.roster.schools.records.row(of: id)
    {
      // Not shared, but named by its sections: the gate can say of this school what it lacks.
      record.schools = [standIn]
    }
    record.limitScope()
    record.books.append(try before.close(Select.card.name, FateCount(of: record.roster)))
    context.tell(Select.card.name, did: before.total(.undecided), "records")
    return .done(SelectedRoster(record: record), [])
  }

  private func notThere(in roster: Roster) -> Finding {
    let there = roster.schools.recordRows.map { row in
      let sisID = roster.text.string(roster.schools.sisID[row])
      let id = roster.idText(roster.schools.records.ids[row])
      return sisID.isEmpty ? id : "\(sisID) (\(id))"
    }
    // Another file may spell the school's id with the zeros that this one lost.
    let zeros = roster.source.lostZeros.first { $0.entity == .school }.map { lost in
      "'\(lost.short)' in \(roster.source.files[lost.file].path) is '\(lost.full)' without the zeros in "
        + "front: get that file again; or "
    }
    return Finding(
      StageCode.schoolNotInExport,
      .blocker,
      "school '\(school)' is not in the export",
      help: "\(zeros ?? "")name one that is: \(there.sorted().joined(separator: ", ")); or "
        + (roster.isUpload
          ? "add the school to schools.csv"
          : "share the school with Bloomz in Clever and export again"),
      fixer: .importer,
      entity: Entity.school.text,
      record: school
    )
  }
}

extension RunRecord {
  /// Decides the fate of all that the chosen schools and sections do not concern.
  mutating func limitScope() {
    roster.limitScope(
      to: Set(schools),
      sections: sections,
      otherStaff: takesOtherStaff,
      stage: Select.card.name
    )
  }
}

extension Roster {
  /// The schools that `name` names by Clever id or `sis_id`; every school for `all`.
  ///
  /// A Clever id is unique over districts, so it goes before a `sis_id` of the same spelling.
  func schoolRows(named name: String) -> [Int32] {
    if name == "all" { return schools.recordRows.map { Int32($0) } }
    if let id = existingID(name), let row = schools.records.row(of: id),
      schools.records.isRecord(Int(row))
    {
      return [row]
    }
    let wanted = Array(name.utf8)
    return schools.recordRows
      .filter { equalBytes(text.span(schools.sisID[$0]), wanted.span) }
      .map { Int32($0) }
  }
}
