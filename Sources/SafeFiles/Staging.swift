import CSystemCalls
import Synchronization

/// The folder beside the target in which an output is made, with the handles that lead there.
///
/// Its name is fixed and tells what it is (`.bundle.unfinished`), so that the next run finds what
/// a killed one left. While a run lives it holds the folder's lock.
final class Staging: Sendable {
  private enum State { case filling, published, discarded }

  let place: OutputPlace
  let mark: String
  private let root: Folder
  private let state = Mutex(State.filling)

  init(_ target: String, mark: String) throws(FileError) {
    self.mark = mark
    place = try OutputPlace(target, tried: "make")
    let path = place.path
    do {
      try place.restoreReplaced()
    } catch {
      throw error.atPlace("make", path)
    }
    _ = try place.isReplacing(mark: mark, tried: "make")
    do {
      try place.removeUnfinished()
      root = try place.folder.makeFolder(place.unfinished)
      try root.lock()
    } catch {
      throw error.atPlace("make", path)
    }
  }

  deinit { discard() }

  /// A new file, its folders made on the way.
  func create(_ path: EntryPath, _ text: String) throws(FileError) -> Int32 {
    try inside("write", text) { () throws(SystemError) in
      try folder(path.folders, making: true).create(path.name)
    }
  }

  /// Removes a file that was given up.
  func remove(_ path: EntryPath, _ text: String) throws(FileError) {
    try inside("remove", text) { () throws(SystemError) in
      try folder(path.folders, making: false).removeTree(path.name)
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

  /// Puts the folder in its place.
  ///
  /// - Parameters:
  ///   - folders: paths of all folders inside, in any order.
  ///   - canExchange: false to do as on a file system that cannot swap two names.
  func publish(folders: [String], canExchange: Bool = true) throws(FileError) {
    guard state.withLock({ $0 }) == .filling else {
      throw FileError(
        .failed,
        tried: "publish",
        path: place.path,
        answer: "it was published or discarded before"
      )
    }
    for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      try inside("write", path) { () throws(SystemError) in
        try folder(parts(of: path), making: false).sync()
      }
    }
    try inside("write", "") { () throws(SystemError) in try root.sync() }
    try place.publish(mark: mark, canExchange: canExchange)
    state.withLock { $0 = .published }
    try place.removeFormer()
  }

  private func parts(of path: String) -> ArraySlice<String> {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }[...]
  }

  private func folder(
    _ parts: ArraySlice<String>,
    making: Bool
  ) throws(SystemError) -> Folder {
    var folder = root
    for part in parts {
      if making, try folder.facts(of: part) == nil {
        folder = try folder.makeFolder(part)
      } else {
        folder = try folder.folder(part)
      }
    }
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
