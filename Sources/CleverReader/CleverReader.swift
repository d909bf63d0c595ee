import Findings
package import PackedFiles
public import Roster
import SafeFiles

/// Reads what Clever exported into a roster.
///
/// Takes one file or a folder of files: list pages, single answers, NDJSON, concatenated values
/// and plain arrays, of API versions v1.1 to v3.1, and the CSV files that a district uploads to
/// Clever; mixed as they come, plain, packed by gzip, or in zip archives. Files are read in the
/// order of their paths as UTF-8 bytes; the order changes
/// nothing but the numbers of rows.
public struct CleverReader: Sendable {
  /// Whether students' e-mail addresses are read at all. Off: what is not read cannot leave.
  public var readsStudentEmail: Bool
  /// How much packed files may come to.
  package var limits = UnpackingLimits()
  /// Bytes of the chunks that are walked side by side. What is read does not depend on it.
  package var chunkSize = Chunk.size

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
  ///   - progress: told again and again how many bytes were read so far, of how many; bytes as
  ///     they lie there, so those of a packed file count once, whatever they come to.
  /// - Returns: the roster, with what the files tell in ``Roster/source``.
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read or changes meanwhile, or when
  ///   the text of the export is larger than 4 GiB. `CancellationError` if the task is cancelled.
  public func read(
    _ path: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Roster {
    let listing = try ExportListing(path, limits: limits, progress: progress)
    var source = SourceEvidence()
    source.passedOver = listing.passedOver
    let hints = listing.entries.map { hint(from: $0.file.path, below: path) }
    source.files = zip(listing.entries, hints).map { entry, hint in
      var file = entry.file
      file.suggested = entry.kind == nil ? hint.kinds : FileName(file.path).suggestion.kinds
      return file
    }
    let uploads = listing.entries.reduce(0) { $0 + ($1.file.isUpload ? $1.weight : 0) }
    let reading = Reading(
      readsStudentEmail: readsStudentEmail,
      path: path,
      entries: listing.entries,
      hints: hints,
      chunkSize: chunkSize
    )
    var roster = try reading.read(source) { done in
      progress(min(listing.done + done, listing.total - uploads), listing.total)
    }
    let uploaded = try readUploads(listing, into: &roster) { done in
      progress(listing.total - uploads + done, listing.total)
    }
    roster.source.strays = listing.strays(in: roster)
    // Only now is it known what could not be read, which is not missing.
    roster.source.missingUploads = uploaded?.missingFiles(roster) ?? []
    progress(listing.total, listing.total)
    return roster
  }

  /// Reads the CSV files, of which each row may belong to a record of any other file; `progress` is
  /// told how much of their weight was read.
  private func readUploads(
    _ listing: ExportListing,
    into roster: inout Roster,
    progress: (_ done: Int) -> Void
  ) throws(FileError) -> UploadReader? {
    guard listing.entries.contains(where: \.file.isUpload) else { return nil }
    roster.source.hasUploads = true
    var reader = UploadReader(readsStudentEmail: readsStudentEmail)
    var weight = 0
    for (number, entry) in listing.entries.enumerated() where entry.file.isUpload {
      let share = Double(entry.weight) / Double(max(1, entry.file.byteCount))
      try reader.read(entry, number: number, into: &roster) { done in
        progress(weight + Int(share * Double(done)))
      }
      weight += entry.weight
    }
    reader.finish(&roster)
    return reader
  }

  /// What the names of a file and of its folder inside the export suggest: `students/page-01.json`,
  /// `teachers.ndjson`, `students-00001.json`.
  private func hint(from shown: String, below path: String) -> ListName {
    let relative = shown.hasPrefix(path) ? shown.dropFirst(path.count) : shown[...]
    for part in relative.split(separator: "/").reversed() {
      let stem = part.split(separator: ".").first ?? part
      for candidate in [stem, stem.prefix { $0 != "-" }] {
        let collection = ListName(candidate)
        if collection != .unknown { return collection }
      }
    }
    return .unknown
  }
}
