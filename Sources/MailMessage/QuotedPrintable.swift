/// Appends `text` as quoted-printable (RFC 2045, section 6.7): CRLF line ends, lines of at most 76
/// octets, blanks at line ends encoded.
///
/// Beyond the RFC, a line never begins with a dot (SMTP's end of data, RFC 5321, section 4.5.2) or
/// with `From ` (mbox, RFC 4155): they become `=2E` and `=46rom`.
///
/// - Parameters:
///   - text: UTF-8; lines end with LF or CRLF.
///   - bytes: where to.
func appendQuotedPrintable(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
  let count = text.count
  var index = 0
  var column = 0
  while index < count {
    // A soft break takes the last octet of a line.
    let limit = min(count, index + 75 - column)
    let start = index
    if column == 0, mustHide(text, index) {
      putEscape(text[index], to: &bytes)
      column = 3
      index += 1
      continue
    }
    while index < limit, isLiteral(text[index]) { index += 1 }
    if index > start {
      // A blank at the end of the run may be at the end of the line: leave it for below.
      if text[index - 1] == 0x20, index == count || isLineEnd(text, index) { index -= 1 }
      bytes.append(text, start..<index)
      column += index - start
      if index == count { return }
    }
    let byte = text[index]
    if isLineEnd(text, index) {
      bytes.append(0x0D)
      bytes.append(0x0A)
      index += byte == 0x0D ? 2 : 1
      column = 0
    } else if column == 75 || (column > 72 && !isLiteral(byte)) {
      bytes.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
      column = 0
    } else if !isLiteral(byte) || byte == 0x20 {
      if column > 72 {
        bytes.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
        column = 0
      }
      putEscape(byte, to: &bytes)
      column += 3
      index += 1
    }
  }
}

/// Whether `byte` may be written as it is. A blank at the end of a line may not.
@inline(__always) private func isLiteral(_ byte: UInt8) -> Bool {
  byte &- 0x20 < 0x5F && byte != UInt8(ascii: "=")
}

@inline(__always) private func isLineEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
  text[index] == 0x0A
    || (text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A)
}

/// Whether the text at `index` must be escaped at the start of a line: a dot, or `From `.
private func mustHide(_ text: Span<UInt8>, _ index: Int) -> Bool {
  if text[index] == UInt8(ascii: ".") { return true }
  guard text[index] == UInt8(ascii: "F"), index + 4 < text.count else { return false }
  return text[index + 1] == UInt8(ascii: "r") && text[index + 2] == UInt8(ascii: "o")
    && text[index + 3] == UInt8(ascii: "m") && text[index + 4] == 0x20
}

private func putEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "="))
  bytes.append(hexDigit(byte >> 4))
  bytes.append(hexDigit(byte & 15))
}
