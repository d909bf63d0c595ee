import ConcurrentWork
import Testing

struct TakenOnceTests {
  private final class Thing: Sendable {}

  @Test func `who takes a value is the only one to hold it`() {
    let held = TakenOnce(Thing())
    weak var thing: Thing?
    do {
      let taken = held.take()
      thing = taken
      #expect(thing === taken)
    }
    #expect(thing == nil)
  }
}
