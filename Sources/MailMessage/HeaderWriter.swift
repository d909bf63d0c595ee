/// Header fields being written: folds at 78 octets where blanks are (RFC 5322, sections 2.1.1
/// and 2.2.3), and knows how RFC 2047 writes what is not ASCII.
///
/// What goes in holds no control characters; ``OutgoingMail`` and ``MailSeries`` see to that.
struct HeaderWriter {
  private(set) var bytes: [UInt8] = []
  /// The octets of the current line so far.
  private var column = 0
  private var isAtStart = true
  /// 78 octets, or 76 once an encoded word is on the line (RFC 2047, section 2).
  private var lineLimit = 78

  /// Begins the field `name`; ``end()`` ends it.
  mutating func begin(_ name: String) {
    bytes.put(name)
    bytes.append(UInt8(ascii: ":"))
    column = name.utf8.count + 1
    isAtStart = true
  }

  /// Ends the field.
  mutating func end() { breakLine() }

  /// Puts what must stay in one piece, after a blank.
  mutating func put(token: some Collection<UInt8>) {
    // The first token stays beside the field's name: some readers take a first line that is
    // blank for an empty field.
    if column + 1 + token.count > lineLimit, !isAtStart { breakLine() }
    bytes.append(0x20)
    bytes.append(contentsOf: token)
    column += 1 + token.count
    isAtStart = false
  }

  /// Puts tokens that may be folded between them.
  mutating func put(words: String) {
    for word in words.utf8.split(separator: 0x20) { put(token: word) }
  }

  /// Puts free text (RFC 5322, `unstructured`): as it is when it is ASCII and can be folded, else
  /// as encoded words.
  mutating func put(text: String) {
    if canStand(text) {
      put(words: text)
    } else {
      put(encodedWords: text)
    }
  }

  /// Puts `text` as encoded words: UTF-8, at most 75 octets each, a line with one at most 76, no
  /// character cut (RFC 2047, sections 2 and 5).
  mutating func put(encodedWords text: String) {
    let form = EncodedWord.Form(for: text)
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      var word = EncodedWord(form)
      word.take(from: &rest, room: min(75, 76 - column - 1))
      if word.isEmpty {
        breakLine()
        word.take(from: &rest, room: 75)
      }
      bytes.append(0x20)
      word.write(to: &bytes)
      column += 1 + word.length
      isAtStart = false
      lineLimit = 76
    }
  }

  /// Whether free text reads back the same when folded at its blanks.
  private func canStand(_ text: String) -> Bool {
    var run = 0
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      let startsWord = byte == UInt8(ascii: "?") && previous == UInt8(ascii: "=")
      let doublesBlank = byte == 0x20 && previous == 0x20
      run = byte == 0x20 ? 0 : run + 1
      guard (0x20..<0x7F).contains(byte), !startsWord, !doublesBlank, run <= 60 else {
        return false
      }
      previous = byte
    }
    return previous != 0x20
  }

  private mutating func breakLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    column = 0
    lineLimit = 78
  }
}
