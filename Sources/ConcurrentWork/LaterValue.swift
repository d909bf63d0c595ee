import Dispatch
import Synchronization

/// A piece of work that another thread does while its maker goes on, and that is asked for later.
///
/// If no thread was free to begin, the thread that asks does the work, so that it never waits for
/// work that has not begun.
public final class LaterValue<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case waiting(@Sendable () -> Value)
    case begun
    case done(Value)
  }

  private let state: Mutex<State>
  private let work = DispatchGroup()

  /// Has the work begun as soon as a thread is free.
  ///
  /// - Parameter body: does the work; what it holds on to stays in memory until it ends, and no
  ///   longer. It may wait for nothing that its maker does only after asking for the value.
  public init(_ body: @escaping @Sendable () -> Value) {
    state = Mutex(.waiting(body))
    work.enter()
    DispatchQueue.global().async { self.begin() }
  }

  /// What came of it; waits until it is done.
  public var value: Value {
    begin()
    work.wait()
    return state.withLock { state in
      guard case .done(let value) = state else {
        preconditionFailure("work that has ended leaves a value")
      }
      return value
    }
  }

  /// Does the work, unless it has begun.
  private func begin() {
    guard let value = valueIfWaiting() else { return }
    state.withLock { $0 = .done(value) }
    work.leave()
  }

  /// What the work gives; nil if it has begun. What the work held on to is released on return.
  private func valueIfWaiting() -> Value? {
    let body = state.withLock { state -> (@Sendable () -> Value)? in
      guard case .waiting(let body) = state else { return nil }
      state = .begun
      return body
    }
    return body?()
  }
}
