import ArgumentParser
import Dispatch
import FoundationEssentials
import ImportStages
import SafeFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs `work` so that Ctrl-C, a hang-up or a request to end stops it in order: what was written
/// aside is removed, and the program ends with 128 and the signal's number. What was published
/// before the signal came stays, and the run ends as if none had come.
func interruptible(
  _ work: @escaping @Sendable () async -> ImportRun.Result
) async throws -> ImportRun.Result {
  let task = Task { await work() }
  let received = SignalNumber()
  let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler {
      received.set(number)
      task.cancel()
    }
    source.resume()
    return source
  }
  let result = await task.value
  for source in sources { source.cancel() }
  if result.wasCancelled, let number = received.value {
    StandardError.write("\(result.error ?? "stopped"); nothing was published\n")
    throw ExitCode(128 + number)
  }
  return result
}

/// Lets a crash end the program without a report: the runtime's own shows registers and the memory
/// they point at, which may be a record. A user who sets `SWIFT_BACKTRACE` asks for it all the same.
func forbidCrashReports() {
  guard ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil else { return }
  for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT] {
    signal(number, SIG_DFL)
  }
}

/// The first signal that came.
private final class SignalNumber: Sendable {
  private let number = Atomic<Int32>(0)

  func set(_ new: Int32) {
    _ = number.compareExchange(expected: 0, desired: new, ordering: .sequentiallyConsistent)
  }

  var value: Int32? {
    let number = number.load(ordering: .sequentiallyConsistent)
    return number == 0 ? nil : number
  }
}
