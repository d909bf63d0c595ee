import CSystemCalls

/// Writes one private file (0600): beside its place and hidden, put on disk, then renamed. Missing
/// parents are made; an older file of that name is replaced, and readers see the old or the new.
///
/// - Throws: ``FileError``: `cannotUse` when a folder or a link has the name or the place does not
///   suit, `busy` when another run writes there, `failed` for other answers of the system.
public func writeWhole(_ path: String, _ bytes: [UInt8]) throws(FileError) {
  let place = try OutputPlace(path, tried: "write")
  let standing: SystemKind?
  do {
    try place.folder.lock(waiting: OutputPlace.patience)
    standing = try place.folder.facts(of: place.name)?.kind
  } catch {
    throw error.atPlace("write", path)
  }
  if let standing, standing != .file {
    let answer = "there is \(standing.words) of that name; choose another"
    throw FileError(.cannotUse, tried: "write", path: path, answer: answer)
  }
  do {
    try place.writeAside(bytes)
    try place.folder.rename(place.unfinished, to: place.name)
    try place.folder.sync()
  } catch {
    throw error.atPlace("write", path)
  }
}

extension OutputPlace {
  /// How long to wait for another writer of one small file, in milliseconds. Such a write takes a
  /// few, on a disk that is very busy a few thousand.
  static let patience: Int32 = 5_000

  /// Writes a file under the name ``unfinished`` and puts it on disk; an older one of that name is
  /// what a killed run left. The caller holds the folder's lock.
  func writeAside(_ bytes: [UInt8]) throws(SystemError) {
    try folder.removeTree(unfinished)
    let file = try folder.create(unfinished)
    var result = write(bytes.span, to: file)
    if result == 0 { result = system_sync(file) }
    let closed = system_close(file)
    if result == 0 { result = closed }
    do {
      try checked(result)
    } catch {
      try? folder.removeTree(unfinished)
      throw error
    }
  }
}
