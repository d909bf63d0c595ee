import Findings
import Pipeline

/// The options at the top of a pipeline file, which all stages share.
enum FileOptions {
  /// The step decides who is imported, who is invited and by which wording.
  static let step = StageOption(
    "step",
    .choice(GuideStep.self),
    default: .classesTeachersStudents,
    help: "which of the guide's two steps is prepared; the second wants all teachers to have joined"
  )

  /// A former option whose values stand for the guide's steps.
  ///
  /// - Parameters:
  ///   - option: the option's name.
  ///   - one: how it said step one.
  ///   - two: how it said step two.
  /// - Returns: the former spelling.
  static func formerStep(_ option: String, one: String, two: String) -> FormerSpelling {
    FormerSpelling(
      option,
      of: step.card.name,
      meanings: [
        one: GuideStep.classesTeachersStudents.rawValue, two: GuideStep.parentsContacts.rawValue,
      ]
    )
  }

  /// The step as `validate` and `transform` had it each.
  static let formerStep = formerStep(
    "step",
    one: GuideStep.classesTeachersStudents.rawValue,
    two: GuideStep.parentsContacts.rawValue
  )
}
