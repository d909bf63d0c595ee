import Roster

/// What several rules need, found out once: by the first that asks, or by the catalogue before all.
///
/// Nothing here is a verdict. A record may be withheld after its text was looked at, so each rule
/// asks again whether it is open.
struct RuleMemory: Sendable {
  /// The texts that a rule about text has something to say of.
  var scan: TextScan
  /// See ``RuleReport/sharedEmails(_:)``; nil until a rule asks.
  var sharedEmails: [RepeatedTexts.Pair]?

  /// Looks at the texts of `roster` once.
  init(_ roster: Roster, _ circumstances: RuleCircumstances) {
    scan = TextScan(roster, circumstances)
  }
}

extension RuleReport {
  /// Which teachers and contacts have an address in common, letters of either case alike: rows of
  /// teachers first, then of contacts. The first of a shared address is a teacher where one has it.
  ///
  /// Asked for in phase `values` or later, when it is settled which addresses count.
  mutating func sharedEmails(_ roster: Roster) -> [RepeatedTexts.Pair] {
    if let pairs = memory.sharedEmails { return pairs }
    let emails =
      openTexts(roster.teachers.email, roster.teachers.records)
      + openTexts(roster.contacts.email, roster.contacts.records)
    let pairs = RepeatedTexts.find(emails, in: roster.text, ignoringCase: true)
    memory.sharedEmails = pairs
    return pairs
  }
}
