import CSystemCalls

/// What is to take its place while several outputs are published as one act. A copy is beside each
/// target (`.mail.publishing` beside `mail`), so that the next run at any of them finds it.
///
/// All that it names is whole and on disk before it is written. So whatever is found of it after a
/// kill can be finished.
///
/// Its bytes are fields that end in a zero byte: a first word, then for each output the number
/// (inode) of its folder, its mark and its whole path, as in
/// `publishing-1 0 8259 0 bagit.txt 0 /srv/lincoln/out/bundle 0`.
struct PublishingJournal {
  private struct Entry {
    var inode: UInt64
    var mark: String
    var path: String
  }

  private static let firstWord = "publishing-1"
  private var entries: [Entry]

  /// The journal of folders that are about to take their places.
  init(of stagings: [Staging]) throws(FileError) {
    entries = []
    for staging in stagings {
      let place = staging.place
      do {
        entries.append(
          Entry(
            inode: try staging.root.facts().inode,
            mark: staging.mark,
            path: "\(try wholePath(place.parent))/\(place.name)"
          )
        )
      } catch {
        throw error.failed("publish", place.path)
      }
    }
  }

  /// Nil if the bytes are not a whole journal of ours.
  private init?(_ bytes: [UInt8]) {
    guard bytes.last == 0 else { return nil }
    let parts = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
    let fields = parts.compactMap { String(validating: $0, as: UTF8.self) }
    guard fields.count == parts.count, fields.first == Self.firstWord, fields.count % 3 == 1
    else { return nil }
    entries = []
    for start in stride(from: 1, to: fields.count, by: 3) {
      guard let inode = UInt64(fields[start]) else { return nil }
      entries.append(Entry(inode: inode, mark: fields[start + 1], path: fields[start + 2]))
    }
  }

  private var bytes: [UInt8] {
    let fields = entries.flatMap { ["\($0.inode)", $0.mark, $0.path] }
    return ([Self.firstWord] + fields).flatMap { Array($0.utf8) + [0] }
  }

  /// Writes a copy beside each target; all are on disk on return.
  func write(at places: [OutputPlace]) throws(FileError) {
    for place in places {
      do {
        // An older one names what is not there any more, or a run would have finished it.
        try place.folder.removeTree(place.journal)
        let file = try place.folder.create(place.journal)
        defer { system_close(file) }
        try checked(SafeFiles.write(bytes.span, to: file))
        try checked(system_sync(file))
        try place.folder.sync()
      } catch {
        throw error.failed("publish", place.path)
      }
    }
  }

  /// Removes the copies beside the targets; that is on disk on return.
  static func remove(at places: [OutputPlace]) throws(FileError) {
    for place in places {
      do {
        guard try place.folder.facts(of: place.journal) != nil else { continue }
        try place.folder.removeTree(place.journal)
        try place.folder.sync()
      } catch {
        throw error.failed("remove", "\(place.parent)/\(place.journal)")
      }
    }
  }

  /// Finishes what journals beside `places` say; does nothing where there is none.
  ///
  /// - Parameters:
  ///   - places: where to look.
  ///   - tried: what the caller tries there, for messages.
  /// - Returns: the whole paths of the outputs that were put in place now.
  /// - Throws: ``FileError``: `busy` when the run that published lives.
  static func finish(at places: [OutputPlace], tried: String) throws(FileError) -> [String] {
    var finished: [String] = []
    for place in places {
      do {
        guard try place.folder.facts(of: place.journal)?.kind == .file else { continue }
      } catch {
        throw error.atPlace(tried, place.path)
      }
      let file = "\(place.parent)/\(place.journal)"
      // A copy that is not whole was being written, so nothing had been renamed.
      if let journal = PublishingJournal(try readSmallFile(file)) {
        finished += try journal.finish()
      }
      try remove(at: [place])
    }
    return finished
  }

  /// How long to wait for the lock of a run that is about to end, in milliseconds.
  private static let patience: Int32 = 200

  /// Where an output of the journal is now.
  private enum Whereabouts { case waiting, inPlace, gone }

  private func finish() throws(FileError) -> [String] {
    var found: [(entry: Entry, place: OutputPlace, is: Whereabouts)] = []
    for entry in entries {
      do {
        guard let place = try OutputPlace(existing: entry.path) else { continue }
        found.append((entry, place, try whereabouts(of: entry, at: place)))
      } catch {
        throw error.atPlace("finish", entry.path)
      }
    }
    // A copy of the journal was missing beside the one that is gone, so nothing had been renamed:
    // what waits is a leftover like any other.
    let isBegun = found.contains { $0.is == .inPlace }
    let isWhole = found.count == entries.count && !found.contains { $0.is == .gone }
    guard isBegun || isWhole else { return [] }
    var finished: [String] = []
    for (entry, place, whereabouts) in found where whereabouts == .waiting {
      _ = try place.putInPlace(mark: entry.mark, canExchange: true)
      finished.append(entry.path)
    }
    for (_, place, _) in found {
      try place.syncNames()
      // The copy at the caller's own place goes last, by the caller.
      try Self.remove(at: [place])
      do {
        try place.restoreReplaced()
        try place.removeUnfinished()
      } catch {
        // The caller, or another run, fills a folder there by now.
        if error.answer == .locked { continue }
        throw error.atPlace("finish", place.path)
      }
    }
    return finished
  }

  /// - Throws: `locked` when the run that published lives.
  private func whereabouts(
    of entry: Entry,
    at place: OutputPlace
  ) throws(SystemError) -> Whereabouts {
    for (name, answer) in [(place.unfinished, Whereabouts.waiting), (place.name, .inPlace)] {
      guard let facts = try place.folder.facts(of: name), facts.kind == .folder,
        facts.inode == entry.inode
      else { continue }
      // The lock goes with the handle, at the end of this turn.
      try place.folder.folder(name).lock(waiting: Self.patience)
      return answer
    }
    return .gone
  }
}

/// The whole path of a folder, its links followed.
private func wholePath(_ path: String) throws(SystemError) -> String {
  var bytes = [CChar](repeating: 0, count: system_path_length)
  // Safe: the call writes at most that many bytes, ends them with a zero, and keeps no pointer.
  let result = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    unsafe system_whole_path(path, buffer.baseAddress)
  }
  try checked(result)
  return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
