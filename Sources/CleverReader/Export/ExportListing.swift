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
    /// What it is, if it is not read for that.
    var kind: FileKind?
    /// Whether its content is the API's: JSON, or what should have been.
    var isAnswer: Bool { !isArchive && kind == nil && !file.isUpload }
  }

  /// The files, numbered as they will be in the roster.
  var entries: [Entry] = []
  /// What was not opened, in the folder or in an archive.
  var passedOver: [PassedOver] = []
  /// Bytes on the disk of all files.
  private(set) var total = 0
  /// How many of them unpacking has done.
  var done = 0

  /// Lists the file or folder at `path`, and unpacks what is packed.
  ///
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read, or the spool not be written.
  init(
    _ path: String,
    limits: UnpackingLimits,
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws(FileError) {
    let listing = try listFiles(path)
    var packed: [(place: Int, packing: Packing)] = []
    let unpacker = Unpacker(limits: limits)
    var head = [UInt8](repeating: 0, count: 4 << 10)
    for name in listing.files {
      let shown = listing.path(of: name)
      if let words = FileName.litter(at: name) {
        passedOver.append(PassedOver(path: shown, why: words))
        continue
      }
      let file = try InputFile(shown)
      var entry = Entry(
        file: SourceFile(path: shown, byteCount: file.byteCount),
        weight: file.byteCount
      )
      let count = try file.read(into: &head, from: 0, at: 0)
      switch try Packing(of: file) {
      case .zip?:
        let members = try unpacker.memberNames(ofZip: file)
        entry.kind = .ofZip(name, members: members, head: head.span.extracting(0..<count))
        if entry.kind == nil { packed.append((entries.count, .zip)) }
      case .gzip?: packed.append((entries.count, .gzip))
      case nil: entry.classify(head.span.extracting(0..<count))
      }
      total += file.byteCount
      entries.append(entry)
    }
    if !packed.isEmpty { try unpack(packed, unpacker, progress) }
    try decodeTexts()
    passOverBackups()
    try passOverResults(below: String(listing.path(of: "x").dropLast()))
    addUnopened(listing)
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
    _ unpacker: consuming Unpacker,
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws(FileError) {
    let listed = entries
    let places = Set(packed.map(\.place))
    let plain = listed.indices.filter { !places.contains($0) }.map { listed[$0].file }
    entries = []
    var head = [UInt8](repeating: 0, count: 4 << 10)
    var next = 0
    for (place, packing) in packed {
      entries += listed[next..<place]
      next = place + 1
      let archive = listed[place].file
      let before = entries.count
      add(try unpacker.unpack(InputFile(archive.path), packing), from: archive)
      for index in entries.indices[before...] where !entries[index].isArchive {
        guard entries[index].kind == nil else { continue }
        let count = try ExportFile(entries[index].file).read(into: &head, from: 0, at: 0)
        // What could not be unpacked has no first bytes, and a fault that says so.
        if count > 0 || entries[index].faults.isEmpty {
          entries[index].classify(head.span.extracting(0..<count))
        }
      }
      try passOverTwin(of: archive, before, among: plain)
      done += archive.byteCount - entries[before...].reduce(0) { $0 + $1.weight }
      progress(done, total)
    }
    entries += listed[next...]
  }

  /// Turns files in UTF-16 into UTF-8. What such a file is can only be told then.
  private mutating func decodeTexts() throws(FileError) {
    var decoder = TextDecoder()
    var head = [UInt8](repeating: 0, count: 4 << 10)
    for index in entries.indices where entries[index].file.isUpload {
      var count = try ExportFile(entries[index].file).read(into: &head, from: 0, at: 0)
      guard let encoding = TextEncoding.utf16(at: head.span.extracting(0..<count)) else { continue }
      entries[index].file.unpacked = try decoder.decode(entries[index].file, from: encoding).bytes
      count = try ExportFile(entries[index].file).read(into: &head, from: 0, at: 0)
      entries[index].file.isUpload = false
      entries[index].classify(head.span.extracting(0..<count))
    }
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
      if let words = FileName.litter(at: part.name) {
        passedOver.append(PassedOver(path: "\(archive.path)/\(part.name)", why: words))
        continue
      }
      let file = SourceFile(
        path: part.name.isEmpty ? archive.path : "\(archive.path)/\(part.name)",
        byteCount: part.bytes.count,
        unpacked: UnpackedBytes(part.spool, part.bytes)
      )
      entries.append(
        Entry(
          file: file,
          weight: part.packedByteCount / 2,
          faults: part.isLocked ? [] : part.fault.map { [$0] } ?? [],
          kind: part.isLocked ? .locked : nil
        )
      )
    }
    for member in unpacked.passedOver {
      passedOver.append(PassedOver(path: "\(archive.path)/\(member.name)", why: member.why))
    }
  }
}

extension ExportListing.Entry {
  /// Tells what the file is by its name and its first bytes.
  fileprivate mutating func classify(_ head: Span<UInt8>) {
    kind = .ofMarks(file.path, head: head)
    guard kind == nil else { return }
    file.isUpload = isUpload(head: head)
    guard !file.isUpload else { return }
    kind = .ofText(
      file.path,
      head: head,
      byteCount: file.byteCount,
      suggestsList: !FileName(file.path).suggestion.isEmpty
    )
  }
}
