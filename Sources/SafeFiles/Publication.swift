import CSystemCalls

/// Finished folders that take their places as one act: see ``OutputFolder/publish(_:)``.
struct Publication {
  /// A folder and all files inside.
  struct Part {
    var staging: Staging
    var files: [EntryPath]
  }

  /// The folders, in the order of their renames.
  var parts: [Part]
  /// False to do as on a file system that cannot swap two names.
  var canExchange = true

  func carryOut() throws(PublishingError) {
    do {
      for part in parts { try part.staging.sync(part.files) }
      try beginAll()
    } catch {
      throw PublishingError(error)
    }
    let placings: [OutputPlace.Placing]
    do {
      placings = try putAllInPlace()
    } catch {
      for part in parts { part.staging.endPublishing(isInPlace: error.isUnfinished) }
      throw error
    }
    for part in parts { part.staging.endPublishing(isInPlace: true) }
    try removeFormers(placings)
  }

  /// Keeps a signal from removing any of the folders; all of them, or none.
  private func beginAll() throws(FileError) {
    var begun = 0
    do {
      for part in parts {
        try part.staging.beginPublishing()
        begun += 1
      }
    } catch {
      for part in parts[..<begun] { part.staging.endPublishing(isInPlace: false) }
      throw error
    }
  }

  private var places: [OutputPlace] { parts.map(\.staging.place) }

  /// Looks at all places, writes the journals, renames, puts the renames on disk, removes the
  /// journals. What fails on the way is undone.
  private func putAllInPlace() throws(PublishingError) -> [OutputPlace.Placing] {
    var done: [OutputPlace.Placing] = []
    do {
      for part in parts {
        _ = try part.staging.place.isReplacing(mark: part.staging.mark, tried: "publish")
      }
      // One rename is one act without a journal.
      if parts.count > 1 { try PublishingJournal(of: parts.map(\.staging)).write(at: places) }
      for part in parts {
        done.append(
          try part.staging.place.putInPlace(mark: part.staging.mark, canExchange: canExchange)
        )
      }
      for place in places { try place.syncNames() }
    } catch {
      throw undo(done, after: error)
    }
    do {
      if parts.count > 1 { try PublishingJournal.remove(at: places) }
    } catch {
      var failure = PublishingError(error)
      failure.inPlace = places.map(\.path)
      failure.isUnfinished = true
      throw failure
    }
    return done
  }

  /// Takes back what is in place, the last first. If that fails, the journals stay, and the next run
  /// finishes what this one began.
  private func undo(
    _ done: [OutputPlace.Placing],
    after error: FileError
  ) -> PublishingError {
    var failure = PublishingError(error)
    for (place, placing) in zip(places, done).reversed() {
      do {
        try place.takeBack(placing)
      } catch {
        failure.inPlace.append(place.path)
      }
    }
    failure.isUnfinished = !failure.inPlace.isEmpty
    // A journal that cannot be removed does no harm: the caller discards the folders, and then what
    // it would finish is not there any more.
    if !failure.isUnfinished { try? PublishingJournal.remove(at: places) }
    return failure
  }

  private func removeFormers(_ placings: [OutputPlace.Placing]) throws(PublishingError) {
    var failure: PublishingError?
    for (place, placing) in zip(places, placings) {
      guard let former = place.formerName(after: placing) else { continue }
      do {
        try place.removeFormer(former)
      } catch {
        failure = failure ?? PublishingError(error)
      }
    }
    guard var failure else { return }
    failure.inPlace = places.map(\.path)
    throw failure
  }
}

extension OutputPlace {
  /// Puts the names of the place's folder on disk.
  func syncNames() throws(FileError) {
    do {
      try folder.sync()
    } catch {
      throw error.failed("publish", path)
    }
  }
}
