import Roster
import SafeFiles

/// Cuts the files of an export into chunks that hold whole records.
///
/// A file of up to eight times a chunk's size, 4 MiB, is one chunk; most list pages are. A larger
/// one is cut in one of two ways:
///
/// - *At lines*, as long as a line ends with `}` and the next one begins with `{`, as in NDJSON.
///   Nothing else of the bytes is looked at, so this costs nothing. In good JSON an object that
///   ends a line before one that begins the next is at the top; in bad JSON it need not be, and the
///   walk of the chunk finds out: it ends between two values, or the cut was wrong.
/// - *Between records*, as ``RecordFrames`` finds them: list pages, arrays, lists by name in one
///   object, values with white space in them, and whatever was cut at lines wrongly.
struct ChunkSource: ~Copyable {
  /// Up to how many times the size of a chunk a file is one chunk.
  private static let wholeFile = 8

  private let entries: [ExportListing.Entry]
  /// Bytes of a chunk.
  private let size: Int
  /// The next entry to open.
  private var following = 0
  /// The file at hand, of which more is to come.
  private var file: ExportFile?
  /// Where in the file the next chunk begins, and what is there.
  private var base = 0
  private var start = Chunk.Boundary.documents
  /// Where records end, if the file at hand is not cut at lines.
  private var frames: RecordFrames?
  private var isCutAtLines = true

  /// A source of everything in `entries`.
  init(_ entries: [ExportListing.Entry], size: Int) {
    self.entries = entries
    self.size = size
  }

  /// Goes back to the byte `base` of a file, where a chunk begins that was cut at a line wrongly, to
  /// cut the file between records from there on.
  ///
  /// - Throws: ``SafeFiles/FileError`` when the file cannot be opened.
  mutating func goBack(to base: Int, of file: Int) throws(FileError) {
    self.file = try ExportFile(entries[file].file)
    following = file + 1
    self.base = base
    start = .documents
    frames = nil
    isCutAtLines = false
  }

  /// Reads the next chunk.
  ///
  /// - Returns: false when there are no more.
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read, or changed meanwhile.
  mutating func next(into chunk: inout Chunk) throws(FileError) -> Bool {
    guard try openFile() else { return false }
    chunk.file = following - 1
    chunk.base = base
    chunk.start = start
    chunk.end = 0
    let byteCount = entries[chunk.file].file.byteCount
    let isSmall = base == 0 && byteCount / ChunkSource.wholeFile < size
    var wanted = isSmall ? byteCount : size
    while true {
      // One byte more than there are shows that there are no more.
      if try readOn(to: wanted + 1, in: &chunk) { return try endFile(with: &chunk) }
      if isCutAtLines {
        if let end = lineEnd(in: chunk) {
          cut(&chunk, at: end, .documents)
          return true
        }
        isCutAtLines = false
      }
      if let cut = findCut(in: chunk) {
        self.cut(&chunk, at: cut.end, cut.next)
        frames?.drop(to: cut.end)
        return true
      }
      if hasNoCut(chunk) { return try endFile(with: &chunk) }
      wanted = chunk.end + size
    }
  }

  /// Opens the next file if there is none at hand; false if there is none to open.
  private mutating func openFile() throws(FileError) -> Bool {
    if file != nil { return true }
    while following < entries.count, !entries[following].isAnswer { following += 1 }
    guard following < entries.count else { return false }
    file = try ExportFile(entries[following].file)
    following += 1
    base = 0
    start = .documents
    frames = nil
    isCutAtLines = true
    return true
  }

  /// Makes `chunk` the last one of its file.
  private mutating func endFile(with chunk: inout Chunk) throws(FileError) -> Bool {
    try file?.checkUnchanged()
    file = nil
    chunk.next = nil
    chunk.isGuess = false
    return true
  }

  /// Ends `chunk` at a byte of it, where the next one goes on.
  private mutating func cut(_ chunk: inout Chunk, at end: Int, _ next: Chunk.Boundary) {
    chunk.end = end
    chunk.next = next
    chunk.isGuess = isCutAtLines
    base += end
    start = next
  }

  /// Reads on until `chunk` has `count` bytes.
  ///
  /// - Returns: whether the file ends before.
  private mutating func readOn(to count: Int, in chunk: inout Chunk) throws(FileError) -> Bool {
    if chunk.bytes.count < count {
      chunk.bytes.append(contentsOf: repeatElement(0, count: count - chunk.bytes.count))
    }
    while chunk.end < count {
      let read =
        try file?.read(
          into: &chunk.bytes,
          from: chunk.end,
          at: base + chunk.end,
          limit: count - chunk.end
        ) ?? 0
      if read == 0 { return true }
      chunk.end += read
    }
    return false
  }

  /// Where records end that `chunk` may be cut between.
  private mutating func findCut(
    in chunk: borrowing Chunk
  ) -> (end: Int, next: Chunk.Boundary)? {
    var frames = self.frames ?? RecordFrames(from: chunk.markLength)
    frames.scan(chunk.bytes.span.extracting(0..<chunk.end))
    self.frames = frames
    return frames.stray == nil ? frames.cut : nil
  }

  /// Whether more bytes would not help: something is longer than a record may be, or it is no JSON
  /// and what is there is all that the walk looks at.
  private func hasNoCut(_ chunk: borrowing Chunk) -> Bool {
    if let stray = frames?.stray { return chunk.end - stray > SavedAnswer.limit }
    return chunk.end > 2 * Chunk.recordLimit + size
  }

  /// Where the last line begins that may be an object's, after one that may have been.
  private func lineEnd(in chunk: borrowing Chunk) -> Int? {
    var start = chunk.end - 1
    while start > 1 {
      if chunk.bytes[start] == UInt8(ascii: "{"), chunk.bytes[start - 1] == 0x0A {
        let before = chunk.bytes[start - 2]
        if before == UInt8(ascii: "}") { return start }
        if before == 0x0D, start > 2, chunk.bytes[start - 3] == UInt8(ascii: "}") { return start }
      }
      start -= 1
    }
    return nil
  }
}
