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
  ///   - progress: told after each file how many bytes were read so far, of how many.
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
    let walker = RecordWalker(readsStudentEmail: readsStudentEmail)
    var sink = RecordSink(readsStudentEmail: readsStudentEmail)
    var done = 0
    for number in roster.source.files.indices {
      let source = roster.source.files[number]
      sink.open(file: number, hint: hint(from: source.path, below: path))
      var reader = FileReader(try InputFile(source.path), walker: walker)
      do {
        try reader.read(through: &sink, into: &roster)
      } catch {
        switch error {
        case .file(let error): throw error
        case .full(let error):
          throw FileError(.failed, tried: "read", path: path, answer: error.description)
        }
      }
      done += source.byteCount
      progress(done, total)
    }
    return roster
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
