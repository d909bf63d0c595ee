import CleverReader
import FlatTables
import Foundation
import Roster
import TestSupport
import Testing

/// Depth, sizes and double keys are bounded, with 1 MiB of stack for whoever asks for the roster.
///
/// The walker has a thread of the system's making; `CommandTests` runs the program with that one
/// held to 1 MiB as well.
@Suite struct NarrowStackTests {
  static let good = "{\"id\":\"bb0000000000000000000001\",\"name\":{\"first\":\"A\"},\"dob\":\"\"}"
  static let after = good.replacing("01\"", with: "02\"")

  /// A student with `value` in a field that nobody reads, between two others.
  private func read(_ value: String, as form: String = "[%]") throws -> Roster {
    let odd = "{\"id\":\"bb0000000000000000000009\",\"dob\":\"\",\"ext\":\(value)}"
    let good = NarrowStackTests.good
    let comma = form == "%" ? "\n" : ","
    let text = form.replacing(
      "%",
      with: [good, odd, NarrowStackTests.after].joined(separator: comma)
    )
    let export = try Export(["students.json": text])
    return try onNarrowStack { try export.read() }
  }

  private func nested(_ levels: Int, _ open: String, _ close: String) -> String {
    String(repeating: open, count: levels) + "0" + String(repeating: close, count: levels)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")], ["[%]", "%", "{\"data\":[%]}"])
  func `sixty-four levels are read, and no more`(brackets: (String, String), form: String) throws {
    // The record itself is one level.
    let whole = try read(nested(63, brackets.0, brackets.1), as: form)
    #expect(whole.students.records.recordCount == 3)
    #expect(whole.source.broken == [])
    for levels in [64, 10_000, 100_000] {
      let refused = try read(nested(levels, brackets.0, brackets.1), as: form)
      let words = refused.source.broken.map(\.words) + refused.source.unreadable.map(\.words)
      #expect(words.count == 1, "\(levels) levels")
      #expect(words.first?.contains("more than 64 objects and arrays") == true, "\(words)")
      #expect(refused.students.records.recordCount < 3)
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"data\":[", "[{\"data\":", "{\"students\":[{\"a\":"])
  func `a file of nothing but openings is refused`(opening: String) throws {
    let export = try Export(["x.json": String(repeating: opening, count: 100_000)])
    let roster = try onNarrowStack { try export.read() }
    #expect(roster.source.broken.count == 1)
    #expect(roster.source.files[0].recordCounts.reduce(0, +) == 0)
  }

  @Test func `a text of 64 KiB is read, and a longer one costs its record`() throws {
    let whole = try read("\"\(String(repeating: "x", count: 65_536))\"")
    #expect(whole.students.records.recordCount == 3)
    let long = try read("\"\(String(repeating: "x", count: 65_537))\"")
    let words = long.source.broken.map(\.words) + long.source.unreadable.map(\.words)
    #expect(words.count == 1)
    #expect(long.students.records.recordCount < 3)
    let longest = try read("\"\(String(repeating: "x", count: 1 << 20))\"")
    #expect(longest.source.broken.count + longest.source.unreadable.count == 1)
    #expect(longest.students.records.recordCount < 3)
  }

  /// 100 000 keys of four letters: none is in the table of keys before it, or all are in order.
  static let keys: [String] = {
    let letters = "0123456789abcdefghijklmnopqrstuvwxyz".map(String.init)
    return (0..<100_000).map { number in
      letters[number / 46_656] + letters[number / 1296 % 36] + letters[number / 36 % 36]
        + letters[number % 36]
    }
  }()

  /// Comparing each key with each would be ten thousand million steps: a quarter of an hour and more.
  /// A second is enough, but the clock runs on while other tests have the processors.
  @Test(.timeLimit(.minutes(10)), arguments: 0..<3, [nil, 0, 50_000, 99_999])
  func `a hundred thousand keys are compared, and one that comes again is found`(
    order: Int,
    again: Int?
  ) throws {
    var keys = NarrowStackTests.keys
    var random = SeededRandom(seed: order)
    if order == 1 { keys.reverse() }
    if order == 2 { keys.shuffle(using: &random) }
    if let again { keys.append(keys[again]) }
    let roster = try read("{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}")
    #expect(roster.source.broken == [])
    #expect(roster.students.records.recordCount == (again == nil ? 3 : 2))
    #expect(roster.source.unreadable.count == (again == nil ? 0 : 1))
    #expect(roster.source.unreadable.allSatisfy { $0.words.contains("twice") })
  }
}

/// Runs `body` on a thread that has 1 MiB of stack.
func onNarrowStack<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value
{
  let result = ResultBox<Value>()
  let thread = Thread { result.fill(with: Result { try body() }) }
  thread.stackSize = 1 << 20
  thread.start()
  return try result.wait().get()
}

/// What a thread found, for another to wait for.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
  private let isFilled = DispatchSemaphore(value: 0)
  // Written before the semaphore is signalled, and read after.
  private var result: Result<Value, any Error>?

  func fill(with result: Result<Value, any Error>) {
    self.result = result
    isFilled.signal()
  }

  func wait() throws -> Result<Value, any Error> {
    isFilled.wait()
    return try #require(result)
  }
}
