import Findings
import Pipeline
import Testing

@testable import ImportStages

/// The step is said once: what contradicts it is a fault of the file, and a former spelling that
/// agrees with it a warning.
@Suite struct PipelineStepTests {
  private static let from = "from: { name: School, address: office@school.example }"

  private func file(
    step: String = "",
    validate: String = "",
    transform: String = "",
    invite: String = ""
  ) -> String {
    """
    pipeline: test
    version: 1
    stages:
      - extract: { from: x }
      - select: { school: "1" }
      - validate: { operator: o, application: bloomz\(validate) }
      - transform: { \(transform) }
      - load: { bundle: b }
      - invite: { mail: m, key: k, \(Self.from)\(invite) }
    \(step)
    """
  }

  private func faults(
    step: String = "",
    validate: String = "",
    transform: String = "",
    invite: String = ""
  ) -> String {
    let text = file(step: step, validate: validate, transform: transform, invite: invite)
    do {
      try ImportPlan.check(
        PipelineFile(parsing: Array(text.utf8), path: "t"),
        registry: .standard
      )
      return ""
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["", "step: classes-teachers-students", "step: parents-contacts"])
  func `a file may say a step, and is step one without it`(step: String) {
    #expect(faults(step: step) == "")
    let isStepOne = step != "step: parents-contacts"
    #expect(faults(step: step, validate: ", teachers-joined: j").isEmpty == !isStepOne)
  }

  @Test func `a step that the guide does not have is refused`() {
    #expect(
      faults(step: "step: parents", validate: ", teachers-joined: j") == """
        t:10:7: error: 'step' has no value 'parents' [unknown-choice]
          help: did you mean 'parents-contacts'? it takes: classes-teachers-students, \
        parents-contacts
        """
    )
  }

  @Test(arguments: ["", "step: parents-contacts"])
  func `former spellings that agree are warnings, and say the step where the top does not`(
    step: String
  ) throws {
    let text = file(
      step: step,
      validate: ", step: parents-contacts, teachers-joined: j",
      transform: "step: parents-contacts",
      invite: ", to: parents, template: invitations/parent"
    )
    let warnings = try ImportPlan.check(
      PipelineFile(parsing: Array(text.utf8), path: "t"),
      registry: .standard
    )
    #expect(
      warnings.map { "\($0.place?.description ?? "") \($0.level): \($0.message)" } == [
        "t:6:51 warning: 'step: parents-contacts' is a former spelling: it follows from 'step' at "
          + "the top of the file",
        "t:7:18 warning: 'step: parents-contacts' is a former spelling: it follows from 'step' at "
          + "the top of the file",
        "t:9:88 warning: 'to: parents' is a former spelling: it follows from 'step' at the top of "
          + "the file",
        "t:9:101 warning: 'template: invitations/parent' is a former spelling: it follows from "
          + "'step' at the top of the file",
      ]
    )
    #expect(
      Set(warnings.map(\.help)) == [
        step.isEmpty
          ? "write 'step: parents-contacts' at the top of the file, beside 'version:', and take this "
            + "away" : "take it away"
      ]
    )
  }

  @Test func `former spellings that contradict the step or each other are faults at their place`() {
    #expect(
      faults(
        transform: "step: classes-teachers-students",
        invite: ", to: parents, template: invitations/teacher"
      ) == """
        t:9:88: error: 'to: parents' means 'step: parents-contacts', but the file says 'step: \
        classes-teachers-students' [former-option]
          help: take it away: it follows from 'step' at the top of the file
          note: t:7:18: it is said here
        """
    )
    #expect(
      faults(step: "step: parents-contacts", invite: ", template: invitations/teacher") == """
        t:9:88: error: 'template: invitations/teacher' means 'step: classes-teachers-students', but \
        the file says 'step: parents-contacts' [former-option]
          help: take it away: it follows from 'step' at the top of the file
          note: t:10:7: it is said here
        """
    )
    #expect(faults(invite: ", template: mine.xhtml") == "")
  }

  @Test func `what is said of teachers who joined is refused in step one, with all other faults`() {
    #expect(
      faults(
        validate: ", teachers-joined: j, teachers-joined-override: o, rules: { x: note }",
        invite: ", link: ftp://x"
      ) == """
        t:6:68: error: 'teachers-joined' belongs to step two, but this file prepares step one \
        [option-of-step-two]
          help: take it away, or write 'step: parents-contacts' at the top of the file, beside \
        'version:'
        t:6:97: error: 'teachers-joined-override' belongs to step two, but this file prepares step \
        one [option-of-step-two]
          help: take it away, or write 'step: parents-contacts' at the top of the file, beside \
        'version:'
        t:6:109: error: rule 'x' cannot be changed: there is no such rule [rule-refused]
          help: 'clever-to-bloomz rules' lists those that can
        t:9:94: error: 'link' is not an https address [link-not-https]
          help: write it like 'https://www.bloomz.com'
        """
    )
  }

  @Test func `no option is newer than the program`() {
    let version = ProgramVersion.text.split(separator: ".").compactMap { Int($0) }
    let cards =
      StageRegistry.standard.cards.flatMap(\.options) + StageRegistry.standard.shared
      + StageRegistry.standard.report
    #expect(cards.count > 30)
    for card in cards {
      let since = card.since.split(separator: ".").compactMap { Int($0) }
      #expect(since.count == 3)
      #expect(!version.lexicographicallyPrecedes(since), "\(card.name)")
    }
  }
}
