import PositionedJSON
import TestSupport
import Testing

struct DuplicateKeyTests {
  @Test(arguments: [
    (#"{"a":1,"a":2}"#, 7), (#"{"a":1,"b":{},"a":2}"#, 14), (#"{"":1,"":2}"#, 6),
    (#"{"a":1,"\u0061":2}"#, 7), (#"{"\u0061":1,"a":2}"#, 12), (#"{"é":1,"\u00e9":2}"#, 8),
    (#"{"😀":1,"\ud83d\ude00":2}"#, 10), (#"{"a/b":1,"a\/b":2}"#, 9),
    (#"[{"x":[{"b":0,"a":0,"b":0}]}]"#, 20),
    (#"{"b":1,"a":{"b":1,"a":{"b":1,"a":2}},"b":3}"#, 37),
    (#"{"student_relationships":1,"z":2,"student_relationships":3}"#, 33),
  ])
  func `a key that comes twice is refused at its second place`(text: String, offset: Int) {
    #expect(fault(in: text) == JSONFault(.duplicateKey, at: offset))
    #expect(faultOfWalk(in: Array(text.utf8)) == JSONFault(.duplicateKey, at: offset))
  }

  @Test(arguments: [
    #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#, #"{"b":{"b":1},"a":{"b":1,"a":2}}"#,
    #"{"a":1,"A":2,"a\u0000":3,"\u0000a":4,"aa":5}"#, #"{"é":1,"e\u0301":2}"#,
    #"{"twelve_bytes_a":1,"twelve_bytes_b":2,"twelve_bytesXa":3}"#,
    #"{"same_start_one_same_end":1,"same_start_two_same_end":2,"same_start_six_same_end":3}"#,
  ])
  func `the same key in another object, or one that looks alike, is accepted`(text: String) {
    #expect(fault(in: text) == nil)
    #expect(faultOfWalk(in: Array(text.utf8)) == nil)
  }

  /// Random names, many of which agree in their first and last eight bytes and in length.
  private func name(_ random: inout SeededRandom) -> String {
    let letters = Array("abé😀z_")
    func some(_ count: Int, _ random: inout SeededRandom) -> String {
      String((0..<count).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
    }
    switch random.next() % 4 {
    case 0: return some(Int(random.next() % 5), &random)
    case 1: return "beginning" + some(2, &random)
    case 2: return "beginning" + some(3, &random) + "ending_of_it"
    default: return some(Int(random.next() % 30), &random)
    }
  }

  /// The key's JSON text, some of its characters as escapes.
  private func spelled(_ name: String, _ random: inout SeededRandom) -> String {
    let escapes = random.next() % 3 == 0
    return "\""
      + name.utf16.reduce(into: (text: "", units: [UInt16]())) { result, unit in
        result.units.append(unit)
        guard !UTF16.isLeadSurrogate(unit) else { return }
        if escapes, random.next() % 2 == 0 {
          for unit in result.units {
            let digits = String(unit, radix: 16, uppercase: random.next() % 2 == 0)
            result.text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        } else {
          result.text += String(decoding: result.units, as: UTF16.self)
        }
        result.units = []
      }.text + "\""
  }

  @Test(arguments: 0..<40)
  func `random objects are refused if, and only if, a key comes twice`(seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      var names: [String] = []
      for _ in 0..<1 + random.next() % 70 {
        let name = name(&random)
        if !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { names.append(name) }
      }
      if random.next() % 4 == 0 { names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
      let isDouble = random.next() % 2 == 0
      if isDouble { names.append(names[Int(random.next() % UInt64(names.count))]) }

      let depth = Int(random.next() % 60)
      var text = String(repeating: #"{"b":0,"a":"#, count: depth) + "{"
      var second = 0
      for (index, name) in names.enumerated() {
        if index > 0 { text += random.next() % 2 == 0 ? "," : " ,\n" }
        second = text.utf8.count
        text += spelled(name, &random)
        text += [":1", " : {\"a\":[]}", ":[{}]"][Int(random.next() % 3)]
      }
      text += "}" + String(repeating: #","c":0}"#, count: depth)
      let expected = isDouble ? JSONFault(.duplicateKey, at: second) : nil
      #expect(fault(in: text) == expected, "seed \(seed): \(text)")
      #expect(faultOfWalk(in: Array(text.utf8)) == expected, "seed \(seed): \(text)")
    }
  }

  @Test func `an object of very many keys is compared in time`() {
    for order in 0..<3 {
      var keys = (0..<50_000).map { order == 2 ? "same_head\($0 + 100_000)same_tail" : "\($0)" }
      if order == 1 { keys.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
      let text = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",")
      #expect(fault(in: text + "}") == nil)
      let second = text.utf8.count + 1
      for again in [0, 7, 25_000, 49_999] {
        #expect(
          fault(in: text + ",\"\(keys[again])\":1}") == JSONFault(.duplicateKey, at: second)
        )
      }
    }
  }
}
