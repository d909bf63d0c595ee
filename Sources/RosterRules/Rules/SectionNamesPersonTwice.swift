import Findings
import FlatTables
import Roster
import Texts

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
    check: RuleCheck(
      noting: Repeats.self,
      find: { roster, report in
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
            report.find(.section, row, Repeats(students: students, teachers: repeated))
          }
        }
      },
      describe: { hit, roster in
        let repeats = hit.detail
        let students = repeats.students > 0 ? [counted(repeats.students, "student")] : []
        let teachers = repeats.teachers > 0 ? [counted(repeats.teachers, "teacher")] : []
        return RuleMessage(
          "\(hit.mention(in: roster)) lists "
            + "\((students + teachers).joined(separator: " and ")) more than once",
          field: repeats.students > 0 ? "students" : "teachers"
        )
      }
    )
  )
}

/// How many people a section lists more than once.
private struct Repeats: HitDetail {
  let students: Int
  let teachers: Int

  init(students: Int, teachers: Int) {
    self.students = students
    self.teachers = teachers
  }
  init(_ packed: PackedDetail) {
    self.init(students: Int(packed.first), teachers: Int(packed.second))
  }
  var packed: PackedDetail { PackedDetail(students, teachers) }
}
