import CSystemCalls

/// Where an output is to be: an open folder and a name in it.
///
/// The folder's path may go through links, since the user chose it; it is resolved once, here.
struct OutputPlace: Sendable {
  /// As it was given, for messages.
  let path: String
  /// The path of ``folder`` as it was given, for messages.
  let parent: String
  let folder: Folder
  let name: String

  /// The place at `path`; missing parents are made, 0700.
  init(_ path: String, tried: String) throws(FileError) {
    guard let split = PathSplit(path) else {
      throw FileError(.cannotUse, tried: tried, path: path, answer: "it ends in no name of its own")
    }
    do {
      folder = try Folder.openOrMake(split.parent)
    } catch {
      throw error.atPlace(tried, path)
    }
    name = split.name
    parent = split.parent
    self.path = path
  }

  /// The place at `path`, if its folder is there; nothing is made.
  ///
  /// - Throws: ``SystemError`` for any other answer than that it is missing.
  init?(existing path: String) throws(SystemError) {
    guard let split = PathSplit(path) else { return nil }
    do {
      folder = try Folder.open(split.parent)
    } catch {
      guard error.answer == .missing || error.answer == .not_a_folder else { throw error }
      return nil
    }
    name = split.name
    parent = split.parent
    self.path = path
  }

  /// The hidden name beside it under which it is made.
  var unfinished: String { ".\(name).unfinished" }

  /// The hidden name of a former output while a new one takes its place, on file systems that
  /// cannot swap two names.
  var replaced: String { ".\(name).replaced" }

  /// The hidden name of the journal while several outputs take their places as one.
  var journal: String { ".\(name).publishing" }

  /// The hidden name of the lock.
  var lock: String { ".\(name).lock" }
}
