import PositionedJSON

/// Goes from field to field of a record by the way that earlier records went.
///
/// Records of one kind have their keys in the same order nearly always. So each key that is met
/// gets a number, and behind each one, and at the beginning of its value, the trail remembers which
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

  /// A place on the trail: behind a key, or at the beginning of its value.
  struct Step {
    fileprivate let index: Int

    /// At the beginning of a record.
    static let start = Step(index: 1)

    private init(index: Int) { self.index = index }

    fileprivate init(behind number: UInt8) { index = Int(number) << 1 }

    /// At the beginning of the object that is the value of `field`.
    init(inside field: Field) { index = Int(field.number) << 1 | 1 }
  }

  /// A key that has a number.
  private struct Known: Sendable {
    var expected: ExpectedKey
    var name: FieldName
    var spelling: [UInt8]
  }

  /// Which keys came behind a step, the likelier first; 0 is none.
  private struct Guess: BitwiseCopyable {
    var first: UInt8 = 0
    var second: UInt8 = 0
  }

  /// How many keys get a number: a hostile file cannot make this grow.
  private static let knownLimit = 255

  /// By number, from 1.
  private var known: [Known] = []
  /// How often the key of each number was met for nothing.
  private var counts = InlineArray<256, Int>(repeating: 0)
  /// By the index of a step. In place, as the counts are: both are looked at for each field, and to
  /// change an array costs a look at who else has it.
  private var guesses = InlineArray<512, Guess>(repeating: Guess())
  /// Numbers by a hash of the key, open addressing; 0 is free.
  private var index = [UInt8](repeating: 0, count: 512)
  /// Counts the keys that have no number.
  private var counter = FieldCounter()
  /// What one more key counts.
  private var step = 1
  /// Where the last key without a number stands.
  private var unnumbered = JSONText.empty

  /// The next field of the innermost object, its colon passed over; nil when the object ended.
  ///
  /// `step` is where the last call left it, for each object its own.
  @inline(__always)
  mutating func next(_ cursor: inout JSONCursor, _ step: inout Step) throws(JSONFault) -> Field? {
    let guess = guesses[step.index]
    if guess.first > 0, let field = try pass(guess.first, &cursor) {
      step = Step(behind: guess.first)
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
      step = Step(behind: guess.second)
      return field
    }
    guard let key = try cursor.nextKey() else { return nil }
    let number = number(of: key, in: cursor.source)
    if number > 0, number != guess.first {
      guesses[step.index] = Guess(first: number, second: guess.first)
    }
    step = Step(behind: number)
    guard number == 0 else { return Field(name: known[Int(number) - 1].name, number: number) }
    unnumbered = key.text
    return Field(name: FieldName(key, in: cursor.source), number: 0)
  }

  /// The list that the key of `field`, the last one that ``next(_:_:)`` gave, names.
  func collection(namedBy field: Field, in json: JSONSource) -> Collection {
    var spelling: [UInt8] = []
    if field.number > 0 {
      spelling = known[Int(field.number) - 1].spelling
    } else {
      json.decode(unnumbered, into: &spelling)
    }
    return Collection(spelling.span)
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
      counts[Int(field.number)] &+= step
    } else {
      countUnnumbered(in: json)
    }
  }

  @inline(never)
  private mutating func countUnnumbered(in json: JSONSource) {
    counter.count(unnumbered, in: json, step: step)
  }

  /// Takes back what `walk` counts: a record that breaks off is walked again when more of it is
  /// there, and its keys are to be counted once.
  mutating func takeBack(_ walk: (inout FieldTrail) -> Void) {
    step = -1
    walk(&self)
    step = 1
  }

  /// Counts a key that stands beside records, once.
  mutating func count(_ key: String) { counter.count(key) }

  /// Whether the counts of several trails are those that one trail would have: it would have a
  /// number for every key.
  static func canBeAdded(_ trails: [FieldTrail]) -> Bool {
    var names: Set<[UInt8]> = []
    for trail in trails {
      names.formUnion(trail.known.lazy.map(\.spelling))
      guard let others = trail.counter.names else { return false }
      names.formUnion(others)
    }
    return names.count <= knownLimit
  }

  /// Adds the counts to `fields`; keys that could not be told apart under "other".
  func add(to fields: inout [String: Int]) {
    for (index, known) in known.enumerated() where counts[index + 1] > 0 {
      fields[String(decoding: known.spelling, as: UTF8.self), default: 0] += counts[index + 1]
    }
    counter.add(to: &fields)
  }
}
