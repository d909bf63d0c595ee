import CSystemCalls

/// The process's standard output, with errors looked at: `print` ignores them, and a report cut
/// short by a full disk would look whole.
public enum StandardOutput {
  /// Writes all of `text`.
  ///
  /// A reader that left (`| head`) is no error: the text goes nowhere, and the signal that would
  /// end the process is ignored from the first write on.
  ///
  /// - Throws: ``FileError`` (`failed`).
  public static func write(_ text: String) throws(FileError) {
    try write(text, to: 1)
  }

  /// Writes to any descriptor, for tests.
  package static func write(_ text: String, to descriptor: Int32) throws(FileError) {
    _ = pipesAreHarmless
    do {
      try checked(SafeFiles.write(text.utf8.span, to: descriptor))
    } catch {
      if error.answer == .broken_pipe { return }
      throw error.failed("write", "standard output")
    }
  }

  private static let pipesAreHarmless: Void = system_ignore_broken_pipes()
}

/// The process's standard error: for messages, where an error of writing has nowhere to go.
public enum StandardError {
  /// Writes `text` as far as it can be written.
  public static func write(_ text: String) {
    try? StandardOutput.write(text, to: 2)
  }
}
