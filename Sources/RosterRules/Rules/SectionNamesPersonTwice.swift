import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A list that repeats itself is a sign of two enrolments where there should be one.
  public static let sectionNamesPersonTwice = RosterRule(
    "section-names-person-twice",
    .note,
    phase: .links,
    title: "a section lists the same person twice",
    why: "it is a sign of an enrolment that was entered twice",
    effect: "nothing changes: the person is in the class once",
    help: "take the second enrolment out of the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("section 'students' and 'teachers' are lists of ids"),
    example:
      "section '530e597a049e75a9262d0b05' (sis_id '116-98') lists 1 student more than once",
    latitude: .any,
    check: { roster, report in
      let sections = roster.sections
      var lastSection = [Int32](repeating: -1, count: roster.students.count)
      for row in 0..<sections.count where sections.records.isOpen(row) {
        var students = 0
        for index in sections.students.range(row) {
          let student = Int(sections.students.flat[index])
          if lastSection[student] == Int32(row) { students += 1 }
          lastSection[student] = Int32(row)
        }
        let teachers = sections.teachers[row]
        var repeated = 0
        for index in teachers.indices where teachers[..<index].contains(teachers[index]) {
          repeated += 1
        }
        if students + repeated > 0 {
          report.find(.section, row, detail: students, second: repeated)
        }
      }
    },
    describe: { hit, roster in
      let students = hit.detail > 0 ? [counted(Int(hit.detail), "student")] : []
      let teachers = hit.second > 0 ? [counted(Int(hit.second), "teacher")] : []
      return RuleWords(
        "\(roster.mention(.section, Int(hit.row))) lists "
          + "\((students + teachers).joined(separator: " and ")) more than once",
        field: hit.detail > 0 ? "students" : "teachers"
      )
    }
  )
}
