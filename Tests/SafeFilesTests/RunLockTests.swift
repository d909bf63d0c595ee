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
    let turns = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          guard let lock = try? RunLock(path) else { return false }
          // Two holders at once would meet here: a file is made that must not be there.
          let folder = try? Folder.open(path.replacing("/run", with: ""))
          guard let folder, let file = try? folder.create("alone") else {
            Issue.record("run \(number) was not alone")
            return false
          }
          _ = OutputFile(descriptor: file, path: "alone")
          try? folder.removeTree("alone")
          _ = consume lock
          return true
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(turns >= 1)
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
