public import SafeFiles

/// Unpacks gzip files and zip archives into one spool file without a name.
///
/// Everything is unpacked once: a second reading, at an offset or from another thread, reads the
/// spool. What is wrong with the content is returned beside what came out before it; only the
/// machine's own errors are thrown.
public struct Unpacker {
  let limits: UnpackingLimits
  private let folder: String?
  private var spool: SpoolFile?
  /// Bytes in the spool.
  private var end = 0
  /// Packed bytes that they came of, those of the part at hand excepted.
  private var taken = 0
  /// Used again from member to member.
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var raw: Inflater?

  /// An unpacker that has made no file yet.
  ///
  /// - Parameters:
  ///   - limits: how much may come out.
  ///   - folder: where the spool file lies; nil: in the folder for temporary files.
  public init(limits: UnpackingLimits = UnpackingLimits(), folder: String? = nil) {
    self.limits = limits
    self.folder = folder
  }

  /// Unpacks `file`, which is packed by `packing`.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read or changes meanwhile, or when the
  ///   spool cannot be written.
  public mutating func unpack(_ file: borrowing InputFile, _ packing: Packing) throws(FileError)
    -> Unpacked
  {
    let unpacked =
      switch packing {
      case .gzip: try unpackGzip(file)
      case .zip: try unpackZip(file)
      }
    try file.checkUnchanged()
    return unpacked
  }

  // MARK: - gzip

  /// A gzip file is one or more packed members (RFC 1952, section 2.2), which are one file together.
  private mutating func unpackGzip(_ file: borrowing InputFile) throws(FileError) -> Unpacked {
    guard let inflater = Inflater(.gzip) else { throw noMemory(file) }
    var stretch = begin(0..<file.byteCount)
    defer { finish(stretch) }
    var part = try begin("", packedBytes: file.byteCount)
    do throws(UnpackingFault) {
      repeat {
        inflater.reset()
        try inflate(by: inflater, &stretch, of: file, into: &part)
      } while try nextMember(&stretch, of: file)
    } catch {
      try note(error, in: &part)
    }
    var unpacked = Unpacked()
    unpacked.parts = [part.unpacked]
    return unpacked
  }

  /// Whether a further member begins where one ended.
  private func nextMember(
    _ stretch: inout PackedStretch,
    of file: borrowing InputFile
  ) throws(UnpackingFault) -> Bool {
    guard try fill(&stretch, from: file) else { return false }
    if stretch.buffer[stretch.range.lowerBound] == 0x1F { return true }
    throw .fault("it has \(bytes(stretch.left)) behind the end of its gzip data")
  }

  // MARK: - zip

  private mutating func unpackZip(_ file: borrowing InputFile) throws(FileError) -> Unpacked {
    var unpacked = Unpacked()
    let directory: ZipDirectory
    do throws(UnpackingFault) {
      directory = try ZipDirectory(of: file, limits)
    } catch {
      switch error {
      case .fault(let words): unpacked.faults = [words]
      case .file(let error): throw error
      }
      return unpacked
    }
    unpacked.passedOver = directory.passedOver
    unpacked.faults = directory.faults
    for member in directory.members {
      unpacked.parts.append(try unpack(member, of: file))
    }
    return unpacked
  }

  private mutating func unpack(
    _ member: ZipMember,
    of file: borrowing InputFile
  ) throws(FileError) -> UnpackedPart {
    var part = try begin(member.name, packedBytes: member.data.count)
    if let fault = member.fault {
      part.unpacked.fault = fault
      part.unpacked.isLocked = member.isLocked
      return part.unpacked
    }
    var stretch = begin(member.data)
    defer { finish(stretch) }
    part.promised = member.byteCount
    do throws(UnpackingFault) {
      switch member.method {
      case .stored: try copy(&stretch, of: file, into: &part)
      case .deflated:
        let inflater = raw ?? Inflater(.none)
        guard let inflater else { throw .file(noMemory(file)) }
        raw = inflater
        inflater.reset()
        try inflate(by: inflater, &stretch, of: file, into: &part)
      }
      guard stretch.left == 0, part.count == member.byteCount else {
        throw .fault("it is of another size than the archive says")
      }
      guard part.checksum.value == member.checksum else {
        throw .fault("it is damaged: its checksum (CRC-32) does not fit")
      }
    } catch {
      try note(error, in: &part)
    }
    return part.unpacked
  }

  // MARK: - Bytes on their way

  /// A part while it is unpacked.
  private struct Part {
    var unpacked: UnpackedPart
    /// The size that the archive promises; more is refused at once.
    var promised = Int.max
    var checksum = Checksum()

    var count: Int { unpacked.bytes.count }
  }

  private mutating func begin(_ name: String, packedBytes: Int) throws(FileError) -> Part {
    let spool = if let made = self.spool { made } else { try SpoolFile(in: folder) }
    self.spool = spool
    if output.isEmpty { output = [UInt8](repeating: 0, count: 4 * PackedStretch.capacity) }
    return Part(
      unpacked: UnpackedPart(
        name: name,
        spool: spool,
        bytes: end..<end,
        packedByteCount: packedBytes
      )
    )
  }

  private mutating func begin(_ range: Range<Int>) -> PackedStretch {
    var buffer: [UInt8] = []
    swap(&buffer, &input)
    return PackedStretch(range, buffer: buffer)
  }

  private mutating func finish(_ stretch: PackedStretch) {
    taken += stretch.taken
    input = stretch.buffer
  }

  /// Keeps the fault, and what came out before it.
  private mutating func note(_ stop: UnpackingFault, in part: inout Part) throws(FileError) {
    switch stop {
    case .fault(let words): part.unpacked.fault = words
    case .file(let error): throw error
    }
  }

  /// Sees to it that bytes are at hand; false at the end.
  private func fill(
    _ stretch: inout PackedStretch,
    from file: borrowing InputFile
  ) throws(UnpackingFault) -> Bool {
    do throws(FileError) { return try stretch.fill(from: file) } catch { throw .file(error) }
  }

  /// Inflates one stream to its end.
  private mutating func inflate(
    by inflater: Inflater,
    _ stretch: inout PackedStretch,
    of file: borrowing InputFile,
    into part: inout Part
  ) throws(UnpackingFault) {
    while true {
      let isThereMore = try fill(&stretch, from: file)
      // Also asked when all is taken in: zlib may hold what there was no room for.
      let step = inflater.step(stretch.buffer, stretch.range, into: &output)
      stretch.take(step.taken)
      try deliver(step.given, after: stretch.taken, into: &part)
      switch step.state {
      case .ended: return
      case .goesOn where step.taken + step.given > 0: continue
      case .goesOn where !isThereMore: throw .fault("its packed data end too early")
      case .goesOn, .damaged: throw .fault("its packed data are damaged")
      }
    }
  }

  /// Passes bytes on that are stored as they are.
  private mutating func copy(
    _ stretch: inout PackedStretch,
    of file: borrowing InputFile,
    into part: inout Part
  ) throws(UnpackingFault) {
    while try fill(&stretch, from: file) {
      let count = stretch.range.count
      output.replaceSubrange(0..<count, with: stretch.buffer[stretch.range])
      stretch.take(count)
      try deliver(count, after: stretch.taken, into: &part)
    }
  }

  /// Puts the first `count` bytes of ``output`` into the spool, if the limits allow for them.
  private mutating func deliver(
    _ count: Int,
    after packed: Int,
    into part: inout Part
  ) throws(UnpackingFault) {
    guard count > 0 else { return }
    let size = part.count + count
    guard size <= part.promised else {
      throw .fault("it is of another size than the archive says")
    }
    // Of many small bombs each may pass; what they come to together may not.
    guard isLikely(size, of: packed), isLikely(end + count, of: taken + packed) else {
      throw .fault(
        "it unpacks to more than \(limits.ratio) times its size, as no roster does; unpack it by "
          + "hand if it is one"
      )
    }
    guard size <= limits.fileBytes else {
      throw .fault("it unpacks to more than \(limits.fileBytes >> 30) GiB; unpack it by hand")
    }
    guard end + count <= limits.totalBytes else {
      throw .fault(
        "the packed files come to more than \(limits.totalBytes >> 30) GiB; unpack them by hand"
      )
    }
    do throws(FileError) {
      try part.unpacked.spool.append(output.span.extracting(0..<count))
    } catch {
      throw .file(error)
    }
    part.checksum.take(output.span.extracting(0..<count))
    end += count
    part.unpacked.bytes = part.unpacked.bytes.lowerBound..<end
  }

  /// Whether so many bytes may come of so many packed ones.
  private func isLikely(_ count: Int, of packed: Int) -> Bool {
    count <= limits.ratioFreeBytes || count / limits.ratio <= packed
  }

  private func noMemory(_ file: borrowing InputFile) -> FileError {
    FileError(.failed, tried: "unpack", path: file.path, answer: "there is not enough memory")
  }
}

extension Unpacker {
  /// The names of the members of a zip archive, which tell whether it is a document; none where its
  /// directory is damaged.
  ///
  /// - Throws: ``SafeFiles/FileError`` when the file cannot be read.
  public func memberNames(ofZip file: borrowing InputFile) throws(FileError) -> [String] {
    do throws(UnpackingFault) {
      let directory = try ZipDirectory(of: file, limits)
      return directory.members.map(\.name) + directory.passedOver.map(\.name)
    } catch {
      switch error {
      case .fault: return []
      case .file(let error): throw error
      }
    }
  }
}

/// `1 byte`, `2 bytes`.
private func bytes(_ count: Int) -> String { "\(count) byte\(count == 1 ? "" : "s")" }
