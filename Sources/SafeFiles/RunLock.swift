import CSystemCalls

/// One run per output place, as long as this value lives: the lock of a hidden file beside it,
/// `out/.lincoln.lock` for `out/lincoln`.
///
/// The kernel gives the lock back when the process ends, however it ends.
public struct RunLock: ~Copyable {
  private let place: OutputPlace
  private let descriptor: Int32

  /// Takes the lock for the output place `path`; missing parents are made.
  ///
  /// - Throws: ``FileError``: `busy` at once when another run has it, `cannotUse` when the place
  ///   does not suit, `failed` for other answers of the system.
  public init(_ path: String) throws(FileError) {
    let place = try OutputPlace(path, tried: "lock")
    let descriptor: Int32
    do {
      descriptor = try Self.lock(place)
    } catch {
      throw error.atPlace("lock", path)
    }
    self.place = place
    self.descriptor = descriptor
  }

  // Removed while it is locked; see `lock` for who waits at that moment.
  deinit {
    try? place.folder.removeTree(place.lock)
    system_close(descriptor)
  }

  private static func lock(_ place: OutputPlace) throws(SystemError) -> Int32 {
    while true {
      let descriptor = try place.folder.openLock(place.lock)
      do {
        try checked(system_lock(descriptor, 0))
        // The run that had the lock may have removed the file after we opened it. Then this lock is
        // on a file without a name, the next run would make its own, and both would be first.
        let locked = system_facts_of(descriptor)
        try checked(locked.error)
        if try place.folder.facts(of: place.lock)?.inode == locked.inode {
          try checked(system_set_mode(descriptor, 0o600))
          return descriptor
        }
      } catch {
        system_close(descriptor)
        throw error
      }
      system_close(descriptor)
    }
  }
}
