import BloomzModel
import ConcurrentWork
import Findings
import FlatTables
import Reachability
import Roster
import RosterTransform
import TestSupport
import Testing

/// What holds for any export: fates, order, references, names.
struct WholeRosterTests {
  private static let transforms: [RosterTransform] = [
    RosterTransform(step: .classesTeachersStudents),
    RosterTransform(step: .parentsContacts, includeOtherStaff: true),
  ]

  private func fates(of roster: Roster) -> [(entity: Entity, records: RecordColumns)] {
    [
      (.district, roster.districts.records), (.school, roster.schools.records),
      (.student, roster.students.records), (.teacher, roster.teachers.records),
      (.schoolAdmin, roster.schoolAdmins.records),
      (.districtAdmin, roster.districtAdmins.records), (.contact, roster.contacts.records),
      (.section, roster.sections.records), (.course, roster.courses.records),
      (.term, roster.terms.records),
    ]
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `judgements that are handed on make the same bundle as those found out`(
    seed: UInt64
  ) throws {
    let builder = try RandomExport(seed: seed).builder()
    let transform = RosterTransform(step: .parentsContacts)
    let reach = ContactReach(of: builder.roster.contacts, in: builder.roster.text)
    var (first, second) = (builder.roster, builder.roster)
    let own = try transform.apply(to: &first)
    let handedOn = try transform.apply(to: &second, reach: reach)
    #expect(own.bloomz.contacts.email == handedOn.bloomz.contacts.email)
    #expect(own.bloomz.contacts.phone == handedOn.bloomz.contacts.phone)
    #expect(own.sources.contacts == handedOn.sources.contacts)
    #expect(own.notes.hits == handedOn.notes.hits)
    #expect(first.contacts.records.fates == second.contacts.records.fates)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is counted beside is what the finished bundle carries`(seed: UInt64) throws {
    for transform in WholeRosterTests.transforms {
      var roster = try RandomExport(seed: seed).builder().roster
      let outcome = try transform.apply(to: &roster)
      #expect(outcome.roundUp.value == RosterRoundUp(of: outcome.bloomz))
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `every record ends with one fate, and what was decided stays decided`(seed: UInt64) throws {
    for transform in WholeRosterTests.transforms {
      let before = try RandomExport(seed: seed).builder().roster
      var after = before
      let outcome = try transform.apply(to: &after)
      for (old, new) in zip(fates(of: before), fates(of: after)) {
        let isEmployee = new.entity == .teacher || new.entity == .schoolAdmin
        for row in 0..<new.records.count {
          let kind = new.records.fates[row].kind
          if !new.records.isRecord(row) {
            #expect(kind == .undecided, "stand-in \(new.entity) \(row), seed \(seed)")
            continue
          }
          #expect(kind != .undecided, "\(new.entity) \(row), seed \(seed)")
          if old.records.fates[row] != .undecided, !isEmployee {
            #expect(new.records.fates[row] == old.records.fates[row], "seed \(seed)")
          }
        }
      }
      let bundled = fates(of: after).map { table in
        (0..<table.records.count).count { table.records.fates[$0].kind == .bundled }
      }
      let bloomz = outcome.bloomz
      #expect(bundled[1] == bloomz.schools.count)
      #expect(bundled[2] == bloomz.students.count)
      #expect(bundled[6] == bloomz.contacts.count)
      #expect(bundled[7] == bloomz.classes.count)
      for row in 0..<after.schoolAdmins.count where after.schoolAdmins.teacher[row] >= 0 {
        let teacher = Int(after.schoolAdmins.teacher[row])
        #expect(after.schoolAdmins.records.fates[row] == after.teachers.records.fates[teacher])
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the order of the records does not show in the bundle`(seed: UInt64) throws {
    let export = RandomExport(seed: 7)
    for transform in WholeRosterTests.transforms {
      var inOrder = try export.builder().roster
      var shuffled = try export.builder(shuffledBy: seed).roster
      let expected = try transform.apply(to: &inOrder).bloomz
      let bloomz = try transform.apply(to: &shuffled).bloomz
      #expect(bloomz.dump == expected.dump)
      #expect(bloomz.students.count > 20)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `keys ascend, names differ inside a school and links ascend`(seed: UInt64) throws {
    var builder = try RandomExport(seed: seed).builder()
    let bloomz = try RosterTransform(step: .parentsContacts, includeOtherStaff: true)
      .apply(to: &builder.roster).bloomz
    for keys in [
      bloomz.schools.key, bloomz.staff.key, bloomz.students.key, bloomz.contacts.key,
    ] {
      #expect(isAscending(keys.map(bloomz.text.string)), "seed \(seed)")
    }
    let classKeys = bloomz.classes.key.map(bloomz.text.string)
    #expect(Set(classKeys).count == classKeys.count)
    for school in 0..<Int32(bloomz.schools.count) {
      let rows = bloomz.classes.school.indices.filter { bloomz.classes.school[$0] == school }
      #expect(isAscending(rows.map { classKeys[$0] }))
      #expect(Set(rows.map { bloomz.classNames[$0] }).count == rows.count, "seed \(seed)")
    }
    #expect(bloomz.classes.school == bloomz.classes.school.sorted())
    for links in [
      bloomz.classes.teachers, bloomz.classes.students, bloomz.staff.schools,
      bloomz.students.schools, bloomz.contacts.children,
    ] {
      for row in 0..<links.rowCount {
        #expect(zip(links[row], links[row].dropFirst()).allSatisfy(<), "seed \(seed)")
      }
    }
    #expect(bloomz.classNames.allSatisfy { !$0.isEmpty })
    #expect((0..<bloomz.staff.count).allSatisfy { !bloomz.staff.schools[$0].isEmpty })
    #expect((0..<bloomz.students.count).allSatisfy { !bloomz.students.schools[$0].isEmpty })
    #expect((0..<bloomz.contacts.count).allSatisfy { !bloomz.contacts.children[$0].isEmpty })
    #expect(bloomz.contacts.relationship.count == bloomz.contacts.children.targets.count)
    #expect(
      (0..<bloomz.contacts.count).allSatisfy {
        !bloomz.contacts.email[$0].isEmpty || !bloomz.contacts.phone[$0].isEmpty
      }
    )
  }

  private func isAscending(_ keys: [String]) -> Bool {
    zip(keys, keys.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Alphabets and lengths that make keys differ early, late, in length only, or by a NUL.
  @Test(arguments: [
    ("0123456789", 1...4, ""), ("01", 0...12, "S-2025-"), ("0123456789abcdef", 24...24, ""),
    ("ab", 8...8, "prefixed"), ("aé数", 0...30, ""), ("\u{0}a", 1...10, "x"),
    ("0", 1...300, ""), ("01", 14...22, "00000000000000000000"),
  ])
  func `keys are sorted as bytes, whatever they have in common`(
    alphabet: String,
    lengths: ClosedRange<Int>,
    prefix: String
  ) throws {
    var generator = SeededRandom(seed: UInt64(alphabet.utf8.count))
    var keys: Set<[UInt8]> = []
    for _ in 0..<1_500 {
      let length = Int.random(in: lengths, using: &generator)
      let tail = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "x" }
      keys.insert(Array((prefix + String(tail)).utf8))
    }
    keys.remove([])
    var unsorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
    unsorted.shuffle(using: &generator)
    var builder = try RosterBuilder.oneSchool()
    for (index, key) in unsorted.enumerated() {
      try builder.student("id\(index)", sis: String(decoding: key, as: UTF8.self))
    }
    let bloomz = try builder.stepOne().bloomz
    let sorted = bloomz.students.key.map { Array(bloomz.text.string($0).utf8) }
    #expect(sorted == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
