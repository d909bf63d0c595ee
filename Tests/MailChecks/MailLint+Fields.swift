import MailMessage

extension MailLint {
  /// Fields that every mail has, and the others that one may have: each at most once.
  private static let needed = [
    "date", "from", "to", "subject", "message-id", "mime-version", "content-type",
    "auto-submitted",
  ]
  private static let allowed = [
    "reply-to", "content-language", "x-auto-response-suppress", "list-unsubscribe",
    "clever-to-bloomz-kind", "clever-to-bloomz-run",
  ]

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// The bytes of `=?utf-8?Q?` and `?=`.
  private static let encodedWordFrame = 12

  mutating func checkFields(_ fields: [Field]) {
    var seen: [String] = []
    for field in fields {
      if seen.contains(field.name) { found(.repeatedField, line: field.line, field.name) }
      seen.append(field.name)
      guard MailLint.needed.contains(field.name) || MailLint.allowed.contains(field.name) else {
        found(.unknownField, line: field.line, field.name)
        continue
      }
      checkEncodedWords(field)
      if !isValue(field) { found(.fieldValue, line: field.line, field.name) }
      if ["from", "to", "reply-to"].contains(field.name), !isOneMailbox(field.value) {
        found(.notOneAddress, line: field.line, field.name)
      }
    }
    for name in MailLint.needed where !seen.contains(name) { found(.missingField, name) }
  }

  private func isValue(_ field: Field) -> Bool {
    guard !field.value.isEmpty else { return false }
    return switch field.name {
    case "date": isDate(field.text)
    case "message-id": isMessageID(field.value)
    case "mime-version": field.text == "1.0"
    case "content-type": boundary(of: field) != nil
    case "auto-submitted": field.text == "auto-generated"
    case "list-unsubscribe": field.text.hasPrefix("<mailto:")
    default: true
    }
  }

  /// Whether `text` is exactly what ``MailDate`` writes, the day of the week included.
  private func isDate(_ text: String) -> Bool {
    let parts = text.split { $0 == " " || $0 == ":" || $0 == "," }
    guard parts.count == 8, let day = Int(parts[1]), let year = Int(parts[3]),
      let month = MailLint.monthNames.firstIndex(of: String(parts[2])),
      let hour = Int(parts[4]), let minute = Int(parts[5]), let second = Int(parts[6]),
      let date = MailDate(
        year: year,
        month: month + 1,
        day: day,
        hour: hour,
        minute: minute,
        second: second
      )
    else { return false }
    return date.headerText == text
  }

  private func isMessageID(_ value: [UInt8]) -> Bool {
    guard value.count > 2, value.first == UInt8(ascii: "<"), value.last == UInt8(ascii: ">")
    else { return false }
    // Its left side is a dot-atom, its right side a domain (RFC 5322, section 3.6.4).
    return MailAddress.check(Array(value[1..<value.count - 1])).isWellFormed
  }

  /// Whether `value` is one address, bare or in angle brackets after a name.
  private func isOneMailbox(_ value: [UInt8]) -> Bool {
    guard value.last == UInt8(ascii: ">") else { return MailAddress.check(value).isWellFormed }
    guard let open = value.lastIndex(of: UInt8(ascii: "<")),
      MailAddress.check(Array(value[(open + 1)..<(value.count - 1)])).isWellFormed
    else { return false }
    var rest = value[..<open]
    while rest.last == 0x20 { rest.removeLast() }
    if rest.first == UInt8(ascii: "\"") { return isQuotedString(rest) }
    return rest.allSatisfy { isAtomText($0) || $0 == 0x20 }
  }

  private func isQuotedString(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex + 1
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if text[index] == UInt8(ascii: "\"") {
        return index == text.endIndex - 1
      } else {
        index += 1
      }
    }
    return false
  }

  /// Every piece with `=?` must be an encoded word, whole by itself (RFC 2047, sections 2 and 5).
  private mutating func checkEncodedWords(_ field: Field) {
    for token in field.value.split(separator: 0x20) where hasWordStart(token) {
      if !isEncodedWord(token) {
        found(.encodedWord, line: field.line, field.name)
        return
      }
    }
  }

  private func hasWordStart(_ token: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in token {
      if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") { return true }
      previous = byte
    }
    return false
  }

  private func isEncodedWord(_ token: ArraySlice<UInt8>) -> Bool {
    let start = "=?utf-8?"
    guard token.count <= 75, token.count > MailLint.encodedWordFrame,
      token.starts(with: start.utf8),
      token.suffix(2).elementsEqual("?=".utf8)
    else { return false }
    let form = token[token.startIndex + start.utf8.count]
    guard token[token.startIndex + start.utf8.count + 1] == UInt8(ascii: "?") else { return false }
    let payload = token.dropFirst(MailLint.encodedWordFrame - 2).dropLast(2)
    let bytes: [UInt8]? =
      switch form {
      case UInt8(ascii: "B"): decodeBase64(payload)
      case UInt8(ascii: "Q"): decodeQ(payload)
      default: nil
      }
    guard let bytes else { return false }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  private func decodeQ(_ payload: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var index = payload.startIndex
    while index < payload.endIndex {
      let byte = payload[index]
      if byte == UInt8(ascii: "=") {
        guard index + 2 < payload.endIndex, let high = hexValue(payload[index + 1]),
          let low = hexValue(payload[index + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        guard byte != UInt8(ascii: "?") else { return nil }
        bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
        index += 1
      }
    }
    return bytes
  }
}
