import PositionedJSON
import Testing

struct NumberTests {
  @Test(arguments: [
    "0", "-0", "7", "-12", "1234567890123456789", "9223372036854775807", "-9223372036854775808",
    "18446744073709551615", "0.1", "-0.00012300", "3.141592653589793238462643383279502884197169",
    "1e5", "1E+05", "2.5e-3", "1.7976931348623157e308", "4.9e-324", "1e-99999", "0e99999",
    "0.\(String(repeating: "0", count: 400))1e300",
  ])
  func `a number is its literal, digit for digit`(literal: String) throws {
    let bytes = Array("\(literal) ".utf8)
    var cursor = JSONCursor(bytes.span)
    let text = try cursor.number()
    #expect(text.start == 0)
    #expect(text.length == literal.utf8.count)
    #expect(cursor.equals(text, "0") == (literal == "0"))
    var copy: [UInt8] = []
    cursor.decode(text, into: &copy)
    #expect(String(decoding: copy, as: UTF8.self) == literal)
  }

  @Test(arguments: [
    ("003", JSONFault(.badNumber, at: 0)), ("-01", JSONFault(.badNumber, at: 1)),
    ("00", JSONFault(.badNumber, at: 0)), ("1.x", JSONFault(.badNumber, at: 2)),
    ("-x", JSONFault(.badNumber, at: 1)), ("1e+ ", JSONFault(.badNumber, at: 3)),
    ("1.e5", JSONFault(.badNumber, at: 2)), ("-", JSONFault(.truncated, at: 1)),
    ("1.", JSONFault(.truncated, at: 2)), ("1e-", JSONFault(.truncated, at: 3)),
    ("+1", JSONFault(.syntax, at: 0)), (".5", JSONFault(.syntax, at: 0)),
    ("0x1p3", JSONFault(.trailing, at: 1)), ("1_000", JSONFault(.trailing, at: 1)),
    ("NaN", JSONFault(.syntax, at: 0)), ("nan", JSONFault(.syntax, at: 1)),
    ("-Infinity", JSONFault(.badNumber, at: 1)),
  ])
  func `what is no JSON number is refused where it goes wrong`(text: String, expected: JSONFault) {
    #expect(fault(in: text) == expected)
  }

  @Test(arguments: [
    "18446744073709551616", "-9223372036854775809", "100000000000000000000", "1e309", "-1e+9999",
    "1.8e308", "1\(String(repeating: "0", count: 400)).5", "1e99999999999999999999999999",
  ])
  func `what no 64-bit integer or double can hold spoils its record alone`(text: String) {
    #expect(fault(in: "[\(text)]") == JSONFault(.numberTooBig, at: 1))
    #expect(JSONFault(.numberTooBig, at: 1).isContent)
  }

  @Test func `a number at the end of the bytes may go on, unless they are the last`() throws {
    let bytes = Array("12".utf8)
    var open = JSONCursor(bytes.span)
    do throws(JSONFault) {
      try open.skipValue()
      Issue.record("accepted")
    } catch {
      #expect(error == JSONFault(.truncated, at: 2))
    }
    var closed = JSONCursor(bytes.span, isFinal: true)
    #expect(try closed.number().length == 2)
    try closed.end()
  }
}
