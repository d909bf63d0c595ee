import ConcurrentWork

/// A folder of files that is filled aside and appears whole, by one rename; or, when predicting,
/// is only hashed.
///
/// Files are 0600 and folders 0700 from the moment they are there, whatever the umask. Readers of
/// the target see the former output or the new one, never a mixture. A folder that is neither
/// published nor discarded is removed with the last copy of the value; one that a kill left
/// behind, by the next ``staging(_:mark:)`` of the same target.
public struct OutputFolder: Sendable {
  /// The folder that will appear, as it was given.
  public let target: String
  /// The files so far, in the order they were written.
  public private(set) var entries: [FileEntry] = []

  let staging: Staging?
  private let isHashed: Bool
  private let crew = WritingCrew()
  /// What is known to stand at each path: true for a file, false for a folder. Kept here and not
  /// asked of the disk, so that a prediction refuses what the run would refuse.
  private var isFile: [String: Bool] = [:]
  /// Files that were given up and could not be removed make the folder unfit.
  private var failure: FileError?

  private init(target: String, staging: Staging?, isHashed: Bool) {
    self.target = target
    self.staging = staging
    self.isHashed = isHashed
  }

  /// Begins a folder for `target`, beside it and hidden: `out/bundle` is filled as
  /// `out/.bundle.unfinished`. Missing parents are made.
  ///
  /// Whatever can be known now is checked now, and not after hours of work: that the place can be
  /// written to, and that what stands at the target may be replaced.
  ///
  /// - Parameters:
  ///   - target: the folder that will appear; its last part is a name.
  ///   - mark: the file that an output of ours has at its top (`bagit.txt`). A folder at the target
  ///     that is neither empty nor has it is left alone.
  ///   - isHashed: whether the entries shall tell the digest of each file; false where no one asks.
  /// - Returns: the empty folder.
  /// - Throws: ``FileError``: `cannotUse` when the place does not suit, `busy` when another run
  ///   fills a folder for this target, `failed` for any other answer of the system.
  public static func staging(
    _ target: String,
    mark: String,
    isHashed: Bool = true
  ) throws(FileError) -> OutputFolder {
    OutputFolder(target: target, staging: try Staging(target, mark: mark), isHashed: isHashed)
  }

  /// Begins a folder that is hashed and goes nowhere; the disk is neither read nor written.
  public static func predicting(_ target: String) -> OutputFolder {
    OutputFolder(target: target, staging: nil, isHashed: true)
  }

  /// Writes one file: makes its folders, lets `body` put the bytes, closes it, notes its entry.
  ///
  /// When `body` throws, the file is removed and the error passed on.
  ///
  /// - Parameters:
  ///   - path: relative, parts divided by `/`.
  ///   - body: puts the bytes.
  /// - Throws: ``FileError`` (`failed`) when the path leads out of the folder or is taken, or when
  ///   writing fails; whatever `body` throws.
  public mutating func write(
    _ path: String,
    _ body: (inout OutputFile) throws -> Void
  ) throws {
    if let failure { throw failure }
    let entryPath = try EntryPath(path, in: target)
    try claim(entryPath)
    var file = try begin(entryPath)
    do {
      try body(&file)
      entries.append(try file.close(as: path))
    } catch {
      giveUp(entryPath)
      throw error
    }
  }

  /// Writes several files side by side, as many at a time as there are processors.
  ///
  /// The same as to write them one after the other, but for the time it takes: their entries stand
  /// in the order of `drafts`. When a body throws, all files of the call are removed once the
  /// others have ended, and the first error in the order of `drafts` is passed on.
  ///
  /// - Parameter drafts: the files.
  /// - Returns: what each body gave, in order.
  /// - Throws: as ``write(_:_:)`` does.
  public mutating func write<Fact>(sideBySide drafts: [FileDraft<Fact>]) throws -> [Fact] {
    if let failure { throw failure }
    var claimed: [EntryPath] = []
    for draft in drafts {
      let path = try EntryPath(draft.path, in: target)
      try claim(path)
      claimed.append(path)
    }
    let order = drafts.indices.sorted {
      (drafts[$1].weight, $0) < (drafts[$0].weight, $1)
    }
    let written = concurrentMap(drafts.count) { [self, claimed] turn in
      fill(claimed[order[turn]], drafts[order[turn]].body)
    }
    do {
      let files = try zip(order, written).sorted { $0.0 < $1.0 }.map { try $1.file.get() }
      entries += files.map(\.entry)
      return files.map(\.fact)
    } catch {
      for (index, end) in zip(order, written) where end.hasBegun { giveUp(claimed[index]) }
      throw error
    }
  }

  /// Begins to write a file on another thread, so that the caller can do other work meanwhile.
  ///
  /// - Parameter draft: the file.
  /// - Returns: what ``finish(_:)`` asks for; once, and before the folder is published.
  /// - Throws: ``FileError`` (`failed`) when the path leads out of the folder or is taken.
  public mutating func begin<Fact>(_ draft: FileDraft<Fact>) throws(FileError)
    -> FileUnderWay<Fact>
  {
    if let failure { throw failure }
    let path = try EntryPath(draft.path, in: target)
    try claim(path)
    return FileUnderWay(path: path, end: LaterValue { [self] in fill(path, draft.body) })
  }

  /// Waits until a file that was begun is written, and notes its entry.
  ///
  /// When its body threw, the file is removed and the error passed on.
  ///
  /// - Returns: what its body gave.
  /// - Throws: as ``write(_:_:)`` does.
  public mutating func finish<Fact>(_ file: FileUnderWay<Fact>) throws -> Fact {
    let end = file.end.value
    do {
      let (entry, fact) = try end.file.get()
      entries.append(entry)
      return fact
    } catch {
      if end.hasBegun { giveUp(file.path) }
      throw error
    }
  }

  /// How the writing of a file beside others ended.
  struct End<Fact: Sendable>: Sendable {
    /// Whether the file was made.
    var hasBegun: Bool
    var file: Result<(entry: FileEntry, fact: Fact), any Error>
  }

  /// Makes the file, lets `body` put its bytes, closes it.
  private func fill<Fact>(
    _ path: EntryPath,
    _ body: (inout OutputFile) throws -> Fact
  ) -> End<Fact> {
    var hasBegun = false
    do {
      var file = try begin(path)
      hasBegun = true
      return try crew.work {
        let fact = try body(&file)
        return End(hasBegun: true, file: .success((try file.close(as: path.text), fact)))
      }
    } catch {
      return End(hasBegun: hasBegun, file: .failure(error))
    }
  }

  private func begin(_ path: EntryPath) throws(FileError) -> OutputFile {
    OutputFile(
      descriptor: try staging?.create(path),
      isHashed: isHashed,
      path: "\(target)/\(path.text)",
      crew: crew
    )
  }

  /// Puts the folder in its place: everything on disk first, then one rename, then the rename on
  /// disk. A former output of ours is swapped out in the same step and then removed.
  ///
  /// A prediction has nothing to publish, and the call does nothing.
  ///
  /// - Throws: ``FileError``. Unless it tries to `remove` (the former output, after the new one
  ///   is in its place), the target is as it was.
  public func publish() throws(FileError) {
    do {
      try OutputFolder.publish([self])
    } catch {
      throw error.cause
    }
  }

  /// Puts several folders in their places as one act: all of them, or none.
  ///
  /// Everything is on disk first. Then a journal beside each target says what is to be done, the
  /// folders take their places by one rename each, and the journals go. Only then the former outputs
  /// are removed, which may take long. A run that is killed in between is finished by the next one
  /// at any of the places (``finishInterrupted(at:)``). Predictions are passed over.
  ///
  /// - Parameter folders: in the order of their renames.
  /// - Throws: ``PublishingError``, which says what is in place all the same.
  public static func publish(_ folders: [OutputFolder]) throws(PublishingError) {
    var parts: [Publication.Part] = []
    for folder in folders {
      if let failure = folder.failure { throw PublishingError(failure) }
      guard let staging = folder.staging else { continue }
      do {
        parts.append(
          Publication.Part(
            staging: staging,
            files: try folder.entries.map { entry throws(FileError) in
              try EntryPath(entry.path, in: folder.target)
            }
          )
        )
      } catch {
        throw PublishingError(error)
      }
    }
    try Publication(parts: parts).carryOut()
  }

  /// Finishes what a run that was killed while it published several outputs had begun at any of
  /// `targets`: all of its outputs are in their places then.
  ///
  /// - Returns: the whole paths of the outputs that this call put in place.
  /// - Throws: ``FileError``: `busy` when that run lives, or as the system answers.
  public static func finishInterrupted(at targets: [String]) throws(FileError) -> [String] {
    var places: [OutputPlace] = []
    for target in targets {
      do {
        if let place = try OutputPlace(existing: target) { places.append(place) }
      } catch {
        throw error.atPlace("open", target)
      }
    }
    return try PublishingJournal.finish(at: places, tried: "open")
  }

  /// Gives the folder up and removes what was written. Does nothing after ``publish()``.
  ///
  /// May be called on a copy while another thread writes or publishes, as a signal asks for: the
  /// target gets the whole folder or none of it.
  public func discard() {
    staging?.discard()
  }

  private mutating func claim(_ path: EntryPath) throws(FileError) {
    func refusal(_ answer: String) -> FileError {
      FileError(.failed, tried: "write", path: "\(target)/\(path.text)", answer: answer)
    }
    guard isFile[path.text] == nil else { throw refusal("it is already there") }
    var folder = ""
    for part in path.folders {
      folder += folder.isEmpty ? part : "/\(part)"
      guard isFile[folder] != true else { throw refusal("'\(folder)' is a file") }
      isFile[folder] = false
    }
    isFile[path.text] = true
  }

  private mutating func giveUp(_ path: EntryPath) {
    do {
      try staging?.remove(path)
      isFile[path.text] = nil
    } catch {
      failure = error
    }
  }
}
