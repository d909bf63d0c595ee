import MailMessage

extension MailLint {
  /// The boundary of `multipart/alternative`; nil when the field says anything else.
  func boundary(of type: Field) -> String? {
    let start = "multipart/alternative; boundary=\""
    let value = type.value.span
    guard value.has(start, at: 0), type.value.last == UInt8(ascii: "\"") else { return nil }
    let range = start.utf8.count..<max(start.utf8.count, value.count - 1)
    guard (1...70).contains(range.count), range.allSatisfy({ isBoundarySign(value[$0]) }),
      value[range.upperBound - 1] != 0x20
    else { return nil }
    return value.text(range)
  }

  /// `bchars` of RFC 2046, section 5.1.1.
  private func isBoundarySign(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || "'()+_,-./:=? ".utf8.contains(byte)
  }

  /// Two parts, nothing before, between or after them.
  mutating func checkParts(_ mail: Span<UInt8>, _ range: Range<Int>, boundary: String) {
    let delimiter = "--\(boundary)"
    let places = range.filter { mail.has(delimiter, at: lines[$0].lowerBound) }
    guard places.count == 3, places[0] == range.lowerBound, places[2] == range.upperBound - 1,
      mail.isWord(delimiter, in: lines[places[0]]),
      mail.isWord(delimiter, in: lines[places[1]]),
      mail.isWord(delimiter + "--", in: lines[places[2]])
    else {
      found(.structure, line: range.lowerBound + 1, "boundaries")
      return
    }
    checkPart(mail, places[0] + 1..<places[1], type: "text/plain")
    checkPart(mail, places[1] + 1..<places[2], type: "text/html")
  }

  private mutating func checkPart(_ mail: Span<UInt8>, _ range: Range<Int>, type: String) {
    guard range.count >= 3, let encoding = encoding(mail, range.lowerBound, type: type) else {
      found(.structure, line: range.lowerBound + 1, "head of \(type)")
      return
    }
    let body = range.lowerBound + 3..<range.upperBound
    for number in body where !isBodyLine(mail, lines[number]) {
      found(.bodyLine, line: number + 1, type)
    }
    let decoded: [UInt8]? =
      switch encoding {
      case .quotedPrintable: decodeQuotedPrintable(mail, lines[body])
      case .base64: decodeBase64(lines[body].flatMap { mail.bytes($0) })
      }
    guard let decoded, UTF8.isValid(decoded), !decoded.contains(0) else {
      found(.bodyEncoding, line: body.lowerBound + 1, type)
      return
    }
    if type == "text/html" { checkHTML(decoded.span) }
  }

  /// What the three lines of a part's head say.
  private func encoding(_ mail: Span<UInt8>, _ first: Int, type: String) -> TransferEncoding? {
    guard mail.isWord("Content-Type: \(type); charset=utf-8", in: lines[first]),
      lines[first + 2].isEmpty
    else { return nil }
    for encoding in [TransferEncoding.quotedPrintable, .base64]
    where mail.isWord("Content-Transfer-Encoding: \(encoding.name)", in: lines[first + 1]) {
      return encoding
    }
    return nil
  }

  private func isBodyLine(_ mail: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return true }
    let last = mail[line.upperBound - 1]
    return line.count <= 76 && last != 0x20 && last != 0x09
      && mail[line.lowerBound] != UInt8(ascii: ".")
      && (mail[line.lowerBound] != UInt8(ascii: "F") || !mail.has("From ", at: line.lowerBound))
  }

  /// No scripts, no pictures, nothing that a reader's program would fetch.
  ///
  /// Looks at tags and style sheets only: in text the same words are words.
  private mutating func checkHTML(_ html: Span<UInt8>) {
    if html.count >= 90_000 { found(.largeHTML) }
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      if html.hasLetters("<style", at: index) {
        index += 1
        while index < html.count,
          html[index] != UInt8(ascii: "<") || !html.hasLetters("</style", at: index)
        {
          index += 1
        }
      } else {
        while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
      }
      checkTag(html, start..<index)
    }
  }

  private mutating func checkTag(_ html: Span<UInt8>, _ tag: Range<Int>) {
    let name = tag.lowerBound + 1
    if name < html.count {
      for element in MailLint.activeElements(html[name]) where html.hasLetters(element, at: name) {
        let end = name + element.utf8.count
        if end >= html.count || !isLetter(html[end]) { found(.activeHTML, element) }
      }
    }
    for index in tag {
      guard let word = MailLint.activeWord(html[index]), html.hasLetters(word, at: index) else {
        continue
      }
      found(.activeHTML, word)
    }
  }

  /// The elements that fetch or run something, by their first letter.
  private static func activeElements(_ first: UInt8) -> [String] {
    switch first | 0x20 {
    case UInt8(ascii: "b"): ["base"]
    case UInt8(ascii: "e"): ["embed"]
    case UInt8(ascii: "f"): ["form", "frame"]
    case UInt8(ascii: "i"): ["img", "iframe"]
    case UInt8(ascii: "l"): ["link"]
    case UInt8(ascii: "o"): ["object"]
    case UInt8(ascii: "s"): ["script", "svg"]
    default: []
    }
  }

  /// The word in a tag that fetches or runs something, by its first sign.
  private static func activeWord(_ first: UInt8) -> String? {
    switch first {
    case UInt8(ascii: "@"): "@import"
    case UInt8(ascii: "h"), UInt8(ascii: "H"): "http://"
    case UInt8(ascii: "j"), UInt8(ascii: "J"): "javascript:"
    case UInt8(ascii: "s"), UInt8(ascii: "S"): "src="
    case UInt8(ascii: "u"), UInt8(ascii: "U"): "url("
    default: nil
    }
  }
}

extension UTF8 {
  /// Whether `bytes` are whole characters.
  fileprivate static func isValid(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
