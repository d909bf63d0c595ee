/// How many findings are too many: `> 20`, `> 2 %`, or both, `> 2 % and > 20`.
///
/// Conditions are `>` or `>=` with a number, and all of them must be met. A number counts findings;
/// one with `%` is the share of the judged records that the findings name, with at most two places
/// after the point.
public struct RuleThreshold: Sendable, Hashable, CustomStringConvertible {
  /// One condition.
  private struct Condition: Sendable, Hashable {
    /// Whether the number itself is too many.
    var includesEqual: Bool
    /// Findings; of a share, hundredths of a per cent.
    var number: Int
    var isShare: Bool
  }

  private let conditions: [Condition]

  /// What was not understood of a threshold, in lower case without a full stop.
  public struct Complaint: Error, Sendable, Hashable {
    /// The part that makes no sense.
    public let part: String
    /// How it is written.
    public let help: String
  }

  /// Reads `> 2 % and > 20`.
  public init(parsing text: String) throws(Complaint) {
    var conditions: [Condition] = []
    var words = RuleThreshold.words(of: text)[...]
    repeat {
      conditions.append(try RuleThreshold.condition(&words, text))
      guard let next = words.first else { break }
      guard next == "and" else { throw RuleThreshold.complaint(next) }
      words.removeFirst()
    } while true
    self.conditions = conditions
  }

  /// Whether one of the conditions is a share.
  public var hasShare: Bool { conditions.contains { $0.isShare } }

  /// Whether so many are too many.
  ///
  /// - Parameters:
  ///   - findings: how many findings there are.
  ///   - records: how many records they name.
  ///   - judged: how many records were judged; a share of none is nothing.
  /// - Returns: whether every condition is met.
  public func isPassed(findings: Int, records: Int, of judged: Int) -> Bool {
    conditions.allSatisfy { condition in
      let (have, limit) =
        condition.isShare
        ? (records * 10_000, condition.number * judged) : (findings, condition.number)
      guard !condition.isShare || judged > 0 else { return false }
      return condition.includesEqual ? have >= limit : have > limit
    }
  }

  /// The share of `records` in `judged` as a number of per cent with at most two places, cut off.
  ///
  /// - Precondition: `judged` is above 0.
  public static func perCent(_ records: Int, of judged: Int) -> String {
    written(records * 10_000 / judged)
  }

  /// The threshold in its one spelling.
  public var description: String {
    conditions.map { condition in
      let sign = condition.includesEqual ? ">=" : ">"
      guard condition.isShare else { return "\(sign) \(condition.number)" }
      return "\(sign) \(RuleThreshold.written(condition.number)) %"
    }.joined(separator: " and ")
  }

  // MARK: - Reading

  private static func condition(
    _ words: inout ArraySlice<String>,
    _ text: String
  ) throws(Complaint) -> Condition {
    guard let sign = words.popFirst() else { throw complaint(text) }
    guard sign == ">" || sign == ">=" else { throw complaint(sign) }
    guard let number = words.popFirst() else { throw complaint(text) }
    let isShare = words.first == "%"
    if isShare { words.removeFirst() }
    guard let value = isShare ? hundredths(number) : digits(number[...]) else {
      throw complaint(number)
    }
    return Condition(includesEqual: sign == ">=", number: value, isShare: isShare)
  }

  private static func complaint(_ part: String) -> Complaint {
    Complaint(part: part, help: "write it like '> 20', '> 2 %' or '> 2 % and > 20'")
  }

  /// Signs, numbers and words, each by itself, whatever the blanks between.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for character in text.unicodeScalars {
      switch character {
      case " ", "\t": isOpen = false
      case ">", "%":
        words.append(String(character))
        isOpen = false
      case "=" where words.last == ">": words[words.count - 1] = ">="
      default:
        if isOpen {
          words[words.count - 1].unicodeScalars.append(character)
        } else {
          words.append(String(character))
        }
        isOpen = true
      }
    }
    return words
  }

  /// A whole number of at most nine digits.
  private static func digits(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return Int(text)
  }

  /// `2` is 200, `2.5` is 250; nil above 100 per cent.
  private static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts[0]), whole <= 100 else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard parts[1].utf8.count <= 2, let fraction = digits(parts[1]) else { return nil }
    let value = whole * 100 + (parts[1].utf8.count == 1 ? fraction * 10 : fraction)
    return value <= 10_000 ? value : nil
  }

  /// Hundredths of a per cent as a number: 250 is `2.5`, 200 is `2`.
  private static func written(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    guard rest > 0 else { return "\(hundredths / 100)" }
    let places = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(hundredths / 100).\(places)"
  }
}
