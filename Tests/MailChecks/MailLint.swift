/// Checks the bytes of a finished mail against what mail standards ask for and what this program
/// promises. For tests: a fault in a mail of ours is a bug of ours.
///
/// Strict where mail programs are lenient: Python's parser lets a bare LF, a raw 8-bit subject or
/// a missing Date pass. It knows the form of our mails only and refuses every other one.
public struct MailLint {
  /// The lines without their CRLF.
  var lines: [Range<Int>] = []
  var faults: [MailFault] = []

  /// All faults of `mail`, those of lines before those of fields and of parts.
  public static func faults(in mail: [UInt8]) -> [MailFault] {
    var lint = MailLint()
    lint.check(mail.span)
    return lint.faults
  }

  mutating func found(_ rule: MailFault.Rule, line: Int = 0, _ subject: String = "") {
    faults.append(MailFault(rule, line: line, subject))
  }

  private mutating func check(_ mail: Span<UInt8>) {
    splitLines(mail)
    guard let end = lines.firstIndex(where: \.isEmpty) else {
      found(.structure, "no body")
      return
    }
    let fields = readFields(mail, 0..<end)
    checkFields(fields)
    if let type = fields.first(where: { $0.name == "content-type" }),
      let boundary = boundary(of: type)
    {
      checkParts(mail, end + 1..<lines.count, boundary: boundary)
    }
  }

  /// Finds the lines, and what is wrong with their ends.
  private mutating func splitLines(_ mail: Span<UInt8>) {
    var start = 0
    var index = 0
    lines.reserveCapacity(mail.count / 32)
    while index < mail.count {
      let byte = mail[index]
      if byte > 0x0D {
        index += 1
        continue
      }
      switch byte {
      case 0x0D where index + 1 < mail.count && mail[index + 1] == 0x0A:
        lines.append(start..<index)
        if index - start > 998 { found(.longLine, line: lines.count) }
        index += 1
        start = index + 1
      case 0x0D, 0x0A: found(.bareLineEnd, line: lines.count + 1)
      case 0: found(.nul, line: lines.count + 1)
      default: break
      }
      index += 1
    }
    if start < mail.count {
      lines.append(start..<mail.count)
      found(.longLine, line: lines.count)
    }
  }
}
