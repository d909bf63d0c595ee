import Bytes
import SafeFiles

/// What the bytes of a text that is not UTF-8 tell of its encoding.
///
/// Each byte beyond ASCII is read in every encoding that spreadsheets write, and each reading is
/// judged by the letters around it. `0xE9` in `Jos.` is `José` in Windows-1252 and `JosÈ` in Mac
/// Roman, and no name has a capital after small letters. An encoding is proven if nothing speaks
/// against it, and against each of the others more than for it.
struct EncodingEvidence {
  /// How the readings of one encoding look.
  private struct Tally {
    /// Letters where such letters are in names.
    var good = 0
    /// Neither here nor there.
    var possible = 0
    /// Those of ``possible`` that are often seen, but prove little: an apostrophe, a dash, a small
    /// letter at the beginning of a word.
    var usual = 0
    /// Signs that no name has, or capitals inside of words.
    var bad = 0
  }

  private enum Grade { case good, usual, possible, bad }

  private let encodings = SingleByteEncoding.allCases
  private let upperHalves = SingleByteEncoding.allCases.map(\.upperHalf)
  private var tallies = SingleByteEncoding.allCases.map { _ in Tally() }
  /// Whether some characters are UTF-8, so that the text is of two encodings.
  private var hasUTF8 = false

  /// The evidence of a file.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read.
  init(of file: consuming ExportFile) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    var held = 0
    while true {
      let count = try file.read(into: &buffer, from: held)
      held += count
      var end = held
      // A word that may go on in the next piece waits for it.
      if count > 0 {
        while end > 0, !EncodingEvidence.isBetweenWords(buffer[end - 1]) { end -= 1 }
        if end == 0 { end = held }
      }
      look(at: buffer.span.extracting(0..<end))
      if count == 0 { return }
      for index in end..<held { buffer[index - end] = buffer[index] }
      held -= end
    }
  }

  /// The evidence of `text`.
  init(of text: [UInt8]) { look(at: text.span) }

  /// The encoding that the bytes prove; nil if they prove none of those that are read.
  var proven: SingleByteEncoding? {
    guard !hasUTF8 else { return nil }
    return [.windows1252, .macRoman].first { encoding in
      let number = encodings.firstIndex(of: encoding) ?? 0
      let own = tallies[number]
      guard own.bad == 0, own.good > 0, own.good >= own.possible else { return false }
      return tallies.indices.allSatisfy { other in
        let rival = tallies[other]
        return other == number || rival.bad > rival.good + rival.usual
          || own.possible == 0 && rival.good + rival.usual == 0
      }
    }
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(0x41...0x5A).contains(byte) && !(0x61...0x7A).contains(byte) && byte != 0x20
  }

  /// Judges all bytes of `text`, which begins and ends between words.
  private mutating func look(at text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      if isUTF8(text, at: index) { hasUTF8 = true }
      for number in encodings.indices {
        let word = Word(text: text, upperHalf: upperHalves[number])
        switch EncodingEvidence.grade(word, index) {
        case .good: tallies[number].good += 1
        case .usual:
          tallies[number].possible += 1
          tallies[number].usual += 1
        case .possible: tallies[number].possible += 1
        case .bad: tallies[number].bad += 1
        case nil: break
        }
      }
      index += 1
    }
  }

  /// Whether a character of UTF-8 of two or three bytes begins at `index`.
  private func isUTF8(_ text: Span<UInt8>, at index: Int) -> Bool {
    let length = text[index] < 0xC2 ? 0 : text[index] < 0xE0 ? 2 : text[index] < 0xF0 ? 3 : 0
    guard length > 0, index + length <= text.count else { return false }
    for next in index + 1..<index + length where text[next] & 0xC0 != 0x80 { return false }
    return true
  }

  /// A text in one encoding.
  private struct Word: ~Escapable {
    let text: Span<UInt8>
    let upperHalf: [Unicode.Scalar]

    @_lifetime(copy text)
    init(text: Span<UInt8>, upperHalf: [Unicode.Scalar]) {
      self.text = text
      self.upperHalf = upperHalf
    }

    /// The character at `index`; a line feed outside of the text.
    func scalar(_ index: Int) -> Unicode.Scalar {
      guard index >= 0, index < text.count else { return "\n" }
      let byte = text[index]
      return byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
    }

    /// Whether a letter of Latin is at `index`, and whether it is a capital; nil if there is none.
    func capital(_ index: Int) -> Bool? {
      let scalar = scalar(index)
      switch scalar.value {
      case 0x41...0x5A: return true
      case 0x61...0x7A: return false
      case 0xC0...0xFF where scalar.value != 0xD7 && scalar.value != 0xF7: break
      case 0x152...0x153, 0x160...0x161, 0x178, 0x17D...0x17E: break
      default: return nil
      }
      return scalar.properties.isUppercase
    }

    /// The capitals and the small letters of ASCII in the word around `index`.
    func letters(around index: Int) -> (capitals: Int, small: Int) {
      var first = index
      while capital(first - 1) != nil { first -= 1 }
      var (capitals, small) = (0, 0)
      while let isCapital = capital(first) {
        if text[first] < 0x80 { if isCapital { capitals += 1 } else { small += 1 } }
        first += 1
      }
      return (capitals, small)
    }
  }

  /// How the character at `index` looks where it is; nil if it tells nothing.
  private static func grade(_ word: borrowing Word, _ index: Int) -> Grade? {
    let before = word.capital(index - 1)
    let after = word.capital(index + 1)
    if let isCapital = word.capital(index) {
      return gradeOfLetter(word, index, isCapital, before, after)
    }
    switch word.scalar(index) {
    case "\u{A0}": return after == false ? .bad : .good
    case "ª", "º": return nil
    case "\u{2019}":
      let isIrish = word.scalar(index - 1) == "O" && word.capital(index - 2) == nil && after == true
      let isGenitive =
        before != nil && word.scalar(index + 1) == "s" && word.capital(index + 2) == nil
      return isIrish || isGenitive ? .good : .usual
    case "\u{2018}": return .usual
    case "\u{201C}": return before == nil && after != nil ? .possible : .bad
    case "\u{201D}": return before != nil && after == nil ? .possible : .bad
    case "\u{2013}", "\u{2014}":
      if before == nil, after == nil { return .good }
      return .usual
    case "™", "®", "©": return after == nil ? .usual : .bad
    default: return before == nil && after == nil ? .possible : .bad
    }
  }

  private static func gradeOfLetter(
    _ word: borrowing Word,
    _ index: Int,
    _ isCapital: Bool,
    _ before: Bool?,
    _ after: Bool?
  ) -> Grade {
    let letters = word.letters(around: index)
    if isCapital {
      if before == nil { return after == nil ? .possible : .good }
      return letters.small > 0 ? .bad : .good
    }
    if before == nil { return after == nil ? .possible : .usual }
    // A small letter among capitals proves nothing.
    if after == true || letters.small == 0 && letters.capitals > 1 { return .possible }
    // 'Voß', but not 'Vßsquez'.
    if word.scalar(index) == "ß" {
      let vowels: [Unicode.Scalar] = ["a", "e", "i", "o", "u", "y", "ä", "ö", "ü"]
      return vowels.contains(word.scalar(index - 1)) ? .good : .possible
    }
    return .good
  }
}
