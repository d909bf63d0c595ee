import Foundation
import TestSupport
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
    "FlatTables", "ConcurrentWork", "Texts", "Bytes",
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
  "BloomzBundle": ["BloomzModel", "SafeFiles", "FlatTables", "Findings", "PositionedCSV"],
  "InvitationMail": [
    "BloomzModel", "MailMessage", "MailTemplate", "SafeFiles", "FlatTables", "Texts", "Crypto",
  ],
  // An earlier report is read back as strictly as an export, with the place of what is wrong.
  "RunReport": ["PositionedJSON", "Findings", "SafeFiles", "Bytes", "Texts"],
  "SyntheticRoster": ["PackedFiles", "SafeFiles"],
  // Floor 4
  "ImportStages": [
    "Pipeline", "CleverReader", "Reachability", "RosterRules", "RosterTransform",
    "BloomzBundle", "InvitationMail", "RunReport", "Roster", "BloomzModel",
    "MailMessage", "MailTemplate", "SafeFiles", "PositionedCSV", "FlatTables", "Bytes",
    "ConcurrentWork", "Findings", "Texts",
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
  "Dispatch": ["ConcurrentWork", "SafeFiles", "clever-to-bloomz"],
  // What a signal or another thread shares with the run.
  "Synchronization": [
    "CleverReader", "ConcurrentWork", "RosterRules", "SafeFiles", "clever-to-bloomz",
  ],
  // Today's date and the environment's variables.
  "FoundationEssentials": ["clever-to-bloomz"],
  "Glibc": ["clever-to-bloomz"],
  "Musl": ["clever-to-bloomz"],
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
  func `a room imports what the floor plan grants it, all of it and nothing else`(room: String)
    throws
  {
    let imported = try imports(below: sources.appending(path: room))
    let granted = floorPlan[room, default: []]
    let ofToolchain = Set(toolchain.keys.filter { toolchain[$0]?.contains(room) == true })
    #expect(imported.subtracting(granted).subtracting(ofToolchain) == [], "not granted")
    #expect(granted.subtracting(imported) == [], "granted and not used")
    #expect(ofToolchain.subtracting(imported) == [], "granted and not used")
  }

  @Test func `Package swift grants a room what the floor plan does`() throws {
    let packaged = try packagedTargets()
    #expect(Set(packaged.keys).isSuperset(of: floorPlan.keys))
    for (room, granted) in floorPlan { #expect(packaged[room] == granted, "\(room)") }
  }

  @Test func `a test target imports what Package swift grants it, and all of it`() throws {
    // The toolchain's modules, and a room that is imported to be tested as a program.
    let free: Set<String> = [
      "Foundation", "FoundationEssentials", "Testing", "Dispatch", "Synchronization", "Glibc",
      "clever_to_bloomz",
    ]
    for (target, granted) in try packagedTargets() where floorPlan[target] == nil {
      let imported = try imports(below: packageFolder.appending(path: "Tests/\(target)"))
      #expect(imported.subtracting(granted).subtracting(free) == [], "\(target): not granted")
      // The program is run rather than imported.
      let unused = granted.subtracting(imported).subtracting(["clever-to-bloomz"])
      #expect(unused == [], "\(target): granted and not used")
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

  /// The modules that the files below a folder import.
  private func imports(below folder: URL) throws -> Set<String> {
    let files = try swiftFiles(below: folder)
    #expect(!files.isEmpty, "\(folder.lastPathComponent)")
    let line =
      #/(?m)^ *(?:@\w+ +)*(?:public |package |internal |private )?import (?:\w+ )?([\w-]+)(?: *//.*)?$/#
    return try files.reduce(into: []) { modules, file in
      let text = try String(contentsOf: file, encoding: .utf8)
      modules.formUnion(text.matches(of: line).map { String($0.1) })
    }
  }

  /// Each target of Package.swift with what it may import. The text is read, since the package
  /// manager holds its lock while tests run.
  private func packagedTargets() throws -> [String: Set<String>] {
    let text = try String(
      contentsOf: packageFolder.appending(path: "Package.swift"),
      encoding: .utf8
    )
    .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    .joined(separator: "\n")
    .replacing("crypto", with: "\"Crypto\"")
    .replacing(/, package: "[\w-]+"/, with: "")
    let room = /\b(room|tests)\(\s*"([\w-]+)"(?:,\s*\[([^\]]*)\])?/
    let target =
      /\.(?:target|testTarget|executableTarget)\(\s*name: "([\w-]+)",\s*(?:dependencies: \[([^\]]*)\])?/
    func names(_ list: Substring?) -> Set<String> {
      Set((list ?? "").matches(of: /"([\w-]+)"/).map { String($0.1) })
    }
    var targets: [String: Set<String>] = [:]
    for match in text.matches(of: room) {
      let name = String(match.2)
      let isRoom = match.1 == "room"
      targets[isRoom ? name : "\(name)Tests"] = names(match.3).union(isRoom ? [] : [name])
    }
    for match in text.matches(of: target) { targets[String(match.1)] = names(match.2) }
    return targets
  }
}

private let sources = packageFolder.appending(path: "Sources")

/// The Swift files below a folder, in order of their paths.
func swiftFiles(below folder: URL) throws -> [URL] {
  let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (all?.allObjects as? [URL] ?? [])
    .filter { $0.pathExtension == "swift" }
    .sorted { $0.path < $1.path }
}
