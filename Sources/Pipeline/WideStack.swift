import Dispatch
import Foundation
import Synchronization

/// Does `work` on a thread of its own with a stack of 16 MiB, and waits for it.
///
/// Yams composes by recursion, and libyaml lets it go 1000 levels deep before it refuses. Around
/// a kibibyte a level, that is more than a thread of 1 MiB has; and how deep a text nests can only
/// be told by reading it. Foundation (which Yams brings along) for `Thread`, whose stack can be
/// sized without an unsafe pointer.
func withWideStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
  let result = Mutex<Value?>(nil)
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    let value = work()
    result.withLock { $0 = value }
    done.signal()
  }
  thread.stackSize = 16 * 1024 * 1024
  thread.start()
  done.wait()
  guard let value = result.withLock({ $0 }) else {
    preconditionFailure("the thread ended without a value")
  }
  return value
}
