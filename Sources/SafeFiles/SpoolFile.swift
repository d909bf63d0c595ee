import CSystemCalls

/// A private file without a name, for what does not fit into memory while a run lasts.
///
/// No other process can open it, and nothing of it is left when the last reference goes,
/// also after a kill. It lies in the folder that `TMPDIR` names, else in `/tmp`. Bytes are appended,
/// and read again at any offset, from any thread.
public final class SpoolFile: Sendable {
  private let folder: String
  private let descriptor: Int32

  /// An empty file.
  ///
  /// - Parameter folder: where; nil: in the folder for temporary files.
  /// - Throws: ``FileError`` (`failed`) when no file can be made there.
  public init(in folder: String? = nil) throws(FileError) {
    // Safe: the call gives a string of the environment, which this program never changes.
    self.folder = unsafe folder ?? String(cString: system_temporary_folder())
    do {
      descriptor = try Folder.open(self.folder).createNameless()
    } catch {
      throw SpoolFile.failed(error, self.folder)
    }
  }

  deinit { system_close(descriptor) }

  /// Puts `bytes` at the end. Only one thread may do so.
  ///
  /// - Throws: ``FileError`` (`failed`), when the disk is full for instance.
  public func append(_ bytes: Span<UInt8>) throws(FileError) {
    do {
      try checked(write(bytes, to: descriptor))
    } catch {
      throw SpoolFile.failed(error, folder)
    }
  }

  /// Puts what `body` writes at the end, through an output file's buffers.
  ///
  /// - Parameter body: puts the bytes.
  /// - Returns: how many bytes it put.
  /// - Throws: ``FileError`` (`failed`); whatever `body` throws.
  public func append(_ body: (inout OutputFile) throws -> Void) throws -> Int {
    let other: Int32
    do {
      other = try checked(system_duplicate(descriptor))
    } catch {
      throw SpoolFile.failed(error, folder)
    }
    var file = OutputFile(descriptor: other, isHashed: false, path: folder)
    try body(&file)
    return try file.close(as: "").byteCount
  }

  /// Reads at most `limit` bytes into `buffer` from `start` on, from `offset` (bytes from the start
  /// of the file).
  ///
  /// - Returns: the bytes read; fewer than asked for, or than there is room for, only at the end.
  /// - Throws: ``FileError`` (`failed`).
  public func read(
    into buffer: inout [UInt8],
    from start: Int,
    at offset: Int,
    limit: Int
  ) throws(FileError) -> Int {
    precondition(offset >= 0, "an offset counts from the start of the file")
    let count = SafeFiles.read(
      into: &buffer,
      from: start,
      of: descriptor,
      at: Int64(offset),
      limit: limit
    )
    guard count >= 0 else { throw SpoolFile.failed(SystemError(code: Int32(count)), folder) }
    return Int(count)
  }

  private static func failed(_ error: SystemError, _ folder: String) -> FileError {
    FileError(
      .failed,
      tried: "keep unpacked data in",
      path: folder,
      answer: "\(error.words); TMPDIR names another folder"
    )
  }
}
