import Findings
import Foundation
@testable import ImportStages
import Testing

/// Every code that the program prints has a page, whichever room prints it.
@Suite struct CodeCatalogueTests {
  @Test func `every type of codes in the house is in the catalogue`() throws {
    let list = try String(
      contentsOfFile: "Sources/ImportStages/CodeCatalogue.swift",
      encoding: .utf8
    )
    var types: [String] = []
    for case let file as String in FileManager.default.enumerator(atPath: "Sources") ?? .init()
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "Sources/\(file)", encoding: .utf8)
      types += text.matches(of: /(?:enum|struct) (\w+): [^{\n]*FindingCode/).map {
        String($0.output.1)
      }
    }
    #expect(types.count >= 8)
    for type in types {
      let name = type == "RosterRule" ? "RuleCatalogue.all" : "\(type).allCases"
      #expect(list.contains(name), "\(type)")
    }
  }

  @Test(arguments: CodeCatalogue.codes)
  func `a code has a page with its title and what to do`(code: String) throws {
    let page = try #require(CodeCatalogue.page(of: code))
    let words = page.split { $0.isWhitespace }.joined(separator: " ")
    let entries = CodeCatalogue.all.filter { $0.code == code }
    let entry = try #require(entries.first)
    #expect(words.hasPrefix("\(code) ="))
    #expect(words.contains(entry.title) && words.contains(entry.help))
    #expect(CodeCatalogue.title(of: code) == entry.title)
    for text in entries.flatMap({ [$0.title, $0.help] }) {
      #expect(!text.isEmpty && !text.hasSuffix("."), "\(code): \(text)")
    }
  }

  @Test func `the golden files hold no code without a page`() throws {
    let codes = Set(CodeCatalogue.codes)
    var found: Set<String> = []
    for folder in ["samples", "Tests/RosterRulesTests/Fixtures", "Tests/ImportStagesTests"] {
      for case let file as String in FileManager.default.enumerator(atPath: folder) ?? .init()
      where file.hasSuffix(".txt") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        found.formUnion(
          text.matches(of: /(?m)(?:error|warning|note|blocker): .*\[([a-z0-9-]+)\]$/)
            .map { String($0.output.1) }
        )
      }
    }
    #expect(found.count >= 80)
    #expect(found.subtracting(codes) == [])
  }
}
