internal import FlatTables

/// How a contact's first and last name came about.
///
/// Source: `BloomzImport.md`, section 10.2: v1 and v2 have one string, and v3 puts the whole name
/// into the last name.
public enum ContactNameForm: UInt8, Sendable, Hashable, CaseIterable {
  /// Clever gave both; taken as they are.
  case given
  /// `Last, First`.
  case atComma
  /// `First Middle Last`: the last word is the last name.
  case atLastWord
  /// One word, which is the last name.
  case oneWord
  /// No name at all.
  case none
}

/// Splits a whole name into first and last.
///
/// `Last, First` is tried first; else the last word is the last name. One word is a last name.
/// A comma before a suffix (`King, Jr.`) divides no names: the suffix stays with the last name.
struct ContactName {
  /// The name, spaces tidied; ``first`` and ``last`` are parts of it.
  private(set) var bytes: [UInt8] = []
  /// Where the first name is in ``bytes``; empty if there is one word only.
  private(set) var first = 0..<0
  /// Where the last name is in ``bytes``.
  private(set) var last = 0..<0

  /// Splits `whole`; the parts stay until the next name.
  mutating func split(_ whole: borrowing Span<UInt8>) -> ContactNameForm {
    bytes.removeAll(keepingCapacity: true)
    appendTidied(whole, to: &bytes)
    let name = trimmed(0..<bytes.count)
    (first, last) = (0..<0, name)
    guard !name.isEmpty else { return .none }
    let suffix = suffixStart(in: name)
    if let comma = position(of: UInt8(ascii: ","), in: name.lowerBound..<suffix) {
      first = trimmed(comma + 1..<suffix)
      last = trimmed(name.lowerBound..<comma)
      if suffix < name.upperBound { appendLastWithSuffix(suffix..<name.upperBound) }
      return .atComma
    }
    var space = suffix - 1
    while space > name.lowerBound, bytes[space] != 0x20 { space -= 1 }
    guard space > name.lowerBound else { return .oneWord }
    first = trimmed(name.lowerBound..<space)
    last = space + 1..<name.upperBound
    return .atLastWord
  }

  /// Whether a spreadsheet would run one of the parts.
  var startsFormula: Bool {
    (!first.isEmpty && bytes[first.lowerBound] == UInt8(ascii: "="))
      || (!last.isEmpty && bytes[last.lowerBound] == UInt8(ascii: "="))
  }

  /// `part` without the commas and spaces at both its ends.
  private func trimmed(_ part: Range<Int>) -> Range<Int> {
    var (start, end) = (part.lowerBound, part.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ",") { start += 1 }
    while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return start..<end
  }

  private func position(of byte: UInt8, in part: Range<Int>) -> Int? {
    for index in part where bytes[index] == byte { return index }
    return nil
  }

  /// Where a suffix after the last comma begins, comma included; the end of `name` if none.
  private func suffixStart(in name: Range<Int>) -> Int {
    var comma = name.upperBound - 1
    while comma > name.lowerBound, bytes[comma] != UInt8(ascii: ",") { comma -= 1 }
    guard comma > name.lowerBound, name.upperBound - comma <= 6 else { return name.upperBound }
    var word: [UInt8] = []
    for index in comma + 1..<name.upperBound {
      let byte = bytes[index]
      if byte == 0x20 || byte == UInt8(ascii: ".") { continue }
      word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return ContactName.suffixes.contains(word) ? comma : name.upperBound
  }

  private static let suffixes: [[UInt8]] = ["jr", "sr", "ii", "iii", "iv"].map {
    Array($0.utf8)
  }

  /// Moves `suffix` to the end of the last name; the first name is between the two.
  private mutating func appendLastWithSuffix(_ suffix: Range<Int>) {
    let start = bytes.count
    bytes += bytes[last]
    bytes += bytes[suffix]
    last = start..<bytes.count
  }
}
