import CSystemCalls

/// Removes what a killed run left beside `target`, a path given to
/// ``OutputFolder/staging(_:mark:)`` or ``writeWhole(_:_:)``; a former output that was out of its
/// place comes back to it.
///
/// Only names that are ours are touched: for `out/bundle`, `out/.bundle.unfinished` and
/// `out/.bundle.replaced`. Nothing is made, and nothing there is no error.
///
/// - Throws: ``FileError``: `busy` while a living run fills that folder.
public func removeLeftovers(of target: String) throws(FileError) {
  guard let place = OutputPlace(existing: target) else { return }
  do {
    try place.restoreReplaced()
    try place.removeUnfinished()
  } catch {
    throw error.atPlace("clean up beside", target)
  }
}

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
