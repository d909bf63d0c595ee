public import Roster
public import SafeFiles

/// One file of an export, open for reading: at its path, or unpacked in the spool.
struct ExportFile: ~Copyable {
  private enum Bytes: ~Copyable {
    case file(InputFile)
    case unpacked(UnpackedBytes)
  }

  private let bytes: Bytes
  private let path: String
  /// Where reading on begins, in bytes from the start of the file.
  private var position = 0

  /// - Parameters:
  ///   - file: how it is called, and where its bytes are.
  ///   - position: where reading on begins, in bytes from the start of the file.
  /// - Throws: ``SafeFiles/FileError`` when the file is not there or cannot be opened.
  init(_ file: SourceFile, at position: Int = 0) throws(FileError) {
    path = file.path
    self.position = position
    if let unpacked = file.unpacked {
      bytes = .unpacked(unpacked)
    } else {
      bytes = .file(try InputFile(file.path))
    }
  }

  /// Reads on, into `buffer` from `start` to its end.
  ///
  /// - Returns: the bytes read; fewer than there is room for only at the end of the file, 0 there.
  /// - Throws: ``SafeFiles/FileError`` (`failed`).
  mutating func read(into buffer: inout [UInt8], from start: Int) throws(FileError) -> Int {
    let count = try read(into: &buffer, from: start, at: position)
    position += count
    return count
  }

  /// Reads at most `limit` bytes from `offset` (bytes from the start of the file), not moving the
  /// reading position.
  ///
  /// - Returns: the bytes read; fewer than asked for, or than there is room for, only at the end of
  ///   the file.
  /// - Throws: ``SafeFiles/FileError`` (`failed`).
  func read(
    into buffer: inout [UInt8],
    from start: Int,
    at offset: Int,
    limit: Int = .max
  ) throws(FileError) -> Int {
    switch bytes {
    case .file(let file):
      return try file.read(into: &buffer, from: start, at: offset, limit: limit)
    case .unpacked(let unpacked):
      do {
        return try unpacked.store.read(
          into: &buffer,
          from: start,
          at: unpacked.range.lowerBound + offset,
          limit: min(limit, max(0, unpacked.range.count - offset))
        )
      } catch let error as FileError {
        throw error
      } catch {
        throw FileError(.failed, tried: "read", path: path, answer: "\(error)")
      }
    }
  }

  /// Makes sure that the file is still what was read. What was unpacked cannot change: no other
  /// program has it, and the archive was looked at again when all of it was out.
  ///
  /// - Throws: ``SafeFiles/FileError`` (`failed`) when it changed meanwhile.
  func checkUnchanged() throws(FileError) {
    switch bytes {
    case .file(let file): try file.checkUnchanged()
    case .unpacked: break
    }
  }
}

/// What was unpacked is read again for places and copies as long as the roster is there.
extension SpoolFile: ByteStore {}
