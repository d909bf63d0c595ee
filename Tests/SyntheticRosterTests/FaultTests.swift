import Foundation
import Testing

@testable import SyntheticRoster

@Suite struct FaultTests {
  @Test func `every way to plant has one fault, every rule its records of one kind`() {
    #expect(
      Fault.all.map(\.planting.rawValue).sorted() == Planting.allCases.map(\.rawValue).sorted()
    )
    let rules = Fault.all.compactMap(\.rule)
    #expect(Set(rules).count == rules.count)
    #expect(rules.count == 74)
  }

  @Test(arguments: CleverVersion.allCases)
  func `whoever has a fault stands in the export under that id`(version: CleverVersion) throws {
    let export = try MadeUpExport(students: 1000, schools: 3, seed: 4, version)
    var counts: [String: Int] = [:]
    for record in try export.records().values.joined() {
      counts[record.text("id"), default: 0] += 1
    }
    for planted in export.summary.planted {
      let copies = planted.fault.planting.isCopied ? 2 : 1
      #expect(counts[planted.id] == copies, "\(planted.fault.rule ?? "none")")
    }
    let ids = export.summary.planted.map(\.id)
    #expect(Set(ids).count == ids.count)
    // v1 has no records of courses and terms, and its contacts have one student.
    let rules = Set(export.summary.planted.compactMap(\.fault.rule))
    #expect(rules.count == (version < .v20 ? 67 : 74))
  }

  @Test func `the answer key says what the summary says`() throws {
    let export = try MadeUpExport(students: 1000, schools: 3, seed: 4)
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(export.folder)/answer-key.json"))
    let key = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let summary = export.summary
    #expect(key.text("version") == "v3.1")
    #expect(key["students"] as? Int == 1000)
    #expect(key["seed"] as? Int == 4)
    #expect(key.text("importer") == summary.importer)
    #expect(
      key.object("lists")["users"] as? Int == summary.lists.first { $0.name == "users" }?.records
    )
    #expect(key["contact_links"] as? Int == summary.contactLinks)
    let schools = key["memberships"] as? [[String: Any]] ?? []
    #expect(schools.map { $0.text("school") } == summary.schools.map(\.id))
    #expect(schools.map { $0["student_places"] as? Int } == summary.schools.map(\.studentPlaces))
    for fault in Fault.all {
      guard let rule = fault.rule else { continue }
      let entry = key.object("faults").object(rule)
      #expect(entry.text("found_in") == (fault.isFoundInStepTwo ? "step-two" : "both-steps"))
      #expect(entry.text("with") == fault.option?.rawValue ?? "")
      let records = entry["records"] as? [[String: String]] ?? []
      #expect(
        records == summary.records(for: rule).map { ["entity": fault.entity, "id": $0.id] }
      )
      #expect(!records.isEmpty)
    }
    #expect((key["no_faults"] as? [Any])?.count == 2)
  }

  @Test func `without faults there is none`() throws {
    let export = try MadeUpExport(students: 1000, hasFaults: false)
    #expect(export.summary.planted == [])
  }

  @Test(arguments: [3, 40, 999, 10_000])
  func `a schedule finds its victims, and nobody else`(population: Int) {
    let schedule = FaultSchedule(
      Fault.onStudents,
      over: population,
      share: 4,
      seed: 9,
      stream: .student
    )
    #expect(schedule.victims.count <= population / 4)
    let found = (0..<population).filter { schedule.victim(at: $0) != nil }
    #expect(found == schedule.victims.map(\.index))
    for fault in Fault.onStudents {
      let ordinals = schedule.victims.filter { $0.planting == fault.planting }.map(\.ordinal)
      #expect(ordinals.sorted() == Array(0..<ordinals.count))
      #expect(ordinals.count.isMultiple(of: fault.planting.groupSize))
    }
  }

  @Test func `in a large district faults come at their rate`() {
    let schedule = FaultSchedule(
      Fault.onStudents,
      over: 60_000,
      share: 4,
      seed: 9,
      stream: .student
    )
    for fault in Fault.onStudents {
      let count = schedule.victims.count { $0.planting == fault.planting }
      #expect(count == 60_000 / fault.oneIn * fault.planting.groupSize)
    }
  }
}
