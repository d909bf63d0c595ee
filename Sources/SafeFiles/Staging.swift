import CSystemCalls
import Synchronization

/// The folder beside the target in which an output is made, with the handles that lead there.
///
/// Its name is fixed and tells what it is (`.bundle.unfinished`), so that the next run finds what
/// a killed one left. While a run lives it holds the folder's lock.
final class Staging: Sendable {
  private enum State { case filling, publishing, published, discarded }

  let place: OutputPlace
  let mark: String
  let root: Folder
  private let state = Mutex(State.filling)
  /// The folder of the last file: the next one is mostly in the same.
  private let last = Mutex<(parts: ArraySlice<String>, folder: Folder)?>(nil)

  init(_ target: String, mark: String) throws(FileError) {
    self.mark = mark
    place = try OutputPlace(target, tried: "make")
    _ = try PublishingJournal.finish(at: [place], tried: "make")
    do {
      try place.restoreReplaced()
    } catch {
      throw error.atPlace("make", target)
    }
    _ = try place.isReplacing(mark: mark, tried: "make")
    do {
      try place.removeUnfinished()
      root = try place.folder.makeFolder(place.unfinished)
      try root.lock()
    } catch {
      throw error.atPlace("make", target)
    }
  }

  deinit { discard() }

  /// A new file, its folders made on the way; the caller owns the descriptor.
  func create(_ path: EntryPath) throws(FileError) -> Int32 {
    try checkFilling(state.withLock { $0 }, "write", "\(place.path)/\(path.text)")
    return try inside("write", path.text) { () throws(SystemError) in
      try folder(path.folders).create(path.name)
    }
  }

  /// Removes a file that was given up.
  func remove(_ path: EntryPath) throws(FileError) {
    try inside("remove", path.text) { () throws(SystemError) in
      try folder(path.folders).removeTree(path.name)
    }
  }

  /// Removes everything, unless it is published. What cannot be removed is left to the next run.
  func discard() {
    let wasFilling = state.withLock { state in
      defer { if state == .filling { state = .discarded } }
      return state == .filling
    }
    if wasFilling { try? place.folder.removeTree(place.unfinished) }
  }

  /// Begins to publish: from here on ``discard()`` removes nothing.
  ///
  /// A signal's handler that discards comes before it, and nothing is published, or after it, and
  /// nothing is removed.
  ///
  /// - Throws: ``FileError`` when the folder was published or discarded before.
  func beginPublishing() throws(FileError) {
    try state.withLock { state throws(FileError) in
      try checkFilling(state, "publish", place.path)
      state = .publishing
    }
  }

  /// Ends what ``beginPublishing()`` began.
  func endPublishing(isInPlace: Bool) {
    state.withLock { $0 = isInPlace ? .published : .filling }
  }

  /// The handle of a published folder still leads into it, so this is asked before every file.
  private func checkFilling(
    _ state: State,
    _ tried: String,
    _ path: String
  ) throws(FileError) {
    guard state == .filling else {
      let answer = "its folder was published or discarded before"
      throw FileError(.failed, tried: tried, path: path, answer: answer)
    }
  }

  /// With more files than this, the whole file system is put on disk in one go. To wait for each
  /// file costs a flush of the disk's cache a time, which made 20 000 mails five to ten times as
  /// slow (ext4); with few, it spares us the wait for what other programs wrote.
  static let manyFiles = 64

  /// Waits until all files are on disk, then their folders, innermost first.
  func sync(_ files: [EntryPath]) throws(FileError) {
    try checkFilling(state.withLock { $0 }, "publish", place.path)
    guard files.count <= Self.manyFiles else {
      return try inside("write", "") { () throws(SystemError) in try root.syncFileSystem() }
    }
    var folders: Set<ArraySlice<String>> = [[]]
    for file in files {
      try inside("write", file.text) { () throws(SystemError) in
        try folder(file.folders).syncFile(file.name)
      }
      var path = file.folders
      while folders.insert(path).inserted { path.removeLast() }
    }
    for path in folders.sorted(by: { $0.count > $1.count }) {
      try inside("write", path.joined(separator: "/")) { () throws(SystemError) in
        try folder(path).sync()
      }
    }
  }

  /// The folder at a path inside, made if it is not there.
  private func folder(_ parts: ArraySlice<String>) throws(SystemError) -> Folder {
    if let last = last.withLock({ $0 }), last.parts == parts { return last.folder }
    var folder = root
    for part in parts { folder = try folder.openOrMakeFolder(part) }
    last.withLock { $0 = (parts, folder) }
    return folder
  }

  private func inside<Result>(
    _ tried: String,
    _ path: String,
    _ work: () throws(SystemError) -> Result
  ) throws(FileError) -> Result {
    do {
      return try work()
    } catch {
      throw error.failed(tried, path.isEmpty ? place.path : "\(place.path)/\(path)")
    }
  }
}
