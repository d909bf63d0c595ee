import Findings
import Pipeline
import Testing

/// Files made to use up time or memory. The reader refuses each in milliseconds; one that it did not
/// refuse would keep it busy for hours.
@Suite(.serialized, .timeLimit(.minutes(1))) struct HostileFileTests {
  private func codes(of yaml: String) -> [String] {
    do throws(PlanError) {
      return try PipelineFile(parsing: Array(yaml.utf8), path: "p.yaml").faults.map(\.code)
    } catch {
      return error.faults.map(\.code)
    }
  }

  @Test func `a bomb of nine levels of aliases is refused`() {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, previous) in zip("bcdefghi", "abcdefgh") {
      let uses = Array(repeating: "*\(previous)", count: 9).joined(separator: ", ")
      yaml += "\(name): &\(name) [\(uses)]\n"
    }
    #expect(codes(of: yaml).count == 9 + 8 * 9)
    // As keys the aliases would be hashed, each to its last leaf.
    #expect(codes(of: yaml + "? *i\n: 1\n").count == 9 + 8 * 9 + 1)
  }

  @Test(arguments: ["[", "{", "- ", "? ", "[{", "{a: ", "[[a], "])
  func `nesting without end is refused`(opening: String) {
    let count = 256 * 1024 / opening.utf8.count
    let found = codes(of: String(repeating: opening, count: count))
    #expect(found == ["yaml-too-deep"] || found == ["yaml-syntax"])
  }

  @Test func `nesting may be 32 deep and no deeper`() {
    func nested(_ depth: Int) -> String {
      "a: \(String(repeating: "[", count: depth - 2))x\(String(repeating: "]", count: depth - 2))"
    }
    #expect(!codes(of: nested(32)).contains("yaml-too-deep"))
    #expect(codes(of: nested(33)) == ["yaml-too-deep"])
    let blocks = (0..<400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(codes(of: blocks) == ["yaml-too-deep"])
  }

  @Test func `a file may have 10 000 keys and values and no more`() {
    func list(_ count: Int) -> String {
      "a: [\(Array(repeating: "x", count: count).joined(separator: ","))]"
    }
    // The mapping, its key and its list are values, too.
    #expect(!codes(of: list(9_997)).contains("yaml-too-many-values"))
    #expect(codes(of: list(9_998)) == ["yaml-too-many-values"])
    #expect(codes(of: list(131_000)) == ["yaml-too-many-values"])
  }

  @Test func `thousands of keys, double ones too, are read in time`() {
    let keys = (0..<20_000).map { "k\($0):" }.joined(separator: "\n")
    #expect(codes(of: keys) == ["yaml-too-many-values"])
    let doubles = (0..<20_000).map { "k\($0 / 2):" }.joined(separator: "\n")
    #expect(Set(codes(of: doubles)) == ["double-key", "yaml-too-many-values"])
    let pairs = (0..<6).map { "m\($0): { a: , a: }\n" }.joined() + keys
    let doubleKeys = Array(repeating: "double-key", count: 6)
    #expect(codes(of: pairs) == doubleKeys + ["yaml-too-many-values"])
    let deepKey = String(repeating: "? [", count: 200) + "\n"
    #expect(codes(of: deepKey) == ["yaml-too-deep"])
  }
}
