import CSystemCalls

/// An open folder. What is done below it goes through this handle, by one name at a time and
/// without following links, so a folder that is moved meanwhile cannot redirect a path.
final class Folder: Sendable {
  let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { system_close(descriptor) }

  // Every `unsafe` below lends the bytes of a name to one call of the C library, which reads them
  // up to their final zero and keeps no pointer. Names with a zero inside are refused before.

  /// The folder at `path`, links in it followed: for what the user named.
  static func open(_ path: String) throws(SystemError) -> Folder {
    Folder(descriptor: try checked(unsafe system_open_folder(system_here, path, true)))
  }

  /// The folder at `path`, made (0700) with its missing parents; each is on disk on return.
  static func openOrMake(_ path: String) throws(SystemError) -> Folder {
    do {
      return try open(path)
    } catch {
      guard error.answer == .missing, let split = PathSplit(path) else { throw error }
      let parent = try openOrMake(split.parent)
      let folder = try parent.openOrMakeFolder(split.name)
      try parent.sync()
      return folder
    }
  }

  /// The folder of that name; a link is refused.
  func folder(_ name: String) throws(SystemError) -> Folder {
    Folder(descriptor: try checked(unsafe system_open_folder(descriptor, name, false)))
  }

  /// A new folder, 0700 whatever the umask.
  func makeFolder(_ name: String) throws(SystemError) -> Folder {
    try checked(unsafe system_make_folder(descriptor, name))
    do {
      return try folder(name)
    } catch {
      _ = unsafe system_remove_folder(descriptor, name)
      throw error
    }
  }

  /// The folder of that name, made if it is not there; a link is refused.
  func openOrMakeFolder(_ name: String) throws(SystemError) -> Folder {
    do {
      return try makeFolder(name)
    } catch {
      guard error.answer == .exists else { throw error }
      return try folder(name)
    }
  }

  /// What is at `name`; nil if nothing is.
  func facts(of name: String) throws(SystemError) -> SystemFacts? {
    let facts = unsafe system_facts_at(descriptor, name)
    let error = SystemError(code: facts.error)
    if error.answer == .missing { return nil }
    guard facts.error == 0 else { throw error }
    return facts
  }

  /// The folder's own facts.
  func facts() throws(SystemError) -> SystemFacts {
    let facts = system_facts_of(descriptor)
    try checked(facts.error)
    return facts
  }

  /// A new file, 0600 whatever the umask, opened for writing; the caller owns the descriptor.
  func create(_ name: String) throws(SystemError) -> Int32 {
    try checked(unsafe system_create(descriptor, name))
  }

  /// A new file without a name, 0600, opened for writing and reading; the caller owns the
  /// descriptor.
  func createNameless() throws(SystemError) -> Int32 {
    try checked(system_open_nameless(descriptor))
  }

  /// Waits until a finished file is on disk. What went wrong since it was written is told here
  /// too, although this is another opening of it.
  func syncFile(_ name: String) throws(SystemError) {
    let descriptor = try openInput(name)
    defer { system_close(descriptor) }
    try checked(system_sync(descriptor))
  }

  /// A file for a lock, made if missing; the caller owns the descriptor.
  func openLock(_ name: String) throws(SystemError) -> Int32 {
    try checked(unsafe system_open_lock(descriptor, name))
  }

  /// A file for reading; the caller owns the descriptor and looks what it is.
  func openInput(_ name: String) throws(SystemError) -> Int32 {
    try checked(unsafe system_open_input(descriptor, name))
  }

  /// Removes whatever is at `name`, folders with all that is in them.
  func removeTree(_ name: String) throws(SystemError) {
    try checked(unsafe system_remove_tree(descriptor, name))
  }

  /// Renames; replaces a file, or an empty folder by a folder.
  func rename(_ name: String, to other: String) throws(SystemError) {
    try checked(unsafe system_rename(descriptor, name, other))
  }

  /// Renames to a free name.
  func renameNew(_ name: String, to other: String) throws(SystemError) {
    try checked(unsafe system_rename_new(descriptor, name, other))
  }

  /// Swaps two names in one step; false where the file system has no such call.
  func exchange(_ name: String, with other: String) throws(SystemError) -> Bool {
    let result = unsafe system_exchange(descriptor, name, other)
    if result < 0, SystemError(code: result).answer == .cannot { return false }
    try checked(result)
    return true
  }

  /// Waits until the folder's names are on disk.
  func sync() throws(SystemError) { try checked(system_sync(descriptor)) }

  /// Waits until all of the folder's file system is on disk.
  func syncFileSystem() throws(SystemError) { try checked(system_sync_all(descriptor)) }

  /// Takes the folder's lock. A file system without locks on folders is passed over: the lock
  /// guards against our own second run, and ``RunLock`` does so too.
  ///
  /// - Parameter milliseconds: how long to try.
  /// - Throws: ``SystemError`` when another run has it.
  func lock(waiting milliseconds: Int32 = 0) throws(SystemError) {
    do {
      try checked(system_lock(descriptor, milliseconds))
    } catch {
      if error.answer == .locked { throw error }
    }
  }
}
