import SafeFiles

/// The end of an archive, which says where its directory is (APPNOTE, sections 4.3.14 to 4.3.16).
struct ZipEnd {
  /// Where the directory is in the file.
  let directory: Range<Int>
  /// How many members it has.
  let count: Int

  /// Bytes of the record without its comment.
  private static let fixedCount = 22
  /// The longest comment.
  private static let commentLimit = 0xFFFF
  private static let locatorCount = 20
  private static let longFixedCount = 56

  /// Looks for it from the end of the file: a record whose comment ends with the file.
  init(of file: borrowing InputFile) throws(UnpackingFault) {
    let size = file.byteCount
    let start = max(0, size - Self.fixedCount - Self.commentLimit)
    let tail = try file.bytes(in: start..<size)
    var position = tail.count - Self.fixedCount
    while position >= 0, !Self.isEnd(tail[position...]) { position -= 1 }
    guard position >= 0 else {
      throw .fault(
        "the archive has no directory at its end; it was cut short, or something follows"
      )
    }
    var fields = Fields(tail[position...])
    fields.skip(4)
    var disks = [fields.number(2), fields.number(2)]
    var counts = [fields.number(2), fields.number(2)]
    var length = fields.number(4)
    var offset = fields.number(4)
    var end = start + position

    let locator = position - Self.locatorCount
    if locator >= 0, let place = Self.longEnd(tail[locator..<position]) {
      guard place >= 0, place <= end - Self.locatorCount - Self.longFixedCount else {
        throw .fault("the archive's zip64 end is damaged")
      }
      let bytes = try file.bytes(in: place..<place + Self.longFixedCount)
      var long = Fields(bytes[...])
      guard long.number(4) == 0x0606_4B50,
        place + 12 + long.number(8) == end - Self.locatorCount
      else { throw .fault("the archive's zip64 end is damaged") }
      long.skip(4)  // versions
      let (longDisks, longCounts) = (
        [long.number(4), long.number(4)], [long.number(8), long.number(8)]
      )
      let (longLength, longOffset) = (long.number(8), long.number(8))
      let agrees =
        zip(disks + counts, longDisks + longCounts).allSatisfy { $0 == 0xFFFF || $0 == $1 }
        && (length == 0xFFFF_FFFF || length == longLength)
        && (offset == 0xFFFF_FFFF || offset == longOffset)
      guard agrees else { throw .fault("the archive's two ends differ") }
      (disks, counts, length, offset) = (longDisks, longCounts, longLength, longOffset)
      end = place
    }
    guard disks == [0, 0], counts[0] == counts[1] else {
      throw .fault("it is one of several parts of an archive; join them, or unpack them by hand")
    }
    guard offset <= end, length == end - offset else {
      throw .fault("the archive's directory is not where its end says")
    }
    directory = offset..<end
    count = counts[0]
  }

  private static func isEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    var fields = Fields(bytes)
    guard fields.number(4) == 0x0605_4B50 else { return false }
    fields.skip(16)
    return fields.number(2) == bytes.count - fixedCount
  }

  /// Where a zip64 locator says that the longer record is; nil if these bytes are no locator.
  private static func longEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var fields = Fields(bytes)
    guard fields.number(4) == 0x0706_4B50 else { return nil }
    fields.skip(4)
    return fields.number(8)
  }
}
