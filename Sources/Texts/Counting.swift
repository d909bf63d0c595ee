/// `number` with commas between thousands, the way American schools write it: `12,345`.
public func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return result
}

/// A number with its noun, `1 error`, `2 errors`, or with another `plural`: `1,204 people`.
public func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? "\(noun)s")"
}

/// `words` with a capital at the start, for a heading or the head of a table.
///
/// Words that begin with anything but a small Latin letter stay as they are: an id or a value in
/// quotes must not change.
public func capitalized(_ words: String) -> String {
  guard let first = words.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
    let start = words.unicodeScalars.first
  else { return words }
  return start.properties.uppercaseMapping + String(words.unicodeScalars.dropFirst())
}
