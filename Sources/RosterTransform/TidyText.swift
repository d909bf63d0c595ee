internal import FlatTables

/// Appends `text` to `bytes` without the spaces around it, and with one for each run within.
///
/// A space here is any ASCII white space, or the no-break space that pasted text brings along.
func appendTidied(_ text: borrowing Span<UInt8>, to bytes: inout [UInt8]) {
  let start = bytes.count
  var isSpaceDue = false
  var index = 0
  while index < text.count {
    let byte = text[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      isSpaceDue = true
    } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
      isSpaceDue = true
      index += 1
    } else {
      if isSpaceDue, bytes.count > start { bytes.append(0x20) }
      isSpaceDue = false
      bytes.append(byte)
    }
    index += 1
  }
}

/// Cuts `bytes` to at most `limit` bytes at a border between characters, without a space at the
/// end.
///
/// A character that alone is longer than `limit` (a letter under hundreds of marks) is cut
/// between two of its scalars.
func cut(_ bytes: inout [UInt8], to limit: Int) {
  guard bytes.count > limit else { return }
  var length = 0
  for character in String(decoding: bytes, as: UTF8.self) {
    let next = length + character.utf8.count
    if next > limit { break }
    length = next
  }
  if length == 0 {
    length = max(limit, 0)
    while length > 0, bytes[length] & 0xC0 == 0x80 { length -= 1 }
  }
  bytes.removeSubrange(length...)
  while bytes.last == 0x20 { bytes.removeLast() }
}

/// Whether a spreadsheet would run a cell that begins with `bytes` (`=`, TAB or CR).
func startsFormula(_ bytes: some Collection<UInt8>) -> Bool {
  bytes.first == UInt8(ascii: "=") || bytes.first == 0x09 || bytes.first == 0x0D
}
