import Dispatch  // the walker's thread
import Findings
import FlatTables
import PositionedJSON
public import Roster
public import SafeFiles

/// Reads what Clever exported into a roster.
///
/// Takes one file or a folder of files: list pages, single answers, NDJSON, concatenated values
/// and plain arrays, of API versions v1.1 to v3.1, mixed as they come. Files are read in the order
/// of their paths as UTF-8 bytes; the order changes nothing but the numbers of rows.
public struct CleverReader: Sendable {
  /// Whether students' e-mail addresses are read at all. Off: what is not read cannot leave.
  public var readsStudentEmail: Bool

  /// A reader; students' e-mail addresses are left out unless asked for.
  public init(readsStudentEmail: Bool = false) {
    self.readsStudentEmail = readsStudentEmail
  }

  /// Reads the file or folder at `path`.
  ///
  /// What is wrong with the content is noted in ``Roster/source`` and never ends the reading of
  /// other files.
  ///
  /// - Parameters:
  ///   - path: a file, or a folder whose files are read however deep they lie.
  ///   - progress: told again and again how many bytes were read so far, of how many.
  /// - Returns: the roster, with what the files tell in ``Roster/source``.
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read or changes meanwhile, or when
  ///   the text of the export is larger than 4 GiB.
  public func read(
    _ path: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FileError) -> Roster {
    let listing = try listFiles(path)
    guard listing.files.count < RecordPlace.fileLimit else {
      throw FileError(
        .failed,
        tried: "read",
        path: path,
        answer: "there are more than a million files"
      )
    }
    var source = SourceEvidence()
    for entry in listing.passedOver {
      source.passedOver.append(
        PassedOver(path: listing.path(of: entry.path), why: entry.why)
      )
    }
    var total = 0
    for file in listing.files {
      let shown = listing.path(of: file)
      let size = try InputFile(shown).byteCount
      source.files.append(SourceFile(path: shown, byteCount: size))
      total += size
    }
    var roster = Roster(exportSize: total)
    roster.source = source
    let hints = roster.source.files.map { hint(from: $0.path, below: path) }
    var storer = StretchStorer(readsStudentEmail: readsStudentEmail, hints: hints)
    let line = StretchLine()
    walk(roster.source.files.map(\.path), into: line)
    var done = 0
    while var stretch = try line.next() {
      do throws(TextArenaFull) {
        try storer.store(stretch, into: &roster)
      } catch {
        line.abandon()
        throw FileError(.failed, tried: "read", path: path, answer: error.description)
      }
      done += stretch.passed
      line.giveBack(&stretch)
      progress(done, total)
    }
    line.counter.add(to: &roster.source.unusedFields)
    return roster
  }

  /// Walks the files one after another on a thread of its own.
  private func walk(_ paths: [String], into line: StretchLine) {
    let walker = RecordWalker(readsStudentEmail: readsStudentEmail)
    DispatchQueue(label: "walker").async {
      var run = RecordRun(walker: walker)
      var bytes: [UInt8] = []
      do throws(WalkingEnd) {
        for (number, path) in paths.enumerated() {
          let file: InputFile
          do throws(FileError) { file = try InputFile(path) } catch { throw .file(error) }
          let walker = FileWalker(file, number: number, line: line, run: run, reusing: bytes)
          (run, bytes) = try walker.walk()
        }
        line.end(run.counter)
      } catch {
        switch error {
        case .file(let error): line.end(error)
        case .abandoned: return
        }
      }
    }
  }

  /// What the names of a file and of its folder inside the export suggest: `students/page-01.json`,
  /// `teachers.ndjson`, `students-00001.json`.
  private func hint(from shown: String, below path: String) -> Collection {
    let relative = shown.hasPrefix(path) ? shown.dropFirst(path.count) : shown[...]
    for part in relative.split(separator: "/").reversed() {
      let stem = part.split(separator: ".").first ?? part
      for candidate in [stem, stem.prefix { $0 != "-" }] {
        let collection = Collection(candidate)
        if collection != .unknown { return collection }
      }
    }
    return .unknown
  }
}
