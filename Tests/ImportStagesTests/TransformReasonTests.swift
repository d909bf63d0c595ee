import RosterRules
import RosterTransform
import Testing

/// The transform and the rules judge some matters both, and neither room may import the other.
@Suite struct TransformReasonTests {
  @Test(arguments: TransformReason.allCases.filter(\.isWithheld))
  func `a reason to withhold a record is the id of the rule that judges the same`(
    reason: TransformReason
  ) {
    #expect(RuleCatalogue.rule(reason.rawValue) != nil)
  }

  @Test func `a note about a contact has the id of the rule that finds the same`() {
    let notes: [TransformNote] = [
      .contactPhoneUnusable, .contactEmailMalformed, .contactUnreachable, .contactIsSelf,
      .contactIsEmergency, .formulaStart,
    ]
    #expect(notes.filter { RuleCatalogue.rule($0.code) == nil } == [])
  }
}
