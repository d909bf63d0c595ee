import CanonicalRosters
import CleverReader
import Foundation
import Roster
import SafeFiles
import SyntheticRoster
import TestSupport
import Testing

/// One made-up district gives one roster, however Clever's answers were saved.
@Suite struct SameDistrictTests {
  /// Two schools, siblings, a teacher who is an admin: all that the versions differ in is there.
  private static let plan = Result { try DistrictPlan(students: 70, schools: 2, seed: 11) }

  /// What each version's plainest export says.
  private static let plain: [CleverVersion: Result<Roster, any Error>] = Dictionary(
    uniqueKeysWithValues: CleverVersion.allCases.map { version in
      (version, Result { try MadeUpFiles(plan.get(), version, .lines).read() })
    }
  )

  private func plain(_ version: CleverVersion) throws -> Roster {
    try #require(SameDistrictTests.plain[version]).get()
  }

  private func digest(_ roster: Roster, without limits: Set<VersionLimit> = []) -> String {
    SHA256Digest.hex(of: CanonicalRoster(roster, without: limits).bytes)
  }

  // MARK: - Forms

  @Test func `any two ways to write an export come together at least once`() {
    let met = Set(Arrangement.pairwise.flatMap { Arrangement.pairs(in: $0) })
    #expect(met.isSuperset(of: Arrangement.pairs(of: Arrangement.choices)))
    #expect(Arrangement.pairwise.count < 100)
  }

  @Test(arguments: Arrangement.pairwise.map { Arrangement($0) })
  func `a district has one digest in every form, order and packing`(
    arrangement: Arrangement
  ) throws {
    var random = SeededRandom(seed: 1)
    var form = arrangement.form
    // What is moved is packed here; what is not, by those who write the export.
    let moves = arrangement.movesFiles || arrangement.movesRecords
    if moves { form.packing = .none }
    var files = try MadeUpFiles(SameDistrictTests.plan.get(), arrangement.version, form)
    if moves {
      files.shuffle(
        files: arrangement.movesFiles,
        records: arrangement.movesRecords,
        &random
      )
      files.pack(arrangement.form.packing, &random)
    }
    let roster = try files.read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.source.copies == [])
    let expected = try plain(arrangement.version)
    #expect(
      difference(CanonicalRoster(roster).lines, CanonicalRoster(expected).lines) == []
    )
    #expect(digest(roster) == digest(expected))
  }

  @Test(arguments: ExportForm.Packing.allCases)
  func `a district with faults has one digest in every form of one order`(
    packing: ExportForm.Packing
  ) throws {
    let plan = try DistrictPlan(students: 120, seed: 4, hasFaults: true)
    var digests: Set<String> = []
    for layout in Arrangement.layouts {
      let files = try MadeUpFiles(plan, .v31, ExportForm(layout, packing: packing))
      digests.insert(digest(try files.read()))
    }
    #expect(digests.count == 1)
  }

  @Test(arguments: CleverVersion.allCases)
  func `another district has another digest`(version: CleverVersion) throws {
    let other = try DistrictPlan(students: 70, schools: 2, seed: 12)
    let limits = Set(VersionLimit.allCases)
    let roster = try MadeUpFiles(other, version, .lines).read()
    #expect(try digest(roster, without: limits) != digest(plain(version), without: limits))
  }

  // MARK: - Versions

  @Test(arguments: CleverVersion.allCases)
  func `a district has one digest in every version, but for what the version cannot carry`(
    version: CleverVersion
  ) throws {
    let limits = VersionLimit.between([version.rawValue, "v3.1"])
    let (old, new) = try (plain(version), plain(.v31))
    #expect(
      difference(
        CanonicalRoster(old, without: limits).lines,
        CanonicalRoster(new, without: limits).lines
      ) == []
    )
    #expect(digest(old, without: limits) == digest(new, without: limits))
  }

  @Test(arguments: CleverVersion.allCases)
  func `nothing is left out of the comparison that need not be`(version: CleverVersion) throws {
    let limits = VersionLimit.between([version.rawValue, "v3.1"])
    #expect(limits.isEmpty == (version >= .v30))
    for limit in limits {
      let others = limits.subtracting([limit])
      #expect(
        try digest(plain(version), without: others) != digest(plain(.v31), without: others),
        "'\(limit.rawValue)' is no difference between \(version.rawValue) and v3.1"
      )
    }
  }

  @Test func `versions that lack the same say the same`() throws {
    #expect(try digest(plain(.v20)) == digest(plain(.v21)))
    #expect(try digest(plain(.v30)) == digest(plain(.v31)))
    #expect(
      try digest(plain(.v11), without: [.contactKeys])
        == digest(plain(.v12), without: [.contactKeys])
    )
  }

  // MARK: - A district's own files

  /// How many ways there are to pack and order the files.
  private static let uploads = ExportForm.Packing.allCases.flatMap { packing in
    [false, true].map { (packing, $0) }
  }

  @Test(arguments: uploads)
  func `a district's own files say what the API says, but for what they cannot carry`(
    packing: ExportForm.Packing,
    moves: Bool
  ) throws {
    let form = ExportForm(.upload, packing: moves ? .none : packing)
    var files = try MadeUpFiles(SameDistrictTests.plan.get(), .v31, form)
    var random = SeededRandom(seed: 5)
    if moves {
      for path in files.paths { files[path] = rowsMoved(files[path], &random) }
      files.pack(packing, &random)
    }
    let roster = try files.read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.source.copies.allSatisfy { $0.comparison == .adding })
    #expect(Losses.isBalanced(roster))
    for version in CleverVersion.allCases {
      let limits = VersionLimit.between([version.rawValue, "CSV"])
      let other = try plain(version)
      #expect(
        difference(
          CanonicalRoster(roster, without: limits).lines,
          CanonicalRoster(other, without: limits).lines
        ) == []
      )
      #expect(digest(roster, without: limits) == digest(other, without: limits))
    }
  }

  @Test func `nothing of a district's own files is left out that need not be`() throws {
    let roster = try MadeUpFiles(SameDistrictTests.plan.get(), .v31, ExportForm(.upload)).read()
    let limits = VersionLimit.between(["CSV", "v3.1"])
    #expect(limits.count == 5)
    for limit in limits {
      let others = limits.subtracting([limit])
      #expect(
        try digest(roster, without: others) != digest(plain(.v31), without: others),
        "'\(limit.rawValue)' is no difference between CSV and v3.1"
      )
    }
  }

  /// The same rows under their header in another order; none has a line end inside.
  private func rowsMoved(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let moved = lines.prefix(1) + lines.dropFirst().shuffled(using: &random)
    return moved.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  @Test func `the article's table is the program's`() throws {
    let table = VersionLimit.allCases.map {
      "| \($0.rawValue) | \($0.versions.joined(separator: ", ")) |"
    }
    let rows = try article("SameDistrict").split(separator: "\n").map(String.init)
      .filter { row in
        let versions = row.split(separator: "|").dropFirst().first ?? ""
        return versions.hasPrefix(" v1.1") || versions == " CSV "
      }
    #expect(rows.count == table.count)
    for row in table {
      #expect(rows.contains { $0.hasPrefix(row) }, "SameDistrict.md must have the row \(row)")
    }
  }
}

/// What only one of the two has, marked with its side; not more than a few lines of each.
func difference(_ left: [String], _ right: [String]) -> [String] {
  let (one, other) = (Set(left), Set(right))
  return left.filter { !other.contains($0) }.prefix(3).map { "< \($0)" }
    + right.filter { !one.contains($0) }.prefix(3).map { "> \($0)" }
}

/// An article of the reader's documentation.
func article(_ name: String) throws -> String {
  try String(
    contentsOf: packageFolder.appending(path: "Sources/CleverReader/CleverReader.docc/\(name).md"),
    encoding: .utf8
  )
}
