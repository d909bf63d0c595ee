import SafeFiles

/// The header right before a member's data, held against the directory (APPNOTE, section 4.3.7).
struct ZipLocalHeader {
  /// Where the member's packed bytes are in the file.
  let data: Range<Int>
  /// How it differs from the directory, in words.
  let fault: String?

  private static let fixedCount = 30

  /// - Parameters:
  ///   - entry: the member as the directory has it.
  ///   - file: the archive.
  ///   - limit: where the directory begins; no member reaches into it.
  /// - Throws: a fault when there is no header at the offset that the directory names.
  init(of entry: ZipEntry, in file: borrowing InputFile, before limit: Int) throws(UnpackingFault) {
    let missing = UnpackingFault.fault(
      "the archive's directory names a member that is not in the archive"
    )
    guard entry.offset <= limit - Self.fixedCount else { throw missing }
    let count = min(Self.fixedCount + entry.name.count, limit - entry.offset)
    let bytes = try file.bytes(in: entry.offset..<entry.offset + count)
    var fields = Fields(bytes[...])
    guard fields.number(4) == 0x0403_4B50 else { throw missing }
    fields.skip(2)  // version needed
    let flags = fields.number(2)
    let method = fields.number(2)
    fields.skip(4)  // time and date
    let checksum = UInt32(fields.number(4))
    let sizes = [fields.number(4), fields.number(4)]
    let nameCount = fields.number(2)
    let extraCount = fields.number(2)
    let start = entry.offset + Self.fixedCount + nameCount + extraCount
    guard start <= limit, entry.packedByteCount <= limit - start else { throw missing }
    data = start..<start + entry.packedByteCount

    let saysTheSame =
      method == entry.method && (flags ^ entry.flags) & 0x809 == 0
      && fields.slice(entry.name.count) == entry.name && nameCount == entry.name.count
    // With a descriptor behind the data, the numbers here are zero, or right all the same.
    let isChecksumKnown = !entry.hasDescriptor || checksum != 0
    let agrees =
      zip(sizes, [entry.packedByteCount, entry.byteCount]).allSatisfy { here, there in
        here == there || here == 0xFFFF_FFFF || entry.hasDescriptor && here == 0
      }
    fault =
      saysTheSame && agrees && (!isChecksumKnown || checksum == entry.checksum)
      ? nil : "its header and the archive's directory differ; pack it again"
  }
}
