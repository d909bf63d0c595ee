import ConcurrentWork
import FlatTables
import Roster
import SafeFiles
import Synchronization

/// Reads the API's answers of an export into a roster: chunks are walked on several threads and
/// stored on one.
struct Reading {
  let readsStudentEmail: Bool
  /// What was asked for, for errors that are no single file's.
  let path: String
  let entries: [ExportListing.Entry]
  /// What the name of each file suggests.
  let hints: [ListName]
  /// Bytes of a chunk.
  let chunkSize: Int

  /// Threads that walk beside the one that stores, which walks too when no chunk is ready. Storing
  /// takes half as long as walking, so more than three would only wait for it.
  private static let walkerLimit = 3

  /// Reads all of them.
  ///
  /// - Parameters:
  ///   - source: what is known of the files.
  ///   - progress: told how much of the entries' weight has been stored.
  /// - Returns: the roster, with what the files tell.
  /// - Throws: ``SafeFiles/FileError``, or `CancellationError` if the task is cancelled.
  func read(
    _ source: SourceEvidence,
    progress: (_ done: Int) -> Void
  ) throws -> Roster {
    var roster = Roster(exportSize: source.files.reduce(0) { $0 + $1.byteCount })
    roster.students.keepsEmail = readsStudentEmail
    roster.source = source
    var store = ChunkStore(readsStudentEmail: readsStudentEmail, entries: entries, hints: hints)
    let chunks = Chunks(ChunkSource(entries, size: chunkSize))
    let students = StudentLookup()
    while true {
      do {
        try read(chunks, students, into: &store, &roster, progress)
        break
      } catch let error as WrongCut {
        // The file is damaged: all chunks after this one were cut by a wrong guess, too.
        try chunks.goBack(to: error.base, of: error.file)
      }
    }
    try store.finish(&roster)
    return roster
  }

  private func read(
    _ chunks: Chunks,
    _ students: StudentLookup,
    into store: inout ChunkStore,
    _ roster: inout Roster,
    _ progress: (_ done: Int) -> Void
  ) throws {
    let workers = max(1, min(Reading.walkerLimit, processorCount - 1))
    let readsStudentEmail = readsStudentEmail
    try orderedPipeline(
      // For each walker one chunk that is walked and some that wait, so that neither side waits for
      // a slow turn of the other; one that is stored, and one to spare.
      slots: [Chunk](repeating: Chunk(), count: 4 * workers + 2),
      workers: workers,
      source: { chunk in try chunks.next(into: &chunk) },
      transform: { chunk in
        chunk.walk(readsStudentEmail: readsStudentEmail)
        students.lookUp(&chunk.batch.values)
      },
      consume: { chunk in
        if chunk.batch.isCutOff { throw WrongCut(chunk) }
        do throws(TextArenaFull) {
          try store.store(&chunk, into: &roster)
        } catch {
          throw FileError(.failed, tried: "read", path: path, answer: error.description)
        }
        // Sections name so many students that looking for them is most of storing them.
        if chunk.base == 0 {
          let mayNameStudents = store.hint == .sections || store.hint == .unknown
          students.publish(mayNameStudents ? roster.students.records : nil)
        }
        progress(store.done)
      }
    )
  }
}

/// A chunk ends inside a value, since its file is damaged and was cut at lines.
private struct WrongCut: Error {
  let file: Int
  let base: Int

  init(_ chunk: borrowing Chunk) {
    file = chunk.file
    base = chunk.base
  }
}

/// The chunks of an export, for the threads that take turns in asking for the next one.
private final class Chunks: Sendable {
  private let source: Mutex<ChunkSource>

  init(_ source: consuming sending ChunkSource) { self.source = Mutex(source) }

  /// Reads the next chunk; false when there are no more.
  func next(into chunk: inout Chunk) throws -> Bool {
    chunk.batch.removeAll()
    return try source.withLock { source in try source.next(into: &chunk) }
  }

  /// Goes on at the byte `base` of a file, which is cut between records from there on.
  func goBack(to base: Int, of file: Int) throws {
    try source.withLock { source in try source.goBack(to: base, of: file) }
  }
}

/// The students that the threads that walk may look for, so that the thread that stores has less to
/// do: the table as it was at some moment.
private final class StudentLookup: Sendable {
  private let students = Mutex<RowLookup?>(nil)

  /// Lets these students be looked up from now on, or none.
  ///
  /// The table's ids and index are copied when a student is added afterwards. So the lookup stays as
  /// it is until there are a quarter more.
  func publish(_ records: RecordColumns?) {
    students.withLock { students in
      guard let records else { return students = nil }
      if records.count * 4 >= (students?.count ?? 0) * 5 { students = records.lookup }
    }
  }

  /// Looks up the students that the lists of ids in `values` name.
  func lookUp(_ values: inout RecordValues) {
    guard !values.ids.isEmpty, let students = students.withLock(\.self) else { return }
    values.lookUp(in: students)
  }
}
