internal import SafeFiles

/// The rows of a CSV file of a bundle (RFC 4180), one at a time, and the hash of what was read.
///
/// A row is its bytes, line end included: two rows that say the same are the same bytes, since one
/// program wrote both. Memory does not grow with the file.
struct RowReader: ~Copyable {
  /// The row that ``next()`` found; empty at the end.
  private(set) var row: [UInt8] = []
  private var file: InputFile
  private var digest = RunningDigest()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var line = 0

  /// The most bytes a row may have; no field of a bundle is longer than 64 KiB.
  private static let byteLimit = 1 << 20

  init(_ path: String) throws(FileError) {
    file = try InputFile(path)
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `FileError` (`failed`) where a row does not end.
  mutating func next() throws(FileError) -> Bool {
    row.removeAll(keepingCapacity: true)
    line += 1
    var isQuoted = false
    while true {
      var index = start
      while index < end {
        let byte = buffer[index]
        index += 1
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else if byte == 0x0A, !isQuoted {
          row.append(contentsOf: buffer[start..<index])
          start = index
          return true
        }
      }
      row.append(contentsOf: buffer[start..<end])
      guard row.count <= Self.byteLimit else { throw fault("it does not end") }
      start = 0
      end = try file.read(into: &buffer, from: 0)
      // Taken out, since the span borrows from the whole reader.
      var digest = digest
      digest.update(buffer.span.extracting(..<end))
      self.digest = digest
      guard end == 0 else { continue }
      guard row.isEmpty else { throw fault(isQuoted ? "a quote is not closed" : "it is cut off") }
      return false
    }
  }

  /// The SHA-256 of the file, once ``next()`` found no more.
  ///
  /// - Throws: `FileError` (`failed`) when the file changed in the meantime.
  func sha256() throws(FileError) -> String {
    try file.checkUnchanged()
    return digest.hex
  }

  /// An error about the row that was read last.
  func fault(_ answer: String) -> FileError {
    FileError(.failed, tried: "compare", path: file.path, answer: "row \(line): \(answer)")
  }
}
