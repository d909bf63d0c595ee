import CSystemCalls

/// A regular file opened for reading.
///
/// A link as the last part of the path is refused, and so is everything that is no file; opening
/// never waits, not even for a fifo.
public struct InputFile: ~Copyable {
  /// The path it was opened by.
  public let path: String
  private let name: String
  private let folder: Folder?
  private let descriptor: Int32
  /// What it was when it was opened.
  let atOpening: SystemFacts

  /// Opens the file at `path`.
  ///
  /// - Throws: ``FileError``: `missing` when nothing is there, `failed` when it is no regular file
  ///   or cannot be read.
  public init(_ path: String) throws(FileError) {
    try self.init(path, in: nil, path: path)
  }

  /// Opens the file of that name in an open folder; nil: from the working folder.
  init(_ name: String, in folder: Folder?, path: String) throws(FileError) {
    func refusal(_ answer: String) -> FileError {
      FileError(.failed, tried: "open", path: path, answer: answer)
    }
    guard !name.utf8.contains(0) else { throw refusal("a path cannot hold a zero byte") }
    let opened: Int32
    do {
      // Safe: the call reads the name up to its zero and keeps no pointer.
      opened = try checked(unsafe system_open_input(folder?.descriptor ?? system_here, name))
    } catch {
      switch error.answer {
      case .missing, .not_a_folder:
        throw FileError(.missing, tried: "open", path: path, answer: error.words)
      case .link: throw refusal("it is a link; links are not followed")
      default: throw refusal(error.words)
      }
    }
    let facts = system_facts_of(opened)
    guard facts.error == 0, facts.kind == .file else {
      system_close(opened)
      throw refusal(
        facts.error == 0
          ? "it is \(facts.kind.words), not a file" : SystemError(code: facts.error).words
      )
    }
    self.path = path
    self.name = name
    self.folder = folder
    descriptor = opened
    atOpening = facts
  }

  deinit { system_close(descriptor) }

  /// Length in bytes when it was opened.
  public var byteCount: Int { Int(atOpening.size) }

  /// Reads on, into `buffer` from `start` to its end.
  ///
  /// - Returns: the bytes read; fewer than there is room for only at the end of the file, 0 there.
  /// - Throws: ``FileError`` (`failed`).
  public mutating func read(
    into buffer: inout [UInt8],
    from start: Int
  ) throws(FileError) -> Int {
    try fill(&buffer, from: start, offset: -1)
  }

  /// Reads at most `limit` bytes from `offset` (bytes from the start of the file), not moving the
  /// reading position.
  ///
  /// - Returns: the bytes read; fewer than asked for, or than there is room for, only at the end of
  ///   the file.
  /// - Throws: ``FileError`` (`failed`).
  public func read(
    into buffer: inout [UInt8],
    from start: Int,
    at offset: Int,
    limit: Int = .max
  ) throws(FileError) -> Int {
    precondition(offset >= 0, "an offset counts from the start of the file")
    return try fill(&buffer, from: start, offset: Int64(offset), limit: limit)
  }

  private func fill(
    _ buffer: inout [UInt8],
    from start: Int,
    offset: Int64,
    limit: Int = .max
  ) throws(FileError) -> Int {
    let count = SafeFiles.read(
      into: &buffer,
      from: start,
      of: descriptor,
      at: offset,
      limit: limit
    )
    guard count >= 0 else { throw SystemError(code: Int32(count)).failed("read", path) }
    return Int(count)
  }

  /// Makes sure that what was read is what is there: to be called after the last read.
  ///
  /// - Throws: ``FileError`` (`failed`) when size or time of change are not what they were at
  ///   opening, or when another file has the name now.
  public func checkUnchanged() throws(FileError) {
    // Safe: the call reads the path up to its zero and keeps no pointer.
    let atName = unsafe system_facts_at(folder?.descriptor ?? system_here, name)
    guard atOpening.isSame(as: atName) else {
      throw FileError(.failed, tried: "read", path: path, answer: "it changed while it was read")
    }
  }
}

extension SystemFacts {
  /// The same file, untouched. Asked of the name and not of the open file, this answers for both:
  /// the same inode at the same time of change.
  fileprivate func isSame(as other: SystemFacts) -> Bool {
    other.error == 0 && kind == other.kind && device == other.device && inode == other.inode
      && size == other.size && changed_seconds == other.changed_seconds
      && changed_nanoseconds == other.changed_nanoseconds
  }
}

extension SystemKind {
  /// With its article: `a folder`.
  var words: String {
    switch self {
    case .nothing: "nothing"
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a link"
    case .fifo: "a fifo"
    case .socket: "a socket"
    case .device: "a device"
    }
  }
}
