import Findings
import Pipeline
import Testing

@Suite struct PipelineFileTests {
  /// The faults of bytes that are no text to put in a table.
  private func faults(of bytes: [UInt8]) -> String {
    do {
      let file = try PipelineFile(parsing: bytes, path: "p.yaml")
      return PlanError(file.faults).description
    } catch {
      return error.description
    }
  }

  @Test func `a good file says name, parameters and stages, each with its place`() throws {
    let file = try PipelineFile(
      parsing: Array(
        """
        # What toys do.
        pipeline: toy-words
        version: 1
        parameters:
          who: { help: "who gets them", default: Pat }
          words:
        stages:
          - read: { words: [b, a] }
          - sort:
              order: descending   # last first
        """.utf8
      ),
      path: "toys/p.yaml"
    )
    #expect(file.faults == [])
    #expect(file.name == "toy-words")
    #expect(file.parameters.map(\.name) == ["who", "words"])
    #expect(file.parameters.map(\.help) == ["who gets them", ""])
    #expect(file.parameters.map(\.defaultValue) == ["Pat", nil])
    #expect(file.parameters.map(\.place.description) == ["toys/p.yaml:5:3", "toys/p.yaml:6:3"])
    #expect(file.stages.map(\.name.text) == ["read", "sort"])
    #expect(file.stages.map(\.name.place.description) == ["toys/p.yaml:8:5", "toys/p.yaml:9:5"])
    #expect(
      file.stages.last?.options.entries?.first?.value.place
        == Place(file: "toys/p.yaml", line: 10, column: 14)
    )
  }

  @Test func `a leading byte order mark is passed over and counts no column`() throws {
    let file = try PipelineFile(
      parsing: Array("\u{FEFF}pipeline: t\nversion: 1\nstages: []".utf8),
      path: "p.yaml"
    )
    #expect(file.name == "t")
    #expect(file.faults.map(\.place?.description) == ["p.yaml:3:9"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end at LF, CR LF and CR`(end: String) throws {
    let lines = ["pipeline: t", "version: 1", "stages:", "  - read: {}", "oops: 1"]
    let file = try PipelineFile(
      parsing: Array(lines.joined(separator: end).utf8),
      path: "p.yaml"
    )
    #expect(file.otherKeys.map(\.key.place.description) == ["p.yaml:5:1"])
  }

  @Test(
    arguments: [
      "no", "yes", "on", "null", "~", "012", "0x1F", "0o17", "1e3", "1_000", "1:30", ".inf", ".nan",
      "true", "2026-08-15", "=", "+5", "1.0", "a*b", "a&b", "a!b", "x: y".debugDescription,
    ])
  func `a scalar stays the text it is`(scalar: String) throws {
    let plan = try planned(
      "pipeline: t\nversion: 1\nstages:\n  - read: { words: [\(scalar)] }\n"
    )
    let file = try PipelineFile(parsing: Array("from: \(scalar)\n".utf8), path: "p.yaml")
    #expect(plan.stages.count == 1)
    #expect(file.faults.isEmpty == false)
    let options = try PipelineFile(
      parsing: Array(
        "pipeline: t\nversion: 1\nstages:\n  - read: { from: \(scalar) }\n".utf8
      ),
      path: "p.yaml"
    ).stages.first?.options
    let unquoted = scalar == "x: y".debugDescription ? "x: y" : scalar
    guard case .text(let text)? = options?.entries?.first?.value.content else {
      Issue.record("the value is no text")
      return
    }
    #expect(Array(text.utf8) == Array(unquoted.utf8))
  }

  @Test func `stars in quotes, comments, plain words and block texts are no aliases`() throws {
    let file = try PipelineFile(
      parsing: Array(
        #"""
        pipeline: t   # *note, &mark, !tag
        version: 1
        parameters:
          a: { default: "*.json &b !c" }
          b: { default: '**' }
          c: { default: a *b &c !d }
          d:
            default: |
              *x
              &y
          "*": { default: "\u002a" }
        stages: [ ]
        """#.utf8
      ),
      path: "p.yaml"
    )
    #expect(
      file.parameters.map(\.defaultValue) == [
        "*.json &b !c", "**", "a *b &c !d", "*x\n&y\n", "*",
      ]
    )
    #expect(file.parameters.map(\.name) == ["a", "b", "c", "d", "*"])
    #expect(file.faults.map(\.code) == ["bad-name", "no-stages"])
  }

  @Test func `keys that only look alike are two keys`() throws {
    // U+00E9 and e with U+0301: equal as Swift strings, different as bytes.
    let file = try PipelineFile(
      parsing: Array(
        "pipeline: t\nversion: 1\nstages:\n  - read: { caf\u{E9}: a, cafe\u{301}: b }\n".utf8
      ),
      path: "p.yaml"
    )
    #expect(file.faults == [])
    #expect(file.stages.first?.options.entries?.count == 2)
  }

  @Test func `a file of more than 256 KiB is refused unread`() {
    let bytes = Array(repeating: UInt8(ascii: "#"), count: 256 * 1024 + 1)
    #expect(
      faults(of: bytes) == """
        p.yaml: error: the pipeline file has 262145 bytes, more than 262144 \
        [pipeline-file-too-large]
          help: name the pipeline file, not a data file
        """
    )
    #expect(faults(of: bytes.dropLast()).contains("[pipeline-file-empty]"))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 2), ([0xC3, 0xA9, 0xED, 0xA0, 0x80], 3), ([0xFF, 0xFE, 0x61, 0x00], 1),
      ([0x61, 0x62, 0xE2, 0x82], 3),
    ] as [([UInt8], Int)]
  )
  func `a file that is not UTF-8 is refused with the byte`(bytes: [UInt8], at byte: Int) {
    #expect(
      faults(of: bytes) == """
        p.yaml: error: the pipeline file is not UTF-8 from byte \(byte) on \
        [pipeline-file-not-utf-8]
          help: save it as UTF-8
        """
    )
  }
}
