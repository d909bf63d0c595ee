import Testing

@testable import SafeFiles

struct FileErrorTests {
  @Test func `an error says what was tried, on what, and the answer`() {
    let error = FileError(
      .failed,
      tried: "write",
      path: "out/lincoln/members.csv",
      answer: "no space left on device"
    )
    #expect("\(error)" == "could not write out/lincoln/members.csv: no space left on device")
  }

  @Test func `a path cannot steer the terminal`() {
    let error = FileError(.failed, tried: "open", path: "\u{1B}[2J\n", answer: "no")
    #expect("\(error)" == "could not open \\u{1b}[2J\\u{a}: no")
  }
}
