/// A column of texts of which few are distinct: each stands once in a list, and a row has its
/// number there, in two bytes instead of eight.
///
/// For words that people choose from a menu, such as relationships. Should an export have more
/// than 65 536 of them, numbers of four bytes take over; nothing else changes.
public struct WordColumn: Sendable {
  /// The distinct texts, each once, in the order they were first met.
  public private(set) var words: [TextRef] = []
  @usableFromInline var numbers: [UInt16] = []
  /// The numbers once two bytes cannot hold them; then ``numbers`` is empty.
  @usableFromInline var wideNumbers: [UInt32] = []
  /// The number of each text behind the first few, which are looked through faster.
  private var others: [TextRef: UInt32] = [:]

  /// No rows.
  public init() {}

  /// No rows, and the words of `other` under the numbers that they have there.
  public init(wordsOf other: WordColumn) {
    words = other.words
    others = other.others
  }

  /// The number of rows.
  @inlinable public var count: Int { max(numbers.count, wideNumbers.count) }

  /// Makes room for `count` rows.
  public mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

  /// The text of `row`.
  @inlinable public subscript(row: Int) -> TextRef { words[number(row)] }

  /// Where the text of `row` stands in ``words``.
  @inlinable public func number(_ row: Int) -> Int {
    numbers.isEmpty ? Int(wideNumbers[row]) : Int(numbers[row])
  }

  /// Adds a row with `word`, a text that an interner gave, so that the same words are the same
  /// reference.
  public mutating func append(_ word: TextRef) { append(number: number(of: word)) }

  /// Adds a row with the text at `number` of ``words``.
  @inlinable public mutating func append(number: Int) {
    if wideNumbers.isEmpty, let number = UInt16(exactly: number) {
      numbers.append(number)
    } else {
      appendWide(UInt32(number))
    }
  }

  @usableFromInline mutating func appendWide(_ number: UInt32) {
    if wideNumbers.isEmpty {
      wideNumbers = numbers.map { UInt32($0) }
      numbers = []
    }
    wideNumbers.append(number)
  }

  /// Puts the rows in another order in place, where each row of `links` has a run of them: the
  /// words that stand beside its targets. See ``Links/arrange(by:moving:)``.
  public mutating func arrange(
    beside links: Links,
    by positions: [Int32],
    moving isMoved: [Bool]
  ) {
    if wideNumbers.isEmpty {
      numbers.arrangeRuns(links.starts, by: positions, moving: isMoved)
    } else {
      wideNumbers.arrangeRuns(links.starts, by: positions, moving: isMoved)
    }
  }

  private static let looked = 16

  private mutating func number(of word: TextRef) -> Int {
    for number in 0..<min(words.count, Self.looked) where words[number] == word { return number }
    if let number = others[word] { return Int(number) }
    words.append(word)
    if words.count > Self.looked { others[word] = UInt32(words.count - 1) }
    return words.count - 1
  }
}
