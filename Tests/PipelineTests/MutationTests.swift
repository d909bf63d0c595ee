import Findings
import Pipeline
import TestSupport
import Testing

/// Good files with a few signs changed: whatever comes of it, nothing traps, and each fault names
/// a line that the file has.
@Suite struct MutationTests {
  private static let good = #"""
    # What toys do: *all* of it.
    pipeline: toy
    version: 1
    parameters:
      who: { help: "who gets 'them'", default: Pat }
      words:
    stages:
      - read: { words: [b, "a\u00e9", 'it''s', ${who}] }
      - sort:
          order: descending   # last first
          weights: { plum: heavy, pear: light }
          since: 2026-08-15
      - send:
          to: { name: "${who} & *co*", title: ms }
          kinds:
            - >
              letter
            - |
              card
    report: { folder: "out/${words}", formats: [html, json] }
    """#

  @Test(arguments: 0..<20) func `no change of signs traps or moves a fault off the file`(seed: Int)
  {
    var random = SeededRandom(seed: seed)
    let signs = Array("\n\r\t -:?,[]{}#&*!|>'\"%@`\\$~<=.0xé\u{85}\u{2028}\u{F1000}".unicodeScalars)
    for _ in 0..<100 {
      var scalars = Array(Self.good.unicodeScalars)
      for _ in 0...random.below(4) {
        let index = random.below(scalars.count)
        switch random.below(3) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(signs[random.below(signs.count)], at: index)
        default: scalars[index] = signs[random.below(signs.count)]
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      check(String(text), seed: seed)
    }
  }

  private func check(_ yaml: String, seed: Int) {
    do {
      _ = try planned(yaml, settings: ["words=w"])
    } catch {
      #expect(!error.faults.isEmpty)
      for fault in error.faults {
        guard let place = fault.place, place.line > 0 else { continue }
        #expect(
          SourceExcerpt(of: yaml, at: place) != nil,
          "seed \(seed): \(fault.lines())\n\(yaml)"
        )
      }
    }
  }

  @Test(arguments: 0..<10) func `no bytes trap the reader`(seed: Int) {
    var random = SeededRandom(seed: seed + 1000)
    for _ in 0..<100 {
      var bytes = Array(Self.good.utf8)
      for _ in 0...random.below(3) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      let cut = bytes.prefix(random.below(bytes.count) + 1)
      #expect(throws: PlanError.self) {
        let file = try PipelineFile(parsing: Array(cut.prefix(bytes.count / 2)), path: "p.yaml")
        _ = try Plan(file, registry: .toys)
      }
    }
  }
}
