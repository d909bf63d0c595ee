import Bytes
import PositionedJSON
import Roster

/// The unit of work: bytes of one file that hold whole records, and what was walked of them.
///
/// ``ChunkSource`` fills it, ``ChunkWalk`` walks it on any thread, ``ChunkStore`` takes the records
/// out of it in the order of the export. Then the memory is used for a later chunk.
struct Chunk: Sendable {
  /// Where a chunk begins, or the next one goes on.
  enum Boundary: Sendable {
    /// Between two values at the top of the file, such as two lines of NDJSON.
    case documents
    /// Between two elements of an array at the top of the file.
    case array
    /// Between two records of a list in an object: `{"data":[{…}` and `,{…}],"links":[]}`.
    case page
  }

  /// How many bytes a chunk has, if records are not longer: 512 KiB. That is few enough to stay in
  /// the processor's cache, and many enough that handing a chunk over costs nothing.
  static let size = 512 << 10
  /// The longest record: 1 MiB (`WhatIsRead.md`, section 2).
  static let recordLimit = 1 << 20

  /// The bytes that everything else points into; the first ``end`` of them are the file's.
  var bytes: [UInt8] = []
  var end = 0
  /// The file's number.
  var file = 0
  /// Bytes of the file before the first of ``bytes``.
  var base = 0
  var start = Boundary.documents
  /// Where the next chunk of the file goes on; nil if this is the last one.
  var next: Boundary?
  /// Whether ``next`` is a guess, which only a walk can confirm.
  var isGuess = false

  /// What was walked.
  var batch = RecordBatch()
  /// Which fields came after which in earlier chunks in this memory.
  var trail = FieldTrail()

  /// How many bytes the byte order mark has that the chunk begins with: 3 at the start of a file
  /// that has one, else 0.
  var markLength: Int {
    base == 0 ? ByteOrderMark.length(in: bytes.span.extracting(0..<end)) : 0
  }

  /// Whether the file ends with this chunk.
  var isLast: Bool { next == nil }
}
