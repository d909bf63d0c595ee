import CleverReader
import Foundation
import Roster
import SafeFiles
import SyntheticRoster
import Testing

@Suite struct FormTests {
  @Test(arguments: CleverVersion.allCases, forms)
  func `every version is JSON in every form, with the promised number of records`(
    version: CleverVersion,
    form: ExportForm
  ) throws {
    let export = try MadeUpExport(students: 120, version, form)
    let items = try export.items()
    var counts: [String: Int] = [:]
    for list in export.summary.lists { counts[list.name] = list.records }
    #expect(items.mapValues(\.count) == counts)
    for (name, list) in items {
      for item in list {
        let record = item["data"] as? [String: Any] ?? item
        #expect(record.text("id").utf8.count == 24)
        #expect((item["data"] != nil) == (form.envelope != .bare))
        #expect(
          item["uri"] as? String
            == (form.envelope == .wrapped
              ? "/\(version.rawValue)/\(name)/\(record.text("id"))" : nil)
        )
      }
    }
  }

  @Test(arguments: CleverVersion.allCases)
  func `the records are the same in every form`(version: CleverVersion) throws {
    let first = try MadeUpExport(students: 60, version, forms[0]).records() as NSDictionary
    for form in forms.dropFirst() {
      #expect(try MadeUpExport(students: 60, version, form).records() as NSDictionary == first)
    }
  }

  @Test(arguments: [1, 7, 40, 5000], [true, false])
  func `pages name themselves, the one before and the one after`(size: Int, isFirst: Bool) throws {
    let form = ExportForm(.pages(size: size), hasLinksFirst: isFirst)
    let export = try MadeUpExport(students: 40, .v21, form)
    for list in export.summary.lists {
      let pages = try export.pages(of: list.name)
      // A full page is followed by another, an empty one if nothing is left.
      #expect(pages.count == list.records / size + 1)
      var cursor: String?
      for (number, page) in pages.enumerated() {
        let ids = (page["data"] as? [[String: Any]] ?? []).map { $0.object("data").text("id") }
        let isLast = number == pages.count - 1
        #expect(ids.count == (isLast ? list.records % size : size))
        var links = ["self": "/v2.1/\(list.name)?limit=\(size)"]
        if let cursor {
          links["self"]? += "&starting_after=\(cursor)"
          links["prev"] = "/v2.1/\(list.name)?limit=\(size)&ending_before=\(ids.first ?? cursor)"
        }
        if !isLast {
          let last = try #require(ids.last)
          links["next"] = "/v2.1/\(list.name)?limit=\(size)&starting_after=\(last)"
        }
        let found = (page["links"] as? [[String: String]] ?? []).map {
          ($0["rel"] ?? "", $0["uri"] ?? "")
        }
        #expect(Dictionary(uniqueKeysWithValues: found) == links)
        cursor = ids.last
      }
    }
  }

  @Test(arguments: CleverVersion.allCases)
  func `only v1 says on the first page how long a list is, and of admins never`(
    version: CleverVersion
  ) throws {
    let export = try MadeUpExport(students: 40, version, ExportForm(.pages(size: 10)))
    for list in export.summary.lists {
      for (number, page) in try export.pages(of: list.name).enumerated() {
        let isSaid = number == 0 && version < .v20 && list.name != "school_admins"
        let paging = ["current": 1, "total": (list.records + 9) / 10, "count": list.records]
        #expect(page["paging"] as? [String: Int] == (isSaid ? paging : nil))
      }
    }
  }

  @Test func `links stand where they are asked for`() throws {
    for isFirst in [true, false] {
      let form = ExportForm(.pages(size: 3), hasLinksFirst: isFirst)
      let export = try MadeUpExport(students: 20, .v30, form)
      let start = try export.bytes("users/page-00002.json").prefix(8)
      #expect(String(decoding: start, as: UTF8.self) == (isFirst ? #"{"links""# : #"{"data":"#))
    }
  }

  @Test func `a page has one record at least`() {
    #expect(ExportForm(.pages(size: 0)) == ExportForm(.pages(size: 1)))
  }

  @Test func `nothing but the export lies in its folder`() throws {
    let export = try MadeUpExport(students: 20, .v31, .lines)
    #expect(
      try export.files() == [
        "courses.ndjson", "districts.ndjson", "schools.ndjson", "sections.ndjson", "terms.ndjson",
        "users.ndjson",
      ]
    )
    let beside = try FileManager.default.contentsOfDirectory(atPath: export.folder).sorted()
    #expect(beside == ["answer-key.json", "clever"])
  }

  @Test(arguments: ExportForm.Packing.allCases, forms)
  func `a packed export reads as it does unpacked, and has the same bytes each time`(
    packing: ExportForm.Packing,
    form: ExportForm
  ) throws {
    var packed = form
    packed.packing = packing
    let export = try MadeUpExport(students: 30, .v31, packed)
    let again = try MadeUpExport(students: 30, .v31, packed)
    let names = try FileManager.default.subpathsOfDirectory(atPath: export.path).sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: again.path).sorted() == names)
    for name in names where !(try isFolder("\(export.path)/\(name)")) {
      #expect(try again.bytes(name) == export.bytes(name), "\(name)")
    }
    let unpacked = try MadeUpExport(students: 30, .v31, form)
    let (plain, read) = try withExtendedLifetime((unpacked, export)) {
      (try CleverReader().read(unpacked.path), try CleverReader().read(export.path))
    }
    #expect(read.source.broken == [])
    #expect(read.source.unreadable.count == plain.source.unreadable.count)
    #expect(
      read.source.files.map(\.byteCount).sorted() == plain.source.files.map(\.byteCount).sorted()
    )
    for entity in Entity.allCases {
      #expect(read.records(of: entity)?.recordCount == plain.records(of: entity)?.recordCount)
    }
  }

  private func isFolder(_ path: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.type] as? FileAttributeType == .typeDirectory
  }
}
