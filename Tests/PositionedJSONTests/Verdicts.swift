import Bytes
import PositionedJSON

/// What is wrong with `bytes` as one document, a byte order mark allowed; nil if nothing is.
func fault(in bytes: [UInt8]) -> JSONFault? {
  let span = bytes.span
  var cursor = JSONCursor(span, at: ByteOrderMark.length(in: span), isFinal: true)
  do throws(JSONFault) {
    try cursor.skipValue()
    try cursor.end()
    return nil
  } catch {
    return error
  }
}

/// The same, of a text.
func fault(in text: String) -> JSONFault? { fault(in: Array(text.utf8)) }

/// The same, but found by entering every object and array and reading every scalar.
func faultOfWalk(in bytes: [UInt8]) -> JSONFault? {
  let span = bytes.span
  var cursor = JSONCursor(span, at: ByteOrderMark.length(in: span), isFinal: true)
  do throws(JSONFault) {
    try walk(&cursor)
    try cursor.end()
    return nil
  } catch {
    return error
  }
}

/// Reads the next value with the steps of a pull reader, all of it.
func walk(_ cursor: inout JSONCursor) throws(JSONFault) {
  switch try cursor.kind() {
  case .object:
    try cursor.enterObject()
    while try cursor.nextKey() != nil { try walk(&cursor) }
  case .array:
    try cursor.enterArray()
    while try cursor.nextElement() { try walk(&cursor) }
  case .string: _ = try cursor.string()
  case .number: _ = try cursor.number()
  case .true, .false: try cursor.skipValue()
  case .null: try cursor.null()
  }
}

/// The text of the string that `json` is, escapes resolved; nil if it can't be read.
func decoded(_ json: String) -> String? {
  let bytes = Array(json.utf8)
  var cursor = JSONCursor(bytes.span)
  var text: [UInt8] = []
  do throws(JSONFault) {
    cursor.decode(try cursor.string(), into: &text)
    try cursor.end()
  } catch {
    return nil
  }
  return String(validating: text, as: UTF8.self)
}

/// Documents with all there is in JSON: every kind of value, escapes, white space, all of Unicode.
let documents = [
  #"{"data":{"created":"2022-02-16T06:22:37.033Z","id":"5d0b800046d528cb44000000","name":"#
    + #"{"first":"Mónica","last":"O\"Neal, Jr."},"roles":{"student":{"grade":"5","ext":{},"#
    + #""schools":["5d0b8000a36a9465a2000000"],"race":null}}},"uri":"/v3.1/users/5d0b"}"#,
  #"[1, -0, 0.5, -12.75e-3, 1E+2, 18446744073709551615, true, false, null, "", [], {}]"#,
  " {\r\n\t\"a\" : [ 1 , { \"b\" : \"\\u00e9\\ud83d\\ude00\\n\\\\\" } ] , \"c\" : \"日本語 مريم\" }",
  #"[[[[[[]]]]],{"x":{"y":{"z":[{},{"k":"v"}]}}},"\/\b\f\n\r\t\"\\"]"#,
  #"{"z":1,"y":2,"student_relationships":[],"student_relations_list":{},"":0}"#,
  #""plain text that is longer than sixteen bytes, Żółć and 😀""#,
]
