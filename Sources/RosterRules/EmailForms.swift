import Findings
import FlatTables
import Roster

/// What an e-mail address looks like, beyond whether it can be written to; letters of either case.
enum EmailForms {
  /// Local parts that name no person, in letters alone.
  private static let nobodies = WordSet([
    "none", "noemail", "nomail", "unknown", "null", "test", "noreply", "donotreply",
    "notprovided", "notavailable", "noaddress",
  ])

  /// Hosts that were made up to fill a field, or belong to strangers for that reason.
  private static let madeUpHosts = WordSet([
    "none.com", "none.net", "none.org", "none.none", "noemail.com", "nomail.com", "na.com",
    "test.com", "null.com", "unknown.com", "nowhere.com", "noreply.com",
  ])

  /// Hosts that a slip of the finger makes of the large providers.
  private static let misspeltHosts = WordSet([
    "gmial.com", "gmai.com", "gmal.com", "gamil.com", "gnail.com", "gmaill.com", "gmil.com",
    "hotmial.com", "hotmai.com", "hotmal.com", "hotmil.com", "homail.com", "yaho.com",
    "yahooo.com", "yhaoo.com", "yahho.com", "outlok.com", "outloo.com", "outllok.com",
    "iclod.com", "icoud.com", "iclould.com",
  ])

  /// Last labels that no domain has and a slip makes of `com` and `net` (IANA, list of top-level
  /// domains).
  private static let misspeltEnds = WordSet(["con", "cmo", "ocm", "comm", "vom", "ent", "nte"])

  /// Whether the address was made up to fill the field: `none@none.com`.
  static func isPlaceholder(_ bytes: Span<UInt8>) -> Bool {
    guard let at = hostStart(bytes) else { return false }
    var start = 0
    while start < at - 1, isSign(bytes[start]) { start += 1 }
    return nobodies.words(beginningWith: bytes[start]).contains {
      spells(bytes, start..<at - 1, $0, skipsSigns: true)
    } || madeUpHosts.contains(bytes, at..<bytes.count)
  }

  /// Whether the host is a misspelt one.
  static func hasMisspeltHost(_ bytes: Span<UInt8>) -> Bool {
    guard let at = hostStart(bytes) else { return false }
    if misspeltHosts.contains(bytes, at..<bytes.count) { return true }
    var dot = bytes.count - 1
    while dot > at, bytes[dot] != UInt8(ascii: ".") { dot -= 1 }
    return dot > at && misspeltEnds.contains(bytes, dot + 1..<bytes.count)
  }

  /// Where the host begins; nil where there is no `@`.
  private static func hostStart(_ bytes: Span<UInt8>) -> Int? {
    var index = bytes.count - 1
    while index > 0, bytes[index] != UInt8(ascii: "@") { index -= 1 }
    return index > 0 ? index + 1 : nil
  }

  fileprivate static func spells(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ word: [UInt8],
    skipsSigns: Bool = false
  ) -> Bool {
    guard skipsSigns ? range.count >= word.count : range.count == word.count else { return false }
    var matched = 0
    for index in range {
      let byte = lower(bytes[index])
      if skipsSigns, isSign(byte) { continue }
      guard matched < word.count, byte == word[matched] else { return false }
      matched += 1
    }
    return matched == word.count
  }

  /// Whether the byte is one that people put between the letters of a word: `-`, `.` or `_`.
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E || byte == 0x5F }
}

/// A few words that many texts are compared with, by their first letter: most texts begin with
/// another than all of them.
private struct WordSet {
  /// Bits for the letters, counted from `a`, that a word begins with.
  private let firstLetters: UInt32
  /// For each letter the words that begin with it.
  private let byLetter: [[[UInt8]]]

  /// - Parameter words: in lower case, each beginning with a letter.
  init(_ words: [String]) {
    var byLetter: [[[UInt8]]] = Array(repeating: [], count: 26)
    var firstLetters: UInt32 = 0
    for word in words.map({ Array($0.utf8) }) {
      byLetter[Int(word[0] - 0x61)].append(word)
      firstLetters |= 1 << UInt32(word[0] - 0x61)
    }
    self.byLetter = byLetter
    self.firstLetters = firstLetters
  }

  /// The words that begin with `byte`, a letter of either case; none for another byte.
  @inline(__always)
  func words(beginningWith byte: UInt8) -> [[UInt8]] {
    let letter = lower(byte) &- 0x61
    guard letter < 26, firstLetters >> UInt32(letter) & 1 == 1 else { return [] }
    return byLetter[Int(letter)]
  }

  /// Whether the bytes in `range` are one of the words, letters of either case.
  @inline(__always)
  func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return words(beginningWith: bytes[first]).contains { EmailForms.spells(bytes, range, $0) }
  }
}
