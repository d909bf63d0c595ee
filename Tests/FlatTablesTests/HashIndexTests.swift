import Bytes
import FlatTables
import Testing

@Suite struct HashIndexTests {
  /// Numbers that a table holds, found by a hash of theirs.
  private struct Numbers {
    var list: [UInt64] = []
    var index = HashIndex()
    /// Hashes with few distinct values make many numbers share a slot and its tag.
    let hash: (UInt64) -> UInt64

    func position(of number: UInt64) -> Int32 {
      index.find(hash(number)) { list[$0] == number }.number
    }

    mutating func add(_ number: UInt64) {
      let (slot, known) = index.find(hash(number)) { list[$0] == number }
      guard known < 0 else { return }
      list.append(number)
      index.add(hash(number), at: slot) { hash(list[$0]) }
    }

    func positions(of wanted: [UInt64]) -> [Int32] {
      var positions: [Int32] = [-7]
      index.appendNumbers(
        of: wanted.count,
        hash: { hash(wanted[$0]) },
        { list[$1] == wanted[$0] },
        to: &positions
      )
      return positions
    }
  }

  @Test(arguments: [0, 10, 12, 13, 500, 20_000], [0, 1_000])
  func `each element that was added is found, and no other`(count: Int, reserved: Int) {
    var numbers = Numbers(hash: scrambled)
    numbers.index.reserve(reserved)
    for number in 0..<count { numbers.add(UInt64(number)) }
    for number in 0..<count { #expect(numbers.position(of: UInt64(number)) == Int32(number)) }
    #expect(numbers.position(of: UInt64(count)) == -1)
    #expect(numbers.position(of: .max) == -1)
  }

  @Test func `many at once are found as one after another`() {
    var numbers = Numbers(hash: scrambled)
    for number in 0..<3_000 { numbers.add(UInt64(number * 3)) }
    let wanted = (0..<9_500).map { UInt64($0 * 7_919 % 9_500) }
    #expect(numbers.positions(of: wanted) == [-7] + wanted.map { numbers.position(of: $0) })
    #expect(numbers.positions(of: []) == [-7])
  }

  @Test func `elements with the same hash are told apart`() {
    var numbers = Numbers(hash: { $0 % 3 })
    for number in 0..<100 { numbers.add(UInt64(number)) }
    for number in 0..<100 { numbers.add(UInt64(number)) }
    #expect(numbers.list.count == 100)
    #expect(numbers.positions(of: [99, 100, 0]) == [-7, 99, -1, 0])
  }
}
