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
}
