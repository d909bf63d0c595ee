import Findings
import Roster
import SafeFiles

/// What lies beside the files of an export: backup copies, results of this program, an archive of the
/// same files, links.
extension ExportListing {
  // MARK: - Backup copies

  /// Passes over an editor's backup copies of files that are there. Where the file itself is not, its
  /// copy is not read either, for it may be old.
  mutating func passOverBackups() {
    guard entries.contains(where: { FileName($0.file.path).original != nil }) else { return }
    let paths = Set(entries.map(\.file.path))
    var kept: [Entry] = []
    for var entry in entries {
      if !entry.isArchive, let original = FileName(entry.file.path).original {
        let folder = entry.file.path.dropLast(FileName(entry.file.path).name.utf8.count)
        if paths.contains(folder + original) {
          let why = "a backup copy of '\(original)'"
          passedOver.append(PassedOver(path: entry.file.path, why: why))
          done += entry.weight
          continue
        }
        entry.kind = .backup(of: original)
        entry.file.isUpload = false
      }
      kept.append(entry)
    }
    entries = kept
  }

  // MARK: - Results of this program

  /// Passes over folders that hold what this program writes, known by the marks that it puts there.
  ///
  /// - Parameter root: what the paths of files at the top of the export begin with.
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read.
  mutating func passOverResults(below root: String) throws(FileError) {
    let marks = entries.indices.filter { index in
      ["bag-info.txt", "report.json", "withheld.csv"]
        .contains(FileName(entries[index].file.path).name)
    }
    guard !marks.isEmpty else { return }
    let paths = Set(entries.map(\.file.path))
    var folders: [String] = []
    for index in marks {
      let path = entries[index].file.path
      let name = FileName(path).name
      let folder = String(path.dropLast(name.utf8.count))
      let isOwn: Bool
      switch name {
      case "bag-info.txt":
        let text = try text(at: index)
        isOwn =
          paths.contains(folder + "bagit.txt")
          && text.contains("Bag-Software-Agent: clever-to-bloomz")
      case "report.json": isOwn = entries[index].kind?.words == FileKind.results.words
      default:
        isOwn = paths.contains(folder + "envelopes.csv") && paths.contains(folder + "merge.csv")
      }
      // A report that was copied beside the lists hides none of them.
      if isOwn, name == "bag-info.txt" || folder != root { folders.append(folder) }
    }
    for folder in Set(folders).sorted() {
      let isOwn = { (entry: Entry) in
        guard entry.file.path.hasPrefix(folder) else { return false }
        guard folder == root else { return true }
        let rest = entry.file.path.dropFirst(root.count)
        return ["bag-info.txt", "bagit.txt", "data/", "manifest-", "tagmanifest-"]
          .contains { rest.hasPrefix($0) }
      }
      let own = entries.filter(isOwn)
      guard !own.isEmpty else { continue }
      done += own.reduce(0) { $0 + $1.weight }
      entries.removeAll(where: isOwn)
      passedOver.append(PassedOver(path: folder, why: "results of this program"))
    }
  }

  /// The beginning of a file.
  private func text(at index: Int) throws(FileError) -> String {
    var bytes = [UInt8](repeating: 0, count: 4 << 10)
    let count = try ExportFile(entries[index].file).read(into: &bytes, from: 0, at: 0)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  // MARK: - An archive beside its own files

  /// Passes over what came out of `archive` if each of its files lies in the folder, too, byte for
  /// byte.
  ///
  /// - Parameters:
  ///   - archive: the file that was unpacked.
  ///   - start: where in ``entries`` its files begin.
  ///   - plain: the files that were not packed.
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read.
  mutating func passOverTwin(
    of archive: SourceFile,
    _ start: Int,
    among plain: [SourceFile]
  ) throws(FileError) {
    let parts = entries[start...]
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isArchive && $0.faults.isEmpty }) else { return }
    for part in parts {
      let name = FileName(part.file.path).name
      // A gzip file's content has the archive's own path: `students.json` of `students.json.gz`.
      let names = [name, name.hasSuffix(".gz") ? String(name.dropLast(3)) : name]
      var isThere = false
      for file in plain
      where file.byteCount == part.file.byteCount && names.contains(FileName(file.path).name) {
        if !isThere { isThere = try areEqual(part.file, file) }
      }
      guard isThere else { return }
    }
    entries.removeSubrange(start...)
    let why = "an archive of files that lie beside it"
    passedOver.append(PassedOver(path: archive.path, why: why))
  }

  private func areEqual(_ left: SourceFile, _ right: SourceFile) throws(FileError) -> Bool {
    var one = try ExportFile(left)
    var other = try ExportFile(right)
    var buffers = (
      [UInt8](repeating: 0, count: 64 << 10), [UInt8](repeating: 0, count: 64 << 10)
    )
    while true {
      let count = try one.read(into: &buffers.0, from: 0)
      guard try other.read(into: &buffers.1, from: 0) == count else { return false }
      if count == 0 { return true }
      guard buffers.0[..<count] == buffers.1[..<count] else { return false }
    }
  }

  // MARK: - What was not opened

  /// Adds links, and hidden files that are called like a list, so that a finding can name them.
  mutating func addUnopened(_ listing: FolderListing) {
    for entry in listing.passedOver {
      let path = listing.path(of: entry.path)
      let litter = FileName.litter(at: entry.path)
      passedOver.append(PassedOver(path: path, why: litter ?? entry.why))
      guard litter == nil else { continue }
      let kind: FileKind
      switch entry.why {
      case "a link": kind = .link
      case "hidden": kind = .hidden
      default: kind = .special
      }
      let isLists = !FileName(entry.path).suggestion.isEmpty
      guard isLists || entry.why == "a link" else { continue }
      entries.append(Entry(file: SourceFile(path: path, byteCount: 0), weight: 0, kind: kind))
    }
    passedOver.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
