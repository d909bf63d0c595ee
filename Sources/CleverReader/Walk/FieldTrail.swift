import PositionedJSON

/// Goes from field to field of a record by the way that earlier records went.
///
/// Records of one kind have their keys in the same order nearly always. So each key that is met
/// gets a number, and after each one, and at the beginning of its value, the trail remembers which
/// two came last: those are tried first. What a key means, and how often it was met for nothing, is
/// kept by its number, so neither is looked up again.
struct FieldTrail: Sendable {
  /// A key that was met.
  struct Field {
    /// What it means.
    let name: FieldName
    /// Its number; 0 for a key that has none.
    let number: UInt8
  }

  /// A point on the trail: after a key, or at the beginning of its value.
  struct Step {
    fileprivate let index: Int

    /// At the beginning of a record.
    static let start = Step(index: 1)

    private init(index: Int) { self.index = index }

    fileprivate init(after number: UInt8) { index = Int(number) << 1 }

    /// At the beginning of the object that is the value of `field`.
    init(inside field: Field) { index = Int(field.number) << 1 | 1 }
  }

  /// A key that has a number.
  private struct Known: Sendable {
    var expected: ExpectedKey
    var name: FieldName
    var spelling: [UInt8]
  }

  /// Which keys came after a step, the likelier first; 0 is none.
  private struct Guess: BitwiseCopyable {
    var first: UInt8 = 0
    var second: UInt8 = 0
  }

  /// How many keys get a number: a hostile file cannot make this grow.
  private static let knownLimit = 255

  /// By number, from 1.
  private var known: [Known] = []
  /// How often the key of each number was met for nothing.
  private var counts = [Int](repeating: 0, count: 256)
  /// By the index of a step.
  private var guesses = [Guess](repeating: Guess(), count: 512)
  /// Numbers by a hash of the key, open addressing; 0 is free.
  private var index = [UInt8](repeating: 0, count: 512)
  /// How often each key without a number was met for nothing.
  private var unnumberedCounts: [[UInt8]: Int] = [:]
  /// Where the last key without a number is.
  private var unnumbered = JSONText.empty

  /// The next field of the innermost object, its colon passed over; nil when the object ended.
  ///
  /// `step` is where the last call left it, for each object its own.
  @inline(__always)
  mutating func next(_ cursor: inout JSONCursor, _ step: inout Step) throws(JSONFault) -> Field? {
    let guess = guesses[step.index]
    if guess.first > 0, let field = try pass(guess.first, &cursor) {
      step = Step(after: guess.first)
      return field
    }
    if try cursor.passObjectEnd() { return nil }
    return try search(&cursor, &step)
  }

  /// Passes over the key of that number if it comes next.
  @inline(__always)
  private func pass(_ number: UInt8, _ cursor: inout JSONCursor) throws(JSONFault) -> Field? {
    let index = Int(number) &- 1
    guard try cursor.passKey(known[index].expected) else { return nil }
    return Field(name: known[index].name, number: number)
  }

  /// The next field where the first guess was wrong.
  @inline(never)
  private mutating func search(
    _ cursor: inout JSONCursor,
    _ step: inout Step
  ) throws(JSONFault) -> Field? {
    let guess = guesses[step.index]
    if guess.second > 0, let field = try pass(guess.second, &cursor) {
      guesses[step.index] = Guess(first: guess.second, second: guess.first)
      step = Step(after: guess.second)
      return field
    }
    guard let key = try cursor.nextKey() else { return nil }
    let number = number(of: key, in: cursor.source)
    if number > 0, number != guess.first {
      guesses[step.index] = Guess(first: number, second: guess.first)
    }
    step = Step(after: number)
    guard number == 0 else { return Field(name: known[Int(number) - 1].name, number: number) }
    unnumbered = key.text
    return Field(name: FieldName(key, in: cursor.source), number: 0)
  }

  /// The list that the key of `field`, the last one that ``next(_:_:)`` gave, names.
  func list(namedBy field: Field, in json: JSONSource) -> ListName {
    var spelling: [UInt8] = []
    if field.number > 0 {
      spelling = known[Int(field.number) - 1].spelling
    } else {
      json.decode(unnumbered, into: &spelling)
    }
    return ListName(spelling.span)
  }

  /// The number of `key`, which gets one if it can be expected; else 0.
  private mutating func number(of key: JSONKey, in json: JSONSource) -> UInt8 {
    let mixed =
      (key.word ^ (key.tail << 29 | key.tail >> 35) ^ UInt64(key.length)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 55)
    while index[slot] > 0 {
      if isSame(known[Int(index[slot]) - 1], key, json) { return index[slot] }
      slot = (slot + 1) & 511
    }
    guard known.count < FieldTrail.knownLimit, let expected = ExpectedKey(key, in: json) else {
      return 0
    }
    var spelling: [UInt8] = []
    json.decode(key.text, into: &spelling)
    known.append(
      Known(expected: expected, name: FieldName(key, in: json), spelling: spelling)
    )
    index[slot] = UInt8(known.count)
    return index[slot]
  }

  private func isSame(_ known: Known, _ key: JSONKey, _ json: JSONSource) -> Bool {
    let other = known.expected.key
    guard other.word == key.word, other.tail == key.tail, other.length == key.length else {
      return false
    }
    if key.length <= 16 { return true }
    var spelling: [UInt8] = []
    json.decode(key.text, into: &spelling)
    return spelling == known.spelling
  }

  /// Counts a field that no table has a place for, the last one that ``next(_:_:)`` gave.
  @inline(__always)
  mutating func count(_ field: Field, in json: JSONSource) {
    if field.number > 0 {
      counts[Int(field.number)] &+= 1
    } else {
      countUnnumbered(in: json)
    }
  }

  @inline(never)
  private mutating func countUnnumbered(in json: JSONSource) {
    var spelling: [UInt8] = []
    json.decode(unnumbered, into: &spelling)
    unnumberedCounts[spelling, default: 0] += 1
  }

  /// How often each field was counted since the last call.
  mutating func takeCounts() -> [(name: [UInt8], count: Int)] {
    var taken: [(name: [UInt8], count: Int)] = []
    for number in known.indices where counts[number + 1] > 0 {
      taken.append((known[number].spelling, counts[number + 1]))
      counts[number + 1] = 0
    }
    for (name, count) in unnumberedCounts { taken.append((name, count)) }
    unnumberedCounts.removeAll()
    return taken
  }
}
