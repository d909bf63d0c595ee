public import SafeFiles

/// How a file's content is packed, as its first bytes tell.
public enum Packing: Sendable, Hashable {
  /// One file, packed (RFC 1952).
  case gzip
  /// An archive of files (PKWARE's APPNOTE).
  case zip

  /// The packing of an open file; nil if it is not packed. The file's name has no say.
  ///
  /// Cost: one read of a few bytes.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read.
  public init?(of file: borrowing InputFile) throws(FileError) {
    var head = [UInt8](repeating: 0, count: 4)
    let count = try file.read(into: &head, from: 0, at: 0)
    self.init(head: head.span.extracting(0..<count))
  }

  /// Neither can be the beginning of a JSON text.
  init?(head: borrowing Span<UInt8>) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .zip
    } else {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether `bytes` are the first ones.
  fileprivate func starts(with bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    for index in bytes.indices where self[index] != bytes[index] { return false }
    return true
  }
}
