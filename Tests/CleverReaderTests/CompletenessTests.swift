import CleverReader
import Findings
import Foundation
import Roster
import Testing

/// What the files of an export prove of each kind of record, and what they leave open.
@Suite struct CompletenessTests {
  /// A page of students `ids`, each of one digit.
  private static func page(
    _ ids: String,
    _ path: String = "/v2.1/students",
    next: String? = nil,
    paging: String = "",
    time: String = "2026-03-01"
  ) -> String {
    let records = ids.map { digit in
      #"{"data":{"id":"bb000000000000000000000\#(digit)","dob":"","#
        + #""last_modified":"\#(time)T00:00:00.000Z"}}"#
    }
    let link = next.map { #",{"rel":"next","uri":"\#(path.prefix { $0 != "?" })?\#($0)"}"# } ?? ""
    return #"{"data":[\#(records.joined(separator: ","))],\#(paging)"#
      + #""links":[{"rel":"self","uri":"\#(path)"}\#(link)]}"#
  }

  private static func after(_ digit: Int, _ more: String = "") -> String {
    "\(more)starting_after=bb000000000000000000000\(digit)"
  }

  private static let count =
    #"{"count":%,"links":[{"rel":"self","uri":"/v1.1/students?count=true"}]}"#

  private static func counted(_ number: Int) -> String { count.replacing("%", with: "\(number)") }

  /// The files of an export, and what is known of its students.
  private static let exports:
    [(files: [String: String], verdict: Completeness.Verdict, reasons: [Completeness.Reason])] = [
      // Proved.
      (["a": page("12")], .proved, [.wholeList(pages: 1)]),
      (
        ["b": page("12", next: after(2)), "a": page("3", "/v2.1/students?\(after(2))")], .proved,
        [.wholeList(pages: 2)]
      ),
      // A page size that divides the number leaves an empty last page.
      (
        ["b": page("12", next: after(2)), "a": page("", "/v2.1/students?\(after(2))")], .proved,
        [.wholeList(pages: 2)]
      ),
      (
        [
          "a": page("12", "/v2.1/students?limit=2", next: after(2, "limit=2&")),
          "b": page("3", "/v2.1/students?\(after(2, "limit=2&"))"),
        ], .proved, [.wholeList(pages: 2)]
      ),
      (
        ["a": page("12", paging: #""paging":{"current":1,"total":1,"count":2},"#)], .proved,
        [.wholeList(pages: 1), .counted(2)]
      ),
      (["a": page("12", "/v1.1/districts/d/students")], .proved, [.wholeList(pages: 1)]),
      (
        ["a": page("12", "/v1.1/students"), "c": counted(2)], .proved,
        [.wholeList(pages: 1), .counted(2)]
      ),
      (["a.ndjson": #"{"id":"x","dob":""}"#, "c": counted(1)], .proved, [.counted(1)]),
      // A page that was saved twice, and a part beside the whole.
      (["a": page("12"), "again": page("12")], .proved, [.wholeList(pages: 1)]),
      (
        ["a": page("12"), "part": page("1", "/v2.1/schools/s/students", next: after(1))], .proved,
        [.wholeList(pages: 1)]
      ),
      // Lacking.
      (["a": page("12", next: after(2))], .incomplete, [.pageMissing]),
      (["a": page("3", "/v2.1/students?\(after(2))")], .incomplete, [.pageMissing]),
      (
        [
          "a": page("12", next: after(2)), "b": page("34", "/v2.1/students?\(after(4))"),
        ], .incomplete, [.pageMissing]
      ),
      // A ring of pages has no end.
      (
        [
          "a": page("12", next: after(2)),
          "b": page("3", "/v2.1/students?\(after(2))", next: after(2)),
        ], .incomplete, [.pageMissing]
      ),
      (
        ["a": page("1", next: after(2)), "b": page("3", "/v2.1/students?\(after(2))")],
        .incomplete, [.pageEndMissing]
      ),
      (["a": page("12"), "c": counted(3)], .incomplete, [.countedMore(3, than: 2)]),
      (
        ["a": page("12", paging: #""paging":{"current":1,"total":1,"count":9},"#)], .incomplete,
        [.countedMore(9, than: 2)]
      ),
      (["students.json": "[{\"id\":\"x\",\"dob\":\"\"},"], .incomplete, [.filesCut(1)]),
      (["a": page("12"), "students": ""], .incomplete, [.filesCut(1)]),
      (
        ["students.json": #"[{"id":"x","dob":""},{"id":"y","id":"z"}]"#], .incomplete,
        [.unreadable(1)]
      ),
      // Open.
      (["a": page("")], .notProved, [.none]),
      (["a.ndjson": #"{"id":"x","dob":""}"#], .notProved, [.noList]),
      (["a": #"[{"id":"x","dob":""}]"#], .notProved, [.noList]),
      (["a": #"{"students":[{"id":"x","dob":""}]}"#], .notProved, [.noList]),
      (["a": page("12", "/v2.1/schools/s/students")], .notProved, [.partsOnly]),
      (["a": page("12", "/v1.1/students?where=%7B%7D")], .notProved, [.narrowed]),
      (["a": page("12", "/v2.1/students?ending_before=x")], .notProved, [.narrowed]),
      (["a": page("12"), "c": counted(1)], .notProved, [.countedFewer(1, than: 2)]),
      (["a": page("12"), "b": page("3", "/v2.0/students")], .notProved, [.severalVersions(2)]),
      (["a": page("12"), "students-2": "Too Many Requests"], .notProved, [.errorAnswer]),
      (["a": page("12"), "b": "[7]"], .notProved, [.unknownLoss]),
      (["a": page("12"), "b": "{\"data\":["], .notProved, [.unknownLoss]),
      (
        [
          "a": page("12", time: "2025-02-01"),
          "b": #"{"id":"ee0000000000000000000001","subject":"","students":[],"#
            + #""last_modified":"2026-02-01T00:00:00.000Z"}"#,
        ], .notProved, [.outdated(months: 12)]
      ),
    ]

  @Test(arguments: exports.indices)
  func `the files tell what is known of the students`(index: Int) throws {
    let (files, verdict, reasons) = CompletenessTests.exports[index]
    let roster = try Export(files).read()
    let students = try #require(roster.completeness().first { $0.type == "student" })
    #expect(students.verdict == verdict, "\(files)")
    #expect(students.reasons == reasons, "\(files)")
    #expect(students.records == roster.students.records.recordCount)
    // Of kinds that no file speaks of nothing is claimed.
    for kind in roster.completeness() where kind.type != "student" && kind.records == 0 {
      #expect(kind.verdict != .proved)
    }
  }

  @Test func `v3's users are whole by the list of all, or by that of a role`() throws {
    func users(_ query: String, _ role: String, _ digit: Int, next: String = "") -> String {
      let id = "aa000000000000000000000\(digit)"
      return #"{"data":[{"data":{"id":"\#(id)","roles":{"\#(role)":{}}}}],"#
        + #""links":[{"rel":"self","uri":"/v3.0/users\#(query)"}\#(next)]}"#
    }
    func proved(_ files: [String: String]) throws -> [Entity] {
      try Export(files).read().completeness().filter { $0.verdict == .proved }.compactMap {
        Entity(text: $0.type)
      }
    }
    let all = [
      "a": users(
        "?limit=1",
        "student",
        1,
        next: #",{"rel":"next","uri":"/v3.0/users?limit=1&"#
          + #"starting_after=aa0000000000000000000001"}"#
      ),
      "b": users("?limit=1&starting_after=aa0000000000000000000001", "teacher", 2),
    ]
    // Nobody is a contact or staff; they may not be shared.
    #expect(try proved(all) == [.student, .teacher])
    #expect(try proved(["a": users("?role=student", "student", 1)]) == [.student])
    #expect(try proved(["a": users("?role=staff", "staff", 1)]) == [.schoolAdmin])
    #expect(
      try proved(["a": users("?role=district_admin", "district_admin", 1)]) == [.districtAdmin]
    )
    let part = [
      "a": users("?role=student", "student", 1), "b": users("?role=contact", "teacher", 2),
    ]
    #expect(try proved(part) == [.student])
  }

  @Test func `the newest change of a kind is told, and no text that is no time`() throws {
    func record(_ digit: Int, _ time: String) -> String {
      #"{"id":"bb000000000000000000000\#(digit)","dob":"","last_modified":"\#(time)"}"#
    }
    let roster = try Export([
      "a": record(1, "2026-01-05T00:00:00.000Z") + record(2, "2026-01-04T23:00:00.000Z"),
      "b": record(3, "2025-12-31T23:59:59.999Z") + record(4, "9999 Ada Lovelace, 24 b.")
        + record(5, "2026"),
    ]).read()
    #expect(
      roster.source.files.map { $0.newestChange[.student] ?? "" } == [
        "2026-01-05T00:00:00.000Z", "2025-12-31T23:59:59.999Z",
      ]
    )
    #expect(roster.newestChange(of: .student) == "2026-01-05T00:00:00.000Z")
    #expect(roster.newestChange(of: .teacher) == nil)
  }

  @Test func `the recorded districts are proved complete where whole lists were recorded`() throws {
    func verdicts(_ sample: String) throws -> [String] {
      try CleverReader().read(sample).completeness().filter(\.isMet)
        .map { "\($0.type): \($0.verdict.rawValue)" }
    }
    #expect(
      try verdicts("samples/clever-demo-v1.1/clever") == [
        "district: proved", "school: proved", "student: proved", "teacher: proved",
        "school_admin: proved", "section: proved",
      ]
    )
    #expect(
      try verdicts("samples/clever-demo-v3.0/clever") == [
        "district: proved", "student: proved", "teacher: proved", "school_admin: not-proved",
        "district_admin: proved", "contact: proved", "section: proved",
      ]
    )
  }

  @Test func `every reason is told in words of its own`() {
    let reasons = Set(CompletenessTests.exports.flatMap(\.reasons))
    #expect(Set(reasons.map(\.words)).count == reasons.count)
    for word in Completeness.Verdict.allCases.map(\.words) + reasons.map(\.words) {
      #expect(
        !word.isEmpty && !word.hasSuffix(".") && word.first?.isUppercase != true
          || word.hasPrefix("Clever")
      )
    }
  }
}
