import Findings
import PackedFiles
import Roster
import SafeFiles

/// The files of an export in the order they are read, packed ones unpacked.
///
/// Content decides what is packed. An archive's members take the place of the archive, in the order
/// of their names; a gzip file keeps its own path.
struct ExportListing {
  /// One file of it.
  struct Entry {
    /// How it is called, and where its bytes are.
    var file: SourceFile
    /// How much it counts for progress: bytes on the disk. Of a packed file half are done when it
    /// is unpacked, and half when its content is read.
    var weight: Int
    /// Why it could not be unpacked whole, in words.
    var faults: [String] = []
    /// Whether it is an archive as a whole, which has no content of its own.
    var isArchive = false
    /// Whether its content is the API's: JSON, or what should have been.
    var isAnswer: Bool { !isArchive && !file.isUpload }
  }

  /// The files, numbered as they will be in the roster.
  private(set) var entries: [Entry] = []
  /// What was not opened, in the folder or in an archive.
  private(set) var passedOver: [PassedOver] = []
  /// Bytes on the disk of all files.
  private(set) var total = 0
  /// How many of them unpacking has done.
  private(set) var done = 0

  /// Lists the file or folder at `path`, and unpacks what is packed.
  ///
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read, or the spool not be written.
  init(
    _ path: String,
    limits: UnpackingLimits,
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws(FileError) {
    let listing = try listFiles(path)
    for entry in listing.passedOver {
      passedOver.append(PassedOver(path: listing.path(of: entry.path), why: entry.why))
    }
    var packed: [(place: Int, packing: Packing)] = []
    var head = [UInt8](repeating: 0, count: 4 << 10)
    for name in listing.files {
      let shown = listing.path(of: name)
      let file = try InputFile(shown)
      if let packing = try Packing(of: file) { packed.append((entries.count, packing)) }
      total += file.byteCount
      var source = SourceFile(path: shown, byteCount: file.byteCount)
      let count = try file.read(into: &head, from: 0, at: 0)
      source.isUpload = isUpload(head: head.span.extracting(0..<count))
      entries.append(Entry(file: source, weight: file.byteCount))
    }
    if !packed.isEmpty { try unpack(packed, limits, progress) }
    guard entries.count < RecordPlace.fileLimit else {
      throw FileError(
        .failed,
        tried: "read",
        path: path,
        answer: "there are more than a million files"
      )
    }
  }

  /// Puts what is inside in the place of each packed file.
  private mutating func unpack(
    _ packed: [(place: Int, packing: Packing)],
    _ limits: UnpackingLimits,
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws(FileError) {
    let listed = entries
    entries = []
    var unpacker = Unpacker(limits: limits)
    var next = 0
    for (place, packing) in packed {
      entries += listed[next..<place]
      next = place + 1
      let archive = listed[place].file
      let before = entries.count
      add(try unpacker.unpack(InputFile(archive.path), packing), from: archive)
      for index in entries.indices[before...] where !entries[index].isArchive {
        var head = [UInt8](repeating: 0, count: 4 << 10)
        let count = try ExportFile(entries[index].file).read(into: &head, from: 0, at: 0)
        entries[index].file.isUpload = isUpload(head: head.span.extracting(0..<count))
      }
      done += archive.byteCount - entries[before...].reduce(0) { $0 + $1.weight }
      progress(done, total)
    }
    entries += listed[next...]
  }

  /// Adds what came out of `archive`.
  private mutating func add(_ unpacked: Unpacked, from archive: SourceFile) {
    var faults = unpacked.faults
    if unpacked.parts.isEmpty && faults.isEmpty {
      faults = ["the archive holds no file that is read"]
    }
    if !faults.isEmpty {
      entries.append(Entry(file: archive, weight: 0, faults: faults, isArchive: true))
    }
    for part in unpacked.parts {
      let file = SourceFile(
        path: part.name.isEmpty ? archive.path : "\(archive.path)/\(part.name)",
        byteCount: part.bytes.count,
        unpacked: UnpackedBytes(part.spool, part.bytes)
      )
      entries.append(
        Entry(
          file: file,
          weight: part.packedByteCount / 2,
          faults: part.fault.map { [$0] } ?? []
        )
      )
    }
    for member in unpacked.passedOver {
      passedOver.append(PassedOver(path: "\(archive.path)/\(member.name)", why: member.why))
    }
  }
}
