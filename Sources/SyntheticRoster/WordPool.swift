import SafeFiles

/// Words that many records have, each as bytes of JSON, of CSV, and of an e-mail address.
///
/// In JSON a word has two spellings: as it is, and with `\u` escapes for what is not ASCII. The
/// spellings of `José` are `José` and `Jos\u00e9`.
struct WordPool: Sendable {
  /// Words; a spelling is numbered below twice this.
  let count: Int
  private var bytes: [UInt8] = []
  /// Whether a word needs quotes around it in CSV.
  private let quoted: [Bool]
  private var ends: [Int] = [0]

  /// A pool of words, each with its ASCII form for addresses.
  init(_ words: [(text: String, address: String)]) {
    count = words.count
    let quote = UInt8(ascii: "\"")
    quoted = words.map { word in word.text.utf8.contains { ",\"\r\n".utf8.contains($0) } }
    for word in words { append(jsonText(word.text, isASCII: false)) }
    for word in words { append(jsonText(word.text, isASCII: true)) }
    for word in words { append(Array(word.address.utf8)) }
    for word in words { append(word.text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }) }
  }

  /// A pool of words that are not used in addresses.
  init(_ words: [String]) {
    self.init(words.map { ($0, "") })
  }

  private mutating func append(_ word: [UInt8]) {
    bytes += word
    ends.append(bytes.count)
  }

  /// A random spelling of a random word; one in eight has escapes.
  @inline(__always)
  func spelling(_ dice: inout Dice) -> Int {
    let number = dice.below(8 * count)
    return number < count ? number + count : number % count
  }

  /// Puts a spelling as the inside of a JSON text.
  @inline(__always)
  func put(_ spelling: Int, into file: inout OutputFile) {
    file.put(bytes.span.extracting(ends[spelling]..<ends[spelling + 1]))
  }

  /// Puts the word of a spelling in its form for addresses.
  @inline(__always)
  func putAddress(_ spelling: Int, into file: inout OutputFile) {
    put(spelling % count + 2 * count, into: &file)
  }

  /// Puts the word of a spelling as the inside of a CSV cell, quotes doubled.
  @inline(__always)
  func putCSV(_ spelling: Int, into file: inout OutputFile) {
    put(spelling % count + 3 * count, into: &file)
  }

  /// Whether the word of a spelling needs quotes around it in a CSV cell.
  @inline(__always)
  func needsQuotes(_ spelling: Int) -> Bool { quoted[spelling % count] }

  /// A spelling as text of JSON, for tests.
  func text(_ spelling: Int) -> String {
    String(decoding: bytes[ends[spelling]..<ends[spelling + 1]], as: UTF8.self)
  }
}

/// The inside of a JSON text (RFC 8259, section 7).
func jsonText(_ text: String, isASCII: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
    case _ where scalar.value < 0x20 || isASCII && scalar.value > 0x7E:
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
        let digits = String(unit, radix: 16)
        bytes += Array("\\u".utf8) + [UInt8](repeating: 0x30, count: 4 - digits.utf8.count)
        bytes += Array(digits.utf8)
      }
    default: bytes += Array(String(scalar).utf8)
    }
  }
  return bytes
}
