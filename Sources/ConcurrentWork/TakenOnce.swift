import Synchronization

/// A value that is taken once, so that its taker is the only one to hold it.
///
/// Work that runs later keeps in memory until its end all that it was begun with; what it needs for
/// its first half alone it takes from here, and lets go of when that is done.
public final class TakenOnce<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  /// Keeps `value` until it is taken.
  public init(_ value: Value) {
    self.value = Mutex(value)
  }

  /// The value.
  ///
  /// - Precondition: it was not taken before.
  public func take() -> Value {
    let taken = value.withLock { value in
      defer { value = nil }
      return value
    }
    guard let taken else { preconditionFailure("a value is taken once") }
    return taken
  }
}
