import Dispatch
import Synchronization

/// Takes items from a source, transforms them on several threads, and consumes them in order.
///
///     source ──▶ transform, on any thread ──▶ consume, on the caller's thread
///
/// The result is the same as that of a loop which does the three steps for one item after another:
/// the number of threads changes nothing but the time. Each item lives in one of `slots`, whose
/// memory is used again for a later item: item `n` is in slot `n % slots.count`. So at most
/// `slots.count` items are under way, and the source is not asked for more until the oldest of them
/// has been consumed. The caller's thread also transforms when no item is ready for it.
///
/// - Parameters:
///   - slots: memory for the items that are under way, at least one. What the last item in a slot
///     left there is still there when the next one is put into it.
///   - workers: how many threads transform beside the caller's; 0 for none.
///   - source: puts the next item into a slot; returns false when there are no more. Called on any
///     thread, by one at a time, in the order of the items.
///   - transform: works on an item in its slot. Called on several threads at once; it may depend on
///     nothing but the slot.
///   - consume: takes what was made of an item. Called on the caller's thread, in the order of the
///     items.
/// - Throws: the error of the first item that failed, in the order of the items, when all items
///   before it have been consumed; whichever of the three steps threw it. `CancellationError` before
///   the next item if the caller's task is cancelled. No step runs any more when the call ends.
///
/// Cost: some microseconds an item, so an item should be worth a hundred of them.
public func orderedPipeline<Slot: Sendable>(
  slots: consuming [Slot],
  workers: Int,
  source: @escaping @Sendable (inout Slot) throws -> Bool,
  transform: @escaping @Sendable (inout Slot) throws -> Void,
  consume: (inout Slot) throws -> Void
) throws {
  precondition(!slots.isEmpty, "a pipeline needs a slot")
  let line = PipelineLine(slots, source: source, transform: transform)
  let threads = DispatchGroup()
  for number in 0..<workers {
    DispatchQueue(label: "pipeline worker \(number)").async(group: threads) {
      while line.workAsWorker() {}
    }
  }
  defer {
    line.close()
    threads.wait()
  }
  while true {
    if Task.isCancelled { throw CancellationError() }
    guard try line.workAsConsumer(consume) else { return }
  }
}

/// The items of a pipeline that are under way, and which threads wait.
private final class PipelineLine<Slot: Sendable>: Sendable {
  private final class Cell: Sendable {
    let slot: Mutex<Slot>

    init(_ slot: Slot) { self.slot = Mutex(slot) }
  }

  private struct State {
    /// How many items the source gave, and how many of them were consumed. The difference is the
    /// number of items under way.
    var taken = 0
    var consumed = 0
    /// For each slot what became of the item in it; nil while it is not transformed.
    var outcomes: [Result<Void, any Error>?]
    /// Whether a thread is asking the source.
    var isTaking = false
    /// Whether the source has no more items, or failed.
    var isExhausted = false
    /// Whether the caller wants no more.
    var isClosed = false
    var waitingWorkers = 0
    var consumerWaits = false
  }

  /// What a thread does next.
  private enum Turn {
    /// Takes the item of this number and transforms it.
    case take(Int)
    /// Consumes the item of this number, or throws why it failed.
    case consume(Int, Result<Void, any Error>)
    case wait
    case end
  }

  private let cells: [Cell]
  private let state: Mutex<State>
  private let source: @Sendable (inout Slot) throws -> Bool
  private let transform: @Sendable (inout Slot) throws -> Void
  private let workersTurn = DispatchSemaphore(value: 0)
  private let consumersTurn = DispatchSemaphore(value: 0)

  init(
    _ slots: consuming [Slot],
    source: @escaping @Sendable (inout Slot) throws -> Bool,
    transform: @escaping @Sendable (inout Slot) throws -> Void
  ) {
    state = Mutex(State(outcomes: Array(repeating: nil, count: slots.count)))
    cells = slots.map { Cell($0) }
    self.source = source
    self.transform = transform
  }

  /// Transforms one item, or waits until there may be one.
  ///
  /// - Returns: false when no item will come any more.
  func workAsWorker() -> Bool {
    let turn = state.withLock { state -> Turn in
      if state.isClosed || state.isExhausted { return .end }
      if mayTake(state) { return beginTaking(&state) }
      state.waitingWorkers += 1
      return .wait
    }
    switch turn {
    case .take(let number): take(number)
    case .wait: workersTurn.wait()
    case .consume, .end: return false
    }
    return true
  }

  /// Consumes one item, transforms one if none is ready, or waits until one may be.
  ///
  /// - Returns: false when all items have been consumed.
  func workAsConsumer(_ consume: (inout Slot) throws -> Void) throws -> Bool {
    let turn = state.withLock { state -> Turn in
      if let outcome = state.outcomes[state.consumed % cells.count] {
        return .consume(state.consumed, outcome)
      }
      if mayTake(state) { return beginTaking(&state) }
      if state.isExhausted, state.consumed == state.taken { return .end }
      state.consumerWaits = true
      return .wait
    }
    switch turn {
    case .consume(let number, let outcome):
      try outcome.get()
      try cells[number % cells.count].slot.withLock { slot in try consume(&slot) }
      change { state in
        state.outcomes[number % cells.count] = nil
        state.consumed += 1
      }
    case .take(let number): take(number)
    case .wait: consumersTurn.wait()
    case .end: return false
    }
    return true
  }

  /// Lets the workers end.
  func close() {
    change { $0.isClosed = true }
  }

  /// Whether the source may be asked for an item: by one thread at a time, if a slot is free.
  private func mayTake(_ state: borrowing State) -> Bool {
    !state.isTaking && !state.isExhausted && state.taken - state.consumed < cells.count
  }

  private func beginTaking(_ state: inout State) -> Turn {
    state.isTaking = true
    return .take(state.taken)
  }

  /// Asks the source for the item of this number and transforms it.
  private func take(_ number: Int) {
    let cell = cells[number % cells.count]
    let given = Result { try cell.slot.withLock { slot in try source(&slot) } }
    var isGiven = false
    change { state in
      state.isTaking = false
      switch given {
      case .success(true):
        isGiven = true
        state.taken += 1
      case .success(false): state.isExhausted = true
      case .failure(let error):
        // The error has the place of an item, and is thrown when its turn comes.
        state.isExhausted = true
        state.taken += 1
        state.outcomes[number % cells.count] = .failure(error)
      }
    }
    guard isGiven else { return }
    let outcome = Result { try cell.slot.withLock { slot in try transform(&slot) } }
    change { $0.outcomes[number % cells.count] = outcome }
  }

  /// Changes the state, and lets every thread that waits look again.
  private func change(_ body: (inout State) -> Void) {
    let (workers, consumer) = state.withLock { state in
      body(&state)
      defer {
        state.waitingWorkers = 0
        state.consumerWaits = false
      }
      return (state.waitingWorkers, state.consumerWaits)
    }
    for _ in 0..<workers { workersTurn.signal() }
    if consumer { consumersTurn.signal() }
  }
}
