import Foundation
import SafeFiles
import Testing

@testable import SyntheticRoster

@Suite struct DistrictTests {
  private func entries(_ plan: DistrictPlan, _ version: CleverVersion) throws -> [FileEntry] {
    var folder = OutputFolder.predicting("district")
    _ = try Synthesizer(plan).write(into: &folder, version: version)
    return folder.entries
  }

  @Test(arguments: CleverVersion.allCases)
  func `the same plan gives the same bytes, another seed does not`(version: CleverVersion) throws {
    let plan = try DistrictPlan(students: 300, seed: 7, hasFaults: true)
    let other = try DistrictPlan(students: 300, seed: 8, hasFaults: true)
    #expect(try entries(plan, version) == entries(plan, version))
    let differing = zip(try entries(plan, version), try entries(other, version)).filter {
      $0.sha256 != $1.sha256
    }
    #expect(differing.count == (try entries(plan, version)).count)
  }

  @Test func `the numbers follow the students`() throws {
    let export = try MadeUpExport(students: 1100, hasFaults: false, .v21)
    var counts: [String: Int] = [:]
    for list in export.summary.lists { counts[list.name] = list.records }
    #expect(counts["schools"] == 2)
    #expect(counts["teachers"] == 68)
    #expect(counts["school_admins"] == 4)
    #expect(counts["students"] == 1100)
    #expect(counts["sections"] == 264)
    #expect((1500...2000).contains(counts["contacts"] ?? 0))
  }

  @Test func `without faults every student has a class in each period, every teacher one`() throws {
    let export = try MadeUpExport(students: 700, schools: 3, hasFaults: false, .v20)
    let records = try export.records()
    let sections = records["sections"] ?? []
    var seats: [String: [String]] = [:]
    for section in sections {
      for student in section.texts("students") {
        seats[student, default: []].append(section.text("period"))
      }
    }
    #expect(seats.count == 700)
    #expect(seats.values.allSatisfy { $0.sorted() == ["1", "2", "3", "4", "5", "6"] })
    let teachers = Set(sections.flatMap { $0.texts("teachers") })
    #expect(teachers == Set((records["teachers"] ?? []).map { $0.text("id") }))
    // Everybody stays in one school.
    let homes = Dictionary(
      uniqueKeysWithValues: (records["students"] ?? []).map { ($0.text("id"), $0.text("school")) }
    )
    for section in sections {
      #expect(section.texts("students").allSatisfy { homes[$0] == section.text("school") })
      #expect(section.texts("teachers").first == section.text("teacher"))
    }
  }

  @Test(arguments: [CleverVersion.v11, .v31])
  func `memberships are counted as they stand in the file`(version: CleverVersion) throws {
    let export = try MadeUpExport(students: 900, schools: 3, version)
    var counted = export.summary.schools.map {
      SynthesisSummary.SchoolCount(id: $0.id, sisID: $0.sisID)
    }
    for section in try export.records()["sections"] ?? [] {
      guard let school = counted.firstIndex(where: { $0.id == section.text("school") }) else {
        continue
      }
      counted[school].sections += 1
      counted[school].studentPlaces += section.texts("students").count
      counted[school].teacherPlaces +=
        Set(
          section.texts("teachers") + (section["teacher"].map { ["\($0)"] } ?? [])
        ).count
    }
    #expect(counted == export.summary.schools)
  }

  @Test func `memory holds one school's students and the faults, whatever the size`() throws {
    let plan = try DistrictPlan(students: 20_000, seed: 3, hasFaults: true)
    let district = District(plan)
    var writer = ExportWriter(RecordWriter(district, .v31), .lines)
    var target = ExportTarget(OutputFolder.predicting("district"), .none)
    try writer.write(into: &target)
    let classes = try #require(writer.records.classes)
    #expect(classes.students.capacity <= 1200)
    let victims =
      district.studentFaults.victims.count + district.teacherFaults.victims.count
      + district.sectionFaults.victims.count
    #expect(victims < 20_000 / 30)
    #expect(writer.records.planted.count < 20_000 / 30)
  }

  @Test(arguments: [
    (0, nil, "a district has 1 to 10000000 students, not 0"),
    (10_000_001, nil, "a district has 1 to 10000000 students, not 10000001"),
    (5, 6, "5 students fill 1 to 5 schools, not 6"),
    (5, 0, "5 students fill 1 to 5 schools, not 0"),
    (100, 6, "with faults a school has at least 20 students"),
  ])
  func `a district that cannot be is refused`(students: Int, schools: Int?, words: String) throws {
    let error = #expect(throws: DistrictPlanError.self) {
      try DistrictPlan(students: students, schools: schools, hasFaults: true)
    }
    #expect(error?.description == words)
  }

  @Test func `the smallest districts are whole`() throws {
    for students in 1...30 {
      let export = try MadeUpExport(students: students, hasFaults: false, .v31)
      #expect(try export.people("students", role: "student").count == students)
      let seats = (try export.records()["sections"] ?? []).flatMap { $0.texts("students") }
      #expect(seats.count == 6 * students)
    }
  }
}
