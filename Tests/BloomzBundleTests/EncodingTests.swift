import FlatTables
import Testing

import BloomzBundle

struct EncodingTests {
  @Test(arguments: [
    ("", "", "\"\""),
    ("plain", "plain", "\"plain\""),
    ("a,b", "\"a,b\"", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \\\"hi\\\"\""),
    ("a\\b", "a\\b", "\"a\\\\b\""),
    ("a\r\nb", "\"a\r\nb\"", "\"a\\r\\nb\""),
    ("a\tb", "a\tb", "\"a\\tb\""),
    ("\u{0}\u{8}\u{c}\u{1f}", "\u{0}\u{8}\u{c}\u{1f}", "\"\\u0000\\b\\f\\u001f\""),
    (" outer ", " outer ", "\" outer \""),
    ("=1+1", "=1+1", "\"=1+1\""),
    ("Zoë 小龙 👩‍🏫", "Zoë 小龙 👩‍🏫", "\"Zoë 小龙 👩‍🏫\""),
    ("\u{7f}/", "\u{7f}/", "\"\u{7f}/\""),
  ])
  func `a value is quoted and escaped only where it must be`(
    text: String,
    csv: String,
    json: String
  ) throws {
    #expect(csvField(text) == Array(csv.utf8))
    #expect(jsonString(text) == Array(json.utf8))
    var arena = TextArena()
    let ref = try arena.append(text)
    var buffer = ByteBuffer()
    buffer.put(ref, of: arena, as: .csv)
    #expect(buffer.bytes == Array(csv.utf8))
    buffer = ByteBuffer()
    buffer.put(ref, of: arena, as: .json)
    #expect(buffer.bytes == Array(json.utf8))
  }
}
