import FlatTables
import Roster

/// What an e-mail address looks like, beyond whether it can be written to; letters of either case.
enum EmailForms {
  /// Local parts that name nobody, in letters alone.
  private static let nobodies = words([
    "none", "noemail", "nomail", "unknown", "null", "test", "noreply", "donotreply",
    "notprovided", "notavailable", "noaddress",
  ])

  /// Hosts that were made up to fill a field, or are somebody else's for that reason.
  private static let madeUpHosts = words([
    "none.com", "none.net", "none.org", "none.none", "noemail.com", "nomail.com", "na.com",
    "test.com", "null.com", "unknown.com", "nowhere.com", "noreply.com",
  ])

  /// Hosts that a slip of the finger makes of the large providers.
  private static let misspeltHosts = words([
    "gmial.com", "gmai.com", "gmal.com", "gamil.com", "gnail.com", "gmaill.com", "gmil.com",
    "hotmial.com", "hotmai.com", "hotmal.com", "hotmil.com", "homail.com", "yaho.com",
    "yahooo.com", "yhaoo.com", "yahho.com", "outlok.com", "outloo.com", "outllok.com",
    "iclod.com", "icoud.com", "iclould.com",
  ])

  /// Last labels that no domain has and a slip makes of `com` and `net` (IANA, list of top-level
  /// domains).
  private static let misspeltEnds = words(["con", "cmo", "ocm", "comm", "vom", "ent", "nte"])

  /// Whether the address was made up to fill the field: `none@none.com`.
  static func isPlaceholder(_ bytes: Span<UInt8>) -> Bool {
    guard let at = hostStart(bytes) else { return false }
    return nobodies.contains { spells(bytes, 0..<at - 1, $0, skipsSigns: true) }
      || madeUpHosts.contains { spells(bytes, at..<bytes.count, $0) }
  }

  /// Whether the host is a misspelt one.
  static func hasMisspeltHost(_ bytes: Span<UInt8>) -> Bool {
    guard let at = hostStart(bytes) else { return false }
    if misspeltHosts.contains(where: { spells(bytes, at..<bytes.count, $0) }) { return true }
    var dot = bytes.count - 1
    while dot > at, bytes[dot] != UInt8(ascii: ".") { dot -= 1 }
    return dot > at && misspeltEnds.contains { spells(bytes, dot + 1..<bytes.count, $0) }
  }

  /// Where the host begins; nil where there is no `@`.
  private static func hostStart(_ bytes: Span<UInt8>) -> Int? {
    var index = bytes.count - 1
    while index > 0, bytes[index] != UInt8(ascii: "@") { index -= 1 }
    return index > 0 ? index + 1 : nil
  }

  private static func spells(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ word: [UInt8],
    skipsSigns: Bool = false
  ) -> Bool {
    guard skipsSigns ? range.count >= word.count : range.count == word.count else { return false }
    var matched = 0
    for index in range {
      let byte = lower(bytes[index])
      if skipsSigns, byte == 0x2D || byte == 0x2E || byte == 0x5F { continue }
      guard matched < word.count, byte == word[matched] else { return false }
      matched += 1
    }
    return matched == word.count
  }

  private static func words(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
}

extension RuleReport {
  /// Notes the teachers, contacts and other staff who go in and whose address `isFaulty`.
  mutating func findEmails(_ roster: Roster, where isFaulty: (Span<UInt8>) -> Bool) {
    let arena = roster.text
    let teachers = roster.teachers
    for row in teachers.email.indices
    where !teachers.email[row].isEmpty && teachers.records.isOpen(row)
      && isFaulty(arena.span(teachers.email[row]))
    {
      find(.teacher, row)
    }
    let admins = roster.schoolAdmins
    if includesOtherStaff {
      for row in admins.email.indices
      where !admins.email[row].isEmpty && admins.records.isOpen(row) && admins.teacher[row] < 0
        && isFaulty(arena.span(admins.email[row]))
      {
        find(.schoolAdmin, row)
      }
    }
    guard step == .parentsContacts else { return }
    let contacts = roster.contacts
    for row in contacts.email.indices
    where !contacts.email[row].isEmpty && contacts.records.isOpen(row)
      && isFaulty(arena.span(contacts.email[row]))
    {
      find(.contact, row)
    }
  }
}
