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

  /// Reads the fields of the header, whose lines are `range`, and checks each line.
  mutating func readFields(_ mail: Span<UInt8>, _ range: Range<Int>) -> [Field] {
    var fields: [Field] = []
    for number in range {
      let line = lines[number]
      checkHeaderLine(mail, line, number: number + 1)
      if isBlank(mail[line.lowerBound]) {
        // The rest of the field before it.
        if fields.isEmpty || line.allSatisfy({ isBlank(mail[$0]) }) {
          found(.malformedHeader, line: number + 1)
        } else {
          fields[fields.count - 1].value.append(mail, line)
        }
      } else if let colon = line.first(where: { mail[$0] == UInt8(ascii: ":") }),
        colon > line.lowerBound,
        (line.lowerBound..<colon).allSatisfy({ 0x21...0x7E ~= mail[$0] })
      {
        let start = (colon + 1..<line.upperBound).first { !isBlank(mail[$0]) } ?? line.upperBound
        let name = (line.lowerBound..<colon).map { isLetter(mail[$0]) ? mail[$0] | 0x20 : mail[$0] }
        fields.append(
          Field(
            name: String(decoding: name, as: UTF8.self),
            line: number + 1,
            value: mail.bytes(start..<line.upperBound)
          )
        )
      } else {
        found(.malformedHeader, line: number + 1)
      }
    }
    return fields
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func checkHeaderLine(_ mail: Span<UInt8>, _ line: Range<Int>, number: Int) {
    var hasControl = false
    var isRaw = false
    var isKnown = false
    var blanks = 0
    var hasWord = false
    for index in line {
      let byte = mail[index]
      switch byte {
      case 0x80...: isRaw = true
      // Found before, as what they are.
      case 0, 0x0A, 0x0D: isKnown = true
      case 0x09: break
      case 0..<0x20, 0x7F: hasControl = true
      case 0x20: blanks += 1
      case UInt8(ascii: "?"):
        if index > line.lowerBound, mail[index - 1] == UInt8(ascii: "=") { hasWord = true }
      default: break
      }
    }
    if isRaw { found(.rawHeader, line: number) }
    if hasControl, !isKnown { found(.controlInHeader, line: number) }
    // One blank is the one after the field's name or at the start of a folded line: what is left
    // is one token, an address say, which can not be folded.
    if line.count > 78, blanks > 1 { found(.longHeaderLine, line: number) }
    if line.count > 76, hasWord { found(.encodedWord, line: number) }
  }
}
