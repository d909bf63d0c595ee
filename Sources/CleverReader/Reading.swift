import Dispatch  // the walkers' threads
import FlatTables
import Roster
import SafeFiles

/// Reads the API's answers of an export into a roster, walked by several and stored by one.
struct Reading {
  let readsStudentEmail: Bool
  /// What was asked for, for errors that are no single file's.
  let path: String
  let entries: [ExportListing.Entry]
  /// What the name of each file suggests.
  let hints: [Collection]
  /// Bytes of the portions that large files are cut into; nil if they are read one by one.
  let portionSize: Int?

  /// Walkers beside the storer, who walks too when nothing is ready: storing takes half as long as
  /// walking, so with more of them it is the storer for whom everybody waits.
  private static let walkerLimit = 3

  /// Reads all of them.
  ///
  /// - Parameters:
  ///   - source: what is known of the files.
  ///   - progress: told how much of the entries' weight has been stored.
  /// - Returns: the roster, with what the files tell.
  /// - Throws: ``SafeFiles/FileError``.
  func read(
    _ source: SourceEvidence,
    progress: (_ done: Int) -> Void
  ) throws(FileError) -> Roster {
    // Twice only where a large file is damaged, or keys are so many that who met them first counts.
    if portionSize != nil, let roster = try read(source, cutBy: portionSize, progress) {
      return roster
    }
    if let roster = try read(source, cutBy: nil, progress) { return roster }
    preconditionFailure("what is read one by one is not cut")
  }

  /// Reads all of them, cut into portions that are walked side by side, or one by one.
  ///
  /// - Returns: nil where only reading them one by one tells what there is.
  private func read(
    _ source: SourceEvidence,
    cutBy size: Int?,
    _ progress: (_ done: Int) -> Void
  ) throws(FileError) -> Roster? {
    var roster = Roster(exportSize: source.files.reduce(0) { $0 + $1.byteCount })
    roster.source = source
    var storer = StretchStorer(readsStudentEmail: readsStudentEmail, entries: entries, hints: hints)
    let sideBySide = size != nil
    let walkers = sideBySide ? max(1, min(Reading.walkerLimit, processorCount - 1)) : 1
    let line = StretchLine(entries, size: size, walkers: walkers)
    for number in 0..<walkers { startWalker(number, on: line) }

    var stretch = WalkedStretch()
    var run = RecordRun(walker: RecordWalker(readsStudentEmail: readsStudentEmail))
    while let task = try line.nextTask(&stretch, mayWalk: sideBySide) {
      switch task {
      case .walk(let portion):
        run = FileWalker(portion, in: &stretch, run: consume run).walkPortion(into: &stretch)
        line.hand(&stretch, of: portion)
      case .store:
        guard try store(&stretch, with: &storer, &roster, of: line) else { return nil }
        line.giveBack(&stretch)
        if let begun = storer.begun {
          // Sections name so many students that looking for them is most of storing them.
          line.publish([.sections, .unknown].contains(begun) ? roster.students.records : nil)
        }
        progress(storer.done)
      }
    }
    line.publish(nil)
    let trails = line.trails + [run.trail]
    guard !sideBySide || FieldTrail.canBeAdded(trails) else { return nil }
    try storer.finish(&roster)
    for trail in trails { trail.add(to: &roster.source.unusedFields) }
    return roster
  }

  /// Stores a stretch.
  ///
  /// - Returns: false where it was cut wrongly; the line is given up then.
  private func store(
    _ stretch: inout WalkedStretch,
    with storer: inout StretchStorer,
    _ roster: inout Roster,
    of line: StretchLine
  ) throws(FileError) -> Bool {
    do throws(TextArenaFull) {
      let isWhole = try storer.store(&stretch, into: &roster)
      if !isWhole { line.abandon() }
      return isWhole
    } catch {
      line.abandon()
      throw FileError(.failed, tried: "read", path: path, answer: error.description)
    }
  }

  /// Walks on a thread of its own, until nothing is left.
  private func startWalker(_ number: Int, on line: StretchLine) {
    let walker = RecordWalker(readsStudentEmail: readsStudentEmail)
    let entries = entries
    DispatchQueue(label: "walker \(number)").async {
      var run = RecordRun(walker: walker)
      var stretch = WalkedStretch()
      var bytes: [UInt8] = []
      while let walk = line.nextWalk(&stretch) {
        switch walk {
        case .portion(let portion):
          run = FileWalker(portion, in: &stretch, run: consume run).walkPortion(into: &stretch)
          line.hand(&stretch, of: portion)
        case .rest(let number, let base):
          do throws(WalkingEnd) {
            let file: ExportFile
            do throws(FileError) {
              file = try ExportFile(entries[number].file)
            } catch {
              throw .file(error)
            }
            let walker = FileWalker(
              file,
              number: number,
              from: base,
              line: line,
              run: run,
              reusing: consume bytes
            )
            (run, bytes) = try walker.walkRest(to: line)
            line.endRest()
          } catch {
            if case .file(let error) = error { line.end(error) }
            return
          }
        }
      }
      line.leave(run.trail)
    }
  }
}
