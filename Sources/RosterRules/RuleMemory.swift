import Reachability
import Roster
import Synchronization

/// What several rules need, found out once, by the first that asks; another that asks meanwhile
/// waits for it.
///
/// Nothing here is a verdict. A record may be withheld after its text was looked at, so each rule
/// asks again whether it is open.
final class RuleMemory: Sendable {
  /// How the contacts can be reached; empty in step one.
  let reach: ContactReach
  private let scan = Mutex<TextScan?>(nil)
  private let sharedEmails = Mutex<[RepeatedTexts.Pair]?>(nil)

  init(_ reach: ContactReach) {
    self.reach = reach
  }

  /// The texts that a rule about text has something to say of.
  func scan(_ roster: Roster, _ circumstances: RuleCircumstances) -> TextScan {
    scan.withLock { known in
      let scan = known ?? TextScan(roster, circumstances)
      known = scan
      return scan
    }
  }

  /// See `RuleReport.sharedEmails(_:)`.
  fileprivate func sharedEmails(_ find: () -> [RepeatedTexts.Pair]) -> [RepeatedTexts.Pair] {
    sharedEmails.withLock { known in
      let pairs = known ?? find()
      known = pairs
      return pairs
    }
  }
}

extension RuleReport {
  /// Which teachers and contacts have an address in common, letters of either case alike: rows of
  /// teachers first, then of contacts. The first of a shared address is a teacher where one has it.
  ///
  /// Asked for in phase `values` or later, when it is settled which addresses count.
  func sharedEmails(_ roster: Roster) -> [RepeatedTexts.Pair] {
    memory.sharedEmails {
      let emails =
        OpenTexts(roster.teachers.email, roster.teachers.records)
        + OpenTexts(roster.contacts.email, roster.contacts.records)
      return RepeatedTexts.find(emails, in: roster.text, ignoringCase: true)
    }
  }
}
