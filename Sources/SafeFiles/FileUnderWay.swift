internal import ConcurrentWork

/// A file that another thread writes; see ``OutputFolder/begin(_:)``.
public struct FileUnderWay<Fact: Sendable>: Sendable {
  let path: EntryPath
  let end: LaterValue<OutputFolder.End<Fact>>
}
