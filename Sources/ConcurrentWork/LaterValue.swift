import Dispatch
import Synchronization

/// A piece of work that is done on another thread while its maker goes on, and asked for later.
public final class LaterValue<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let work = DispatchGroup()

  /// Begins to work.
  ///
  /// - Parameter body: does the work; what it holds on to stays in memory until it ends. It may
  ///   wait for nothing that its maker does only after asking for the value.
  public init(_ body: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: work) {
      let value = body()
      self.result.withLock { $0 = value }
    }
  }

  /// What came of it; waits until it is done.
  public var value: Value {
    work.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("work that has ended leaves a value")
    }
    return value
  }
}
