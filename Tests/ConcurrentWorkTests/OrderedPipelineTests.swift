import ConcurrentWork
import Dispatch
import Synchronization
import Testing

/// Whatever thread is faster, a pipeline does what a loop would do.
struct OrderedPipelineTests {
  private struct Refusal: Error, Equatable {
    var number: Int
  }

  /// Numbers from 0 to `count`, with how often the source was asked at once.
  private final class Numbers: Sendable {
    private let next = Mutex(0)
    private let count: Int
    let given = Atomic(0)
    let askers = Atomic(0)
    let mostAskers = Atomic(0)

    init(_ count: Int) { self.count = count }

    func put(into slot: inout Int) -> Bool {
      let now = askers.add(1, ordering: .relaxed).newValue
      mostAskers.max(now, ordering: .relaxed)
      defer { askers.subtract(1, ordering: .relaxed) }
      return next.withLock { next in
        guard next < count else { return false }
        slot = next
        next += 1
        given.add(1, ordering: .relaxed)
        return true
      }
    }
  }

  /// Takes some time, and another time for each item.
  private func linger(_ number: Int) {
    var sum = number
    for step in 0..<(number &* 7919 % 400) { sum = sum &* 31 &+ step }
    if sum == 42 { print(sum) }
  }

  @Test(arguments: [0, 1, 2, 7], [1, 2, 3, 8])
  func `items are consumed in the order of the source`(workers: Int, slots: Int) throws {
    let numbers = Numbers(500)
    var consumed: [Int] = []
    try orderedPipeline(
      slots: [Int](repeating: -1, count: slots),
      workers: workers,
      source: { numbers.put(into: &$0) },
      transform: { slot in
        linger(slot)
        slot *= 2
      },
      consume: { consumed.append($0) }
    )
    #expect(consumed == (0..<500).map { $0 * 2 })
    #expect(numbers.mostAskers.load(ordering: .relaxed) == 1)
  }

  @Test(arguments: [0, 1, 3]) func `an empty source ends the pipeline`(workers: Int) throws {
    try orderedPipeline(
      slots: [0, 0],
      workers: workers,
      source: { _ in false },
      transform: { _ in Issue.record("there is nothing to transform") },
      consume: { _ in Issue.record("there is nothing to consume") }
    )
  }

  @Test(arguments: [0, 1, 3])
  func `a slow consumer holds the source up when all slots are taken`(workers: Int) throws {
    let numbers = Numbers(60)
    var consumed = 0
    try orderedPipeline(
      slots: [Int](repeating: 0, count: 4),
      workers: workers,
      source: { numbers.put(into: &$0) },
      transform: { _ in },
      consume: { _ in
        // The slot at hand is still taken, so three more at most have been given.
        #expect(numbers.given.load(ordering: .relaxed) <= consumed + 4)
        waitBriefly()
        consumed += 1
      }
    )
    #expect(consumed == 60)
  }

  @Test func `several items are transformed at the same time`() throws {
    let numbers = Numbers(2)
    // Each waits for the other: one after another they would wait for ever.
    let met = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    var consumed: [Int] = []
    try orderedPipeline(
      slots: [0, 0],
      workers: 1,
      source: { numbers.put(into: &$0) },
      transform: { slot in
        met[slot].signal()
        met[1 - slot].wait()
      },
      consume: { consumed.append($0) }
    )
    #expect(consumed == [0, 1])
  }

  @Test func `the memory of a slot goes to the item that is as many further as there are slots`()
    throws
  {
    let next = Mutex(0)
    var found: [[Int]] = []
    try orderedPipeline(
      slots: [[Int]](repeating: [], count: 3),
      workers: 2,
      source: { slot in
        next.withLock { next in
          guard next < 9 else { return false }
          slot.append(next)
          next += 1
          return true
        }
      },
      transform: { _ in },
      consume: { found.append($0) }
    )
    #expect(found.suffix(3) == [[0, 3, 6], [1, 4, 7], [2, 5, 8]])
  }

  @Test func `slots are not copied`() throws {
    let numbers = Numbers(50)
    let places = Mutex(Set<Int>())
    try orderedPipeline(
      slots: (0..<3).map { _ in [Int](repeating: 0, count: 100) },
      workers: 2,
      source: { slot in numbers.put(into: &slot[0]) },
      transform: { slot in
        let place = unsafe slot.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
        _ = places.withLock { $0.insert(place) }
      },
      consume: { slot in slot[1] += 1 }
    )
    #expect(places.withLock { $0.count } <= 3)
  }

  // MARK: - Errors

  @Test(arguments: [0, 1, 3], [1, 4])
  func `a source that fails does so when what it gave before is consumed`(
    workers: Int,
    slots: Int
  ) throws {
    let numbers = Numbers(.max)
    var consumed: [Int] = []
    #expect(throws: Refusal(number: 20)) {
      try orderedPipeline(
        slots: [Int](repeating: 0, count: slots),
        workers: workers,
        source: { slot in
          guard numbers.put(into: &slot), slot < 20 else { throw Refusal(number: slot) }
          return true
        },
        transform: { linger($0) },
        consume: { consumed.append($0) }
      )
    }
    #expect(consumed == Array(0..<20))
    #expect(numbers.given.load(ordering: .relaxed) == 21)
  }

  @Test(arguments: [0, 1, 3])
  func `of several items that fail the first in order is told`(workers: Int) throws {
    for _ in 0..<20 {
      let numbers = Numbers(100)
      var consumed: [Int] = []
      #expect(throws: Refusal(number: 30)) {
        try orderedPipeline(
          slots: [Int](repeating: 0, count: 8),
          workers: workers,
          source: { numbers.put(into: &$0) },
          transform: { slot in
            linger(slot)
            if slot >= 30 { throw Refusal(number: slot) }
          },
          consume: { consumed.append($0) }
        )
      }
      #expect(consumed == Array(0..<30))
    }
  }

  @Test(arguments: [0, 1, 3])
  func `a consumer that fails ends the pipeline`(workers: Int) throws {
    let numbers = Numbers(.max)
    let underWay = Atomic(0)
    #expect(throws: Refusal(number: 5)) {
      try orderedPipeline(
        slots: [Int](repeating: 0, count: 4),
        workers: workers,
        source: { numbers.put(into: &$0) },
        transform: { slot in
          underWay.add(1, ordering: .relaxed)
          linger(slot)
          underWay.subtract(1, ordering: .relaxed)
        },
        consume: { slot in if slot == 5 { throw Refusal(number: slot) } }
      )
    }
    // Every step has ended, and the source was not asked for more than there were slots.
    #expect(underWay.load(ordering: .relaxed) == 0)
    #expect(numbers.given.load(ordering: .relaxed) <= 9)
  }

  @Test(arguments: [0, 2])
  func `a cancelled task ends the pipeline before the next item`(workers: Int) async throws {
    let numbers = Numbers(.max)
    let consumed = Atomic(0)
    let task = Task {
      try orderedPipeline(
        slots: [0, 0, 0],
        workers: workers,
        source: { numbers.put(into: &$0) },
        transform: { _ in },
        consume: { slot in
          consumed.add(1, ordering: .relaxed)
          if slot == 7 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
        }
      )
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(consumed.load(ordering: .relaxed) == 8)
  }
}

/// Waits so long that other threads get their turn.
private func waitBriefly() {
  _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .microseconds(200))
}
