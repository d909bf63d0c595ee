import BloomzModel
import Findings
import Roster
import Testing

@testable import ImportStages

/// The tables in which a missing row means a removed record.
@Suite struct CompleteTablesTests {
  private let all: Set<Entity> = [.school, .section, .teacher, .student, .contact, .schoolAdmin]

  private func completeness(_ verdicts: [Entity: Completeness.Verdict]) -> [Completeness] {
    verdicts.map { Completeness($0.text, records: 9, $1, [.wholeList(pages: 1)]) }
  }

  @Test func `only a kind that is proved complete is whole`() {
    let known = completeness([.student: .proved, .teacher: .notProved, .section: .incomplete])
    #expect(RunRecord.wholeKinds(known, [:], named: []) == [.student])
  }

  @Test func `a kind of which a rule withheld a record is not whole`() {
    let known = completeness([.student: .proved, .teacher: .proved])
    let fates: [Entity: FateCounts] = [
      .student: FateCounts(bundled: 8, withheld: 1),
      .teacher: FateCounts(bundled: 8, filtered: 1),
    ]
    #expect(RunRecord.wholeKinds(known, fates, named: []) == [.teacher])
  }

  @Test func `a kind is not whole if a record names one of it that is not there`() {
    let known = completeness([.student: .proved, .teacher: .proved])
    #expect(RunRecord.wholeKinds(known, [:], named: [.student]) == [.teacher])
  }

  @Test func `in step one a membership needs class, teacher and student`() {
    func tables(_ whole: Set<Entity>) -> Set<ProfileTable> {
      RunRecord.tables(of: whole, step: .classesTeachersStudents, takesOtherStaff: false)
    }
    #expect(tables(all) == [.schools, .classes, .staff, .students, .memberships])
    for kind in [Entity.section, .teacher, .student] {
      #expect(!tables(all.subtracting([kind])).contains(.memberships))
    }
    #expect(tables(all.subtracting([.contact])).contains(.memberships))
    #expect(tables([]) == [])
  }

  @Test func `in step two contacts are a table, and a membership needs them, too`() {
    func tables(_ whole: Set<Entity>) -> Set<ProfileTable> {
      RunRecord.tables(of: whole, step: .parentsContacts, takesOtherStaff: false)
    }
    #expect(tables(all) == Set(ProfileTable.allCases))
    #expect(tables(all.subtracting([.contact])) == [.schools, .classes, .staff, .students])
  }

  @Test func `where other staff are taken, their records make the staff whole, too`() {
    func tables(_ takesOtherStaff: Bool) -> Set<ProfileTable> {
      RunRecord.tables(
        of: all.subtracting([.schoolAdmin]),
        step: .parentsContacts,
        takesOtherStaff: takesOtherStaff
      )
    }
    #expect(tables(false).isSuperset(of: [.staff, .memberships]))
    #expect(tables(true).isDisjoint(with: [.staff, .memberships]))
  }
}
