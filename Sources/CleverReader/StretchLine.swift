import Dispatch  // semaphores: the walker waits for memory, the storer for work
import SafeFiles
import Synchronization

/// Hands walked stretches from the walker's thread to the storer's, and their memory back.
///
/// Three stretches go round: one is walked, one stored, one lies between. So the faster of the two
/// waits, memory is bounded, and what is stored is stored in the order it was walked: how many
/// processors there are changes nothing but the time.
final class StretchLine: Sendable {
  /// How many stretches go round.
  static let stretchCount = 3

  /// The storer has given up; nobody waits for what the walker does.
  struct Abandoned: Error {}

  private struct State {
    var spare = Array(repeating: WalkedStretch(), count: StretchLine.stretchCount)
    var walked: [WalkedStretch] = []
    var failure: FileError?
    var trail = FieldTrail()
    var isAbandoned = false
  }

  private let state = Mutex(State())
  private let spareCount = DispatchSemaphore(value: 0)
  private let walkedCount = DispatchSemaphore(value: 0)

  init() {
    // Signalled rather than created with: a semaphore must not end below its first value.
    for _ in 0..<StretchLine.stretchCount { spareCount.signal() }
  }

  // MARK: - The walker's side

  /// Empty memory to walk into; waits until there is some.
  func takeSpare() throws(Abandoned) -> WalkedStretch {
    spareCount.wait()
    let spare = state.withLock { $0.isAbandoned ? nil : $0.spare.popLast() }
    guard let spare else { throw Abandoned() }
    return spare
  }

  /// Hands over what was walked.
  ///
  /// - Parameter stretch: moved out of, so that nobody else holds its memory.
  func hand(_ stretch: inout WalkedStretch) {
    state.withLock { $0.walked.append(exchange(&stretch, with: WalkedStretch())) }
    walkedCount.signal()
  }

  /// Ends the line: everything was walked, and `trail` knows what no table has a place for.
  func end(_ trail: FieldTrail) {
    state.withLock { $0.trail = trail }
    walkedCount.signal()
  }

  /// Ends the line because a file could not be read.
  func end(_ failure: FileError) {
    state.withLock { $0.failure = failure }
    walkedCount.signal()
  }

  // MARK: - The storer's side

  /// The next stretch; nil when the line has ended. Waits until there is one.
  ///
  /// - Throws: the failure that the walker ended with.
  func next() throws(FileError) -> WalkedStretch? {
    walkedCount.wait()
    let (stretch, failure) = state.withLock { state in
      state.walked.isEmpty ? (nil, state.failure) : (state.walked.removeFirst(), nil)
    }
    if let failure { throw failure }
    return stretch
  }

  /// The trail of the walker, once the line has ended.
  var trail: FieldTrail { state.withLock(\.trail) }

  /// Gives the memory of a stored stretch back.
  ///
  /// - Parameter stretch: moved out of, so that nobody else holds its memory.
  func giveBack(_ stretch: inout WalkedStretch) {
    stretch.walked.removeAll()
    state.withLock { $0.spare.append(exchange(&stretch, with: WalkedStretch())) }
    spareCount.signal()
  }

  /// Lets the walker know that nobody stores any more.
  func abandon() {
    state.withLock { $0.isAbandoned = true }
    spareCount.signal()
  }
}
