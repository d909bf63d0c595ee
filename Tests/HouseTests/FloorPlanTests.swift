import Foundation
import Testing

/// The rooms, and what each may import. To let a room import another, change this table in the same
/// commit, with the reason.
private let floorPlan: [String: Set<String>] = [
  // Floor 1
  // Text for people and programs. Any room may import it; it imports nothing.
  "Texts": [],
  "Findings": ["Texts"],
  // The few things that every room does with bytes, and the only ones that need `unsafe`.
  "Bytes": [],
  "FlatTables": ["Bytes"],
  // Uses the second processor, for whichever room has independent pieces of work.
  "ConcurrentWork": [],
  "BloomzModel": ["Findings", "FlatTables"],
  "MailMessage": ["Bytes"],
  // Floor 2
  "PositionedJSON": ["Bytes"],
  "PositionedCSV": ["Bytes"],
  "SafeFiles": ["ConcurrentWork", "Findings", "Texts", "CSystemCalls", "Crypto"],
  // Unpacks through a nameless spool file, which only SafeFiles makes.
  "PackedFiles": ["SafeFiles", "CZlib"],
  "Roster": ["Bytes", "Findings", "FlatTables"],
  "Pipeline": ["Findings", "Texts", "CLibYAML"],
  "MailTemplate": ["Findings", "Texts", "CLibXML2"],
  // Floor 3
  "CleverReader": [
    "Roster", "PositionedJSON", "PositionedCSV", "PackedFiles", "SafeFiles", "Findings",
    "FlatTables", "Bytes",
  ],
  // Rules and transform ask how a contact can be reached, and neither may import the other. It is
  // judged by the mail standards, which only MailMessage knows.
  "Reachability": ["Roster", "MailMessage", "FlatTables", "ConcurrentWork"],
  "RosterRules": [
    "Roster", "Reachability", "MailMessage", "FlatTables", "Bytes", "ConcurrentWork", "Findings",
    "Texts",
  ],
  "RosterTransform": [
    "Roster", "BloomzModel", "Reachability", "FlatTables", "Bytes", "ConcurrentWork", "Findings",
    "Texts",
  ],
  "BloomzBundle": ["BloomzModel", "SafeFiles", "FlatTables", "Findings", "Texts"],
  "InvitationMail": [
    "BloomzModel", "MailMessage", "MailTemplate", "SafeFiles", "FlatTables", "Bytes", "Texts",
    "Crypto",
  ],
  // An earlier report is read back as strictly as an export, with the place of what is wrong.
  "RunReport": ["PositionedJSON", "Findings", "SafeFiles", "Bytes", "Texts"],
  "SyntheticRoster": ["PackedFiles", "SafeFiles"],
  // Floor 4
  "ImportStages": [
    "Pipeline", "CleverReader", "Reachability", "RosterRules", "RosterTransform",
    "BloomzBundle", "InvitationMail", "RunReport", "SyntheticRoster", "Roster", "BloomzModel",
    "MailMessage", "MailTemplate", "SafeFiles", "FlatTables", "Bytes", "ConcurrentWork",
    "Findings", "Texts",
  ],
  // Floor 5
  "clever-to-bloomz": [
    "ImportStages", "Pipeline", "RunReport", "SyntheticRoster", "SafeFiles", "Findings", "Texts",
    "ArgumentParser",
  ],
]

/// The toolchain's own modules, each with the rooms that have a reason for it.
private let toolchain: [String: Set<String>] = [
  // The threads that walk an export, and that hash and write; the signals that end a run.
  "Dispatch": ["CleverReader", "ConcurrentWork", "SafeFiles", "clever-to-bloomz"],
  // What a signal or another thread shares with the run.
  "Synchronization": [
    "CleverReader", "ConcurrentWork", "ImportStages", "RosterRules", "SafeFiles",
    "clever-to-bloomz",
  ],
  // Today's date and the environment's variables.
  "FoundationEssentials": ["clever-to-bloomz"],
  "Glibc": ["SafeFiles", "clever-to-bloomz"],
  "Musl": ["SafeFiles", "clever-to-bloomz"],
]

@Suite struct FloorPlanTests {
  @Test func `every room under Sources is in the floor plan, and every one of the plan is there`()
    throws
  {
    let found = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    let systemRooms: Set<String> = ["CLibXML2", "CLibYAML", "CSystemCalls", "CZlib"]
    #expect(Set(found).subtracting(systemRooms) == Set(floorPlan.keys))
  }

  @Test(arguments: floorPlan.keys.sorted())
  func `a room imports nothing but what the floor plan grants it`(room: String) throws {
    let files = try swiftFiles(below: sources.appending(path: room))
    #expect(!files.isEmpty)
    for file in files {
      for module in try imports(of: file) {
        let isGranted =
          floorPlan[room]?.contains(module) == true || toolchain[module]?.contains(room) == true
        #expect(isGranted, "\(room) may not import \(module): \(file.lastPathComponent)")
      }
    }
  }

  @Test func `only the rooms that call C, and Bytes, are unsafe`() throws {
    var marks: [String: Int] = [:]
    for file in try swiftFiles(below: sources) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let count = text.split(separator: "\n")
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        .reduce(0) { $0 + $1.matches(of: /\bunsafe\s+[a-zA-Z(]/).count }
      let room = file.pathComponents[sources.pathComponents.count]
      if count > 0 { marks[room, default: 0] += count }
    }
    // System calls, libxml2, libyaml, zlib; and the loads and stores of several bytes at once.
    #expect(
      Set(marks.keys) == ["SafeFiles", "MailTemplate", "Pipeline", "PackedFiles", "Bytes"],
      "\(marks)"
    )
    // Two loads of a machine word, one of 32 bytes, a store of each, and the bytes of a literal.
    #expect(marks["Bytes"] == 6)
  }

  private func imports(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.matches(of: /(?m)^\s*(?:public |package |internal |private )?import (\w+)/)
      .map { String($0.output.1) }
  }
}

/// The package's folder.
let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private let sources = packageFolder.appending(path: "Sources")

/// The Swift files below a folder, in order of their paths.
func swiftFiles(below folder: URL) throws -> [URL] {
  let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (all?.allObjects as? [URL] ?? [])
    .filter { $0.pathExtension == "swift" }
    .sorted { $0.path < $1.path }
}
