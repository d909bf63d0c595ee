import FlatTables
import Roster

/// What two rosters of one district say differently, when their ids have nothing in common: records
/// are the same that have the same `sis_id`, and schools those where most students went along.
///
/// Names of sections are passed over: Clever makes them, each version in its own way.
struct RecordedDifferences {
  /// `kind: what, of which record`, in order.
  private(set) var lines: [String] = []
  private let old: Roster
  private let new: Roster
  /// The old school of each new one.
  private var schools: [String: String] = [:]

  init(from old: Roster, to new: Roster) {
    self.old = old
    self.new = new
    matchSchools()
    compareCounts()
    compareStudents()
    compareTeachers()
    compareSections()
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func note(_ kind: String, _ what: String, _ left: String, _ right: String) {
    if left != right { lines.append("\(kind): \(what): '\(left)', then '\(right)'") }
  }

  /// How many records of each kind there are, how many are only referred to, and which ids stayed.
  private mutating func compareCounts() {
    for entity in Entity.allCases {
      guard let left = old.records(of: entity), let right = new.records(of: entity) else {
        continue
      }
      note("records", entity.text, "\(left.recordCount)", "\(right.recordCount)")
      note(
        "only-named",
        entity.text,
        "\(left.count - left.recordCount)",
        "\(right.count - right.recordCount)"
      )
      let ids = Set((0..<left.count).map { old.idText(left.ids[$0]) })
      let kept = (0..<right.count).count { ids.contains(new.idText(right.ids[$0])) }
      if left.count > 0, right.count > 0, kept < right.count {
        lines.append("ids: \(entity.text): \(kept) of \(right.count) are as before")
      }
    }
  }

  // MARK: - Records by sis_id

  private mutating func compareStudents() {
    let pairs = matched("student", keys(old, \.students, \.sisID), keys(new, \.students, \.sisID))
    for (key, left, right) in pairs {
      let what = "'\(key)'"
      note(
        "student-first-name",
        what,
        text(old, old.students.firstName[left]),
        text(new, new.students.firstName[right])
      )
      note(
        "student-last-name",
        what,
        text(old, old.students.lastName[left]),
        text(new, new.students.lastName[right])
      )
      note(
        "student-email",
        what,
        text(old, old.students.email(of: left)),
        text(new, new.students.email(of: right))
      )
      note("student-grade", what, old.students.grade[left].text, new.students.grade[right].text)
      note(
        "student-school",
        what,
        school(old, old.students.school[left]),
        school(new, new.students.school[right])
      )
    }
  }

  private mutating func compareTeachers() {
    let pairs = matched("teacher", keys(old, \.teachers, \.sisID), keys(new, \.teachers, \.sisID))
    for (key, left, right) in pairs {
      let what = "'\(key)'"
      note(
        "teacher-first-name",
        what,
        text(old, old.teachers.firstName[left]),
        text(new, new.teachers.firstName[right])
      )
      note(
        "teacher-last-name",
        what,
        text(old, old.teachers.lastName[left]),
        text(new, new.teachers.lastName[right])
      )
      note(
        "teacher-email",
        what,
        text(old, old.teachers.email[left]),
        text(new, new.teachers.email[right])
      )
      note(
        "teacher-school",
        what,
        school(old, old.teachers.school[left]),
        school(new, new.teachers.school[right])
      )
    }
  }

  private mutating func compareSections() {
    let pairs = matched("section", keys(old, \.sections, \.sisID), keys(new, \.sections, \.sisID))
    for (key, left, right) in pairs {
      let what = "'\(key)'"
      note(
        "section-school",
        what,
        school(old, old.sections.school[left]),
        school(new, new.sections.school[right])
      )
      note("section-grade", what, old.sections.grade[left].text, new.sections.grade[right].text)
      note(
        "section-subject",
        what,
        text(old, old.sections.subject[left]),
        text(new, new.sections.subject[right])
      )
      note(
        "section-period",
        what,
        text(old, old.sections.period[left]),
        text(new, new.sections.period[right])
      )
      note(
        "section-number",
        what,
        text(old, old.sections.number[left]),
        text(new, new.sections.number[right])
      )
      note(
        "section-teacher",
        what,
        teacher(old, old.sections.primaryTeacher[left]),
        teacher(new, new.sections.primaryTeacher[right])
      )
      let (before, after) = (
        Set(old.sections.teachers[left].map { teacher(old, $0) }),
        Set(new.sections.teachers[right].map { teacher(new, $0) })
      )
      note(
        "section-teachers",
        what,
        before.sorted().joined(separator: " "),
        after.sorted().joined(separator: " ")
      )
      let (sat, sit) = (
        Set(old.sections.students[left].map { student(old, $0) }),
        Set(new.sections.students[right].map { student(new, $0) })
      )
      for id in sat.subtracting(sit) { lines.append("section-student-left: \(what): '\(id)'") }
      for id in sit.subtracting(sat) { lines.append("section-student-came: \(what): '\(id)'") }
    }
  }

  /// The rows of the records that both have; what only one has is noted, and so are keys that
  /// several records share.
  private mutating func matched(
    _ kind: String,
    _ left: [String: [Int]],
    _ right: [String: [Int]]
  ) -> [(key: String, left: Int, right: Int)] {
    var pairs: [(key: String, left: Int, right: Int)] = []
    for key in Set(left.keys).union(right.keys).sorted() {
      switch (left[key]?.count ?? 0, right[key]?.count ?? 0) {
      case (1, 1): pairs.append((key, left[key]?.first ?? 0, right[key]?.first ?? 0))
      case (_, 0): lines.append("\(kind)-gone: '\(key)'")
      case (0, _): lines.append("\(kind)-new: '\(key)'")
      case (let before, let after):
        lines.append("\(kind)-key-shared: '\(key)': by \(before), then by \(after)")
      }
    }
    return pairs
  }

  private func keys<Table: RosterTable>(
    _ roster: Roster,
    _ table: KeyPath<Roster, Table>,
    _ column: KeyPath<Table, [TextRef]>
  ) -> [String: [Int]] {
    let rows = roster[keyPath: table].recordRows
    return Dictionary(grouping: rows) { text(roster, roster[keyPath: table][keyPath: column][$0]) }
  }

  // MARK: - References

  private mutating func matchSchools() {
    let before = keys(old, \.students, \.sisID)
    var moves: [String: [String: Int]] = [:]
    for row in new.students.recordRows {
      guard let earlier = before[text(new, new.students.sisID[row])]?.first else { continue }
      let (from, to) = (id(old, old.students.school[earlier]), id(new, new.students.school[row]))
      moves[to, default: [:]][from, default: 0] += 1
    }
    for (to, from) in moves {
      schools[to] = from.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// A school by its old id; a new one that no student came to, by its own.
  private func school(_ roster: Roster, _ row: Int32) -> String {
    let id = id(roster, row)
    return schools[id] ?? id
  }

  private func id(_ roster: Roster, _ school: Int32) -> String {
    school < 0 ? "" : roster.idText(roster.schools.records.ids[Int(school)])
  }

  private func teacher(_ roster: Roster, _ row: Int32) -> String {
    row < 0 ? "" : text(roster, roster.teachers.sisID[Int(row)])
  }

  private func student(_ roster: Roster, _ row: Int32) -> String {
    text(roster, roster.students.sisID[Int(row)])
  }

  private func text(_ roster: Roster, _ ref: TextRef) -> String { roster.text.string(ref) }
}
