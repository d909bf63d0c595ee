/// A zip archive put together byte by byte (APPNOTE 6.3.10), so that a test can say anything in it
/// that a true archive would not.
package struct Archive {
  /// One member, as its two headers and its data have it.
  package struct Member {
    /// The name's bytes.
    package var name: [UInt8]
    /// What it holds.
    package var content: [UInt8]
    /// 8: deflated; anything else: as it is.
    package var method = 8
    /// General purpose flags.
    package var flags = 0
    /// Version made by; the upper byte is the maker's system.
    package var madeBy = 0x031E
    /// External attributes; a Unix's mode is in the upper half.
    package var attributes = 0
    /// The CRC-32 in the headers; nil: the true one.
    package var checksum: UInt32?
    /// The unpacked size in the headers; nil: the true one.
    package var byteCount: Int?
    /// The name in the local header; nil: the same.
    package var localName: [UInt8]?
    /// Whether the numbers stand behind the data, and zeros before (flag bit 3).
    package var hasDescriptor = false
    /// Whether sizes and offset stand in the zip64 field.
    package var isLong = false
    /// Where the directory says that its header is; it is then not written itself.
    package var offset: Int?

    /// A member like those of any tool.
    package init(_ name: String, _ content: String) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }
  }

  /// In the order of the directory.
  package var members: [Member]
  /// Stands behind the end record.
  package var comment: [UInt8] = []
  /// Whether the end is a zip64 one, with all numbers of the short one full.
  package var isLong = false
  /// The number of members that the end tells; nil: the true one.
  package var count: Int?
  /// The number of the disk that the end tells.
  package var disk = 0

  /// An archive of these members.
  package init(_ members: [Member]) { self.members = members }

  /// An archive of texts by name, in the order of the names.
  package init(_ files: [String: String]) {
    members = files.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) }
  }

  /// The archive.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    var places: [(offset: Int, packed: Int)] = []
    for member in members {
      var flags = member.flags
      if member.hasDescriptor { flags |= 8 }
      let packed = member.method == 8 ? deflated(member.content) : member.content
      let sum = Int(member.checksum ?? crc(member.content))
      let size = member.byteCount ?? member.content.count
      if let offset = member.offset {
        places.append((offset, packed.count))
      } else {
        places.append((bytes.count, packed.count))
        let isDescribed = member.hasDescriptor
        bytes.append(0x0403_4B50, bytes: 4)
        bytes.append(member.isLong ? 45 : 20, bytes: 2)
        bytes.append(flags, bytes: 2)
        bytes.append(member.method, bytes: 2)
        bytes.append(0x5A21_0000, bytes: 4)
        bytes.append(isDescribed ? 0 : sum, bytes: 4)
        bytes.append(member.isLong ? 0xFFFF_FFFF : isDescribed ? 0 : packed.count, bytes: 4)
        bytes.append(member.isLong ? 0xFFFF_FFFF : isDescribed ? 0 : size, bytes: 4)
        let name = member.localName ?? member.name
        bytes.append(name.count, bytes: 2)
        bytes.append(member.isLong ? 20 : 0, bytes: 2)
        bytes += name
        if member.isLong {
          bytes.append(1, bytes: 2)
          bytes.append(16, bytes: 2)
          bytes.append(isDescribed ? 0 : size, bytes: 8)
          bytes.append(isDescribed ? 0 : packed.count, bytes: 8)
        }
        bytes += packed
        if isDescribed {
          bytes.append(0x0807_4B50, bytes: 4)
          bytes.append(sum, bytes: 4)
          bytes.append(packed.count, bytes: member.isLong ? 8 : 4)
          bytes.append(size, bytes: member.isLong ? 8 : 4)
        }
      }
      let (offset, packedCount) = places[places.count - 1]
      directory.append(0x0201_4B50, bytes: 4)
      directory.append(member.madeBy, bytes: 2)
      directory.append(member.isLong ? 45 : 20, bytes: 2)
      directory.append(flags, bytes: 2)
      directory.append(member.method, bytes: 2)
      directory.append(0x5A21_0000, bytes: 4)
      directory.append(sum, bytes: 4)
      directory.append(member.isLong ? 0xFFFF_FFFF : packedCount, bytes: 4)
      directory.append(member.isLong ? 0xFFFF_FFFF : size, bytes: 4)
      directory.append(member.name.count, bytes: 2)
      directory.append(member.isLong ? 28 : 0, bytes: 2)
      directory.append(0, bytes: 6)  // comment, disk, internal attributes
      directory.append(member.attributes, bytes: 4)
      directory.append(member.isLong ? 0xFFFF_FFFF : offset, bytes: 4)
      directory += member.name
      if member.isLong {
        directory.append(1, bytes: 2)
        directory.append(24, bytes: 2)
        directory.append(size, bytes: 8)
        directory.append(packedCount, bytes: 8)
        directory.append(offset, bytes: 8)
      }
    }
    let start = bytes.count
    bytes += directory
    let number = count ?? members.count
    if isLong {
      let end = bytes.count
      bytes.append(0x0606_4B50, bytes: 4)
      bytes.append(44, bytes: 8)
      bytes.append(45, bytes: 2)
      bytes.append(45, bytes: 2)
      bytes.append(disk, bytes: 4)
      bytes.append(0, bytes: 4)
      for value in [number, number, directory.count, start] { bytes.append(value, bytes: 8) }
      bytes.append(0x0706_4B50, bytes: 4)
      bytes.append(0, bytes: 4)
      bytes.append(end, bytes: 8)
      bytes.append(1, bytes: 4)
    }
    bytes.append(0x0605_4B50, bytes: 4)
    bytes.append(isLong ? 0xFFFF : disk, bytes: 2)
    bytes.append(isLong ? 0xFFFF : 0, bytes: 2)
    bytes.append(isLong ? 0xFFFF : number, bytes: 2)
    bytes.append(isLong ? 0xFFFF : number, bytes: 2)
    bytes.append(isLong ? 0xFFFF_FFFF : directory.count, bytes: 4)
    bytes.append(isLong ? 0xFFFF_FFFF : start, bytes: 4)
    bytes.append(comment.count, bytes: 2)
    return bytes + comment
  }
}
