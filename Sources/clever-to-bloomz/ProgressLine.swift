import Pipeline
import Texts

/// What the line of progress says after each event: the stage, how much it has done and how fast,
/// and what the stage before it came to.
struct ProgressLine {
  /// A terminal that is narrower than this would break the line, and it could not be written over.
  private static let columns = 79

  private var stage = ""
  private var stageStart = Duration.zero
  private var lastCount: (things: String, done: Int)?
  private var before = ""

  /// Takes an event at a time since the run began.
  ///
  /// - Returns: the line; nil once the last stage has ended.
  mutating func take(_ event: ProgressEvent, at now: Duration) -> String? {
    switch event {
    case .began(let name, let number, let count):
      stage = "[\(number)/\(count)] \(name)"
      stageStart = now
      lastCount = nil
      return clipped(before.isEmpty ? stage : "\(stage)  (\(before))")
    case .counted(_, let things, let done, let total):
      lastCount = (things, done)
      let amount =
        if let total, total > 0 {
          "\(min(done * 100 / total, 100)) % of \(ProgressLine.amount(total, things))"
        } else {
          ProgressLine.amount(done, things)
        }
      return clipped("\(stage): \(amount)\(rate(of: done, things, now))")
    case .ended(let name, let number, let count, _):
      if let (things, done) = lastCount {
        before = "\(name): \(ProgressLine.amount(done, things))\(rate(of: done, things, now))"
      } else {
        before = ""
      }
      return number == count ? nil : clipped(before.isEmpty ? stage : before)
    }
  }

  /// `, 48,301 a second`; nothing in the first moment, when it would be a guess.
  private func rate(of done: Int, _ things: String, _ now: Duration) -> String {
    let seconds = (now - stageStart) / .seconds(1)
    guard seconds >= 0.05, done > 0 else { return "" }
    let perSecond = Int(Double(done) / seconds)
    return things == "bytes"
      ? ", \(ProgressLine.amount(perSecond, things))/s" : ", \(grouped(perSecond)) a second"
  }

  /// `227 MB`, `101,412 records`.
  private static func amount(_ number: Int, _ things: String) -> String {
    guard things == "bytes" else { return "\(grouped(number)) \(things)" }
    return number < 1_000_000 ? "\(number / 1000) kB" : "\(grouped(number / 1_000_000)) MB"
  }

  private func clipped(_ line: String) -> String { String(line.prefix(ProgressLine.columns)) }
}
