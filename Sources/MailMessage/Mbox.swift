/// Many mails in one file, as mail programs import them: mboxrd (RFC 4155, appendix A, with the
/// quoting that can be undone).
public enum Mbox {
  /// Appends one mail: the separator line, the mail with LF line ends, a blank line.
  ///
  /// A line that begins with `From `, after any number of `>`, gets one more `>`. Our own bodies
  /// hold none, see ``TransferEncoding``.
  ///
  /// - Parameter mail: a finished mail with CRLF line ends.
  public static func append(_ mail: Span<UInt8>, of series: MailSeries, to bytes: inout [UInt8]) {
    bytes.put("From \(series.from.address) \(series.date.mboxText)\n")
    var isLineStart = true
    for index in mail.indices {
      if isLineStart, isSeparatorLike(mail, index) { bytes.append(UInt8(ascii: ">")) }
      let byte = mail[index]
      if byte == 0x0D, index + 1 < mail.count, mail[index + 1] == 0x0A { continue }
      bytes.append(byte)
      isLineStart = byte == 0x0A
    }
    bytes.append(0x0A)
  }

  private static func isSeparatorLike(_ mail: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < mail.count, mail[index] == UInt8(ascii: ">") { index += 1 }
    guard index + 4 < mail.count, mail[index] == UInt8(ascii: "F") else { return false }
    return mail[index + 1] == UInt8(ascii: "r") && mail[index + 2] == UInt8(ascii: "o")
      && mail[index + 3] == UInt8(ascii: "m") && mail[index + 4] == 0x20
  }
}
