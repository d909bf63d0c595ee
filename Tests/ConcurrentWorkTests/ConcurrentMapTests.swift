import ConcurrentWork
import Synchronization
import Testing

struct ConcurrentMapTests {
  private struct Refusal: Error, Equatable {
    var index: Int
  }

  @Test(arguments: [0, 1, 2, 3, 100])
  func `results come in the order of the pieces`(count: Int) {
    #expect(concurrentMap(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func `each piece is done once`() {
    let done = Mutex([Int](repeating: 0, count: 200))
    _ = concurrentMap(200) { index in done.withLock { $0[index] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: 200))
  }

  @Test func `the first error by position is thrown, whichever came first in time`() {
    for _ in 0..<20 {
      #expect(throws: Refusal(index: 3)) {
        try concurrentMap(50) { index -> Int in
          guard index < 3 else { throw Refusal(index: index) }
          return index
        }
      }
    }
  }

  @Test func `pieces may have pieces`() {
    let sums = concurrentMap(8) { outer in concurrentMap(8) { outer + $0 }.reduce(0, +) }
    #expect(sums == (0..<8).map { $0 * 8 + 28 })
  }
}
