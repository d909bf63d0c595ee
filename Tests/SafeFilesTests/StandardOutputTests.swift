import Glibc
import Testing

@testable import SafeFiles

struct StandardOutputTests {
  @Test func `a full disk behind the standard output is an error`() async throws {
    // Every write to this device is answered with ENOSPC.
    let device = try Folder.open("/dev").openLock("full")
    defer { close(device) }
    #expect(
      throws: FileError(
        .failed,
        tried: "write",
        path: "standard output",
        answer: "no space left on device"
      )
    ) { try StandardOutput.write("report\n", to: device) }
  }

  @Test func `a reader that left does no harm`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let ends = try pipeEnds()
      close(ends.reading)
      try StandardOutput.write(String(repeating: "line\n", count: 100_000), to: ends.writing)
      exit(7)
    }
  }

  @Test func `text reaches the standard output and the standard error whole`() async throws {
    let text = String(repeating: "Zoë\n", count: 40_000)
    let result = try await #require(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let text = String(repeating: "Zoë\n", count: 40_000)
      try StandardOutput.write(text)
      StandardError.write(text)
    }
    #expect(result.standardOutputContent.count(where: { $0 == 0xC3 }) == 40_000)
    #expect(result.standardErrorContent == Array(text.utf8))
  }

  @Test func `a process can forbid its core dumps`() async {
    await #expect(processExitsWith: .success) {
      try forbidCoreDumps()
      #expect(!mayDumpCore())
    }
  }
}
