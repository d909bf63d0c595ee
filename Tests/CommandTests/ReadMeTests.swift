import Foundation
import TestSupport
import Testing

/// What README says, held to the program.
@Suite struct ReadMeTests {
  private let readMe: String

  init() throws {
    readMe = try String(
      contentsOf: packageFolder.appending(path: "README.md"),
      encoding: .utf8
    )
  }

  @Test func `exit codes are those of the program, in words and numbers`() throws {
    let help = try runTool(Program.url, ["--help"], in: packageFolder).output
    let codes = help.split(separator: "\n").drop { $0 != "EXIT CODES" }.dropFirst()
      .prefix { $0.contains("\t") }
      .map { $0.split(separator: "\t").map { String($0).trimmingCharacters(in: .whitespaces) } }
    let cells = readMe.replacing("`", with: "").split(separator: "\n")
      .drop { !$0.hasPrefix("| exit |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
      .flatMap { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let table = stride(from: 0, to: cells.count, by: 2).map { [cells[$0], cells[$0 + 1]] }
    #expect(!codes.isEmpty)
    #expect(Set(table) == Set(codes))
  }

  @Test func `every command is in the table, and every one of the table is a command`() throws {
    let help = try runTool(Program.url, ["--help"], in: packageFolder).output
    let commands = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .compactMap { $0.firstMatch(of: /^\s\s([a-z]+)\s/).map { String($0.output.1) } }
      .filter { $0 != "help" }
    #expect(commands.count >= 7)
    let section = readMe.split(separator: "## Commands").last?.split(separator: "## ").first ?? ""
    let named = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { $0.split(separator: "|")[0].matches(of: /`([a-z]+)/).map { String($0.output.1) } }
    #expect(named.sorted() == commands.sorted())
  }

  @Test func `the two commands to start with are there, and what they name exists`() throws {
    let commands = readMe.matches(of: /(?m)^    \$ (.+)$/).map { String($0.output.1) }
    #expect(
      commands == [
        ".ci/setup && swift run -c release clever-to-bloomz run pipelines/onboard-teachers.yaml",
        ".ci/test",
      ]
    )
    for file in [".ci/setup", ".ci/test", "pipelines/onboard-teachers.yaml"] {
      #expect(FileManager.default.fileExists(atPath: packageFolder.appending(path: file).path))
    }
  }
}
