extension MailLint {
  /// The boundary of `multipart/alternative`; nil when the field says anything else.
  func boundary(of type: Field) -> [UInt8]? {
    let start = Array("multipart/alternative; boundary=\"".utf8)
    guard type.value.starts(with: start), type.value.last == UInt8(ascii: "\"") else { return nil }
    let boundary = Array(type.value.dropFirst(start.count).dropLast())
    guard (1...70).contains(boundary.count), boundary.allSatisfy(isBoundarySign),
      boundary.last != 0x20
    else { return nil }
    return boundary
  }

  /// `bchars` of RFC 2046, section 5.1.1.
  private func isBoundarySign(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || Array("'()+_,-./:=? ".utf8).contains(byte)
  }

  /// Two parts, nothing before, between or behind them.
  mutating func checkParts(_ range: Range<Int>, boundary: [UInt8]) {
    let delimiter = Array("--".utf8) + boundary
    let end = delimiter + Array("--".utf8)
    let places = range.filter { mail[lines[$0]].starts(with: delimiter) }
    guard places.count == 3, places.first == range.lowerBound,
      places.last == range.upperBound - 1,
      mail[lines[places[0]]].elementsEqual(delimiter),
      mail[lines[places[1]]].elementsEqual(delimiter),
      mail[lines[places[2]]].elementsEqual(end)
    else {
      found(.structure, line: range.lowerBound + 1, "boundaries")
      return
    }
    checkPart(places[0] + 1..<places[1], type: "text/plain")
    checkPart(places[1] + 1..<places[2], type: "text/html")
  }

  private mutating func checkPart(_ range: Range<Int>, type: String) {
    let head = range.prefix(3).map { String(decoding: mail[lines[$0]], as: UTF8.self) }
    guard head.count == 3, head[0] == "Content-Type: \(type); charset=utf-8", head[2].isEmpty,
      head[1].hasPrefix("Content-Transfer-Encoding: ")
    else {
      found(.structure, line: range.lowerBound + 1, "head of \(type)")
      return
    }
    let body = range.dropFirst(3)
    for index in body where !isBodyLine(mail[lines[index]]) {
      found(.bodyLine, line: index + 1, type)
    }
    let decoded: [UInt8]? =
      switch head[1].dropFirst("Content-Transfer-Encoding: ".count) {
      case "quoted-printable": decodeQuotedPrintable(body)
      case "base64": decodeBase64(body.flatMap { mail[lines[$0]] })
      default: nil
      }
    guard let decoded, String(validating: decoded, as: UTF8.self) != nil, !decoded.contains(0)
    else {
      found(.bodyEncoding, line: range.lowerBound + 4, type)
      return
    }
    if type == "text/html" { checkHTML(decoded) }
  }

  private func isBodyLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 76, line.first != UInt8(ascii: "."), line.last != 0x20,
      line.last != 0x09
    else { return false }
    return line.first != UInt8(ascii: "F") || !line.starts(with: "From ".utf8)
  }

  /// The bytes that strict quoted-printable stands for; nil for a lone `=` or raw octets.
  private func decodeQuotedPrintable(_ range: Range<Int>.SubSequence) -> [UInt8]? {
    var bytes: [UInt8] = []
    for number in range {
      let line = lines[number]
      var index = line.lowerBound
      var isSoft = false
      while index < line.upperBound {
        let byte = mail[index]
        guard byte &- 0x20 < 0x5F || byte == 0x09 else { return nil }
        if byte != UInt8(ascii: "=") {
          bytes.append(byte)
          index += 1
        } else if index == line.upperBound - 1 {
          isSoft = true
          index += 1
        } else {
          guard index + 2 < line.upperBound, let high = hexValue(mail[index + 1]),
            let low = hexValue(mail[index + 2])
          else { return nil }
          bytes.append(high << 4 | low)
          index += 3
        }
      }
      if !isSoft { bytes.append(0x0A) }
    }
    return bytes
  }

  /// No scripts, no pictures, nothing that a reader's program would fetch.
  ///
  /// Looks at tags and style sheets only: in text the same words are words.
  private mutating func checkHTML(_ html: [UInt8]) {
    if html.count >= 90_000 { found(.largeHTML) }
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      let isStyle = html[start...].starts(with: "<style".utf8)
      let end = isStyle ? Array("</style".utf8) : [UInt8(ascii: ">")]
      while index < html.count, !html[index...].starts(with: end) { index += 1 }
      checkTag(html[start..<index])
    }
  }

  private mutating func checkTag(_ tag: ArraySlice<UInt8>) {
    let elements = ["script", "img", "iframe", "object", "embed", "link", "form", "base"]
    let name = tag.dropFirst().prefix(while: isLetter).map { $0 | 0x20 }
    for element in elements where name.elementsEqual(element.utf8) {
      found(.activeHTML, element)
    }
    let words = ["src=\"", "url(", "@import", "javascript:", "http://"]
    for index in tag.indices where isFirstLetter(tag[index]) {
      for word in words where tag[index...].starts(with: word.utf8, by: isSameLetter) {
        found(.activeHTML, word)
      }
    }
  }

  private func isFirstLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "j"), UInt8(ascii: "h"), 0x60: true
    default: false
    }
  }

  private func isSameLetter(_ byte: UInt8, _ lower: UInt8) -> Bool {
    byte == lower || (isLetter(byte) && byte | 0x20 == lower)
  }
}
