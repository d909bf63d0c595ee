import PackedFiles
import SafeFiles

/// Where the files of an export go: as they are, each packed by gzip, or all into one archive.
///
/// Packed ones go through files without names, so that no more is in memory than a buffer.
struct ExportTarget {
  /// The folder they go to.
  private(set) var folder: OutputFolder
  private let packing: ExportForm.Packing
  private var archive = ZipWriter()
  /// The archive so far.
  private var members: SpoolFile?
  private var memberBytes = 0

  /// The folder inside ``folder`` that the export is in.
  private let place: String

  init(
    _ folder: OutputFolder,
    _ packing: ExportForm.Packing,
    in place: String = SynthesisSummary.exportFolder
  ) {
    self.folder = folder
    self.place = place
    self.packing = packing
  }

  /// Writes one file, relative to the export's folder.
  mutating func write(_ path: String, _ body: (inout OutputFile) throws -> Void) throws {
    switch packing {
    case .none: try folder.write("\(place)/\(path)", body)
    case .gzip:
      let plain = try SpoolFile()
      let size = try plain.append(body)
      let deflater = try self.deflater(gzip: true)
      try folder.write("\(place)/\(path).gz") { file in
        try pass(plain, size) { piece, isLast in
          deflater.pack(piece, isLast: isLast) { file.put($0) }
        }
      }
    case .zip: try add(path, body)
    }
  }

  /// Writes what only the end of the export makes whole: the archive.
  mutating func close() throws {
    guard let members else { return }
    let end = archive.close()
    try folder.write("\(place)/export.zip") { file in
      try pass(members, memberBytes) { piece, _ in file.put(piece) }
      file.put(end)
    }
  }

  private mutating func add(_ path: String, _ body: (inout OutputFile) throws -> Void) throws {
    let plain = try SpoolFile()
    let size = try plain.append(body)
    let deflater = try self.deflater(gzip: false)
    let members = if let members { members } else { try SpoolFile() }
    self.members = members
    let header = archive.begin(path)
    try members.append(header.span)
    var packed = 0
    var checksum = Checksum()
    try pass(plain, size) { piece, isLast in
      checksum.take(piece)
      try deflater.pack(piece, isLast: isLast) { bytes throws(FileError) in
        packed += bytes.count
        try members.append(bytes)
      }
    }
    let descriptor = archive.end(packed: packed, size: size, checksum)
    try members.append(descriptor.span)
    memberBytes += header.count + packed + descriptor.count
  }

  private func deflater(gzip: Bool) throws(FileError) -> Deflater {
    guard let deflater = Deflater(gzip: gzip) else {
      throw FileError(
        .failed,
        tried: "pack",
        path: folder.target,
        answer: "there is not enough memory"
      )
    }
    return deflater
  }
}

/// Hands on the first `count` bytes of a spool, piece by piece; of none, one empty piece.
private func pass(
  _ spool: SpoolFile,
  _ count: Int,
  to take: (_ piece: Span<UInt8>, _ isLast: Bool) throws -> Void
) throws {
  var buffer = [UInt8](repeating: 0, count: min(max(count, 1), 256 << 10))
  var done = 0
  repeat {
    let read = try spool.read(into: &buffer, from: 0, at: done, limit: count - done)
    precondition(read > 0 || count == 0, "a spool keeps what was put into it")
    done += read
    try take(buffer.span.extracting(0..<read), done == count)
  } while done < count
}
