import Bytes
import FlatTables
import Testing

struct HashSieveTests {
  /// Numbers as well spread as hashes are.
  private func hashes(_ range: Range<Int>) -> [UInt64] {
    range.map { hashBytes(Array("key \($0)".utf8).span) }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func `what went in is never denied, and little else is admitted`(count: Int) {
    var sieve = HashSieve(bits: 8 * count)
    let inside = hashes(0..<count)
    for hash in inside { sieve.insert(hash) }
    #expect(inside.allSatisfy { sieve.mayContain($0) })
    let others = hashes(count..<count + 2000)
    let admitted = others.count { sieve.mayContain($0) }
    #expect(admitted < others.count / 3 * 2)
    if count == 1000 { #expect(admitted < others.count / 5) }
    if count == 0 { #expect(admitted == 0) }
  }

  @Test func `who puts something in hears whether it may have been there`() {
    var sieve = HashSieve(bits: 1 << 12)
    // The lower bits choose the place, so the last falls where the first is.
    let answers = [5, 5, 6, 5 + 1 << 12].map { sieve.insert($0) }
    #expect(answers == [false, true, false, true])
  }
}
