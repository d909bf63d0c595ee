/// One file of an archive, as its directory describes it.
struct ZipMember: Sendable {
  /// How its bytes are kept.
  enum Method: Sendable {
    /// As they are (0).
    case stored
    /// Deflated (8).
    case deflated
  }

  /// Its name; checked by ``MemberName``.
  var name: String
  var method = Method.stored
  /// Where its packed bytes are in the archive.
  var data = 0..<0
  /// Its size when it is unpacked, in bytes.
  var byteCount = 0
  /// The CRC-32 of its unpacked bytes.
  var checksum: UInt32 = 0
  /// Why it cannot be unpacked, in words.
  var fault: String?
  /// Whether a password protects it.
  var isLocked = false
}

/// An entry of a zip's directory, number by number (APPNOTE, section 4.3.12).
struct ZipEntry {
  /// Bytes of an entry before its name.
  static let fixedCount = 46
  /// `PK\1\2`.
  static let mark = 0x0201_4B50

  let madeBy: Int
  let flags: Int
  let method: Int
  let checksum: UInt32
  var packedByteCount: Int
  var byteCount: Int
  /// Where its local header is in the file.
  var offset: Int
  let attributes: Int
  let name: ArraySlice<UInt8>

  /// The next entry of a directory; nil if there is no whole one.
  init?(_ fields: inout Fields) {
    guard fields.left >= Self.fixedCount, fields.number(4) == Self.mark else { return nil }
    madeBy = fields.number(2)
    fields.skip(2)  // version needed
    flags = fields.number(2)
    method = fields.number(2)
    fields.skip(4)  // time and date
    checksum = UInt32(fields.number(4))
    packedByteCount = fields.number(4)
    byteCount = fields.number(4)
    let nameCount = fields.number(2)
    let extraCount = fields.number(2)
    let commentCount = fields.number(2)
    fields.skip(4)  // disk, internal attributes
    attributes = fields.number(4)
    offset = fields.number(4)
    guard fields.left >= nameCount + extraCount + commentCount else { return nil }
    name = fields.slice(nameCount)
    let extra = fields.slice(extraCount)
    fields.skip(commentCount)
    guard takeLongNumbers(from: Fields(extra)) else { return nil }
  }

  /// Takes the numbers that do not fit into four bytes from the zip64 field (section 4.5.3): there
  /// are those alone whose place says so, in a fixed order. False if one is missing.
  private mutating func takeLongNumbers(from extra: Fields) -> Bool {
    let long = 0xFFFF_FFFF
    guard byteCount == long || packedByteCount == long || offset == long else { return true }
    var extra = extra
    while extra.left >= 4 {
      let kind = extra.number(2)
      let count = extra.number(2)
      var field = Fields(extra.slice(count))
      guard kind == 1 else { continue }
      if byteCount == long {
        guard field.left >= 8 else { return false }
        byteCount = field.number(8)
      }
      if packedByteCount == long {
        guard field.left >= 8 else { return false }
        packedByteCount = field.number(8)
      }
      if offset == long {
        guard field.left >= 8 else { return false }
        offset = field.number(8)
      }
      return true
    }
    return false
  }

  /// Whether it is kept encrypted (flag bit 0).
  var isEncrypted: Bool { flags & 1 != 0 }
  /// Whether its sizes and checksum are after its data (flag bit 3), not in its local header.
  var hasDescriptor: Bool { flags & 8 != 0 }
  /// Whether its name is UTF-8 (flag bit 11).
  var isUTF8: Bool { flags & 0x800 != 0 }

  /// What kind of thing it is, if its maker was a Unix (host 3, or 19 for macOS) and said so; nil
  /// for a file.
  var specialKind: String? {
    guard madeBy >> 8 == 3 || madeBy >> 8 == 19 else { return nil }
    switch attributes >> 16 & 0o170000 {
    case 0o120000: return "a link"
    case 0o010000: return "a fifo"
    case 0o140000: return "a socket"
    case 0o020000, 0o060000: return "a device"
    default: return nil
    }
  }
}
