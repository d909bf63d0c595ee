/// Many mails in one file, as mail programs import them: mboxrd (RFC 4155, appendix A, with the
/// quoting that can be undone).
public enum Mbox {
  /// Appends one mail: the separator line, the mail with LF line ends, a blank line.
  ///
  /// A line that begins with `From `, after any number of `>`, gets one more `>`. Our own bodies
  /// hold none, see ``TransferEncoding``.
  ///
  /// - Parameters:
  ///   - mail: a finished mail with CRLF line ends.
  ///   - series: the series it belongs to, whose sender and date the separator bears.
  ///   - bytes: where to.
  public static func append(_ mail: Span<UInt8>, of series: MailSeries, to bytes: inout [UInt8]) {
    bytes.put("From \(series.from.address) \(series.date.mboxText)\n")
    var start = 0
    while start < mail.count {
      var end = start
      while end < mail.count, mail[end] != 0x0A { end += 1 }
      if isSeparatorLike(mail, start) { bytes.append(UInt8(ascii: ">")) }
      let isCRLF = end < mail.count && end > start && mail[end - 1] == 0x0D
      bytes.append(mail, start..<(isCRLF ? end - 1 : end))
      bytes.append(0x0A)
      start = end + 1
    }
    bytes.append(0x0A)
  }

  private static func isSeparatorLike(_ mail: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < mail.count, mail[index] == UInt8(ascii: ">") { index += 1 }
    return index < mail.count && mail[index] == UInt8(ascii: "F") && mail.has("From ", at: index)
  }
}
