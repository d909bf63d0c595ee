import Synchronization

/// Counts the threads that fill files of one folder at the moment.
///
/// While every processor has a file to fill, a thread more that hashes and writes would only take
/// turns with them: each then does that itself, in its own buffer and without waiting.
final class WritingCrew: Sendable {
  private let writers = Atomic<Int>(0)
  private let processors: Int

  init(processors: Int = processorCount) {
    self.processors = processors
  }

  /// Whether no processor is left over. A guess, which may be late: it decides who does the work,
  /// and not what comes of it.
  var isComplete: Bool { writers.load(ordering: .relaxed) >= processors }

  /// Does `body` as one of the crew.
  func work<Value>(_ body: () throws -> Value) rethrows -> Value {
    writers.add(1, ordering: .relaxed)
    defer { writers.subtract(1, ordering: .relaxed) }
    return try body()
  }
}
