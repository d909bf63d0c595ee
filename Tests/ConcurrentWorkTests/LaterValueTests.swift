import ConcurrentWork
import Synchronization
import Testing

struct LaterValueTests {
  @Test func `a value is made once and may be asked for again`() {
    let count = Mutex(0)
    let later = LaterValue {
      count.withLock {
        $0 += 1
        return $0
      }
    }
    #expect(later.value == 1)
    #expect(later.value == 1)
  }

  @Test func `many are made beside each other, each its own`() {
    let all = (0..<50).map { number in LaterValue { number * number } }
    #expect(all.map(\.value) == (0..<50).map { $0 * $0 })
  }
}
