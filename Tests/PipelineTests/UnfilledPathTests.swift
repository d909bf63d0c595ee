import Testing

@testable import Pipeline

/// Paths that a shell or Windows should have filled in.
@Suite struct UnfilledPathTests {
  @Test(arguments: [
    "~", "~/out", "~ruth/out", "$HOME/out", "${HOME}/out", "/data/$USER/out", "%USERPROFILE%\\out",
    "%HOMEPATH%/out", "$(pwd)/out", "$env:USERPROFILE/out", "C:\\Users\\ruth", "c:/Users/ruth",
    "\\\\server\\share", "file:///home/ruth", "https://oak.us/export", "out ", "out\r", "\u{A0}out",
    "\"out\"", "'out'",
  ])
  func `they are told`(path: String) {
    #expect(UnfilledPath(path) != nil)
  }

  @Test(arguments: [
    "out", "./~/out", "/data/~old", "a~", "$recycle.bin/out", "price $5", "50%/out", "%/a", "a:b",
    "/",
    "exports/2026-08 (new)/clever", "$", "%%", "out /", "'new'/out",
  ])
  func `other paths are not`(path: String) {
    #expect(UnfilledPath(path) == nil)
  }
}
