internal import FlatTables

/// How a contact's first and last name came about.
///
/// Source: `bloomz-import`, section 10.2: v1 and v2 have one string, and v3 puts the whole name
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
/// `Last, First` comes first; else the last word is the last name; one word is a last name alone.
/// A comma before a suffix (`King, Jr.`) divides no names: the suffix stays with the last name.
struct ContactName {
  /// First name, spaces tidied; empty where there is one word only.
  private(set) var first: [UInt8] = []
  /// Last name, spaces tidied.
  private(set) var last: [UInt8] = []
  private var name: [UInt8] = []

  /// Splits `whole`; the two parts stand in ``first`` and ``last`` until the next name.
  mutating func split(_ whole: borrowing Span<UInt8>) -> ContactNameForm {
    first.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    name.removeAll(keepingCapacity: true)
    appendTidied(whole, to: &name)
    stripCommas()
    guard !name.isEmpty else { return .none }

    let suffix = suffixStart()
    let comma = name[..<suffix].firstIndex(of: UInt8(ascii: ","))
    if let comma {
      append(name[..<comma], to: &last)
      append(name[suffix...], to: &last)
      append(name[(comma + 1)..<suffix].drop { $0 == UInt8(ascii: ",") || $0 == 0x20 }, to: &first)
      return .atComma
    }
    guard let space = name[..<suffix].lastIndex(of: 0x20) else {
      append(name[...], to: &last)
      return .oneWord
    }
    append(name[..<space], to: &first)
    append(name[(space + 1)...], to: &last)
    return .atLastWord
  }

  /// Takes off commas and spaces at both ends: nothing stands on their other side.
  private mutating func stripCommas() {
    while let end = name.last, end == UInt8(ascii: ",") || end == 0x20 { name.removeLast() }
    let start = name.prefix { $0 == UInt8(ascii: ",") || $0 == 0x20 }.count
    name.removeFirst(start)
  }

  /// Where a suffix behind the last comma begins, comma included; the end of the name if none.
  private func suffixStart() -> Int {
    guard let comma = name.lastIndex(of: UInt8(ascii: ",")), comma > 0 else { return name.count }
    var word = name[(comma + 1)...].filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }
    for index in word.indices where (0x41...0x5A).contains(word[index]) { word[index] |= 0x20 }
    return ContactName.suffixes.contains(word) ? comma : name.count
  }

  private static let suffixes: [[UInt8]] = ["jr", "sr", "ii", "iii", "iv"].map {
    Array($0.utf8)
  }

  /// Appends `part` without the spaces around it.
  private func append(_ part: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var part = part
    while part.first == 0x20 { part.removeFirst() }
    while part.last == 0x20 { part.removeLast() }
    bytes.append(contentsOf: part)
  }
}
