import Pipeline
import SafeFiles
import Synchronization

/// Shows on a terminal how far a run is: one line on standard error that is written over, and
/// taken away at the end. No colours; the caller knows whether there is a terminal.
final class Progress: Sendable {
  /// Clears the line and goes to its beginning (ECMA-48, EL and CR).
  private static let clear = "\r\u{1B}[2K"
  /// No more lines than these a second: no one reads faster, and slow terminals keep up.
  private static let pause = Duration.milliseconds(100)

  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var line = ProgressLine()
    var shownAt: Duration?
  }

  /// Shows one event; may be called on any thread.
  @Sendable func show(_ event: ProgressEvent) {
    let now = start.duration(to: .now)
    state.withLock { state in
      guard let text = state.line.take(event, at: now) else {
        return StandardError.write(Progress.clear)
      }
      if case .counted = event, let shown = state.shownAt, now - shown < Progress.pause { return }
      state.shownAt = now
      StandardError.write("\(Progress.clear)\(text)")
    }
  }

  /// Takes the line away, wherever the run stopped.
  func end() {
    state.withLock { _ in StandardError.write(Progress.clear) }
  }
}
