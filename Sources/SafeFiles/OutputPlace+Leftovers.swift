import CSystemCalls

extension OutputPlace {
  /// Brings a former output back that a run moved aside and was killed before it had put the new
  /// one in its place; removes it if the new one is there.
  func restoreReplaced() throws(SystemError) {
    guard try folder.facts(of: replaced) != nil else { return }
    if try folder.facts(of: name) == nil {
      try folder.renameNew(replaced, to: name)
    } else {
      try folder.removeTree(replaced)
    }
  }

  /// Removes what a killed run left unfinished.
  ///
  /// - Throws: `locked` when that run lives.
  func removeUnfinished() throws(SystemError) {
    guard let facts = try folder.facts(of: unfinished) else { return }
    let leftover = facts.kind == .folder ? try folder.folder(unfinished) : nil
    try leftover?.lock()
    try withExtendedLifetime(leftover) { () throws(SystemError) in
      try folder.removeTree(unfinished)
    }
  }

  /// Removes the former output after the new one took its place.
  func removeFormer(_ former: String) throws(FileError) {
    do {
      try folder.removeTree(former)
    } catch {
      throw FileError(
        .failed,
        tried: "remove",
        path: "\(parent)/\(former)",
        answer: "\(error.words); the new output is in its place, this is the former one"
      )
    }
  }
}
