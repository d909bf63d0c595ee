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

  @Test func `whoever asks before a thread is free does the work`() {
    // More than there are threads, each waiting for the next: none could end without help.
    @Sendable func depth(_ rest: Int) -> Int {
      rest == 0 ? 0 : 1 + LaterValue { depth(rest - 1) }.value
    }
    #expect(depth(300) == 300)
  }

  @Test func `what the work held on to is let go when it has ended`() {
    final class Witness: Sendable {}
    var witness: Witness? = Witness()
    weak let held = witness
    let later = LaterValue { [witness] in witness == nil ? 0 : 1 }
    witness = nil
    #expect(later.value == 1)
    #expect(held == nil)
  }
}
