public import Findings
import Roster

/// One rule: its name, its level, the text that asks for it, and its check.
///
/// A rule is a value. Its check is a plain loop over rows that makes no text. Messages are made only
/// for the findings that are shown.
public struct RosterRule: FindingCode {
  /// The stable code in kebab case, named for the fault.
  public let id: String
  /// The same: the code of its findings.
  public var code: String { id }
  /// The level it has unless a pipeline file gives another.
  public let level: Level
  /// The fault in plain words: "a teacher has no email address".
  public let title: String
  /// Why the fault hurts.
  public let why: String
  /// What happens to the record at the rule's own level.
  public let effect: String
  /// How to put it right.
  public let help: String
  /// The same for the files of a district, whose content has nothing to do with what is shared; nil
  /// where ``help`` holds for them, too. The person who keeps the records can do it.
  let helpInUpload: String?
  /// Who can.
  public let fixer: Fixer
  /// The published text that asks for it.
  public let source: RuleSource
  /// The message of a finding, as an example for the rule's page.
  public let example: String
  /// Which levels a pipeline file may give it.
  public let latitude: RuleLatitude
  /// When it runs.
  public let phase: RulePhase
  /// Which people it judges; a rule does not run where such people are not imported.
  public let subject: Subject
  /// What may go unnoticed when the rule cannot run; empty if it always can.
  public let hides: String

  /// Whether it takes far longer than others. Such a rule is begun first in its round, or it would
  /// run alone at the end.
  let isLong: Bool

  /// Where its findings lead when causes are searched.
  let trail: CauseTrail

  /// Why the rule cannot judge this roster in these circumstances; nil when it can.
  let cannotRun: @Sendable (Roster, RuleCircumstances) -> String?
  /// How it finds faults and what it says of each.
  let check: RuleCheck

  /// Which people a rule judges.
  public enum Subject: Sendable, Hashable {
    /// Records that every import has.
    case everything
    /// Contacts, who are imported in step two.
    case contacts
    /// School admins, who are imported where a pipeline file asks for them.
    case otherStaff
  }

  init(
    _ id: String,
    _ level: Level,
    phase: RulePhase,
    title: String,
    why: String,
    effect: String,
    help: String,
    helpInUpload: String? = nil,
    fixer: Fixer,
    source: RuleSource,
    example: String,
    latitude: RuleLatitude,
    subject: Subject = .everything,
    hides: String = "",
    isLong: Bool = false,
    trail: CauseTrail = .itself,
    cannotRun: @escaping @Sendable (Roster, RuleCircumstances) -> String? = { _, _ in nil },
    check: RuleCheck
  ) {
    self.id = id
    self.level = level
    self.phase = phase
    self.title = title
    self.why = why
    self.effect = effect
    self.help = help
    self.helpInUpload = helpInUpload
    self.fixer = fixer
    self.source = source
    self.example = example
    self.latitude = latitude
    self.subject = subject
    self.hides = hides
    self.isLong = isLong
    self.trail = trail
    self.cannotRun = cannotRun
    self.check = check
  }
}

extension RosterRule {
  /// What to do and who can; `isUpload`: in the files of a district.
  func remedy(isUpload: Bool) -> (help: String, fixer: Fixer) {
    guard isUpload, let helpInUpload else { return (help, fixer) }
    return (helpInUpload, fixer == .districtAdmin ? .recordsClerk : fixer)
  }
}
