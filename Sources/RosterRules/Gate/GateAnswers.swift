/// What the importer answers beside the export, for ``GateQuestion``.
public struct GateAnswers: Sendable, Hashable {
  /// The answers that go into the question as they are.
  public var declared: GateQuestion.Declared
  /// Clever ids and e-mail addresses of the teachers who joined Bloomz; nil where no list was
  /// given.
  public var joined: Set<String>?
  /// Clever ids of the teachers that step one's bundle carried; nil takes those in scope now.
  public var invited: Set<String>?
  /// Why step two may begin though teachers are missing.
  public var joinedOverrideReason: String?

  /// Answers; without any, the gate refuses.
  public init(
    declared: GateQuestion.Declared = GateQuestion.Declared(),
    joined: Set<String>? = nil,
    invited: Set<String>? = nil,
    joinedOverrideReason: String? = nil
  ) {
    self.declared = declared
    self.joined = joined
    self.invited = invited
    self.joinedOverrideReason = joinedOverrideReason
  }
}
