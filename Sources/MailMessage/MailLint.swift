/// Checks the bytes of a finished mail against the list of what mail standards ask for and what
/// this program promises.
///
/// Strict where mail programs are lenient: Python's parser lets a bare LF, a raw 8-bit subject or
/// a missing Date pass. It knows the form of our mails only and refuses every other one.
public struct MailLint {
  let mail: [UInt8]
  /// The lines without their CRLF.
  var lines: [Range<Int>] = []
  var faults: [MailFault] = []

  /// All faults of `mail`, in the order of lines as far as they have one.
  public static func faults(in mail: [UInt8]) -> [MailFault] {
    var lint = MailLint(mail: mail)
    lint.run()
    return lint.faults
  }

  init(mail: [UInt8]) {
    self.mail = mail
  }

  private mutating func run() {
    splitLines()
    guard let end = lines.firstIndex(where: \.isEmpty) else {
      found(.structure, "no body")
      return
    }
    let fields = readFields(0..<end)
    checkFields(fields)
    if let type = fields.first(where: { $0.name == "content-type" }),
      let boundary = boundary(of: type)
    {
      checkParts(end + 1..<lines.count, boundary: boundary)
    }
  }

  mutating func found(_ rule: MailFault.Rule, line: Int = 0, _ subject: String = "") {
    faults.append(MailFault(rule, line: line, subject))
  }

  /// Finds the lines, and what is wrong with their ends.
  private mutating func splitLines() {
    var start = 0
    var index = 0
    lines.reserveCapacity(mail.count / 40)
    while index < mail.count {
      switch mail[index] {
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

extension MailLint {
  /// One field, unfolded.
  struct Field {
    /// In lower case.
    var name: String
    /// The number of its first line, from 1.
    var line: Int
    /// The value without CRLF and outer blanks.
    var value: [UInt8]

    var text: String { String(decoding: value, as: UTF8.self) }
  }

  private mutating func readFields(_ range: Range<Int>) -> [Field] {
    var fields: [Field] = []
    for index in range {
      let line = mail[lines[index]]
      checkHeaderLine(line, number: index + 1)
      if let first = line.first, first == 0x20 || first == 0x09 {
        let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if fields.isEmpty || isBlank { found(.malformedHeader, line: index + 1) }
        if !fields.isEmpty { fields[fields.count - 1].value.append(contentsOf: line) }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ 0x21...0x7E ~= $0 })
      else {
        found(.malformedHeader, line: index + 1)
        continue
      }
      let name = String(decoding: line[..<colon].map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      fields.append(Field(name: name, line: index + 1, value: Array(line[(colon + 1)...])))
    }
    for index in fields.indices {
      let value = fields[index].value
      guard let start = value.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      fields[index].value = Array(value[start...])
    }
    return fields
  }

  private mutating func checkHeaderLine(_ line: ArraySlice<UInt8>, number: Int) {
    // A line that is one long token, an address say, has no place to fold at.
    if line.count > 78, line.dropFirst().contains(0x20) {
      let isFieldWithOneToken =
        line.first != 0x20 && line.split(separator: 0x20, maxSplits: 2).count == 2
      if !isFieldWithOneToken { found(.longHeaderLine, line: number) }
    }
    var hasControl = false
    var isRaw = false
    for byte in line {
      if byte >= 0x80 { isRaw = true }
      if (byte < 0x20 && byte != 0x09) || byte == 0x7F { hasControl = true }
    }
    if isRaw { found(.rawHeader, line: number) }
    // Lone line ends and NUL were found before, as what they are.
    if hasControl, !line.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) {
      found(.controlInHeader, line: number)
    }
    if line.count > 76, line.contains(UInt8(ascii: "?")), isWordLine(line) {
      found(.encodedWord, line: number)
    }
  }

  private func isWordLine(_ line: ArraySlice<UInt8>) -> Bool {
    line.split(separator: 0x20).contains { $0.starts(with: [0x3D, 0x3F]) }
  }
}
