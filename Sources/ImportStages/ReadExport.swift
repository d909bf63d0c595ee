import CleverReader
import Roster
import SafeFiles

extension CleverReader {
  /// Reads the export at `path`, as ``CleverReader/CleverReader/read(_:progress:)`` does.
  ///
  /// - Throws: ``SafeFiles/FileError`` (`missing`) also where there is no file to read; it names what
  ///   was passed over.
  func readExport(
    _ path: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Roster {
    let roster = try read(path, progress: progress)
    guard roster.source.files.isEmpty else { return roster }
    let entries = roster.source.passedOver
    let shown = entries.prefix(5).map { "'\($0.path)' (\($0.why))" }.joined(separator: ", ")
    let more = entries.count > 5 ? " and \(entries.count - 5) more" : ""
    throw FileError(
      .missing,
      tried: "read the export in",
      path: path,
      answer: (entries.isEmpty
        ? "the folder holds no file" : "there is no file to read, for these are passed over: ")
        + "\(shown)\(more); put the files that Clever gave there"
    )
  }
}
