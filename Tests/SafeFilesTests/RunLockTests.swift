import TestSupport
import Testing

@testable import SafeFiles

struct RunLockTests {
  @Test func `a second run is turned away until the first has ended`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary("out/lincoln")
    let clock = ContinuousClock()
    do {
      let first = try RunLock(path)
      #expect(try temporary.names(in: "out") == [".lincoln.lock"])
      let waited = clock.measure {
        #expect(
          throws: FileError(
            .busy,
            tried: "lock",
            path: path,
            answer: "another run is at work there"
          )
        ) { _ = try RunLock(path) }
      }
      #expect(waited < .seconds(1))
      _ = try RunLock(temporary("out/washington"))
      _ = consume first
    }
    #expect(try temporary.names(in: "out") == [])
    _ = try RunLock(path)
  }

  @Test func `of many that start together one at a time has the lock`() async throws {
    let temporary = try TemporaryFolder()
    let path = temporary("run")
    let folder = try Folder.open(temporary.path)
    let turns = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var turns = 0
          for _ in 0..<100 {
            guard let lock = try? RunLock(path) else { continue }
            // Two holders at once meet here: the second finds what must not be there.
            if (try? folder.makeFolder("alone")) == nil { Issue.record("two had the lock") }
            try? folder.removeTree("alone")
            _ = consume lock
            turns += 1
          }
          return turns
        }
      }
      return await group.reduce(0, +)
    }
    #expect(turns >= 1)
    #expect(try temporary.names() == [])
  }

  @Test func `what a killed run left of its lock holds nobody up`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file(".run.lock")
    _ = try RunLock(temporary("run"))
    #expect(try temporary.names() == [])
  }

  @Test func `a link in the place of the lock is refused`() throws {
    let temporary = try TemporaryFolder()
    try temporary.link(".run.lock", to: temporary("born"))
    #expect(
      throws: FileError(
        .cannotUse,
        tried: "lock",
        path: temporary("run"),
        answer: "a link stands there"
      )
    ) { _ = try RunLock(temporary("run")) }
    #expect(!temporary.exists("born"))
  }
}
