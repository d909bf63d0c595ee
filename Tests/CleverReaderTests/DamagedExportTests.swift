import CleverReader
import Foundation
import PackedSamples
import Roster
import SyntheticRoster
import TestSupport
import Testing

/// What is missing from a damaged export is named, or nobody could know and nobody says otherwise.
@Suite struct DamagedExportTests {
  /// One list in one file, in every way a file can hold it.
  enum Form: String, CaseIterable {
    case lines, array, document, page, gzip, zip

    var layout: ExportForm.Layout {
      switch self {
      case .lines, .gzip, .zip: .lines
      case .array: .array
      case .document: .document
      case .page: .pages(size: 50)
      }
    }
  }

  /// The students of a small district; as a document, all lists.
  private func export(_ form: Form, _ version: CleverVersion) throws -> MadeUpFiles {
    let plan = try DistrictPlan(students: 8, seed: 2)
    let list: Set = [version < .v30 ? "students" : "users"]
    var files = try MadeUpFiles(
      plan,
      version,
      ExportForm(form.layout),
      lists: form == .document ? nil : list
    )
    var random = SeededRandom(seed: 1)
    if form == .gzip { files.pack(.gzip, &random) }
    if form == .zip { files.pack(.zip, &random) }
    return files
  }

  // MARK: - Cut

  @Test(arguments: zip(Form.allCases, [CleverVersion.v30, .v21, .v12, .v31, .v20, .v11]))
  func `a file cut at a thousand places is never taken for whole`(
    form: Form,
    version: CleverVersion
  ) throws {
    var files = try export(form, version)
    let path = try #require(files.paths.first)
    #expect(files.paths.count == 1)
    let bytes = files[path]
    let whole = Losses(of: try files.read())
    var unnamed = 0
    for end in cuts(of: bytes) {
      files[path] = Array(bytes[..<end])
      let roster = try files.read()
      let missing = whole.missing(from: roster)
      #expect(whole.changed(in: roster) == [], "cut at \(end)")
      #expect(Losses.isBalanced(roster), "cut at \(end)")
      #expect(Losses.claimedWhole(in: roster).isDisjoint(with: missing), "cut at \(end)")
      if missing.isEmpty || !Losses.named(in: roster).isEmpty { continue }
      unnamed += 1
      // Only where one record ends and the next has not begun does a shorter file look like a
      // whole one.
      #expect(form == .lines, "cut at \(end)")
      #expect(endsBehindRecord(bytes[..<end]), "cut at \(end)")
    }
    #expect((unnamed > 0) == (form == .lines))
  }

  /// A thousand places all over the file, and every byte around the end of an object.
  private func cuts(of bytes: [UInt8]) -> [Int] {
    var cuts = Set((0..<1000).map { $0 * bytes.count / 1000 })
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "}") }
    // Of packed bytes some are brackets by chance; a few do.
    for end in ends.prefix(60) + ends.suffix(60) {
      cuts.formUnion((end - 1...end + 2).filter { (0..<bytes.count).contains($0) })
    }
    return cuts.sorted()
  }

  private func endsBehindRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    let end = bytes.last { $0 != UInt8(ascii: "\n") }
    return end == UInt8(ascii: "}")
  }

  // MARK: - Pages

  @Test(arguments: [CleverVersion.v12, .v21, .v31], [1, 3, 8])
  func `of a list's pages none can be left out unnoticed`(
    version: CleverVersion,
    size: Int
  ) throws {
    let plan = try DistrictPlan(students: 8, seed: 2)
    let list = version < .v30 ? "students" : "users"
    let files = try MadeUpFiles(plan, version, ExportForm(.pages(size: size)), lists: [list])
    let whole = try files.read()
    let held = Set(Entity.allCases.filter { (whole.records(of: $0)?.recordCount ?? 0) > 0 })
    #expect(Losses.named(in: whole) == [])
    #expect(Losses.claimedWhole(in: whole) == held)
    #expect(files.paths.count > 1)
    for path in files.paths {
      var damaged = files
      damaged.remove(path)
      let roster = try damaged.read()
      #expect(Losses.named(in: roster).contains("page-missing"), "\(path)")
      #expect(Losses.claimedWhole(in: roster) == [], "\(path)")
    }
  }

  @Test func `a page that was saved twice is no loss`() throws {
    let plan = try DistrictPlan(students: 8, seed: 2)
    var files = try MadeUpFiles(plan, .v21, ExportForm(.pages(size: 3)), lists: ["students"])
    let whole = Losses(of: try files.read())
    files["students/again.json"] = files[try #require(files.paths.first)]
    let roster = try files.read()
    #expect(whole.missing(from: roster) == [])
    #expect(roster.source.copies.map(\.comparison) == [.same, .same, .same])
    #expect(Losses.isBalanced(roster))
    #expect(Losses.named(in: roster) == [])
  }

  // MARK: - Changed bytes

  /// What chance does to a file.
  enum Damage: CaseIterable {
    case flip, overwrite, swap, move, drop, insert

    func apply(to bytes: inout [UInt8], _ random: inout SeededRandom) {
      let place = random.below(bytes.count)
      switch self {
      case .flip: bytes[place] ^= 1 << UInt8(random.below(8))
      case .overwrite:
        // Mostly what means something in JSON.
        let marks = Array("{}[]\",:\\\n 0".utf8) + [0, 0xFF, 0xC3]
        bytes[place] = marks[random.below(marks.count)]
      case .swap: bytes.swapAt(place, random.below(bytes.count))
      case .move:
        let end = min(bytes.count, place + 1 + random.below(40))
        let piece = Array(bytes[place..<end])
        bytes.removeSubrange(place..<end)
        bytes.insert(contentsOf: piece, at: random.below(bytes.count + 1))
      case .drop: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(40)))
      case .insert: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      }
    }
  }

  @Test(arguments: Form.allCases, 0..<4)
  func `bytes changed at random never end the program, and what they cost is accounted for`(
    form: Form,
    seed: Int
  ) throws {
    // v1 has no courses, which are most of a small document.
    var files = try export(form, form == .document ? .v12 : seed % 2 == 0 ? .v21 : .v31)
    let path = try #require(files.paths.first)
    let bytes = files[path]
    let whole = Losses(of: try files.read())
    var random = SeededRandom(seed: seed)
    for round in 0..<150 {
      var damaged = bytes
      let damage = Damage.allCases[random.below(Damage.allCases.count)]
      for _ in 0...random.below(3) where !damaged.isEmpty { damage.apply(to: &damaged, &random) }
      files[path] = damaged
      let roster = try files.read()
      #expect(Losses.isBalanced(roster), "seed \(seed), round \(round): \(damage)")
      let isNamed = !whole.isShort(roster) || !Losses.named(in: roster).isEmpty
      #expect(isNamed, "seed \(seed), round \(round): \(damage)")
      // A file of records, and a page that says that there is no other, as good as never prove a
      // kind whole that lacks a record: chance would have to take it out and mend what it broke.
      let claimed = Losses.claimedWhole(in: roster)
      if whole.isShort(roster) || !roster.source.broken.isEmpty { #expect(claimed == []) }
    }
  }
}
