import Findings
import Roster
import TestSupport

/// A made-up export from a seed, as steps that build it: one a record, in any order.
struct RandomExport {
  /// Puts one record into a roster.
  typealias Step = (inout RosterBuilder) throws -> Void

  /// The records.
  private(set) var records: [Step] = []
  /// What rules then withhold.
  private(set) var verdicts: [Step] = []
  private var generator: SeededRandom

  /// The export of `seed`: three schools, and a few dozen people whose links also lead to
  /// records that are not there.
  init(seed: UInt64) {
    generator = SeededRandom(seed: seed)
    addPlaces()
    addStaff()
    addStudentsAndContacts()
    addSections()
  }

  /// A roster of the records in their order, or in one that `seed` says.
  func builder(shuffledBy seed: UInt64? = nil) throws -> RosterBuilder {
    var records = records
    if let seed {
      var generator = SeededRandom(seed: seed)
      records.shuffle(using: &generator)
    }
    var builder = RosterBuilder()
    for step in records { try step(&builder) }
    for step in verdicts { try step(&builder) }
    return builder
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func ids(_ letter: String, _ count: Int, upTo limit: Int) -> [String] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      letter + "\(Int.random(in: 0..<limit, using: &generator))"
    }
  }

  private mutating func sis(_ letter: String, _ index: Int) -> String {
    chance(70) ? letter + "sis\(index &* 7_919 % 1_000)" : ""
  }

  private mutating func verdict<Table: RosterTable>(
    _ id: String,
    _ table: WritableKeyPath<Roster, Table>
  ) {
    guard chance(8) else { return }
    let kind = pick([FateKind.withheld, .filtered, .outOfScope, .mergedInto])
    verdicts.append { try $0.withhold(id, in: table, kind: kind) }
  }

  private mutating func addPlaces() {
    for index in 0..<3 {
      let id = "school\(index)"
      let sis = sis("H", index)
      records.append { try $0.school(id, sis: sis, name: "School \(index)") }
      if index > 0 { verdict(id, \.schools) }
    }
    for index in 0..<4 {
      let name = pick(["Algebra", "Art", "", "=1"])
      records.append { try $0.course("course\(index)", name: name) }
      let term = pick(["Fall", "", "Spring"])
      records.append {
        try $0.term("term\(index)", name: term, start: "2025-08-1\(index)", end: "2026-06-05")
      }
    }
  }

  private mutating func addStaff() {
    for index in 0..<12 {
      let id = "T\(index)"
      let sis = sis("t", index)
      let last = pick(["Rivera", "Lee", "Ñandú"])
      records.append { try $0.teacher(id, sis: sis, last: last) }
      verdict(id, \.teachers)
    }
    for index in 8..<18 {
      let isShared = index < 12
      let id = isShared ? "T\(index)" : "A\(index)"
      let schools = (0..<2).map { _ in "school\(Int.random(in: 0..<4, using: &generator))" }
      let staffID = sis("a", index)
      records.append {
        try $0.admin(id, staffID: staffID, schools: schools, teacher: isShared ? id : "")
      }
      verdict(id, \.schoolAdmins)
    }
  }

  private mutating func addStudentsAndContacts() {
    let contactTypes: [ContactType] = [.parentGuardian, .parentGuardian, .emergency, .none]
    for index in 0..<40 {
      let id = "S\(index)"
      let sis = sis("s", index)
      let grade = pick(CleverGrade.allCases)
      let school = pick(["school0", "school1", "school2", "school3", ""])
      records.append { try $0.student(id, sis: sis, grade: grade, school: school) }
      verdict(id, \.students)
    }
    for index in 0..<40 {
      let id = "P\(index)"
      let sis = sis("p", index)
      let name = pick(["Grace Okafor", "Okafor, Grace", "Okafor", "", "X, =1"])
      let email = pick(["a@b.example", "", "nowhere", "c@d.example"])
      let phone = pick(["5035550111", "(503) 555-0111", "", "12"])
      let children = ids("S", 4, upTo: 45).map { student in
        RosterBuilder.Child(
          student: student,
          relationship: pick(["Parent", "Self", "", "Other"]),
          type: pick(contactTypes)
        )
      }
      records.append {
        try $0.contact(id, sis: sis, last: name, email: email, phone: phone, of: children)
      }
      verdict(id, \.contacts)
    }
  }

  private mutating func addSections() {
    for index in 0..<25 {
      let id = "C\(index)"
      var fields = RosterBuilder.SectionFields()
      fields.sis = sis("c", index)
      fields.name = pick(["Math", "Math", " Math", "", "Homeroom", "Art  1"])
      fields.school = pick(["school0", "school0", "school1", "school2", "school3", ""])
      fields.grade = pick([.none, .grade3, .grade4, .unknown])
      fields.subject = pick(["math", "", "homeroom/advisory"])
      fields.period = pick(["1", "2", ""])
      fields.number = pick(["7", "8", ""])
      fields.course = pick(["course0", "course1", "course9", ""])
      fields.term = pick(["term0", "term1", "term9", ""])
      let teacher = pick(["T0", "T1", "T2", "T9", "T10", "T20", ""])
      let teachers = ids("T", 3, upTo: 14)
      let students = ids("S", 12, upTo: 45)
      let given = fields
      records.append {
        try $0.section(id, teacher: teacher, teachers: teachers, students: students) { $0 = given }
      }
      verdict(id, \.sections)
    }
  }
}
