import CSystemCalls

extension OutputPlace {
  /// What is at a name that an output shall have.
  enum Standing {
    case nothing
    /// An empty folder, or a former output of ours.
    case replaceable
    /// Something that is not ours to replace, and why.
    case taken(String)
  }

  /// Looks at what is at `name`, a name in our folder.
  ///
  /// - Parameters:
  ///   - name: the target's, or where the former output is now.
  ///   - mark: the file that a former output of ours has at its top.
  /// - Returns: what was found; nothing is changed.
  /// - Throws: ``SystemError`` when it cannot be looked at.
  func standing(at name: String, mark: String) throws(SystemError) -> Standing {
    guard let facts = try folder.facts(of: name) else { return .nothing }
    switch facts.kind {
    case .folder: break
    case .link: return .taken("there is a link of that name; choose another")
    default: return .taken("there is a file of that name; choose another")
    }
    guard facts.device == (try folder.facts().device) else {
      return .taken("another file system is mounted there; choose a folder inside it")
    }
    let former = try folder.folder(name)
    if try former.facts(of: mark)?.kind == .file { return .replaceable }
    if try former.names().isEmpty { return .replaceable }
    return .taken("the folder holds other things and is left alone; choose another or empty it")
  }

  /// Looks whether the target is free (false), or taken by what may be replaced (true).
  ///
  /// - Throws: ``FileError`` (`cannotUse`) when it is neither.
  func isReplacing(mark: String, tried: String) throws(FileError) -> Bool {
    let standing: Standing
    do {
      standing = try self.standing(at: name, mark: mark)
    } catch {
      throw error.atPlace(tried, path)
    }
    switch standing {
    case .nothing: return false
    case .replaceable: return true
    case .taken(let why): throw FileError(.cannotUse, tried: tried, path: path, answer: why)
    }
  }

  /// How a finished folder came to the target, and so how it is taken back.
  enum Placing {
    /// Nothing was at the target.
    case new
    /// The former output has the unfinished folder's name now.
    case exchanged
    /// The former output was moved aside first, as on a file system that cannot swap two names.
    case afterMove
  }

  /// Renames the finished folder to the target. The rename is on disk once ``folder`` is synced.
  ///
  /// - Parameters:
  ///   - mark: the file that a former output of ours has at its top.
  ///   - canExchange: false to do as on a file system that cannot swap two names.
  /// - Returns: how it came there.
  /// - Throws: ``FileError``. The target is as it was then, as far as the system lets us undo.
  func putInPlace(mark: String, canExchange: Bool) throws(FileError) -> Placing {
    guard try isReplacing(mark: mark, tried: "publish") else {
      try attempt { () throws(SystemError) in try folder.renameNew(unfinished, to: name) }
      return .new
    }
    let isExchanged = try attempt { () throws(SystemError) in
      canExchange ? try folder.exchange(unfinished, with: name) : false
    }
    if isExchanged {
      try confirm(unfinished, mark: mark) { () throws(SystemError) in try takeBack(.exchanged) }
      return .exchanged
    }
    try moveAside(mark: mark)
    return .afterMove
  }

  /// Takes the finished folder back from the target, and gives the former output its place.
  func takeBack(_ placing: Placing) throws(SystemError) {
    switch placing {
    case .new: try folder.renameNew(name, to: unfinished)
    case .exchanged: _ = try folder.exchange(unfinished, with: name)
    case .afterMove:
      try folder.renameNew(name, to: unfinished)
      try folder.renameNew(replaced, to: name)
    }
  }

  /// The name that the former output has now; nil if there was none.
  func formerName(after placing: Placing) -> String? {
    switch placing {
    case .new: nil
    case .exchanged: unfinished
    case .afterMove: replaced
    }
  }

  /// The way of file systems without a swap: for a moment nothing is at the target. A run
  /// killed in that moment leaves both under their hidden names, and the next one restores the
  /// former (``restoreReplaced()``) or, where there is a journal, finishes.
  private func moveAside(mark: String) throws(FileError) {
    let restore = { () throws(SystemError) in try folder.renameNew(replaced, to: name) }
    try attempt { () throws(SystemError) in try folder.renameNew(name, to: replaced) }
    try confirm(replaced, mark: mark, undo: restore)
    do {
      try folder.renameNew(unfinished, to: name)
    } catch {
      try? restore()
      throw error.atPlace("publish", path)
    }
  }

  /// Looks again at what was moved out of the way: between the first look and the move, another
  /// could have put something there.
  private func confirm(
    _ former: String,
    mark: String,
    undo: () throws(SystemError) -> Void
  ) throws(FileError) {
    let standing = try? standing(at: former, mark: mark)
    if case .replaceable = standing { return }
    try? undo()
    throw FileError(
      .cannotUse,
      tried: "publish",
      path: path,
      answer: "it was changed by another program meanwhile"
    )
  }

  private func attempt<Result>(
    _ work: () throws(SystemError) -> Result
  ) throws(FileError) -> Result {
    do {
      return try work()
    } catch {
      throw error.atPlace("publish", path)
    }
  }
}
