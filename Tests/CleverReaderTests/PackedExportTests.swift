import CleverReader
import Findings
import FlatTables
import Foundation
import PackedSamples
import Roster
import SafeFiles
import Testing

/// A packed export reads as the same files do unpacked.
@Suite struct PackedExportTests {
  /// A way to pack the files of an export, or some of them.
  static let ways: [(name: String, pack: @Sendable ([String: String]) throws -> Export)] = [
    (
      "gzip files",
      { files in
        let export = try Export([:])
        for (name, text) in files { try export.write(Data(gzipped(text)), to: "\(name).gz") }
        return export
      }
    ),
    (
      "gzip files whose names do not say so",
      { files in
        let export = try Export([:])
        for (name, text) in files { try export.write(Data(gzipped(text)), to: name) }
        return export
      }
    ),
    (
      "a zip archive",
      { files in
        let export = try Export([:])
        try export.write(Data(Archive(files).bytes), to: "dump.zip")
        return export
      }
    ),
    (
      "a zip archive of stored members, called otherwise",
      { files in
        let export = try Export([:])
        var archive = Archive(files)
        for index in archive.members.indices { archive.members[index].method = 0 }
        try export.write(Data(archive.bytes), to: "dump.json")
        return export
      }
    ),
    (
      "one plain file beside an archive",
      { files in
        let first = files.keys.sorted()[0]
        let export = try Export([first: files[first] ?? ""])
        let rest = files.filter { $0.key != first }
        if !rest.isEmpty { try export.write(Data(Archive(rest).bytes), to: "more.zip") }
        return export
      }
    ),
  ]

  @Test(arguments: FormTests.forms, ways.indices)
  func `a packed export reads as it does unpacked`(
    form: (name: String, files: [String: String]),
    way: Int
  ) throws {
    let plain = try Export(form.files).read()
    let packed = try Self.ways[way].pack(form.files).read()
    #expect(!plain.normalized.isEmpty)
    #expect(packed.normalized == plain.normalized, "\(Self.ways[way].name)")
    #expect(packed.source.broken == [] && packed.source.unreadable == [])
    #expect(packed.source.files.count == plain.source.files.count)
    let plainSizes = plain.source.files.map(\.byteCount).sorted()
    #expect(packed.source.files.map(\.byteCount).sorted() == plainSizes)
  }

  @Test func `a path may name an archive itself, and a member's name is a hint`() throws {
    // Nothing but the name of its folder tells what kind of record this is.
    let record = "[{\"id\":\"bb0000000000000000000001\",\"name\":\"Oak\"}]"
    let export = try Export([:])
    try export.write(Data(Archive(["schools/p1.json": record]).bytes), to: "x")
    let roster = try CleverReader().read("\(export.path)/x")
    #expect(roster.schools.records.recordCount == 1)
    #expect(roster.source.files.map(\.path) == ["\(export.path)/x/schools/p1.json"])
  }

  @Test func `a JSON file called zip is a JSON file`() throws {
    let roster = try Export(["a.zip": "{\(FormTests.first)}", "b.gz": "{\(FormTests.second)}"])
      .read()
    #expect(roster.students.records.recordCount == 2)
    #expect(roster.source.broken == [])
  }

  @Test func `a finding in a member has the member's line and column`() throws {
    let text =
      "[\n  {\"id\":\"bb0000000000000000000001\",\"dob\":\"\"},\n"
      + "  {\"id\":\"bb0000000000000000000002\",\"name\":{\"first\":\"A\"},\"dob\":\"\"}\n]"
    let export = try Export([:])
    try export.write(Data(Archive(["a.json": "[]", "x/y.json": text]).bytes), to: "dump.zip")
    try export.write(Data(gzipped(text.replacing("bb", with: "bc"))), to: "z.gz")
    let roster = try export.read()
    let records = roster.students.records
    #expect(Array(records.lines) == [2, 3, 2, 3])
    let places = PlaceResolver(files: roster.source.files)
      .places(of: records.places.map { .init($0, field: "name.first") })
    let paths = ["dump.zip/x/y.json", "z.gz"].map { "\(export.path)/\($0)" }
    #expect(
      places == [
        Place(file: paths[0], line: 2, column: 3), Place(file: paths[0], line: 3, column: 52),
        Place(file: paths[1], line: 2, column: 3), Place(file: paths[1], line: 3, column: 52),
      ]
    )
  }

  @Test func `two copies in two packed files are compared`() throws {
    func record(_ name: String, _ time: String) -> String {
      "{\"id\":\"bb0000000000000000000001\",\"dob\":\"\",\"last_modified\":\"\(time)\","
        + "\"name\":{\"last\":\"\(name)\"}}"
    }
    let old = record("Old", "2026-01-01T00:00:00.000Z")
    let new = record("New", "2026-02-01T00:00:00.000Z")
    let export = try Export([:])
    try export.write(Data(gzipped("{}" + new)), to: "a.gz")
    try export.write(Data(Archive(["a": "[]", "b": old, "c": new]).bytes), to: "b.zip")
    let roster = try export.read()
    #expect(roster.text.string(roster.students.lastName[0]) == "New")
    #expect(roster.source.copies.map(\.comparison) == [.older, .same])
  }

  @Test func `a cut gzip file breaks off once, and keeps the records before`() throws {
    let lines = (0..<3000).map {
      "{\"id\":\"bb000000000000000000\(1000 + $0)\",\"sis_id\":\"\($0 &* 2_654_435_761 % 99991)\","
        + "\"dob\":\"\"}\n"
    }
    let text = lines.joined()
    let packed = gzipped(text)
    for end in stride(from: 2, to: packed.count, by: packed.count / 40) {
      let export = try Export([:])
      try export.write(Data(packed[..<end]), to: "s.ndjson.gz")
      let roster = try export.read()
      #expect(roster.source.broken.map(\.words) == ["its packed data end too early"], "\(end)")
      let count = roster.source.files[0].byteCount
      #expect(roster.source.broken.first?.place.offset == count)
      let whole = text.utf8.prefix(count).count { $0 == UInt8(ascii: "}") }
      #expect(roster.students.records.recordCount == whole, "\(end)")
    }
  }

  @Test func `what is wrong with an archive stands at the archive, and the rest is read`() throws {
    let export = try Export(["a.json": "{\(FormTests.first)}"])
    let archive = Archive([
      .init("../up.json", "{}"), .init("__MACOSX/._good", "x"),
      .init("good.json", "{\(FormTests.second)}"), .init("web.html", "<html>"),
    ])
    try export.write(Data(archive.bytes), to: "dump.zip")
    try export.write(Data(archive.bytes.dropLast()), to: "cut.zip")
    let hidden = Archive([.init(".DS_Store", "x")])
    try export.write(Data(hidden.bytes), to: "hidden.zip")
    let roster = try export.read()
    #expect(roster.students.records.recordCount == 2)
    let source = roster.source
    let folder = export.path
    #expect(
      source.files.map { $0.path.dropFirst(folder.count + 1) } == [
        "a.json", "cut.zip", "dump.zip", "dump.zip/good.json", "dump.zip/web.html", "hidden.zip",
      ]
    )
    #expect(
      source.broken.map { "\($0.place.file): \($0.words)" } == [
        "1: the archive has no directory at its end; it was cut short, or something follows",
        "2: a member has the name '../up.json', which is no path inside the archive",
        "5: the archive holds no file that is read",
      ]
    )
    #expect(
      source.passedOver.map { "\($0.path.dropFirst(folder.count + 1)): \($0.why)" } == [
        "dump.zip/__MACOSX/._good: macOS's own notes on the files",
        "hidden.zip/.DS_Store: hidden",
      ]
    )
    // A place in what could not be unpacked is still a place to look at.
    let places = PlaceResolver(files: source.files).places(
      of: source.broken.map { .init($0.place) }
    )
    #expect(places.map { $0?.file.hasPrefix(folder) } == [true, true, true])
    #expect(source.strays.map(\.place.file) == [4])
    #expect(places[0]?.description == "\(folder)/cut.zip:1:1")
  }

  @Test func `progress goes up to the bytes that lie there, and no further`() throws {
    let export = try Export(["a.json": "{\(FormTests.first)}", "c.json": "[]"])
    let archive = Archive(["x.json": "[]", "y.json": String(repeating: "[] ", count: 9999)])
    try export.write(Data(archive.bytes), to: "b.zip")
    try export.write(Data(gzipped("[]")), to: "d.gz")
    var size = 0
    for name in ["a.json", "b.zip", "c.json", "d.gz"] {
      size += try Data(contentsOf: export.folder.appending(path: name)).count
    }
    var steps: [Int] = []
    _ = try CleverReader().read(export.path) { done, total in
      #expect(total == size)
      steps.append(done)
    }
    #expect(steps == steps.sorted())
    #expect(steps.last == size)
    // Each of the five files' contents moves it on at least once.
    #expect(Set(steps).count >= 5)
  }

  @Test func `nothing of an export is seen under a name while it is read`() throws {
    let folder = FileManager.default.temporaryDirectory
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }
    let export = try Export([:])
    let text = String(repeating: "{\(FormTests.first)}\n", count: 4000)
    try export.write(Data(gzipped(text)), to: "a.gz")
    var seen: Set<String> = []
    var roster: Roster? = try CleverReader().read(export.path) { _, _ in
      seen.formUnion((try? names()) ?? [])
    }
    #expect(roster?.students.count == 1)
    seen.formUnion(try names())
    #expect(!seen.contains { $0.contains("spool") })
    // What the roster can read again is held by no name, and let go with the roster.
    weak let store = roster?.source.files.first?.unpacked?.store
    #expect(store != nil)
    roster = nil
    #expect(store == nil)
  }
}
