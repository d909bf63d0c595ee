import Foundation
import TestSupport
import Testing

/// The page "Change the house" names the files that a change touches: all of them, and no others.
@Suite struct ChangeTheHouseTests {
  /// The text of each numbered section.
  private let sections: [Substring]

  init() throws {
    let page = "Sources/ImportStages/ImportStages.docc/ChangeTheHouse.md"
    sections = try String(contentsOf: packageFolder.appending(path: page), encoding: .utf8)
      .split(separator: "\n## ")
  }

  @Test func `every file and folder that the page names exists`() {
    var count = 0
    for section in sections {
      for path in paths(in: section) {
        let exists = FileManager.default.fileExists(
          atPath: packageFolder.appending(path: path).path
        )
        #expect(exists, "\(path), in section \(section.prefix { $0 != "\n" })")
        count += 1
      }
    }
    #expect(count > 30)
  }

  @Test func `a new report format is named in no other file`() throws {
    let naming = try files(in: ["Sources"], where: { $0.contains(/\bReportFormat\b/) })
    #expect(naming.subtracting(paths(in: try section("4. "))) == [])
  }

  @Test func `a new column goes through no other file`() throws {
    let rooms = ["CleverReader", "Roster", "BloomzModel", "RosterTransform", "BloomzBundle"]
    let naming = try files(in: rooms.map { "Sources/\($0)" }) {
      $0.contains(/\b(?:period|classPeriod)\b/)
    }
    #expect(naming.count > 10)
    #expect(naming.subtracting(paths(in: try section("5. "))) == [])
  }

  @Test func `a new language is named in no other file`() throws {
    let naming = try files(in: ["Sources", "Package.swift"]) {
      $0.contains(/"es"|[a-z]_es_|\w\.es\b/)
    }
    #expect(!naming.isEmpty)
    #expect(naming.subtracting(paths(in: try section("6. "))) == [])
  }

  private func section(_ number: String) throws -> Substring {
    try #require(sections.first { $0.hasPrefix(number) })
  }

  /// The paths in backticks of a text.
  private func paths(in text: Substring) -> Set<String> {
    let path = /`((?:Sources|Tests|pipelines|samples)\/[\w\/.+-]+|README\.md|Package\.swift)`/
    return Set(text.matches(of: path).map { String($0.1) })
  }

  /// The Swift files of some folders whose code, without comments, is as `isWanted` says.
  private func files(in places: [String], where isWanted: (String) -> Bool) throws -> Set<String> {
    var found: Set<String> = []
    for place in places {
      let url = packageFolder.appending(path: place)
      for file in place.hasSuffix(".swift") ? [url] : try swiftFiles(below: url) {
        let code = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
          .joined(separator: "\n")
        if isWanted(code) {
          found.insert(String(file.path.dropFirst(packageFolder.path.count + 1)))
        }
      }
    }
    return found
  }
}
