import Pipeline
import SafeFiles

/// Shows on a terminal how far a run is: one line that is written over.
enum Progress {
  /// Clears the line and goes to its beginning (ECMA-48, EL and CR).
  private static let clear = "\r\u{1B}[2K"

  /// Shows one event.
  @Sendable static func show(_ event: ProgressEvent) {
    switch event {
    case .began(let stage, let number, let count):
      StandardError.write("\(clear)[\(number)/\(count)] \(stage)")
    case .counted(let stage, let things, let done, let total):
      guard let total, total > 0 else {
        StandardError.write("\(clear)\(stage): \(done) \(things)")
        return
      }
      StandardError.write("\(clear)\(stage): \(done * 100 / total) % of \(total) \(things)")
    case .ended(_, let number, let count, _):
      if number == count { StandardError.write(clear) }
    }
  }

  /// Takes the line away.
  static func end() { StandardError.write(clear) }
}
