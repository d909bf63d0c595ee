import Foundation
import TestSupport
import Testing

/// What Bloomz has no column for leaves the program in no form: not in the bundle, the mail, the
/// reports, the answers of commands, nor in what is said of a broken file.
@Suite struct CanaryTests {
  @Test func `a hundred values that must never leave are in no output, in no spelling`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "clever")
    var planter = Planter()
    try planter.plant(below: bench.url("clever"))
    #expect(planter.canaries.count >= 100)

    var said = Data()
    func run(_ arguments: String...) throws {
      let ending = try runTool(Program.url, arguments, in: bench.folder)
      // Whatever it found, it came to an end of its own.
      #expect([0, 1, 65, 77].contains(ending.code), "\(arguments): \(ending.error)")
      said += Data((ending.output + ending.error).utf8)
    }
    for name in ["onboard-teachers", "onboard-parents", "check-export"] {
      // The first pipeline's school is another sample's.
      let settings =
        name == "onboard-teachers"
        ? ["--set", "school=0042", "--set", "operator=\(operatorID)"] : []
      try bench.write(
        try bench.text("pipelines/\(name).yaml").replacing(
          /formats: \[html.*\] \}/,
          with: "formats: [html, json, csv, fix-lists, sarif, junit, shareable], names: true }"
        ),
        to: "\(name).yaml"
      )
      let key = name == "check-export" ? [] : ["--set", "key=key"]
      let common = ["--set", "export=clever", "--set", "out=out/\(name)"] + key
      let ending = try runTool(
        Program.url,
        ["run", "\(name).yaml", "--verbose", "--issue-date", "2026-08-20"] + common + settings,
        in: bench.folder
      )
      #expect(ending.code == 0 || ending.code == 1, "\(name): \(ending.error)")
      said += Data((ending.output + ending.error).utf8)
    }
    try run("inspect", "clever")
    try run("why", "T-0004", "--report", "out/onboard-parents/report")
    try run("verify", "out/onboard-parents/bundle")

    // A file that breaks off inside such a value, and one that holds a key twice.
    let users = try bench.text("clever/users/page-1.json")
    let canary = try #require(planter.canaries.first { users.contains($0) })
    let cut = try #require(users.range(of: canary)).upperBound
    try bench.write(String(users[..<cut]), to: "cut/users.json")
    try bench.write(
      "{\"id\":\"\(canary)\",\"dob\":\"\(canary)\",\"dob\":\"\"}",
      to: "twice/users.json"
    )
    try run("inspect", "cut")
    try run("inspect", "twice")

    var outputs = try bench.files(below: "out")
    outputs["what the program said"] = said
    for canary in planter.canaries {
      for spelling in spellings(of: canary) {
        for (name, bytes) in outputs {
          #expect(bytes.range(of: spelling.bytes) == nil, "\(canary) in \(name), \(spelling.name)")
        }
      }
    }
    // The same search finds what does leave: a teacher's name in the mail and in the bundle.
    let name = spellings(of: planter.carried)
    #expect(outputs.values.contains { bytes in name.contains { bytes.range(of: $0.bytes) != nil } })
  }

  @Test func `the search knows each spelling, wherever the value stands`() {
    let value = "Qz7vKxWbTn4h"
    for length in 0..<3 {
      let text = Data((String(repeating: "-", count: length) + value + "--").utf8)
      let base64 = Data(text.base64EncodedString().utf8)
      #expect(spellings(of: value).contains { base64.range(of: $0.bytes) != nil })
    }
    for text in [
      "517A37764B785762546E3468", "517a37764b785762546e3468",
      "%51%7A%37%76%4B%78%57%62%54%6E%34%68", "=51=7A=37=76=4B=78=57=62=54=6E=34=68", value,
    ] {
      let bytes = Data("..\(text)..".utf8)
      #expect(spellings(of: value).contains { bytes.range(of: $0.bytes) != nil }, "\(text)")
    }
  }

  private let operatorID = "66a100000000000000000001"

  /// How a value of letters and digits could stand in a file.
  private func spellings(of value: String) -> [(name: String, bytes: Data)] {
    let bytes = Array(value.utf8)
    let upper = bytes.map { String(format: "%02X", $0) }
    var spellings: [(String, Data)] = [
      ("as it is", Data(bytes)),
      ("hex", Data(upper.joined().utf8)),
      ("small hex", Data(upper.joined().lowercased().utf8)),
      ("percent", Data(upper.map { "%\($0)" }.joined().utf8)),
      ("small percent", Data(upper.map { "%\($0)".lowercased() }.joined().utf8)),
      ("quoted-printable", Data(upper.map { "=\($0)" }.joined().utf8)),
      ("UTF-16", Data(bytes.flatMap { [$0, 0] })),
    ]
    // What stands before and behind changes the first and last digits; the inner ones are the same.
    for skipped in 0..<3 {
      let inner = bytes.dropFirst(skipped)
      let whole = Data(inner.prefix(inner.count / 3 * 3)).base64EncodedString()
      spellings.append(("base64", Data(whole.utf8)))
    }
    return spellings
  }
}

/// Puts values into fields that must never leave (`WhatIsRead.md`, section 1), each of its own.
private struct Planter {
  /// The values.
  private(set) var canaries: [String] = []
  /// A value in a field that does leave: a teacher's last name.
  let carried = "Qx9CarriedName"

  private static let ofPerson = [
    "dob", "gender", "race", "hispanic_ethnicity", "ell_status", "iep_status", "frl_status",
    "gifted_status", "section_504_status", "disability_type", "gpa", "state_id", "student_number",
    "teacher_number", "graduation_year", "home_language", "preferred_name", "unweighted_gpa",
  ]
  private static let ofSchool = ["principal", "phone", "nces_id", "state_id", "location"]

  mutating func plant(below folder: URL) throws {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    for name in names.sorted() where name.hasSuffix(".json") {
      let file = folder.appending(path: name)
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let planted = plant(in: json, isSchool: name.hasPrefix("schools"))
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
      try JSONSerialization.data(withJSONObject: planted, options: options).write(to: file)
    }
  }

  private mutating func canary() -> String {
    // Letters and digits, twelve of them, so that no encoding leaves it as it is by chance.
    let number = canaries.count &* 2_654_435_761 % 0xFFFF_FFFF
    canaries.append("Qz" + String(number + 0x1_0000_0000, radix: 36) + "Kj7")
    return canaries[canaries.count - 1]
  }

  private mutating func plant(in json: Any, isSchool: Bool) -> Any {
    if let list = json as? [Any] { return list.map { plant(in: $0, isSchool: isSchool) } }
    guard var record = json as? [String: Any] else { return json }
    for key in record.keys.sorted() {
      if let value = record[key] { record[key] = plant(in: value, isSchool: isSchool) }
    }
    if record["access_token"] != nil { record["access_token"] = canary() }
    let roles = record["roles"] as? [String: Any] ?? [:]
    if var name = record["name"] as? [String: Any], !roles.isEmpty {
      name["middle"] = canary()
      if roles["teacher"] != nil { name["last"] = carried }
      record["name"] = name
      if roles["student"] != nil { record["email"] = "\(canary())@example.org" }
    }
    guard canaries.count < 200 else { return record }
    if record["sis_id"] != nil, record["dob"] != nil || record["teacher_number"] != nil {
      for key in Planter.ofPerson { record[key] = canary() }
      record["ext"] = ["note": canary()]
      record["location"] = ["address": canary(), "lat": canary()]
      record["credentials"] = ["district_username": canary(), "district_password": canary()]
    }
    if isSchool, record["school_number"] != nil || record["low_grade"] != nil {
      for key in Planter.ofSchool { record[key] = canary() }
    }
    return record
  }
}
