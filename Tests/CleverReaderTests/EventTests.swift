import CanonicalRosters
import Findings
import FlatTables
import Foundation
import Roster
import RosterRules
import SafeFiles
import SyntheticRoster
import TestSupport
import Testing

/// Events applied to a base export give the newer roster, and each event has one fate.
@Suite struct EventTests {
  // MARK: - Whole districts

  @Test(arguments: CleverVersion.allCases)
  func `a base export and the events since are the export of today`(
    version: CleverVersion
  ) throws {
    let plan = try DistrictPlan(students: 70, schools: 2, seed: 11)
    let made = try MadeUpEvents(plan, version, pageSize: 40)
    let expected = try made.after.read()
    var random = SeededRandom(seed: 3)
    let twice = made.pages + made.pages.shuffled(using: &random)
    let base = try made.base.read()
    #expect(digest(base) != digest(expected))
    for pages in [made.pages, made.pages.shuffled(using: &random), twice] {
      let roster = try made.files(with: pages).read()
      #expect(
        difference(CanonicalRoster(roster).lines, CanonicalRoster(expected).lines) == []
      )
      #expect(digest(roster) == digest(expected))
      #expect(roster.source.unreadable == [])
      #expect(Losses.isBalanced(roster))
      #expect(Losses.named(in: roster) == [])
      let outcomes = Set(roster.source.events.map(\.outcome))
      #expect(outcomes.isSuperset(of: [.applied, .superseded, .older]))
      #expect(outcomes.contains(.repeated) == (pages.count > made.pages.count))
      #expect(!outcomes.contains(.unknown))
    }
  }

  private func digest(_ roster: Roster) -> String {
    SHA256Digest.hex(of: CanonicalRoster(roster).bytes)
  }

  @Test(arguments: [CleverVersion.v12, .v21, .v31], [false, true])
  func `events mean the same with and without an envelope, wherever the old values stand`(
    version: CleverVersion,
    isOutside: Bool
  ) throws {
    let plan = try DistrictPlan(students: 30, seed: 5)
    for hasEnvelope in [false, true] {
      let made = try MadeUpEvents(
        plan,
        version,
        pageSize: 10_000,
        previousIsOutside: isOutside,
        hasEnvelope: hasEnvelope
      )
      let roster = try made.files(with: made.pages).read()
      let expected = CanonicalRoster(try made.after.read())
      #expect(difference(CanonicalRoster(roster).lines, expected.lines) == [])
      #expect(roster.source.unreadable == [])
    }
  }

  @Test(arguments: CleverVersion.allCases)
  func `a made-up export of an earlier day comes to that of today by its events`(
    version: CleverVersion
  ) throws {
    let plan = try DistrictPlan(students: 120, schools: 2, seed: 7)
    for layout in Arrangement.layouts {
      let form = ExportForm(layout)
      var (before, after) = try MadeUpFiles.withEvents(plan, version, form, pageSize: 20)
      let expected = try after.read()
      #expect(try digest(before.without("events/").read()) != digest(expected))
      var random = SeededRandom(seed: 9)
      for _ in 0..<2 {
        let roster = try before.read()
        #expect(
          difference(CanonicalRoster(roster).lines, CanonicalRoster(expected).lines) == []
        )
        #expect(digest(roster) == digest(expected))
        #expect(Losses.named(in: roster) == [])
        #expect(Losses.isBalanced(roster))
        let outcomes = Set(roster.source.events.map(\.outcome))
        #expect(outcomes.isSubset(of: [.applied, .repeated]))
        // Once more in another order, each event twice.
        for path in before.paths where path.hasPrefix("events/") {
          before["again/\(path)"] = before[path]
        }
        before.shuffle(files: true, records: true, &random)
      }
    }
  }

  // MARK: - Damaged

  @Test(arguments: [CleverVersion.v12, .v21, .v31])
  func `of a dump's pages none can be left out unnoticed`(version: CleverVersion) throws {
    let plan = try DistrictPlan(students: 30, seed: 5)
    let files = try MadeUpFiles.withEvents(plan, version, .lines, pageSize: 9).before
    #expect(Losses.named(in: try files.read()) == [])
    let pages = files.paths.filter { $0.hasPrefix("events/") }
    #expect(pages.count > 3)
    for page in pages {
      var damaged = files
      damaged.remove(page)
      #expect(Losses.named(in: try damaged.read()).contains("page-missing"), "\(page)")
    }
  }

  @Test(arguments: [CleverVersion.v12, .v21, .v31])
  func `a page of events that is cut is named, and all that came before is accounted for`(
    version: CleverVersion
  ) throws {
    let plan = try DistrictPlan(students: 8, seed: 2)
    var files = try MadeUpFiles.withEvents(plan, version, .lines, pageSize: 10_000).before
    let path = "events/page-00001.json"
    let bytes = files[path]
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "}") }.prefix(12)
    for end in Set((0..<60).map { $0 * bytes.count / 60 } + ends + ends.map { $0 + 1 }) {
      files[path] = Array(bytes[..<end])
      let roster = try files.read()
      #expect(Losses.isBalanced(roster), "cut at \(end)")
      #expect(Losses.named(in: roster).contains("file-broken"), "cut at \(end)")
    }
  }

  @Test(arguments: [CleverVersion.v12, .v21, .v31])
  func `bytes of events that change at random leave every record with one fate`(
    version: CleverVersion
  ) throws {
    let plan = try DistrictPlan(students: 8, seed: 2)
    var files = try MadeUpFiles.withEvents(plan, version, .lines, pageSize: 10_000).before
    let path = "events/page-00001.json"
    let bytes = files[path]
    var random = SeededRandom(seed: 4)
    for round in 0..<40 {
      var damaged = bytes
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        damaged[place] =
          random.below(2) == 0 ? UInt8(random.below(256)) : bytes[random.below(bytes.count)]
      }
      files[path] = damaged
      #expect(Losses.isBalanced(try files.read()), "round \(round)")
    }
  }

  // MARK: - Single events

  private let student = "58da8c6b894273be68000002"

  /// A student's record, with what is given.
  private func record(_ fields: String) -> String { #"{"id":"\#(student)",\#(fields)}"# }

  private func event(
    _ number: Int,
    _ type: String,
    _ object: String,
    at created: String = "2025-09-01T10:00:00.000Z",
    previous: String? = nil
  ) -> String {
    let old = previous.map { #","previous_attributes":\#($0)"# } ?? ""
    return #"{"data":{"id":"59430200000000000000000\#(number)","type":"\#(type)","#
      + #""created":"\#(created)","data":{"object":\#(object)\#(old)}}}"#
  }

  private let base =
    #"{"name":{"first":"Max","last":"Berg"},"grade":"3","sis_id":"9002","#
    + #""id":"58da8c6b894273be68000002","last_modified":"2025-08-20T10:00:00.000Z"}"#

  /// Reads a student's record and events about it, and says what became of them.
  private func read(_ events: [String], base: String? = nil) throws -> Roster {
    let export = try Export([
      "students.ndjson": base ?? self.base, "a/events.ndjson": events.joined(separator: "\n"),
    ])
    let roster = try withExtendedLifetime(export) { try export.read(studentEmail: true) }
    #expect(Losses.isBalanced(roster))
    #expect(roster.source.broken == [])
    return roster
  }

  private func names(_ roster: Roster) -> [String] {
    roster.students.recordRows.map {
      "\(roster.text.string(roster.students.firstName[$0])) \(roster.students.grade[$0])"
    }
  }

  @Test func `a field that is no longer shared goes away`() throws {
    let roster = try read([
      event(
        1,
        "students.updated",
        record(#""ell_status":"N""#),
        previous: #"{"name":{"first":"Max","last":"Berg"},"grade":"3","sis_id":"9002"}"#
      )
    ])
    #expect(names(roster) == [" none"])
    #expect(roster.students.sisID.allSatisfy { $0.isEmpty })
    #expect(roster.source.copies.map(\.comparison) == [.older])
    #expect(roster.source.copies.map(\.place.file) == [1])
  }

  @Test func `events count in the order they happened, not in the order they stand`() throws {
    let events = [
      event(1, "students.updated", record(#""name":{"first":"One"},"grade":"4""#)),
      event(3, "students.updated", record(#""name":{"first":"Three"},"grade":"5""#)),
      event(2, "students.deleted", record(#""name":{"first":"Two"},"grade":"6""#)),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0, 1, 2]] {
      let roster = try read(order.map { events[$0] })
      #expect(names(roster) == ["Three grade5"])
      #expect(roster.source.copies.count == order.count)
    }
  }

  @Test func `where an id is none of Clever's the time tells the order`() throws {
    func odd(_ id: String, _ time: String, _ name: String) -> String {
      #"{"id":"\#(id)","type":"students.updated","created":"2025-09-01T10:00:0\#(time)","#
        + #""data":{"object":\#(record(#""name":{"first":"\#(name)"}"#))}}"#
    }
    let roster = try read([
      odd("evt-2", "2Z", "Two"), odd("evt-10", "2.500Z", "Ten"), odd("evt-9", "1Z", "Nine"),
    ])
    #expect(names(roster) == ["Ten none"])
  }

  @Test func `a record that Clever deleted leaves only its name, and each line a fate`() throws {
    let section = #"{"id":"58da8c7a9b3f7a2e68000001","students":["\#(student)"],"subject":"math"}"#
    let export = try Export([
      "students.ndjson": base + "\n" + base,
      "sections.ndjson": section,
      "events.ndjson": event(1, "students.deleted", record(#""grade":"3""#)),
    ])
    let roster = try export.read()
    #expect(roster.students.records.recordCount == 0)
    #expect(roster.students.firstName.allSatisfy { $0.isEmpty })
    #expect(roster.sections.students[0].count == 1)
    #expect(roster.source.copies == [])
    #expect(roster.others.map(\.entity) == [.student, .student, .student])
    #expect(Set(roster.others.map(\.fate.kind)) == [.outOfScope])
    #expect(Set(roster.others.map { roster.reasons[$0.fate.reason] }) == ["deleted-by-event"])
    #expect(Losses.isBalanced(roster))
  }

  @Test(arguments: ["updated", "created", "deleted"])
  func `an event that is older than the record changes nothing and is noted`(
    action: String
  ) throws {
    let roster = try read([
      event(1, "students.\(action)", record(#""grade":"9""#), at: "2025-08-20T09:59:59.999Z")
    ])
    #expect(names(roster) == ["Max grade3"])
    #expect(roster.source.events.map(\.outcome) == [.older])
    #expect(roster.source.copies.map(\.place.file) == [0])
  }

  @Test func `a deletion of the moment the record was last modified takes effect`() throws {
    let roster = try read([
      event(1, "students.deleted", record(#""grade":"9""#), at: "2025-08-20T10:00:00.000Z")
    ])
    #expect(names(roster) == [])
  }

  @Test(arguments: ["updated", "deleted"])
  func `an event about a record that is not there adds nothing and is found`(
    action: String
  ) throws {
    var roster = try read([
      event(1, "teachers.\(action)", record(#""name":{"last":"Stone"}"#)),
      event(1, "teachers.\(action)", record(#""name":{"last":"Stone"}"#)),
    ])
    #expect(roster.teachers.records.recordCount == 0)
    #expect(roster.source.events.map(\.outcome) == [.unknown, .unknown])
    #expect(roster.others.map(\.fate.kind) == [.withheld, .withheld])
    let reason = roster.reasons[roster.others[0].fate.reason]
    #expect(reason == RosterRule.eventAboutUnknownRecord.id)
    let outcome = RuleCatalogue.run(on: &roster, step: .parentsContacts)
    #expect(outcome.hits(of: .eventAboutUnknownRecord).count == 2)
  }

  @Test func `a record that is created again is the newer one`() throws {
    let roster = try read([event(1, "students.created", record(#""grade":"9""#))])
    #expect(names(roster) == [" grade9"])
  }

  @Test func `a user's roles are those of the last event`() throws {
    func user(_ roles: String) -> String {
      #"{"id":"58da8c6b894273be68000009","name":{"last":"Stone"},"roles":{\#(roles)}}"#
    }
    let both = user(#""staff":{"staff_id":"7"},"teacher":{"sis_id":"8"}"#)
    let export = try Export([
      "users.ndjson": both,
      "events.ndjson": event(1, "users.updated", user(#""staff":{"staff_id":"7"}"#)),
    ])
    let roster = try export.read()
    #expect(roster.teachers.records.recordCount == 0)
    #expect(roster.schoolAdmins.records.recordCount == 1)
    #expect(roster.schoolAdmins.teacher == [-1])
    #expect(roster.source.copies.map(\.entity) == [.schoolAdmin])
    #expect(Losses.isBalanced(roster))

    try export.write(
      Data(event(2, "users.updated", user("")).utf8),
      to: "later.ndjson"
    )
    let none = try export.read()
    #expect(none.schoolAdmins.records.recordCount == 0)
    #expect(none.others.count == 3)
    #expect(Losses.isBalanced(none))
  }

  @Test func `a user under another list's name is a user all the same`() throws {
    let user =
      #"{"id":"\#(student)","name":{"last":"Stone"},"roles":{"teacher":{"sis_id":"8"}}}"#
    let roster = try read([event(1, "students.updated", user)])
    #expect(names(roster) == [])
    #expect(roster.teachers.records.recordCount == 1)
  }

  @Test func `a district keeps the state that its record does not hold`() throws {
    let id = "530e5960049e75a9262cff3e"
    let export = try Export([
      "a-status.json":
        #"{"data":{"id":"\#(id)","state":"paused"},"uri":"/v1.1/districts/\#(id)/status"}"#,
      "districts.ndjson": #"{"data":{"id":"\#(id)","name":"Old"},"uri":"/v1.1/districts/\#(id)"}"#,
      "events.ndjson": event(1, "districts.updated", #"{"id":"\#(id)","name":"New"}"#),
    ])
    let roster = try export.read()
    #expect(roster.districts.state == [.paused])
    #expect(roster.text.string(roster.districts.name[0]) == "New")
  }

  @Test(arguments: [
    (#"{"data":{"id":"1","type":"students.updated","data":{}}}"#, "the event has no 'object'"),
    (#"{"data":{"type":"students.updated","data":{"object":{"id":"1"}}}}"#, "has no 'id'"),
    (#"{"data":{"id":"1","type":"students.moved","data":{"object":{"id":"1"}}}}"#, "happened"),
    (#"{"data":{"id":"1","type":"pets.updated","data":{"object":{"id":"1"}}}}"#, "what kind"),
    (#"{"data":{"id":"1","type":"students.updated","data":{"object":{"a":1}}}}"#, "has no 'id'"),
    (
      #"{"data":{"id":"1","type":"students.updated","data":{"object":{"id":"1","id":"1"}}}}"#,
      "twice"
    ),
    (
      #"{"data":{"id":"1","type":"students.updated","data":{"object":{"id":"1","email":[]}}}}"#,
      "text was expected here"
    ),
    (
      #"{"data":{"id":"1","type":"students.updated","data":{"object":{"data":{"id":"1"}}}}}"#,
      "an envelope"
    ),
    (
      #"{"data":{"id":"1","type":"students.updated","data":{"object":{"id":"1","scopes":[]}}}}"#,
      "what kind"
    ),
  ])
  func `an event that cannot be read is named, and changes nothing`(
    text: String,
    words: String
  ) throws {
    let roster = try read([text])
    #expect(names(roster) == ["Max grade3"])
    #expect(roster.source.unreadable.map { $0.words.contains(words) } == [true])
    #expect(roster.source.events == [])
  }

  @Test func `a resource's events are as little an import's business as resources`() throws {
    let roster = try read([event(1, "resources.created", record(#""title":"Book""#))])
    #expect(roster.others.map(\.fate.kind) == [.outOfScope])
    #expect(roster.source.events == [])
  }

  // MARK: - Recorded

  @Test func `the recorded events of v1.2 are about records of other exports`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Recorded/events-v1.2/events.json")
    let export = try Export([:])
    try export.write(try Data(contentsOf: file), to: "events.json")
    let roster = try export.read()
    #expect(roster.source.files.map(\.version) == ["v1.2"])
    #expect(roster.source.unreadable == [])
    #expect(
      roster.source.events.map(\.action) == [.updated, .updated, .updated, .created, .deleted]
    )
    #expect(
      roster.source.events.map(\.outcome) == [.unknown, .unknown, .unknown, .applied, .unknown]
    )
    #expect(roster.students.records.recordCount == 1)
    // The answer had a next page, which was not recorded.
    #expect(Losses.named(in: roster) == ["page-missing", "list-count-differs"])
    #expect(Losses.isBalanced(roster))
  }
}
