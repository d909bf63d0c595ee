import SyntheticRoster
import TestSupport

/// One way to write a district: a choice in each dimension in which exports differ.
struct Arrangement: Sendable, CustomStringConvertible {
  let version: CleverVersion
  let form: ExportForm
  let movesFiles: Bool
  let movesRecords: Bool

  var description: String {
    "\(version.rawValue), \(form.layout), \(form.envelope), packed: \(form.packing), "
      + "links first: \(form.hasLinksFirst), moved: files \(movesFiles), records \(movesRecords)"
  }

  static let layouts: [ExportForm.Layout] = [
    .lines, .array, .document, .pages(size: 1), .pages(size: 7), .pages(size: 100),
    .pages(size: 10_000),
  ]

  /// How many choices each dimension has.
  static let choices = [
    CleverVersion.allCases.count, layouts.count, ExportForm.Envelope.allCases.count,
    ExportForm.Packing.allCases.count, 2, 2, 2,
  ]

  /// The arrangement that makes the `choices`, one a dimension.
  init(_ choices: [Int]) {
    version = CleverVersion.allCases[choices[0]]
    form = ExportForm(
      Arrangement.layouts[choices[1]],
      envelope: ExportForm.Envelope.allCases[choices[2]],
      hasLinksFirst: choices[4] == 1,
      packing: ExportForm.Packing.allCases[choices[3]]
    )
    movesFiles = choices[5] == 1
    movesRecords = choices[6] == 1
  }

  /// Choices such that any two choices of two dimensions come together at least once.
  ///
  /// Each row is the best of some random ones; the product of all would be 3 024 exports.
  static let pairwise: [[Int]] = {
    var random = SeededRandom(seed: 3)
    var missing = Set(pairs(of: choices))
    var rows: [[Int]] = []
    while let wanted = missing.min() {
      var best: (row: [Int], gain: Int) = ([], 0)
      for _ in 0..<60 {
        var row = choices.map { random.below($0) }
        row[wanted.left] = wanted.leftChoice
        row[wanted.right] = wanted.rightChoice
        let gain = pairs(in: row).count { missing.contains($0) }
        if gain > best.gain { best = (row, gain) }
      }
      rows.append(best.row)
      missing.subtract(pairs(in: best.row))
    }
    return rows
  }()

  /// Two dimensions and a choice in each.
  struct Pair: Hashable, Comparable {
    var left: Int
    var leftChoice: Int
    var right: Int
    var rightChoice: Int

    static func < (left: Pair, right: Pair) -> Bool {
      (left.left, left.leftChoice, left.right, left.rightChoice)
        < (right.left, right.leftChoice, right.right, right.rightChoice)
    }
  }

  /// All pairs that there are.
  static func pairs(of choices: [Int]) -> [Pair] {
    choices.indices.flatMap { left in
      (left + 1..<choices.count).flatMap { right in
        (0..<choices[left]).flatMap { one in
          (0..<choices[right]).map {
            Pair(left: left, leftChoice: one, right: right, rightChoice: $0)
          }
        }
      }
    }
  }

  /// The pairs that one row makes.
  static func pairs(in row: [Int]) -> [Pair] {
    row.indices.flatMap { left in
      (left + 1..<row.count).map {
        Pair(left: left, leftChoice: row[left], right: $0, rightChoice: row[$0])
      }
    }
  }
}
