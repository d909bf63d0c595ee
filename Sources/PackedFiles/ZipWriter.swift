/// The headers of a zip archive, for a writer that puts the members' data between them.
///
/// The same members give the same bytes: the time is the first that zip can tell (1980). All numbers
/// are zip64 ones and come after the data, so that a member's size need not be known before.
package struct ZipWriter: Sendable {
  private var directory: [UInt8] = []
  private var count = 0
  /// Bytes written so far.
  private var position = 0
  private var name: [UInt8] = []
  private var start = 0

  /// 1 January 1980, 0:00.
  private static let time = 0x0021_0000
  /// Numbers after the data (bit 3), names in UTF-8 (bit 11).
  private static let flags = 0x0808
  private static let deflated = 8
  private static let full = 0xFFFF_FFFF

  /// An archive without members.
  package init() {}

  /// The bytes before the raw deflate data of the member `name`.
  package mutating func begin(_ name: String) -> [UInt8] {
    self.name = Array(name.utf8)
    start = position
    var bytes: [UInt8] = []
    bytes.append(0x0403_4B50, size: 4)
    bytes.append(45, size: 2)
    bytes.append(Self.flags, size: 2)
    bytes.append(Self.deflated, size: 2)
    bytes.append(Self.time, size: 4)
    bytes.append(0, size: 4)
    bytes.append(Self.full, size: 4)
    bytes.append(Self.full, size: 4)
    bytes.append(self.name.count, size: 2)
    bytes.append(20, size: 2)
    bytes += self.name
    bytes.append(1, size: 2)
    bytes.append(16, size: 2)
    bytes.append(0, size: 8)
    bytes.append(0, size: 8)
    position += bytes.count
    return bytes
  }

  /// The bytes after them.
  ///
  /// - Parameters:
  ///   - packed: how many bytes of data there were.
  ///   - size: how many they unpack to.
  ///   - checksum: of the unpacked bytes.
  /// - Returns: the numbers that the header before the data does not have.
  package mutating func end(packed: Int, size: Int, _ checksum: Checksum) -> [UInt8] {
    let sum = Int(checksum.value)
    var bytes: [UInt8] = []
    bytes.append(0x0807_4B50, size: 4)
    bytes.append(sum, size: 4)
    bytes.append(packed, size: 8)
    bytes.append(size, size: 8)
    position += packed + bytes.count

    directory.append(ZipEntry.mark, size: 4)
    directory.append(0x032D, size: 2)  // made as on Unix, by version 4.5
    directory.append(45, size: 2)
    directory.append(Self.flags, size: 2)
    directory.append(Self.deflated, size: 2)
    directory.append(Self.time, size: 4)
    directory.append(sum, size: 4)
    directory.append(Self.full, size: 4)
    directory.append(Self.full, size: 4)
    directory.append(name.count, size: 2)
    directory.append(28, size: 2)
    directory.append(0, size: 6)  // comment, disk, internal attributes
    directory.append(0o100600 << 16, size: 4)
    directory.append(Self.full, size: 4)
    directory += name
    directory.append(1, size: 2)
    directory.append(24, size: 2)
    directory.append(size, size: 8)
    directory.append(packed, size: 8)
    directory.append(start, size: 8)
    count += 1
    return bytes
  }

  /// The bytes after the last member: the directory, and its two ends.
  package func close() -> [UInt8] {
    var bytes = directory
    let end = position + bytes.count
    bytes.append(0x0606_4B50, size: 4)
    bytes.append(44, size: 8)
    bytes.append(0x032D, size: 2)
    bytes.append(45, size: 2)
    bytes.append(0, size: 8)  // disks
    for number in [count, count, directory.count, position] { bytes.append(number, size: 8) }
    bytes.append(0x0706_4B50, size: 4)
    bytes.append(0, size: 4)
    bytes.append(end, size: 8)
    bytes.append(1, size: 4)
    bytes.append(0x0605_4B50, size: 4)
    bytes.append(0, size: 4)  // disks
    bytes.append(min(count, 0xFFFF), size: 2)
    bytes.append(min(count, 0xFFFF), size: 2)
    bytes.append(min(directory.count, Self.full), size: 4)
    bytes.append(min(position, Self.full), size: 4)
    bytes.append(0, size: 2)
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number, the least byte first.
  fileprivate mutating func append(_ number: Int, size: Int) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
